// Codes of drafts: found however people type them, never in ordinary words.

import { expect, test } from 'vitest';
import { draftCodeOf, findDraftCode, findDraftToken } from './draft-code.ts';

test('a code is written from chance, or not at all', () => {
  expect(draftCodeOf(Uint8Array.from({ length: 24 }, (_, index) => index * 7))).toMatch(
    /^NHAP-[2-9A-HJKMNP-Z]{4}-[2-9A-HJKMNP-Z]{4}$/,
  );
  expect(draftCodeOf(new Uint8Array(24).fill(255))).toBeNull();
});

test.each([
  ['NHAP-7K2Q-M4N9', 'NHAP-7K2Q-M4N9'],
  ['mã của tôi là nhap 7k2q m4n9 nhé', 'NHAP-7K2Q-M4N9'],
  ['Nháp:7K2QM4N9.', 'NHAP-7K2Q-M4N9'],
  ['nhập thông tin', null],
  ['nhap hang hoa', null],
  ['NHAP-7K2Q-M4N99', null],
  ['NHAP-0K2Q-M4N9', null],
])('%s', (text, code) => {
  expect(findDraftCode(text)).toBe(code);
});

test('the address of a draft’s page carries its token', () => {
  const token = `kien-tuong.${'x'.repeat(22)}`;
  expect(findDraftToken(`xem https://motcua.test/nop/${token} nhé`)).toBe(token);
  expect(findDraftToken(`https://motcua.test/q/${token}`)).toBeNull();
});

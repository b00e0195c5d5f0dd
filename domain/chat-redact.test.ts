// What is stored of a message: no proof, no identity number, no key; the rest as it was written.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { redactSecrets } from './chat-redact.ts';
import { findLinkCode, findQrToken, linkCodeOf } from './link-code.ts';

const code = '000.00.27.H53-261122-0007';

it.each([
  ['012345', '[6 số]'],
  ['6 số cuối là 012345 ạ', '6 số cuối là [6 số] ạ'],
  ['0 1 2 3 4 5', '[6 số]'],
  ['012 345', '[6 số]'],
  ['012.345', '[6 số]'],
  ['cccd 999086012345', 'cccd [số giấy tờ]'],
  ['999 086 012 345', '[số giấy tờ]'],
  ['cmnd 301234567', 'cmnd [số giấy tờ]'],
  [`hs ${code} 012345`, `hs ${code} [6 số]`],
  [`hs ${code}, số 999086012345`, `hs ${code}, số [số giấy tờ]`],
  ['MC-7K2QX-M4N9P', '[mã liên kết]'],
  ['mã của em mc 7k2qx m4n9p nhé', 'mã của em [mã liên kết] nhé'],
  ['http://x.vn/q/kien-tuong.q8Zr2mVw0aXc7LpT4yKd9N', 'http://x.vn[mã QR]'],
  ['q8Zr2mVw0aXc7LpT4yKd9N', '[mã]'],
  ['otp 4821', 'otp [mật]'],
  ['Mã xác thực: 4821', 'Mã xác thực: [mật]'],
  ['mật khẩu là Abc@123', 'mật khẩu là [mật]'],
  ['０１２３４５', '[6 số]'],
])('%j is kept as %j', (text, kept) => expect(redactSecrets(text)).toBe(kept));

describe('what is no secret stays', () => {
  it.each([
    code,
    `hồ sơ ${code} xong chưa`,
    'hồ sơ số 7',
    '0912 345 678',
    '+84912345678',
    'hẹn 22/11/2026',
    'năm 2026',
    'lệ phí 8.000 đồng',
    'tổ chức gặp mặt',
    'Đăng ký khai sinh',
  ])('%j', (text) => expect(redactSecrets(text)).toBe(text));
});

it('leaves no six digits in a row outside a dossier code, whatever surrounds them', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 0, max: 999_999 }), fc.string(), (before, number, after) => {
      const digits = String(number).padStart(6, '0');
      expect(redactSecrets(`${before} ${digits} ${after}`)).not.toContain(` ${digits} `);
    }),
  );
});

it('takes long and hostile text in its stride', { timeout: 2_000 }, () => {
  for (const part of ['1', '1 ', '0.', 'a1', 'MC-', '000.00.27.H53-', 'otp ', '/q/', 'mật khẩu là '])
    expect(redactSecrets(part.repeat(100_000)).length).toBeLessThan(200_000);
  expect(redactSecrets('a\u0000b')).toBe('ab');
});

describe('link codes', () => {
  it('are found again as minted, or not minted at all', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (random) => {
        const minted = linkCodeOf(random);
        if (minted === null) return;
        expect(minted).toMatch(/^MC-[2-9A-HJKMNP-Z]{5}-[2-9A-HJKMNP-Z]{5}$/);
        expect(findLinkCode(`ạ ${minted.toLowerCase().replaceAll('-', ' ')} nhé`)).toBe(minted);
        expect(redactSecrets(minted)).not.toContain(minted.slice(3, 8));
      }),
    );
  });
  it('are not ten letters of a sentence', () => {
    expect(findLinkCode('mc trung thanh')).toBeNull();
    expect(findLinkCode('một cửa')).toBeNull();
    expect(findLinkCode('MC-ABCDE-FGHJK')).toBeNull();
  });
});

it('finds the token of a tracking address, and no shorter one', () => {
  expect(findQrToken('https://motcua.example/q/kien-tuong.q8Zr2mVw0aXc7LpT4yKd9N')).toBe(
    'kien-tuong.q8Zr2mVw0aXc7LpT4yKd9N',
  );
  expect(findQrToken('https://motcua.example/q/short')).toBeNull();
  expect(findQrToken('https://motcua.example/help')).toBeNull();
});

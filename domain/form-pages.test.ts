// A declaration page by page, in words.

import { expect, test } from 'vitest';
import { currentForm } from './form-catalogue.ts';
import { answerPages } from './form-pages.ts';
import { unitsOfToday } from './units-of-today.ts';

test('a declaration is read page by page, only what is asked', () => {
  const form = currentForm('1.001612', '2026-11-22');
  if (form === undefined) throw new Error('There is such a form.');
  const pages = answerPages(
    form,
    {
      owner: { fullName: 'An <b>', bornOn: '1990-03-05', phone: '+84912345678' },
      headOffice: { province: '80', commune: '27787', detail: 'Số 5' },
      capital: 50_000_000,
      members: [{ relation: 'spouse' }],
      foundedBy: 'individual',
      contactElsewhere: false,
    },
    { units: unitsOfToday() },
  );
  const said = new Map(pages.flatMap(({ rows }) => rows.map(({ label, value }) => [label, value])));
  expect(said.get('Ngày sinh của chủ hộ kinh doanh')).toBe('ngày 05 tháng 3 năm 1990');
  expect(said.get('Trụ sở hộ kinh doanh')).toBe('Số 5, Phường Kiến Tường, Tỉnh Tây Ninh');
  expect(said.get('Vốn kinh doanh')).toBe('50.000.000 đồng');
  expect(said.get('Hộ kinh doanh do')).toBe('Một cá nhân thành lập');
  expect([...said.values()]).toContain('Không');
  expect([...said.keys()].join()).not.toContain('thành viên 1');
});

test('whoever only works on it sees the end of the numbers of identity papers', () => {
  const form = currentForm('1.001612', '2026-11-22');
  if (form === undefined) throw new Error('There is such a form.');
  const answers = { owner: { fullName: 'An', identityNumber: '999186012345' } };
  const read = (masked: boolean) =>
    answerPages(form, answers, { masked }).flatMap(({ rows }) => rows.map(({ value }) => value));
  expect(read(false)).toContain('999186012345');
  expect(read(true)).not.toContain('999186012345');
  expect(read(true)).toContain('999*******45');
});

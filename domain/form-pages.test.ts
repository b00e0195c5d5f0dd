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
    unitsOfToday(),
  );
  const said = new Map(pages.flatMap(({ rows }) => rows.map(({ label, value }) => [label, value])));
  expect(said.get('Ngày sinh của chủ hộ kinh doanh')).toBe('ngày 05 tháng 3 năm 1990');
  expect(said.get('Trụ sở hộ kinh doanh')).toBe('Số 5, Phường Kiến Tường, Tỉnh Tây Ninh');
  expect(said.get('Vốn kinh doanh')).toBe('50.000.000 đồng');
  expect(said.get('Hộ kinh doanh do')).toBe('Một cá nhân thành lập');
  expect([...said.values()]).toContain('Không');
  expect([...said.keys()].join()).not.toContain('thành viên 1');
});

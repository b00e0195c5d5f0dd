// The register book: a line in words, and the book of a period as a sheet.

import { expect, test } from 'vitest';
import { issuedAs } from './paper.fixture.ts';
import {
  periodText,
  type RegisterLine,
  registerColumns,
  registerSheet,
  registerTexts,
} from './paper-register.ts';

const line: RegisterLine = {
  number: 7,
  code: '000.00.27.H53-261123-0007',
  procedureName: 'Đăng ký khai sinh',
  copies: 1,
  applicantName: 'Nguyễn Thị Ẩn',
  address: 'Số 12 đường Hùng Vương',
  phone: '0912 000 999',
  unitName: 'Tư pháp',
  receivedAt: '2026-11-23T08:05:00+07:00',
  due: null,
  returnedAt: null,
  deliveryMethod: 'post',
  collector: null,
  status: 'in_process',
};

test('a line in words, a column for each', () => {
  const texts = registerTexts(line);
  expect(texts).toMatchObject({
    number: '0007',
    contact: 'Số 12 đường Hùng Vương; 0912 000 999',
    received: '08:05 23/11/2026',
    due: 'Không có',
    returned: '',
    delivery: 'Qua bưu chính',
    note: 'Đang xử lý',
  });
  expect(Object.keys(texts)).toHaveLength(registerColumns.length);
});

test('what is back in the citizen’s hands needs no note', () => {
  const returned = { ...line, status: 'returned', returnedAt: '2026-11-25T09:00:00+07:00' } as const;
  expect(registerTexts({ ...returned, collector: 'Trần Ẩn' })).toMatchObject({
    note: '',
    collector: 'Trần Ẩn',
  });
});

test('the book of a period lies across the page and names its form', () => {
  const sheet = registerSheet([line], { from: '2025-09-01', to: '2025-09-14' }, issuedAs, '2026-11-23');
  expect(sheet).toMatchObject({
    landscape: true,
    title: ['SỔ THEO DÕI HỒ SƠ'],
    subtitle: 'Từ ngày 01 tháng 9 năm 2025 đến ngày 14 tháng 9 năm 2025',
    source: 'Mẫu số 06, Thông tư số 01/2018/TT-VPCP',
    placeAndDate: 'Kiến Tường, ngày 23 tháng 11 năm 2026',
  });
  expect(periodText({ from: '2026-11-23', to: '2026-11-23' })).toBe('Ngày 23 tháng 11 năm 2026');
});

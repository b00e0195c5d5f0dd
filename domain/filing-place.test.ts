// Where filing lands on a day, and what is said of it.

import { expect, test } from 'vitest';
import { type FilingPlaceSetting, filingPlaceOn, filingPlaceText } from './filing-place.ts';

const settings: FilingPlaceSetting[] = [
  {
    from: '2026-12-01',
    place: 'ministry_system',
    systemName: 'Hệ thống hộ tịch',
    url: 'https://hotich.gov.vn',
  },
  { from: '2026-01-01', place: 'here', systemName: null, url: null },
];
const office = 'Trung tâm Phục vụ hành chính công phường Kiến Tường';

test.each([
  ['2025-12-31', 'national_portal'],
  ['2026-01-01', 'here'],
  ['2026-11-30', 'here'],
  ['2026-12-01', 'ministry_system'],
])('on %s it is %s', (day, kind) => {
  expect(filingPlaceOn(settings, day, office).kind).toBe(kind);
});

test('each place is told by its name, and what is prepared is never called filed', () => {
  expect(filingPlaceText(filingPlaceOn(settings, '2026-11-22', office))).toContain(office);
  expect(filingPlaceText(filingPlaceOn(settings, '2026-12-22', office))).toContain('Hệ thống hộ tịch');
  expect(filingPlaceText(filingPlaceOn([], '2026-11-22', office))).toContain('chưa phải là hồ sơ đã nộp');
});

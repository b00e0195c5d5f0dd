// Vietnamese wording of time: each sentence as it is to be read.

import { expect, it } from 'vitest';
import {
  beforeText,
  dayText,
  hourText,
  lengthText,
  longDayText,
  longMomentText,
  minuteText,
  momentText,
  termText,
} from './clock-time.ts';
import type { Term } from './term.ts';

it('says days, with the year only when it is another', () => {
  expect(dayText('2026-11-27')).toBe('thứ Sáu, 27/11');
  expect(dayText('2026-11-29', '2026-01-02')).toBe('Chủ nhật, 29/11');
  expect(dayText('2027-01-01', '2026-12-31')).toBe('thứ Sáu, 1/1/2027');
});

it('says hours without idle zeros, minutes with them', () => {
  expect(hourText('2026-11-27T09:00:00+07:00')).toBe('9 giờ');
  expect(hourText('2026-11-27T16:30:59+07:00')).toBe('16 giờ 30');
  expect(hourText('2026-11-27T15:01:00+07:00')).toBe('15 giờ 01');
  expect(hourText('2026-11-27T00:00:00+07:00')).toBe('0 giờ');
  expect(minuteText(1440)).toBe('24 giờ');
});

it('says moments', () => {
  expect(momentText('2026-11-25T17:00:00+07:00', '2026-11-23')).toBe('17 giờ thứ Tư, 25/11');
  expect(beforeText('2026-11-25T17:00:00+07:00', '2026-11-23')).toBe('trước 17 giờ thứ Tư, 25/11');
});

it('writes moments as official papers do', () => {
  expect(longMomentText('2026-02-13T16:30:00+07:00')).toBe('16 giờ 30 phút, ngày 13 tháng 02 năm 2026');
  expect(longMomentText('2026-03-03T07:05:00+07:00')).toBe('07 giờ 05 phút, ngày 03 tháng 3 năm 2026');
  expect(longDayText('2026-11-09')).toBe('ngày 09 tháng 11 năm 2026');
});

it.each<[Term, string]>([
  [{ unit: 'working_day', value: 3 }, '03 ngày làm việc'],
  [{ unit: 'working_hour', value: 8 }, '08 giờ làm việc'],
  [{ unit: 'calendar_day', value: 15 }, '15 ngày'],
  [{ unit: 'month', value: 1 }, '01 tháng'],
  [
    { unit: 'same_day', cutoff: '15:00' },
    'trong ngày làm việc; nhận sau 15 giờ thì trả vào ngày làm việc tiếp theo',
  ],
  [{ unit: 'none' }, 'không quy định thời hạn'],
])('writes the term %j', (term, text) => expect(termText(term)).toBe(text));

it('writes lengths of time', () => {
  expect([45, 120, 330, 0].map(lengthText)).toEqual(['45 phút', '2 giờ', '5 giờ 30 phút', '0 phút']);
});

// Vietnamese wording of days, hours, moments and durations, as a good clerk says them.

import type { Term } from './term.ts';
import { dateOf, dayNumber, type Instant, minuteOfDay, type PlainDate, weekdayOf } from './time.ts';

const weekdayNames = ['thứ Hai', 'thứ Ba', 'thứ Tư', 'thứ Năm', 'thứ Sáu', 'thứ Bảy', 'Chủ nhật'] as const;

/** `thứ Sáu, 27/11`; with the year when it is another than that of `today`: `thứ Sáu, 1/1/2027`. */
export function dayText(date: PlainDate, today: PlainDate = date): string {
  const weekday = weekdayNames[weekdayOf(dayNumber(date)) - 1];
  const year = date.slice(0, 4);
  return `${weekday}, ${+date.slice(8, 10)}/${+date.slice(5, 7)}${year === today.slice(0, 4) ? '' : `/${year}`}`;
}

/** `9 giờ`, `16 giờ 30`, `15 giờ 01`. */
export function hourText(at: Instant): string {
  return minuteText(minuteOfDay(at));
}

/** The same of minutes after midnight; 1440 is `24 giờ`. */
export function minuteText(minute: number): string {
  const rest = minute % 60;
  const hours = `${Math.floor(minute / 60)} giờ`;
  return rest === 0 ? hours : `${hours} ${pad(rest)}`;
}

/** `17 giờ thứ Tư, 25/11`: put `từ`, `đến`, `lúc` before it; for a due moment use `beforeText`. */
export function momentText(at: Instant, today: PlainDate): string {
  return `${hourText(at)} ${dayText(dateOf(at), today)}`;
}

/** `trước 17 giờ thứ Tư, 25/11`. */
export function beforeText(due: Instant, today: PlainDate): string {
  return `trước ${momentText(due, today)}`;
}

/**
 * The moment as official papers write it: `16 giờ 30 phút, ngày 13 tháng 02 năm 2026`. Days below 10 and the
 * months 1 and 2 take a zero, other months none (Nghị định 30/2020/NĐ-CP, Phụ lục I).
 */
export function longMomentText(at: Instant): string {
  const clock = `${at.slice(11, 13)} giờ ${at.slice(14, 16)} phút`;
  return `${clock}, ${longDayText(dateOf(at))}`;
}

/** `ngày 03 tháng 3 năm 2026`. */
export function longDayText(date: PlainDate): string {
  const month = +date.slice(5, 7);
  return `ngày ${date.slice(8, 10)} tháng ${month < 3 ? pad(month) : month} năm ${date.slice(0, 4)}`;
}

/** A term in the words of the catalogue: `03 ngày làm việc`, `08 giờ làm việc`, `15 ngày`, `01 tháng`. */
export function termText(term: Term): string {
  switch (term.unit) {
    case 'working_day':
      return `${pad(term.value)} ngày làm việc`;
    case 'working_hour':
      return `${pad(term.value)} giờ làm việc`;
    case 'calendar_day':
      return `${pad(term.value)} ngày`;
    case 'month':
      return `${pad(term.value)} tháng`;
    case 'same_day':
      return `trong ngày làm việc; nhận sau ${cutoffText(term.cutoff)} thì trả vào ngày làm việc tiếp theo`;
    case 'none':
      return 'không quy định thời hạn';
  }
}

/** `15:00` as `15 giờ`. */
export function cutoffText(cutoff: string): string {
  return minuteText(+cutoff.slice(0, 2) * 60 + +cutoff.slice(3, 5));
}

/** A length of working time, never rounded: `45 phút`, `2 giờ`, `5 giờ 30 phút`. */
export function lengthText(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} phút`;
  return rest === 0 ? `${hours} giờ` : `${hours} giờ ${rest} phút`;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}

// Where a term that begins at a moment has its first day and its end: the arithmetic of each unit of the law.

import {
  addWorkingDays,
  addWorkingMinutes,
  type Calendar,
  isWorkingDay,
  nextWorkingDay,
  spansOn,
  workingMinutesBetween,
} from './calendar.ts';
import { minuteText } from './clock-time.ts';
import type { Term } from './term.ts';
import {
  dateOf,
  dateOfDay,
  dayNumber,
  type Instant,
  instantAt,
  minuteOfDay,
  type PlainDate,
} from './time.ts';

/** A month is thirty days (Bộ luật Dân sự 2015, Điều 146). */
const daysOfMonth = 30;

/**
 * The end of a term that begins at `from`; null when the law gives none. Day one is the day after `from`,
 * whatever its hour (Điều 147.2); a last day that is off moves to the next working day (Điều 148.5). Terms in
 * days end with the working time of the last day, terms in hours to the minute.
 */
export function endOfTerm(cal: Calendar, from: Instant, term: Term): Instant | null {
  const date = dateOf(from);
  switch (term.unit) {
    case 'working_day':
      return closingOf(cal, addWorkingDays(cal, date, term.value));
    case 'calendar_day':
    case 'month':
      return closingOf(cal, workingDayFrom(cal, plusDays(date, calendarDaysOf(term))));
    case 'working_hour':
      return addWorkingMinutes(cal, from, term.value * 60);
    case 'same_day':
      return closingOf(cal, sameDayOf(cal, from, term.cutoff));
    case 'none':
      return null;
  }
}

/** Day one of a term that begins at `from`. Without a term, the day of `from`. */
export function dayOneOf(cal: Calendar, from: Instant, term: Term): PlainDate {
  switch (term.unit) {
    case 'working_day':
      return nextWorkingDay(cal, dateOf(from));
    case 'calendar_day':
    case 'month':
      return plusDays(dateOf(from), 1);
    case 'working_hour':
      return dateOf(addWorkingMinutes(cal, from, 1));
    case 'same_day':
      return sameDayOf(cal, from, term.cutoff);
    case 'none':
      return dateOf(from);
  }
}

/** How many days on the wall calendar a term in days or months spans. */
export function calendarDaysOf(term: Extract<Term, { unit: 'calendar_day' | 'month' }>): number {
  return term.unit === 'month' ? term.value * daysOfMonth : term.value;
}

/** `date` when the office works on it, otherwise the next working day. */
export function workingDayFrom(cal: Calendar, date: PlainDate): PlainDate {
  return isWorkingDay(cal, date) ? date : nextWorkingDay(cal, date);
}

/** The end of the working time of a working day. An office open until midnight closes at 23:59, the same date. */
export function closingOf(cal: Calendar, date: PlainDate): Instant {
  const end = spansOn(cal, date).at(-1)?.[1] ?? 1440;
  return instantAt(date, Math.min(end, 1439));
}

/** `đã hết giờ làm việc`, or another reason why a moment lies outside working time; null when it lies inside. */
export function closedReason(cal: Calendar, at: Instant): string | null {
  const spans = spansOn(cal, dateOf(at));
  const minute = minuteOfDay(at);
  const first = spans[0];
  if (first === undefined) return 'vào ngày nghỉ';
  if (minute < first[0]) return `trước giờ mở cửa (${minuteText(first[0])})`;
  if (workingMinutesBetween(cal, at, closingOf(cal, dateOf(at))) === 0) return 'sau giờ làm việc';
  return spans.some(([from, to]) => minute >= from && minute < to) ? null : 'trong giờ nghỉ trưa';
}

/** "After 15:00" begins at 15:01: who comes at 15:00 sharp is in time. Nothing is due on a day already over. */
function sameDayOf(cal: Calendar, from: Instant, cutoff: string): PlainDate {
  const date = dateOf(from);
  const inTime = from.slice(11, 16) <= cutoff && workingMinutesBetween(cal, from, closingOf(cal, date)) > 0;
  return inTime ? date : nextWorkingDay(cal, date);
}

function plusDays(date: PlainDate, days: number): PlainDate {
  return dateOfDay(dayNumber(date) + days);
}

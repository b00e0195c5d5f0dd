// Moments and days in Vietnam: fixed-width text that sorts, travels as JSON and reads like a clock.

import { z } from 'zod';

/**
 * A moment, as an auditor reads it: `2026-02-13T16:30:00+07:00`. Always seconds, always +07:00, so that text
 * order is time order. Vietnam has kept UTC+7 without daylight saving since 1975 (docs/decisions/0002).
 */
export type Instant = string;

/** A calendar day in Vietnam: `2026-02-13`. Text order is day order. */
export type PlainDate = string;

/** Days since 1970-01-01, for arithmetic. */
export type DayNumber = number;

export const instantSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/)
  .refine((text) => isRealDate(text.slice(0, 10)) && isRealClock(text.slice(11, 19)));

export const plainDateSchema = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .refine(isRealDate);

const minuteMs = 60_000;
const dayMs = 86_400_000;
const offsetMs = 7 * 3_600_000;

/** Days since 1970-01-01 of a calendar day. */
export function dayNumber(date: PlainDate): DayNumber {
  // By arithmetic on the signs, because a worklist or a look-up asks this dozens of times. The year begins in March,
  // so that the leap day is its last.
  const month = digits(date, 5);
  const year = digits(date, 0) * 100 + digits(date, 2) - (month <= 2 ? 1 : 0);
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + digits(date, 8) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - marchOfYearZero;
}

/** The calendar day of a day number. */
export function dateOfDay(day: DayNumber): PlainDate {
  if (!(day >= 0 && day < dayTexts.length)) return new Date(day * dayMs).toISOString().slice(0, 10);
  return (dayTexts[day] ??= new Date(day * dayMs).toISOString().slice(0, 10));
}

/** Days from the first of March of the year zero to 1970-01-01. */
const marchOfYearZero = 719_468;

/** The days from 1970 to 2079 in letters, each written when it is first asked for. */
const dayTexts: (PlainDate | undefined)[] = Array.from({ length: 40_177 });

const twoDigits = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'));

/** The number that two signs write. */
function digits(text: string, at: number): number {
  return (text.charCodeAt(at) - 48) * 10 + text.charCodeAt(at + 1) - 48;
}

/** ISO weekday: Monday 1 … Sunday 7. */
export function weekdayOf(day: DayNumber): 1 | 2 | 3 | 4 | 5 | 6 | 7 {
  return (((((day + 3) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
}

/** The day in Vietnam on which a moment falls. "Today" is always this. */
export function dateOf(at: Instant): PlainDate {
  return at.slice(0, 10);
}

/** Minutes after midnight, Vietnamese clock. Seconds are dropped: the law counts minutes. */
export function minuteOfDay(at: Instant): number {
  return +at.slice(11, 13) * 60 + +at.slice(14, 16);
}

/** The moment `minute` minutes after midnight of a day; 1440 is the next midnight. */
export function instantAt(date: PlainDate, minute: number): Instant {
  return fromEpochMs(dayNumber(date) * dayMs + minute * minuteMs - offsetMs);
}

/** Epoch milliseconds → moment. Milliseconds are cut, never rounded up into the future. */
export function fromEpochMs(ms: number): Instant {
  const second = Math.floor((ms + offsetMs) / 1_000);
  const day = Math.floor(second / 86_400);
  const ofDay = second - day * 86_400;
  const [hour, minute] = [Math.floor(ofDay / 3_600), Math.floor(ofDay / 60) % 60];
  return `${dateOfDay(day)}T${twoDigits[hour]}:${twoDigits[minute]}:${twoDigits[ofDay % 60]}+07:00`;
}

/** Moment → epoch milliseconds. */
export function toEpochMs(at: Instant): number {
  return Date.parse(at);
}

/** The moment a number of minutes later (or earlier, when negative). */
export function plusMinutes(at: Instant, minutes: number): Instant {
  return fromEpochMs(toEpochMs(at) + minutes * minuteMs);
}

/** The same clock time a number of calendar days later. */
export function plusDays(at: Instant, days: number): Instant {
  return dateOfDay(dayNumber(dateOf(at)) + days) + at.slice(10);
}

/** True for a day that exists: 2026-02-30 does not. */
export function isRealDate(date: string): boolean {
  const day = dayNumber(date);
  return Number.isFinite(day) && dateOfDay(day) === date;
}

function isRealClock(clock: string): boolean {
  return +clock.slice(0, 2) < 24 && +clock.slice(3, 5) < 60 && +clock.slice(6, 8) < 60;
}

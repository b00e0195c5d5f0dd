// The working calendar: which minutes of which days an office works, and exact arithmetic on working time.

import { z } from 'zod';
import { minuteText } from './clock-time.ts';
import {
  type DayNumber,
  dateOf,
  dateOfDay,
  dayNumber,
  type Instant,
  instantAt,
  minuteOfDay,
  type PlainDate,
  plainDateSchema,
  weekdayOf,
} from './time.ts';

/** Minutes after midnight: `[450, 690]` is 07:30-11:30. 1440 is midnight at the end of the day. */
export type MinuteSpan = readonly [from: number, to: number];

const spansSchema = z
  .array(z.tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)]).readonly())
  .max(6)
  .readonly()
  .refine(
    (spans) => spans.every(([from, to], i) => from < to && from >= (spans[i - 1]?.[1] ?? 0)),
    'Các khoảng giờ phải theo thứ tự và không chồng nhau.',
  );

export const dayKindSchema = z.enum([
  'holiday',
  'compensatory',
  'swap_off',
  'swap_work',
  'half_day',
  'local_closure',
]);
export type DayKind = z.infer<typeof dayKindSchema>;

export const calendarDaySchema = z.object({
  date: plainDateSchema,
  kind: dayKindSchema,
  /** As it follows "không tính," in an explanation: `Quốc khánh`, `nghỉ bù Quốc khánh`, `nghỉ tránh bão số 5`. */
  name: z.string().min(1).max(200),
  /** The law or decision that makes the day so; null when it is not known. */
  ground: z.string().max(300).nullable(),
  /** Working hours of a half day or make-up day, when they are not the usual ones. */
  hours: spansSchema.exactOptional(),
});
export type CalendarDay = Readonly<z.infer<typeof calendarDaySchema>>;

/** What an administrator edits and the database keeps, whole, under a version. */
export const calendarSpecSchema = z.object({
  version: z.int().min(1),
  week: z
    .object({
      1: spansSchema,
      2: spansSchema,
      3: spansSchema,
      4: spansSchema,
      5: spansSchema,
      6: spansSchema,
      7: spansSchema,
    })
    .refine(
      (week) => Object.values(week).some((spans) => spans.length > 0),
      'Tuần chưa có giờ làm việc nào.',
    ),
  days: z
    .array(calendarDaySchema)
    .max(5000)
    .readonly()
    .refine((days) => new Set(days.map((day) => day.date)).size === days.length, 'Có ngày bị khai hai lần.'),
});
export interface CalendarSpec {
  version: number;
  week: Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly MinuteSpan[]>;
  days: readonly CalendarDay[];
}

/** A specification made fast: sums over every day from 2010 to 2069. Read it through the functions below. */
export interface Calendar {
  readonly version: number;
  readonly week: CalendarSpec['week'];
  readonly special: ReadonlyMap<DayNumber, { day: CalendarDay; spans: readonly MinuteSpan[] }>;
  /** Working minutes, and working days, before each covered day. */
  readonly minutesBefore: Int32Array;
  readonly daysBefore: Uint16Array;
  /** The n-th working day, as an index of covered days. */
  readonly workingDays: Uint16Array;
}

const firstDay = dayNumber('2010-01-01');
const dayCount = dayNumber('2070-01-01') - firstDay;

/** Costs about a millisecond and 180 kB: keep the result for as long as the version stands. */
export function compileCalendar(spec: CalendarSpec): Calendar {
  const special: Calendar['special'] = new Map(
    spec.days.map((day) => [dayNumber(day.date), { day, spans: hoursOf(spec, day) }]),
  );
  const minutesBefore = new Int32Array(dayCount + 1);
  const daysBefore = new Uint16Array(dayCount + 1);
  const workingDays = new Uint16Array(dayCount);
  const usual = Object.fromEntries(Object.entries(spec.week).map(([day, spans]) => [day, total(spans)]));
  for (let index = 0, weekday = weekdayOf(firstDay) as number; index < dayCount; index++) {
    const exception = special.get(firstDay + index);
    const minutes = exception ? total(exception.spans) : (usual[weekday] ?? 0);
    const days = daysBefore[index] ?? 0;
    if (minutes > 0) workingDays[days] = index;
    minutesBefore[index + 1] = (minutesBefore[index] ?? 0) + minutes;
    daysBefore[index + 1] = minutes > 0 ? days + 1 : days;
    weekday = weekday === 7 ? 1 : weekday + 1;
  }
  return { version: spec.version, week: spec.week, special, minutesBefore, daysBefore, workingDays };
}

/** Province → agency: the agency's own hours and days win, day by day; what it leaves unsaid is the parent's. */
export function inheritCalendar(
  parent: CalendarSpec,
  own: { version?: number; week?: Partial<CalendarSpec['week']>; days?: readonly CalendarDay[] },
): CalendarSpec {
  const ownDates = new Set(own.days?.map((day) => day.date));
  const days = [...parent.days.filter((day) => !ownDates.has(day.date)), ...(own.days ?? [])];
  return {
    version: own.version ?? parent.version,
    week: { ...parent.week, ...own.week },
    days: days.sort((a, b) => (a.date < b.date ? -1 : 1)),
  };
}

/** True for a day with any working time: half days and make-up days count. */
export function isWorkingDay(cal: Calendar, date: PlainDate): boolean {
  return spansOn(cal, date).length > 0;
}

/** The first working day after `date`. */
export function nextWorkingDay(cal: Calendar, date: PlainDate): PlainDate {
  return addWorkingDays(cal, date, 1);
}

/** The `n`-th working day after `date`, itself not counted, working or not; n ≥ 1. */
export function addWorkingDays(cal: Calendar, date: PlainDate, n: number): PlainDate {
  const nth = (cal.daysBefore[indexOf(date) + 1] ?? 0) + n - 1;
  if (nth >= (cal.daysBefore[dayCount] ?? 0)) throw outside(`${n} working days after ${date}`);
  return dateOfDay(firstDay + (cal.workingDays[nth] ?? 0));
}

/** Working days in (after, through]; negative when `through` is the earlier. */
export function workingDaysBetween(cal: Calendar, after: PlainDate, through: PlainDate): number {
  return (cal.daysBefore[indexOf(through) + 1] ?? 0) - (cal.daysBefore[indexOf(after) + 1] ?? 0);
}

/** Working minutes in [from, to); 0 when `to` is not later. Seconds are cut from both. */
export function workingMinutesBetween(cal: Calendar, from: Instant, to: Instant): number {
  return Math.max(0, workedBefore(cal, to) - workedBefore(cal, from));
}

/**
 * The earliest moment by which `minutes` of working time have passed since `from`: 30 minutes from 16:30 end at
 * 17:00, not at the opening of the next day. Nothing added (or less) returns `from` itself.
 */
export function addWorkingMinutes(cal: Calendar, from: Instant, minutes: number): Instant {
  if (minutes <= 0) return from;
  const goal = workedBefore(cal, from) + minutes;
  if (goal > (cal.minutesBefore[dayCount] ?? 0)) throw outside(`${minutes} working minutes after ${from}`);
  let low = indexOf(dateOf(from));
  let high = dayCount - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((cal.minutesBefore[middle] ?? 0) < goal) low = middle;
    else high = middle - 1;
  }
  const date = dateOfDay(firstDay + low);
  let left = goal - (cal.minutesBefore[low] ?? 0);
  for (const [start, end] of spansOn(cal, date)) {
    if (left <= end - start) return instantAt(date, start + left);
    left -= end - start;
  }
  throw outside(`${minutes} working minutes after ${from}`);
}

/** The working hours of a day, in order; empty on a day off. */
export function spansOn(cal: Calendar, date: PlainDate): readonly MinuteSpan[] {
  const day = dayNumber(date);
  return cal.special.get(day)?.spans ?? cal.week[weekdayOf(day)];
}

/** The announced or local entry of a day, if it has one. */
export function specialDay(cal: Calendar, date: PlainDate): CalendarDay | undefined {
  return cal.special.get(dayNumber(date))?.day;
}

/** Why a day is, or is not, counted, in words that follow a day's name: `ngày nghỉ cuối tuần`, `Quốc khánh`. */
export function dayReason(cal: Calendar, date: PlainDate): string {
  const special = specialDay(cal, date);
  const spans = spansOn(cal, date);
  if (spans.length === 0)
    return (
      special?.name ??
      (weekdayOf(dayNumber(date)) > 5 ? 'ngày nghỉ cuối tuần' : 'ngày cơ quan không làm việc')
    );
  if (special?.kind !== 'half_day') return special ? `ngày làm việc, ${special.name}` : 'ngày làm việc';
  const hours = spans.map(([from, to]) => `${minuteText(from)} đến ${minuteText(to)}`).join(', ');
  return `ngày làm việc, chỉ từ ${hours} (${special.name})`;
}

/** A make-up day works the fullest hours of the week, a half day its usual morning, unless hours are given. */
function hoursOf(spec: CalendarSpec, day: CalendarDay): readonly MinuteSpan[] {
  if (day.kind === 'swap_work')
    return (
      day.hours ??
      Object.values(spec.week).reduce((best, spans) => (total(spans) > total(best) ? spans : best))
    );
  if (day.kind === 'half_day') return day.hours ?? spec.week[weekdayOf(dayNumber(day.date))].slice(0, 1);
  return [];
}

function workedBefore(cal: Calendar, at: Instant): number {
  const date = dateOf(at);
  const minute = minuteOfDay(at);
  let worked = cal.minutesBefore[indexOf(date)] ?? 0;
  for (const [from, to] of spansOn(cal, date)) if (minute > from) worked += Math.min(minute, to) - from;
  return worked;
}

function total(spans: readonly MinuteSpan[]): number {
  return spans.reduce((sum, [from, to]) => sum + to - from, 0);
}

function indexOf(date: PlainDate): number {
  const index = dayNumber(date) - firstDay;
  if (index >= 0 && index < dayCount) return index;
  throw outside(date);
}

function outside(what: string): RangeError {
  return new RangeError(`The calendar covers 2010 to 2069, not ${what}.`);
}

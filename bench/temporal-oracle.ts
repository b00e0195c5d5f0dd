// The slow, obvious way to find a due date: Temporal, one day and one minute at a time. Tests and benchmarks only.

import type { CalendarSpec, MinuteSpan } from '@motcua/domain/calendar';
import type { Term } from '@motcua/domain/term';
import { Temporal } from 'temporal-polyfill';

const zone = 'Asia/Ho_Chi_Minh';
type Moment = Temporal.ZonedDateTime;

function momentOf(instant: string): Moment {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

function textOf(moment: Moment): string {
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The hours of a day, read from the specification as an administrator would. */
function hours(spec: CalendarSpec, date: Temporal.PlainDate): readonly MinuteSpan[] {
  const week = spec.week;
  const usual = [week[1], week[2], week[3], week[4], week[5], week[6], week[7]][date.dayOfWeek - 1] ?? [];
  const special = spec.days.find((day) => day.date === date.toString());
  if (special === undefined) return usual;
  if (special.kind === 'swap_work') {
    if (special.hours) return special.hours;
    const minutes = (spans: readonly MinuteSpan[]) => spans.reduce((sum, [from, to]) => sum + to - from, 0);
    return Object.values(spec.week).sort((a, b) => minutes(b) - minutes(a))[0] ?? [];
  }
  return special.kind === 'half_day' ? (special.hours ?? usual.slice(0, 1)) : [];
}

const works = (spec: CalendarSpec, date: Temporal.PlainDate): boolean => hours(spec, date).length > 0;

/** Every working minute from a moment on, as minutes since 1970: look at each minute of each day in turn. */
function* workingMinutesFrom(spec: CalendarSpec, from: string): Generator<number> {
  const start = epochMinute(from);
  for (let date = momentOf(from).toPlainDate(); ; date = date.add({ days: 1 })) {
    const midnight = date.toZonedDateTime(zone).epochMilliseconds / 60_000;
    const open = hours(spec, date);
    for (let minute = 0; minute < 1440; minute++)
      if (midnight + minute >= start && open.some(([first, last]) => minute >= first && minute < last))
        yield midnight + minute;
  }
}

function epochMinute(instant: string): number {
  return momentOf(instant).epochMilliseconds / 60_000;
}

export function slowWorkingDaysBetween(spec: CalendarSpec, after: string, through: string): number {
  let days = 0;
  let date = Temporal.PlainDate.from(after).add({ days: 1 });
  for (; Temporal.PlainDate.compare(date, through) <= 0; date = date.add({ days: 1 }))
    if (works(spec, date)) days++;
  return days;
}

export function slowWorkingMinutesBetween(spec: CalendarSpec, from: string, to: string): number {
  let minutes = 0;
  const end = epochMinute(to);
  for (const minute of workingMinutesFrom(spec, from)) {
    if (minute >= end) break;
    minutes++;
  }
  return minutes;
}

export function slowAddWorkingMinutes(spec: CalendarSpec, from: string, minutes: number): string {
  let left = minutes;
  if (left === 0) return from;
  for (const minute of workingMinutesFrom(spec, from))
    if (--left === 0)
      return textOf(Temporal.Instant.fromEpochMilliseconds((minute + 1) * 60_000).toZonedDateTimeISO(zone));
  return from;
}

/** The end of a term without pauses; null for `none`. */
export function slowEndOfTerm(spec: CalendarSpec, from: string, term: Term): string | null {
  const start = momentOf(from);
  let date = start.toPlainDate();
  const toWorkingDay = () => {
    while (!works(spec, date)) date = date.add({ days: 1 });
  };
  switch (term.unit) {
    case 'none':
      return null;
    case 'working_hour':
      return slowAddWorkingMinutes(spec, from, term.value * 60);
    case 'working_day':
      for (let left = term.value; left > 0; ) {
        date = date.add({ days: 1 });
        if (works(spec, date)) left--;
      }
      break;
    case 'calendar_day':
    case 'month':
      date = date.add({ days: term.unit === 'month' ? term.value * 30 : term.value });
      toWorkingDay();
      break;
    case 'same_day': {
      const tooLate =
        Temporal.PlainTime.compare(start.toPlainTime(), Temporal.PlainTime.from(term.cutoff)) > 0;
      const end = hours(spec, date).at(-1)?.[1] ?? 0;
      if (tooLate || start.hour * 60 + start.minute >= end) date = date.add({ days: 1 });
      toWorkingDay();
    }
  }
  const closing = Math.min(hours(spec, date).at(-1)?.[1] ?? 0, 1439);
  return textOf(date.toZonedDateTime(zone).add({ minutes: closing }));
}

/** Working minutes from `start` on that lie in at least one of the pauses: in them the clock stands still. */
export function slowPausedMinutes(
  spec: CalendarSpec,
  pauses: readonly { from: string; to: string }[],
  start: string,
): number {
  const spans = pauses.map(({ from, to }) => ({ from: epochMinute(from), to: epochMinute(to) }));
  const last = Math.max(0, ...spans.map(({ to }) => to));
  let minutes = 0;
  for (const minute of workingMinutesFrom(spec, start)) {
    if (minute >= last) break;
    if (spans.some(({ from, to }) => minute >= from && minute < to)) minutes++;
  }
  return minutes;
}

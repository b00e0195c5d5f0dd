// The slow, obvious way to find a due date: Temporal, one day and one minute at a time. Tests and benchmarks only.

import type { CalendarSpec, MinuteSpan } from '@motcua/domain/calendar';
import type { Term } from '@motcua/domain/term';
import { Temporal } from 'temporal-polyfill';

const zone = 'Asia/Ho_Chi_Minh';
type Moment = Temporal.ZonedDateTime;

export function momentOf(instant: string): Moment {
  return Temporal.Instant.from(instant)
    .toZonedDateTimeISO(zone)
    .round({ smallestUnit: 'minute', roundingMode: 'floor' });
}

export function textOf(moment: Moment): string {
  return moment.toString({ timeZoneName: 'never', smallestUnit: 'second' });
}

/** The hours of a day, read from the specification as an administrator would. */
function hours(spec: CalendarSpec, date: Temporal.PlainDate): readonly MinuteSpan[] {
  const usual = spec.week[date.dayOfWeek as 1];
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

function isWorkingMinute(spec: CalendarSpec, moment: Moment): boolean {
  const minute = moment.hour * 60 + moment.minute;
  return hours(spec, moment.toPlainDate()).some(([from, to]) => minute >= from && minute < to);
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
  const end = momentOf(to);
  for (let at = momentOf(from); Temporal.ZonedDateTime.compare(at, end) < 0; at = at.add({ minutes: 1 }))
    if (isWorkingMinute(spec, at)) minutes++;
  return minutes;
}

export function slowAddWorkingMinutes(spec: CalendarSpec, from: string, minutes: number): string {
  let at = momentOf(from);
  for (let left = minutes; left > 0; at = at.add({ minutes: 1 })) if (isWorkingMinute(spec, at)) left--;
  return textOf(at);
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

/** Minutes of working time in [from, to) that lie in at least one of the pauses: the clock stands still in them. */
export function slowPausedMinutes(
  spec: CalendarSpec,
  pauses: readonly { from: string; to: string }[],
  start: string,
): number {
  const last = pauses
    .map((pause) => pause.to)
    .sort()
    .at(-1);
  if (last === undefined) return 0;
  const spans = pauses.map((pause) => [
    momentOf(pause.from).epochMilliseconds,
    momentOf(pause.to).epochMilliseconds,
  ]);
  let minutes = 0;
  const end = momentOf(last);
  for (let at = momentOf(start); Temporal.ZonedDateTime.compare(at, end) < 0; at = at.add({ minutes: 1 })) {
    const paused = spans.some(
      ([from = 0, to = 0]) => at.epochMilliseconds >= from && at.epochMilliseconds < to,
    );
    if (paused && isWorkingMinute(spec, at)) minutes++;
  }
  return minutes;
}

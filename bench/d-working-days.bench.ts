// (d) Working days: the prefix table against the loop that anybody would write; and what a due date costs.

import { addWorkingDays, compileCalendar } from '@motcua/domain/calendar';
import { computeDeadline, type DeadlineInput } from '@motcua/domain/deadline';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import { dateOfDay, dayNumber } from '@motcua/domain/time';
import { compare, write } from './line.ts';
import { slowEndOfTerm } from './temporal-oracle.ts';

const cal = compileCalendar(officialCalendarSpec);
const off = new Set(
  officialCalendarSpec.days.filter(({ kind }) => kind !== 'swap_work').map(({ date }) => date),
);
const on = new Set(
  officialCalendarSpec.days.filter(({ kind }) => kind === 'swap_work').map(({ date }) => date),
);

/** Day by day: weekends, holidays, made-up days. Text in and text out, as ours. */
function naiveAddWorkingDays(date: string, n: number): string {
  const day = new Date(`${date}T00:00:00Z`);
  for (let left = n; left > 0; ) {
    day.setUTCDate(day.getUTCDate() + 1);
    const text = day.toISOString().slice(0, 10);
    const weekend = day.getUTCDay() === 0 || day.getUTCDay() === 6;
    if (on.has(text) || (!weekend && !off.has(text))) left -= 1;
  }
  return day.toISOString().slice(0, 10);
}

/** The same loop by somebody who counts in numbers and writes the day only at the end. */
function leanAddWorkingDays(date: string, n: number): string {
  let day = Math.floor(Date.parse(date) / 86_400_000);
  for (let left = n; left > 0; ) {
    day += 1;
    const weekday = (day + 4) % 7;
    if (onDays.has(day) || (weekday !== 0 && weekday !== 6 && !offDays.has(day))) left -= 1;
  }
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}
const offDays = new Set([...off].map(dayNumber));
const onDays = new Set([...on].map(dayNumber));

/** Terms as the procedures of a ward have them, 1 to 30 working days, from any day of three years. */
const cases = Array.from({ length: 1_000 }, (_, n) => ({
  date: dateOfDay(dayNumber('2024-01-01') + ((n * 37) % 1_000)),
  days: [1, 2, 3, 5, 7, 10, 12, 15, 20, 30][n % 10] ?? 1,
}));

export function measureWorkingDays(): void {
  for (const { date, days } of cases)
    if (
      naiveAddWorkingDays(date, days) !== addWorkingDays(cal, date, days) ||
      leanAddWorkingDays(date, days) !== addWorkingDays(cal, date, days)
    )
      throw new Error(`${days} working days after ${date}: two answers`);
  const rounds = Array.from({ length: 7 }, () => ({
    ours: perSecond(200, ({ date, days }) => addWorkingDays(cal, date, days)),
    peer: perSecond(5, ({ date, days }) => naiveAddWorkingDays(date, days)),
    lean: perSecond(20, ({ date, days }) => leanAddWorkingDays(date, days)),
  }));
  const unit = 'additions/s';
  compare('d.working-days/naive', rounds, { unit, target: 40 });
  compare(
    'd.working-days/lean-loop',
    rounds.map(({ ours, lean }) => ({ ours, peer: lean })),
    { unit, target: null },
  );
  const paused: DeadlineInput = {
    receivedAt: '2026-11-02T09:00:00+07:00',
    term: { unit: 'working_day', value: 10 },
    pauses: [
      {
        from: '2026-11-05T09:00:00+07:00',
        to: '2026-11-11T09:00:00+07:00',
        reason: 'supplement',
        mode: 'pause',
      },
    ],
    extensions: [],
  };
  const due = perSecond(200, () => computeDeadline(cal, paused));
  const oracle = perSecond(0.02, () => slowEndOfTerm(officialCalendarSpec, paused.receivedAt, paused.term));
  write({
    name: 'd.due-date/temporal-oracle',
    ours: Math.round(due),
    peer: Math.round(oracle),
    ratio: Math.round(due / oracle),
    unit: 'due dates/s',
    target: null,
    met: null,
    note: 'ours with a pause, the oracle without',
  });
}

/** `thousands` of calls, round the cases. */
function perSecond(thousands: number, act: (each: (typeof cases)[number]) => unknown): number {
  const calls = thousands * 1_000;
  const start = performance.now();
  for (let call = 0; call < calls; call++) act(cases[call % cases.length] ?? { date: '2026-01-01', days: 1 });
  return (calls * 1000) / (performance.now() - start);
}

// What a due date costs: the engine beside the Temporal oracle, in one run, so that only the ratio is read.

import { compileCalendar } from '@motcua/domain/calendar';
import { computeDeadline, type DeadlineInput, remainingAt } from '@motcua/domain/deadline';
import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import type { Term } from '@motcua/domain/term';
import { slowEndOfTerm } from './temporal-oracle.ts';

const cal = compileCalendar(officialCalendarSpec);
const now = '2026-11-20T10:00:00+07:00';
const pause = {
  from: '2026-11-05T09:00:00+07:00',
  to: '2026-11-11T09:00:00+07:00',
  reason: 'supplement',
} as const;

function input(term: Term, pauses: DeadlineInput['pauses'] = []): DeadlineInput {
  return { receivedAt: '2026-11-02T09:00:00+07:00', term, pauses, extensions: [] };
}

/** Microseconds per call: the best of five rounds, after one to warm up. */
function cost(calls: number, act: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < 6; round++) {
    const start = performance.now();
    for (let call = 0; call < calls; call++) act();
    if (round > 0) best = Math.min(best, ((performance.now() - start) * 1000) / calls);
  }
  return best;
}

const cases: [string, DeadlineInput][] = [
  ['10 working days', input({ unit: 'working_day', value: 10 })],
  ['16 working hours', input({ unit: 'working_hour', value: 16 })],
  ['30 calendar days', input({ unit: 'calendar_day', value: 30 })],
  ['10 working days, paused', input({ unit: 'working_day', value: 10 }, [{ ...pause, mode: 'pause' }])],
  ['10 working days, restarted', input({ unit: 'working_day', value: 10 }, [{ ...pause, mode: 'reset' }])],
];

console.log(
  `compileCalendar: ${cost(20, () => compileCalendar(officialCalendarSpec)).toFixed(0)} µs, once a version`,
);
for (const [name, given] of cases) {
  const engine = cost(100_000, () => computeDeadline(cal, given));
  const standing = cost(100_000, () => remainingAt(cal, given, now));
  const oracle = cost(20, () => slowEndOfTerm(officialCalendarSpec, given.receivedAt, given.term));
  console.log(
    `${name.padEnd(28)} due ${engine.toFixed(2)} µs, remaining ${standing.toFixed(2)} µs; ` +
      `Temporal, without pauses, ${oracle.toFixed(0)} µs: ${Math.round(oracle / engine)} times as much`,
  );
}

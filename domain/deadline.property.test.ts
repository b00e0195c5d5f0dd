// Properties of the deadline engine: equal to a slow, obvious oracle, and lawful as an algebra.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slowAddWorkingMinutes, slowEndOfTerm, slowPausedMinutes } from '../bench/temporal-oracle.ts';
import { addWorkingMinutes, compileCalendar } from './calendar.ts';
import { computeDeadline, type DeadlineInput, type Pause, previewDue } from './deadline.ts';
import { explainDeadline } from './deadline-trace.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import type { Term } from './term.ts';
import { dateOfDay, dayNumber, type Instant, instantAt } from './time.ts';

const cal = compileCalendar(officialCalendarSpec);
const received = '2026-11-02T09:00:00+07:00';
const days = (value: number): Term => ({ unit: 'working_day', value });
const given = (receivedAt: Instant, term: Term, pauses: Pause[] = []): DeadlineInput => ({
  receivedAt,
  term,
  pauses,
  extensions: [],
});

const momentIn = (first: string, last: string) =>
  fc
    .tuple(fc.integer({ min: dayNumber(first), max: dayNumber(last) }), fc.integer({ min: 0, max: 1439 }))
    .map(([day, minute]) => instantAt(dateOfDay(day), minute));
const anyTerm: fc.Arbitrary<Term> = fc.oneof(
  fc.record({ unit: fc.constantFrom('working_day', 'calendar_day'), value: fc.integer({ min: 1, max: 60 }) }),
  fc.record({ unit: fc.constant('month' as const), value: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ unit: fc.constant('working_hour' as const), value: fc.integer({ min: 1, max: 24 }) }),
  fc.record({ unit: fc.constant('same_day' as const), cutoff: fc.constantFrom('10:30', '15:00', '18:00') }),
);
const earlyPause = fc
  .tuple(momentIn('2026-11-03', '2026-11-12'), momentIn('2026-11-03', '2026-11-26'))
  .map(([one, other]) => (one < other ? ([one, other] as const) : ([other, one] as const)))
  .map(([from, to]) => ({ from, to, reason: 'supplement' as const, mode: 'pause' as const }));

describe('against the slow oracle', () => {
  it('the same due moment for every unit, any year', () => {
    fc.assert(
      fc.property(momentIn('2018-01-01', '2027-06-30'), anyTerm, (from, term) => {
        expect(previewDue(cal, from, term)).toBe(slowEndOfTerm(officialCalendarSpec, from, term));
      }),
      { numRuns: 150 },
    );
  });

  it('pauses add exactly the working minutes that lie in them', () => {
    fc.assert(
      fc.property(fc.array(earlyPause, { maxLength: 3 }), (pauses) => {
        const paused = slowPausedMinutes(
          officialCalendarSpec,
          pauses.map(({ from, to }) => ({ from, to: to ?? from })),
          received,
        );
        const { due } = computeDeadline(cal, given(received, days(12), pauses));
        const end = '2026-11-18T17:00:00+07:00';
        expect(due).toBe(slowAddWorkingMinutes(officialCalendarSpec, end, paused));
      }),
      { numRuns: 25 },
    );
  });
});

describe('algebra', () => {
  it('a longer term is never due earlier, a later receipt never earlier', () => {
    const when = momentIn('2026-01-01', '2026-12-01');
    fc.assert(
      fc.property(when, when, fc.integer({ min: 1, max: 40 }), (one, other, n) => {
        const [first = '', second = ''] = [one, other].sort();
        for (const unit of ['working_day', 'calendar_day', 'working_hour'] as const) {
          const due = (from: Instant, value: number) => previewDue(cal, from, { unit, value }) ?? '';
          expect(due(first, n) <= due(second, n)).toBe(true);
          expect(due(first, n) <= due(first, n + 1)).toBe(true);
        }
      }),
    );
  });

  it('extensions and pauses commute: the days granted do not depend on the days lost', () => {
    const term = fc.integer({ min: 8, max: 20 }).map(days);
    fc.assert(
      fc.property(
        term,
        fc.integer({ min: 1, max: 9 }),
        fc.array(earlyPause, { maxLength: 3 }),
        (whole, more, pauses) => {
          const extensions = [{ at: received, term: days(more), reason: '' }];
          const plain = computeDeadline(cal, { ...given(received, whole), extensions }).due ?? '';
          const both = computeDeadline(cal, { ...given(received, whole, pauses), extensions }).due;
          const lost = slowPausedMinutes(
            officialCalendarSpec,
            pauses.map(({ from, to }) => ({ from, to: to ?? from })),
            received,
          );
          expect(both).toBe(addWorkingMinutes(cal, plain, lost));
          expect(
            computeDeadline(cal, { ...given(received, whole, pauses.toReversed()), extensions }).due,
          ).toBe(both);
        },
      ),
      { numRuns: 40 },
    );
  });

  it('the explanation counts exactly the days of the term and ends on the due day', () => {
    const when = momentIn('2018-01-01', '2027-06-30');
    fc.assert(
      fc.property(when, fc.integer({ min: 1, max: 12 }), (from, n) => {
        const input = given(from, days(n));
        const told = explainDeadline(cal, input).filter((line) => line.counted);
        expect(told).toHaveLength(n);
        expect(told[0]?.date).toBe(computeDeadline(cal, input).countedFrom);
        expect(told.at(-1)?.date).toBe(computeDeadline(cal, input).due?.slice(0, 10));
      }),
    );
  });
});

// The deadline engine: vectors of the law and of practice, pauses, what is left, outcomes, extensions.

import { describe, expect, it } from 'vitest';
import { compileCalendar } from './calendar.ts';
import {
  canExtend,
  computeDeadline,
  type DeadlineInput,
  outcomeTimeliness,
  type Pause,
  previewDue,
  remainingAt,
  workingDaysEarly,
} from './deadline.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import type { Term } from './term.ts';
import type { Instant } from './time.ts';

const cal = compileCalendar(officialCalendarSpec);
const at = (date: string, clock = '09:00') => `${date}T${clock}:00+07:00`;
const days = (value: number): Term => ({ unit: 'working_day', value });
const stop = (from: Instant, to: Instant | null, mode: Pause['mode'] = 'pause'): Pause => ({
  from,
  to,
  reason: 'supplement',
  mode,
});
const given = (receivedAt: Instant, term: Term, pauses: Pause[] = []): DeadlineInput => ({
  receivedAt,
  term,
  pauses,
  extensions: [],
});
const dueOf = (input: DeadlineInput) => computeDeadline(cal, input).due;

describe('n working days, 2018-2026', () => {
  it.each([
    ['2018-12-28', 3, '2019-01-04'],
    ['2019-01-04', 1, '2019-01-05'],
    ['2019-04-26', 3, '2019-05-04'],
    ['2019-05-03', 1, '2019-05-04'],
    ['2020-01-22', 5, '2020-02-05'],
    ['2021-02-09', 5, '2021-02-23'],
    ['2022-04-08', 1, '2022-04-12'],
    ['2022-04-29', 1, '2022-05-04'],
    ['2023-04-28', 1, '2023-05-04'],
    ['2023-01-19', 5, '2023-02-02'],
    ['2024-02-07', 3, '2024-02-19'],
    ['2024-04-26', 2, '2024-05-03'],
    ['2024-05-03', 1, '2024-05-04'],
    ['2024-08-30', 1, '2024-09-04'],
    ['2025-01-24', 7, '2025-02-11'],
    ['2025-04-25', 1, '2025-04-26'],
    ['2025-04-29', 2, '2025-05-06'],
    ['2025-08-29', 1, '2025-09-03'],
    ['2026-02-13', 1, '2026-02-23'],
    ['2026-04-24', 1, '2026-04-28'],
    ['2026-04-29', 1, '2026-05-04'],
    ['2026-09-03', 5, '2026-09-10'],
  ])('received %s, %i working days: %s', (received, n, due) => {
    expect(dueOf(given(at(received), days(n)))).toBe(at(due, '17:00'));
  });
});

describe('the worked cases of 2026', () => {
  const sameDay: Term = { unit: 'same_day', cutoff: '15:00' };
  const wall: Term = { unit: 'calendar_day', value: 15 };
  it.each<[string, Instant, Term, Instant]>([
    ['1: 24/11 is off', at('2026-11-20', '10:00'), days(3), at('2026-11-26', '17:00')],
    ['2: a minute before the cut-off', at('2026-11-23', '14:59'), sameDay, at('2026-11-23', '17:00')],
    ['2b: at the cut-off', at('2026-11-23', '15:00'), sameDay, at('2026-11-23', '17:00')],
    ['3: a minute after the cut-off', at('2026-11-23', '15:01'), sameDay, at('2026-11-25', '17:00')],
    ['4: before Tết', at('2026-02-13', '15:30'), days(1), at('2026-02-23', '17:00')],
    ['5: over the New Year', at('2025-12-31'), days(2), at('2026-01-06', '17:00')],
    ['6: a make-up Saturday works', at('2026-01-08'), days(2), at('2026-01-10', '17:00')],
    ['7: over Quốc khánh', at('2026-08-27'), days(3), at('2026-09-04', '17:00')],
    ['8: calendar days', at('2026-11-02'), wall, at('2026-11-17', '17:00')],
    ['9: the last day is off', at('2026-11-09'), wall, at('2026-11-25', '17:00')],
    ['11: Saturday intake', at('2026-11-21'), days(1), at('2026-11-23', '17:00')],
  ])('%s', (_, received, term, due) => expect(previewDue(cal, received, term)).toBe(due));

  const asked = at('2026-11-05', '10:20');
  const completed = at('2026-11-11', '10:20');
  it('10a: a supplement that pauses adds four working days', () => {
    expect(dueOf(given(at('2026-11-02'), days(10), [stop(asked, completed)]))).toBe(
      at('2026-11-20', '17:00'),
    );
  });
  it('10b: a supplement that restarts gives the whole term again', () => {
    const input = given(at('2026-11-02'), days(10), [stop(asked, completed, 'reset')]);
    expect(computeDeadline(cal, input)).toEqual({
      due: at('2026-11-26', '17:00'),
      originalDue: at('2026-11-16', '17:00'),
      countedFrom: '2026-11-12',
      paused: false,
    });
  });
});

describe('receipt at odd hours', () => {
  it('on Sunday for the same day: Monday', () => {
    expect(previewDue(cal, at('2026-11-22'), { unit: 'same_day', cutoff: '15:00' })).toBe(
      at('2026-11-23', '17:00'),
    );
  });
  it('before a late cut-off but after closing: the next working day', () => {
    expect(previewDue(cal, at('2026-11-20', '17:00'), { unit: 'same_day', cutoff: '18:00' })).toBe(
      at('2026-11-23', '17:00'),
    );
  });
  it.each([
    ['06:00', '10:30'],
    ['07:30', '10:30'],
    ['09:30', '14:30'],
    ['12:15', '16:30'],
  ])('3 hours from %s end at %s', (clock, due) => {
    expect(previewDue(cal, at('2026-11-20', clock), { unit: 'working_hour', value: 3 })).toBe(
      at('2026-11-20', due),
    );
  });
  it('3 hours from closing time are those of Monday morning, counted from Monday', () => {
    const input = given(at('2026-11-20', '17:00'), { unit: 'working_hour', value: 3 });
    expect(computeDeadline(cal, input)).toMatchObject({
      due: at('2026-11-23', '10:30'),
      countedFrom: '2026-11-23',
    });
  });
});

describe('pauses', () => {
  const input = (...pauses: Pause[]) => given(at('2026-11-02'), days(10), pauses);
  const day = (d: number, clock?: string) => at(`2026-11-${String(d).padStart(2, '0')}`, clock);
  it.each<[string, Pause[], Instant | null]>([
    ['of zero length adds nothing', [stop(day(5), day(5))], day(16, '17:00')],
    ['that ends before it begins adds nothing', [stop(day(5), day(4))], day(16, '17:00')],
    ['inside the lunch break adds nothing', [stop(day(5, '11:30'), day(5, '13:30'))], day(16, '17:00')],
    [
      'across the lunch break adds what is worked',
      [stop(day(5, '11:00'), day(5, '14:00'))],
      day(17, '08:30'),
    ],
    ['before receipt adds nothing', [stop(at('2026-10-28'), at('2026-10-30'))], day(16, '17:00')],
    ['repeated is added once', [stop(day(5), day(6)), stop(day(5), day(6))], day(17, '17:00')],
    ['overlapping are joined', [stop(day(5), day(9)), stop(day(6), day(10))], day(19, '17:00')],
    ['in any order are the same', [stop(day(9), day(10)), stop(day(5), day(6))], day(18, '17:00')],
    ['after the due day changes nothing', [stop(day(17), day(20))], day(16, '17:00')],
    ['after closing on the due day still helps', [stop(day(16, '18:00'), day(17))], day(17, '09:00')],
    ['open leaves no due date', [stop(day(5), null)], null],
    ['open but too late leaves the missed one', [stop(day(17), null)], day(16, '17:00')],
    [
      'a restart inside a longer one does not end it',
      [stop(day(5), day(11), 'reset'), stop(day(6), day(9), 'reset')],
      day(26, '17:00'),
    ],
    ['a restart after the due day changes nothing', [stop(day(17), day(20), 'reset')], day(16, '17:00')],
    [
      'a restart forgets the pauses before it',
      [stop(day(3), day(4)), stop(day(5), day(11), 'reset')],
      day(26, '17:00'),
    ],
    [
      'a payment reaching past a restart counts from the restart',
      [{ ...stop(day(5), day(12)), reason: 'payment' }, stop(day(6), day(11), 'reset')],
      day(27, '17:00'),
    ],
  ])('%s', (_, pauses, due) => expect(dueOf(input(...pauses))).toBe(due));

  it('knows it is paused also when the pause came too late', () => {
    expect(computeDeadline(cal, input(stop(day(17), null))).paused).toBe(true);
    expect(remainingAt(cal, input(stop(day(17), null)), day(18)).urgency).toBe('late');
  });
});

describe('what is left', () => {
  const input = given(at('2026-11-20', '10:00'), days(3));
  it('counts working days and turns from on time to at risk to late', () => {
    expect(remainingAt(cal, input, at('2026-11-20', '10:00'))).toEqual({
      urgency: 'on_time',
      workingDaysLeft: 3,
      usedShare: 0,
      lateWorkingDays: 0,
    });
    expect(remainingAt(cal, input, at('2026-11-24')).workingDaysLeft).toBe(2);
    const soon = at('2026-11-26', '09:30');
    expect(remainingAt(cal, input, at('2026-11-26', '09:29'), soon).urgency).toBe('on_time');
    expect(remainingAt(cal, input, soon, soon).urgency).toBe('at_risk');
    expect(remainingAt(cal, input, at('2026-11-26', '23:59'), soon).urgency).toBe('at_risk');
    expect(remainingAt(cal, input, soon).urgency, 'unknown without a process').toBe('on_time');
    expect(remainingAt(cal, input, at('2026-11-30'))).toMatchObject({
      urgency: 'late',
      workingDaysLeft: -2,
      lateWorkingDays: 2,
    });
  });
  it('stands still while paused', () => {
    const paused = given(input.receivedAt, input.term, [stop(at('2026-11-23', '10:00'), null, 'reset')]);
    const early = remainingAt(cal, paused, at('2026-11-25'));
    expect(early).toMatchObject({ urgency: 'paused', workingDaysLeft: null });
    expect(early.usedShare).toBe(450 / 1650);
    expect(remainingAt(cal, paused, at('2026-12-25'))).toEqual(early);
  });
  it('judges the outcome by the day', () => {
    const due = at('2026-11-26', '17:00');
    expect(outcomeTimeliness(due, at('2026-11-24', '16:00'))).toBe('early');
    expect(outcomeTimeliness(due, at('2026-11-26', '19:00'))).toBe('on_time');
    expect(outcomeTimeliness(due, at('2026-11-27', '00:00'))).toBe('late');
    expect(workingDaysEarly(cal, due, at('2026-11-23'))).toBe(2);
    expect(workingDaysEarly(cal, due, at('2026-11-30'))).toBe(0);
  });
  it('allows one extension, until the day before', () => {
    expect(canExtend(cal, input, at('2026-11-25', '23:59'))).toEqual({ ok: true });
    expect(canExtend(cal, input, at('2026-11-26', '08:00'))).toEqual({ ok: false, why: 'too_late' });
    const extended = { ...input, extensions: [{ at: at('2026-11-23'), term: days(1), reason: '' }] };
    expect(canExtend(cal, extended, at('2026-11-24'))).toEqual({ ok: false, why: 'already_extended' });
    const open = { ...input, pauses: [stop(at('2026-11-23'), null)] };
    expect(canExtend(cal, open, at('2026-11-24'))).toEqual({ ok: false, why: 'paused' });
    expect(canExtend(cal, given(at('2026-11-20'), { unit: 'none' }), at('2026-11-23'))).toEqual({
      ok: false,
      why: 'no_term',
    });
  });
});

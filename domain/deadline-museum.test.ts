// The museum: deadline faults that other systems really had, each kept as a test with its number.

import { describe, expect, it } from 'vitest';
import { addWorkingMinutes, compileCalendar, inheritCalendar, workingMinutesBetween } from './calendar.ts';
import {
  computeDeadline,
  type DeadlineInput,
  isLate,
  outcomeTimeliness,
  type Pause,
  previewDue,
  remainingAt,
} from './deadline.ts';
import { explainDeadline } from './deadline-trace.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import type { Term } from './term.ts';

const cal = compileCalendar(officialCalendarSpec);
const at = (date: string, clock = '09:00') => `${date}T${clock}:00+07:00`;
const days = (value: number): Term => ({ unit: 'working_day', value });
const supplement = (from: string, to: string | null, mode: Pause['mode']): Pause => ({
  from,
  to,
  reason: 'supplement',
  mode,
});
const ten: DeadlineInput = { receivedAt: at('2026-11-02'), term: days(10), pauses: [], extensions: [] };

describe('museum of deadline faults', () => {
  it.each([
    ['reset', at('2026-12-17', '17:00')],
    ['pause', at('2026-12-04', '17:00')],
  ] as const)('1: a supplement asked four times (%s) never expires falsely', (mode, due) => {
    const pauses = [
      supplement(at('2026-11-05'), at('2026-11-10'), mode),
      supplement(at('2026-11-12'), at('2026-11-18'), mode),
      supplement(at('2026-11-20'), at('2026-11-25'), mode),
      supplement(at('2026-11-27'), at('2026-12-03'), mode),
    ];
    for (const [count, pause] of pauses.entries()) {
      const asked = { ...ten, pauses: [...pauses.slice(0, count), { ...pause, to: null }] };
      expect(computeDeadline(cal, asked)).toMatchObject({ due: null, paused: true });
      expect(remainingAt(cal, asked, pause.to ?? '').urgency).toBe('paused');
    }
    expect(computeDeadline(cal, { ...ten, pauses })).toMatchObject({ due, paused: false });
  });

  it('2: a pause over a weekend adds exactly its working time', () => {
    const overWeekend = supplement(at('2026-11-06', '16:00'), at('2026-11-09', '08:30'), 'pause');
    const { due } = computeDeadline(cal, { ...ten, pauses: [overWeekend] });
    expect(due).toBe(at('2026-11-17', '09:30'));
    expect(workingMinutesBetween(cal, overWeekend.from, overWeekend.to ?? '')).toBe(120);
  });

  it('3: another procedure while paused keeps the pause', () => {
    const open = { ...ten, pauses: [supplement(at('2026-11-05'), null, 'pause')] };
    expect(computeDeadline(cal, { ...open, term: days(20) })).toMatchObject({ due: null, paused: true });
    const ended = {
      ...open,
      term: days(20),
      pauses: [supplement(at('2026-11-05'), at('2026-11-11'), 'pause')],
    };
    expect(computeDeadline(cal, ended).due).toBe(at('2026-12-07', '17:00'));
  });

  it('4: a day off announced mid-way moves what it touches and nothing else', () => {
    const storm = {
      date: '2026-11-12',
      kind: 'local_closure',
      name: 'nghỉ tránh bão',
      ground: null,
    } as const;
    const later = compileCalendar(inheritCalendar(officialCalendarSpec, { version: 2, days: [storm] }));
    expect(previewDue(cal, ten.receivedAt, days(10))).toBe(at('2026-11-16', '17:00'));
    expect(previewDue(later, ten.receivedAt, days(10))).toBe(at('2026-11-17', '17:00'));
    expect(previewDue(later, ten.receivedAt, days(7))).toBe(previewDue(cal, ten.receivedAt, days(7)));
    expect(later.version).not.toBe(cal.version);
  });

  it('5: weekend after holiday after weekend is walked to the end', () => {
    const twoDays: Term = { unit: 'calendar_day', value: 2 };
    expect(previewDue(cal, at('2022-04-28'), twoDays)).toBe(at('2022-05-04', '17:00'));
    expect(previewDue(cal, at('2023-04-27'), twoDays)).toBe(at('2023-05-04', '17:00'));
    expect(previewDue(cal, at('2026-02-12'), twoDays)).toBe(at('2026-02-23', '17:00'));
  });

  it('6: an extension counts from the origin, whenever it was granted', () => {
    const pauses = [supplement(at('2026-11-05'), at('2026-11-11'), 'pause')];
    const granted = (when: string) => ({
      ...ten,
      pauses,
      extensions: [{ at: when, term: days(2), reason: '' }],
    });
    const before = computeDeadline(cal, granted(at('2026-11-03')));
    expect(before.due).toBe(at('2026-11-25', '17:00'));
    expect(before.originalDue).toBe(at('2026-11-16', '17:00'));
    expect(computeDeadline(cal, granted(at('2026-11-12')))).toEqual(before);
  });

  it('7: lunch and the half Saturday are respected', () => {
    const saturdays = compileCalendar(inheritCalendar(officialCalendarSpec, { week: { 6: [[450, 690]] } }));
    const hours = (value: number): Term => ({ unit: 'working_hour', value });
    expect(previewDue(saturdays, at('2026-11-20', '11:00'), hours(1))).toBe(at('2026-11-20', '14:00'));
    expect(previewDue(saturdays, at('2026-11-20', '16:00'), hours(5))).toBe(at('2026-11-21', '11:30'));
    expect(previewDue(saturdays, at('2026-11-20', '16:00'), hours(6))).toBe(at('2026-11-23', '08:30'));
    expect(previewDue(saturdays, at('2026-11-20'), days(1))).toBe(at('2026-11-21', '11:30'));
  });

  it('8: no minute is lost at midnight', () => {
    const always = compileCalendar({
      version: 1,
      week: { 1: [[0, 1440]], 2: [[0, 1440]], 3: [[0, 1440]], 4: [[0, 1440]], 5: [[0, 1440]], 6: [], 7: [] },
      days: [],
    });
    expect(workingMinutesBetween(always, at('2026-11-02', '00:00'), at('2026-11-04', '00:00'))).toBe(2880);
    expect(addWorkingMinutes(always, at('2026-11-02', '23:59'), 2)).toBe(at('2026-11-03', '00:01'));
    expect(addWorkingMinutes(always, at('2026-11-06', '23:59'), 2)).toBe(at('2026-11-09', '00:01'));
    // An office that never closes is due within the due day, not on the day after it.
    expect(previewDue(always, at('2026-11-02'), days(1))).toBe(at('2026-11-03', '23:59'));
    expect(isLate(at('2026-11-03', '17:00'), at('2026-11-03', '23:59'))).toBe(false);
    expect(isLate(at('2026-11-03', '17:00'), at('2026-11-04', '00:00'))).toBe(true);
  });

  it.each([
    ['2026-11-20', '18:30', 'sau giờ làm việc'],
    ['2026-11-21', '09:00', 'vào ngày nghỉ'],
  ])('9: received %s at %s, day one is the next working day, and the trace says why', (date, clock, why) => {
    const input = { ...ten, receivedAt: at(date, clock), term: days(1) };
    expect(computeDeadline(cal, input)).toMatchObject({
      due: at('2026-11-23', '17:00'),
      countedFrom: '2026-11-23',
    });
    const [receipt] = explainDeadline(cal, input);
    expect(receipt?.text).toContain(why);
    expect(receipt?.text).toContain('ngày thứ nhất là thứ Hai, 23/11');
  });

  it('10: without a due date nothing is ever overdue, and it is told apart', () => {
    const input = { ...ten, term: { unit: 'none' } as const };
    expect(computeDeadline(cal, input)).toMatchObject({ due: null, originalDue: null, paused: false });
    expect(remainingAt(cal, input, at('2036-11-02'))).toMatchObject({
      urgency: 'no_term',
      lateWorkingDays: 0,
    });
    expect(outcomeTimeliness(null, at('2036-11-02'))).toBe('no_term');
    expect(isLate(null, at('2036-11-02'))).toBe(false);
  });
});

// A calendar that changes: what may be decided, and which dates move with it.

import { describe, expect, it } from 'vitest';
import { type CalendarDay, compileCalendar } from './calendar.ts';
import { editCalendar, movedDue, whyNotEdit } from './calendar-change.ts';
import { accepted, afterwards, calendar } from './dossier-story.ts';
import { officialCalendarSpec } from './official-calendar.ts';

const today = '2026-11-23';
const off = (date: string): CalendarDay => ({
  date,
  kind: 'local_closure',
  name: 'nghỉ tránh bão',
  ground: null,
});
const edited = (days: CalendarDay[], ordinary: string[] = []) =>
  compileCalendar(editCalendar(officialCalendarSpec, { days, ordinary }));

describe('the next version', () => {
  it('keeps what it does not name, replaces what it does, and frees days', () => {
    const spec = editCalendar(officialCalendarSpec, { days: [off('2026-11-30')], ordinary: ['2026-11-24'] });
    expect(spec.version).toBe(officialCalendarSpec.version + 1);
    expect(spec.days.find(({ date }) => date === '2026-11-24')).toBe(undefined);
    expect(spec.days).toHaveLength(officialCalendarSpec.days.length);
    expect([...spec.days].sort((a, b) => (a.date < b.date ? -1 : 1))).toEqual(spec.days);
  });
  it.each([
    ['nothing', [], [], /ít nhất một ngày/],
    ['a day twice', [off('2026-11-30'), off('2026-11-30')], [], /hai lần/],
    ['yesterday', [off('2026-11-22')], [], /Chủ nhật, 22\/11 đã qua/],
    ['a day beyond the calendar', [off('2070-01-02')], [], /2069/],
    [
      'making up on a working day',
      [{ ...off('2026-11-30'), kind: 'swap_work' } as const],
      [],
      /ngày đang nghỉ/,
    ],
  ])('refuses %s, with the remedy', (_what, days, ordinary, why) => {
    expect(whyNotEdit(calendar, { days, ordinary }, today)).toMatch(why);
  });
  it('lets a storm close the office today', () => {
    expect(whyNotEdit(calendar, { days: [off(today)], ordinary: [] }, today)).toBeNull();
  });
});

describe('a promised date', () => {
  // Received on Monday, 23 November, five working days: Tuesday, 1 December.
  const { dossier } = afterwards(accepted(), 'pass_on');
  it('moves with a day off before it, and with a swapped Saturday the other way', () => {
    expect(movedDue(dossier, calendar, edited([off('2026-11-30')]))).toEqual({
      oldDue: '2026-12-01T17:00:00+07:00',
      newDue: '2026-12-02T17:00:00+07:00',
    });
    const swap = { ...off('2026-11-28'), kind: 'swap_work' } as const;
    expect(movedDue(dossier, calendar, edited([swap]))?.newDue).toBe('2026-11-30T17:00:00+07:00');
  });
  it('moves by hours when its day becomes a half day', () => {
    const half = { ...off('2026-12-01'), kind: 'half_day' } as const;
    expect(movedDue(dossier, calendar, edited([half]))?.newDue).toBe('2026-12-01T11:30:00+07:00');
  });
  it('stays where the change comes after it, and where nothing is promised', () => {
    expect(movedDue(dossier, calendar, edited([off('2026-12-02')]))).toBeNull();
    const waiting = afterwards(accepted(), 'pass_on', 'request_supplement');
    expect(movedDue(waiting.dossier, calendar, edited([off('2026-11-30')]))).toBeNull();
    const done = afterwards(accepted(), 'pass_on', 'pass_on', 'approve', 'finish');
    expect(movedDue(done.dossier, calendar, edited([off('2026-11-30')]))).toBeNull();
  });
});

// Leases: how long, from when, what begins them anew, and that nobody's work is lost when one ends.

import { describe, expect, it } from 'vitest';
import { decideByClock, nextClockAct } from './clock-acts.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  officer,
  recorded,
  staff,
  tried,
} from './dossier-story.ts';
import { leaseEndOf, usualLease } from './lease.ts';
import { plusMinutes } from './time.ts';

const colleague = officer('specialist', 'tu-phap', 'colleague');
const atWork = afterwards(accepted(), 'pass_on');
/** Monday, 23 November, half past nine; planned to take two days, so held for four. The 24th is a holiday. */
const held = afterwards(atWork, 'claim');
const endsAt = leaseEndOf(held.dossier, calendar);
const ended = recorded(
  held,
  decideByClock(held.dossier, calendar, endsAt ?? '')?.events ?? [],
  { kind: 'system' },
  endsAt ?? '',
);

describe('how long', () => {
  it.each([
    [0, 420],
    [240, 420],
    [960, 1680],
    [9_600, 2100],
  ])('a step planned to take %i minutes is held for %i where a day has seven hours', (budget, minutes) => {
    expect(usualLease(budget, 420)).toBe(minutes);
  });
  it('counts working hours, and what the agency set comes first', () => {
    expect(endsAt).toBe('2026-11-30T09:30:00+07:00');
    const short = tried(atWork, staff.specialist, anAction('claim'), { leaseMinutes: 60 });
    expect(short).toMatchObject({ ok: true, events: [{ leaseMinutes: 60 }] });
  });
  it('nobody loses what a head gave them', () => {
    const assignee = { ...colleague };
    const given = acted(atWork, staff.dispatcher, anAction('assign'), { assignee });
    expect([given.dossier.holding.officerId, leaseEndOf(given.dossier, calendar)]).toEqual([
      'colleague',
      null,
    ]);
    expect(nextClockAct(given.dossier, calendar)).toBe(null);
  });
});

describe('what begins it anew', () => {
  it.each(['note', 'keep', 'correct_details'] as const)('%s of the holder', (type) => {
    const later = acted(held, staff.specialist, anAction(type), { at: '2026-11-25T09:30:00+07:00' });
    expect(leaseEndOf(later.dossier, calendar)).toBe('2026-12-01T09:30:00+07:00');
  });
  it('a colleague’s note does not', () => {
    const noted = acted(held, staff.approver, anAction('note'), { at: '2026-11-25T09:30:00+07:00' });
    expect(leaseEndOf(noted.dossier, calendar)).toBe(endsAt);
  });
  it('stands still while the citizen is waited for, and is whole again afterwards', () => {
    const asked = acted(held, staff.specialist, anAction('request_supplement'));
    expect(leaseEndOf(asked.dossier, calendar)).toBe(null);
    const back = acted(asked, staff.clerk_in, anAction('take_supplement'), {
      at: '2026-12-03T09:30:00+07:00',
    });
    expect(leaseEndOf(back.dossier, calendar)).toBe('2026-12-09T09:30:00+07:00');
  });
});

describe('when it ends', () => {
  it('goes back to the pile at that minute, not before, and says whose it was', () => {
    const before = plusMinutes(endsAt ?? '', -1);
    expect(decideByClock(held.dossier, calendar, before)).toBe(null);
    expect(ended.dossier.holding).toMatchObject({ officerId: null, lapsedFrom: 'specialist', since: endsAt });
  });
  it('who held it may go on, as long as nobody took it', () => {
    expect(tried(ended, staff.specialist, anAction('pass_on')).ok).toBe(true);
    const taken = acted(ended, colleague, anAction('claim'));
    expect(taken.dossier.holding.lapsedFrom).toBe(undefined);
    expect(tried(taken, staff.specialist, anAction('pass_on'))).toMatchObject({
      ok: false,
      refusal: { kind: 'not_allowed' },
    });
  });
});

describe('giving it back', () => {
  it('the holder and the heads may, others and with nobody holding it not', () => {
    for (const who of [staff.specialist, staff.dispatcher, staff.centre_head])
      expect(acted(held, who, anAction('release')).dossier.holding.officerId).toBe(null);
    expect(tried(held, colleague, anAction('release')).ok).toBe(false);
    expect(tried(atWork, staff.specialist, anAction('release')).ok).toBe(false);
  });
});

// The clock acts: when a citizen is warned, when a dossier stops by itself, and when it must not.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compileCalendar } from './calendar.ts';
import { decideByClock, nextClockAct } from './clock-acts.ts';
import type { Action } from './dossier-action.ts';
import {
  accepted,
  acted,
  afterwards,
  anAction,
  calendar,
  filed,
  recorded,
  type Story,
  staff,
} from './dossier-story.ts';
import { officialCalendarSpec } from './official-calendar.ts';
import { instantAt, plusMinutes } from './time.ts';

/** Asked on Friday, 27 November: the fifteenth day is Saturday, 12 December, so Monday the 14th counts. */
const asked = acted(
  afterwards(accepted({ at: '2026-11-26T08:00:00+07:00' }), 'pass_on'),
  staff.specialist,
  anAction('request_supplement'),
  { at: '2026-11-27T09:00:00+07:00' },
);
const system = { kind: 'system' } as const;
const doneAt = (story: Story, at: string, cal = calendar) => decideByClock(story.dossier, cal, at);
const after = (story: Story, at: string) => recorded(story, doneAt(story, at)?.events ?? [], system, at);
const types = (story: Story, at: string) => doneAt(story, at)?.events.map(({ type }) => type);

describe('a supplement', () => {
  it('is reminded of when two working days are left, to the second, and once', () => {
    expect(types(asked, '2026-12-11T07:29:59+07:00')).toBe(undefined);
    expect(types(asked, '2026-12-11T07:30:00+07:00')).toEqual(['citizen_reminded']);
    const reminded = after(asked, '2026-12-11T07:30:00+07:00');
    expect(types(reminded, '2026-12-14T12:00:00+07:00')).toBe(undefined);
  });
  it('lapses with the last minute of its last day, and says why and by which law', () => {
    const reminded = after(asked, '2026-12-11T07:30:00+07:00');
    expect(types(reminded, '2026-12-14T23:59:59+07:00')).toBe(undefined);
    const act = doneAt(reminded, '2026-12-15T00:00:00+07:00');
    expect(act?.events).toMatchObject([
      {
        type: 'dossier_stopped',
        reason: expect.stringMatching(/Đến hết thứ Hai, 14\/12 .*từ thứ Sáu, 27\/11 .*Điều 19 khoản 5/),
      },
    ]);
    expect(after(reminded, '2026-12-15T00:00:00+07:00').dossier).toMatchObject({ status: 'stopped' });
  });
  it('does not stop whom the clock could not warn: one working day after a late warning', () => {
    const late = after(asked, '2026-12-18T10:00:00+07:00');
    expect(late.dossier.supplements[0]?.remindedAt).toBe('2026-12-18T10:00:00+07:00');
    expect(types(late, '2026-12-21T23:59:59+07:00')).toBe(undefined);
    expect(types(late, '2026-12-22T00:00:00+07:00')).toEqual(['dossier_stopped']);
  });
  it('waits a day longer when its last day becomes a day off', () => {
    const storm = {
      date: '2026-12-14',
      kind: 'local_closure',
      name: 'nghỉ tránh bão',
      ground: null,
    } as const;
    const stormy = compileCalendar({ ...officialCalendarSpec, days: [...officialCalendarSpec.days, storm] });
    expect(nextClockAct(asked.dossier, stormy)?.at).toBe('2026-12-11T07:30:00+07:00');
    const reminded = after(asked, '2026-12-11T07:30:00+07:00');
    expect(nextClockAct(reminded.dossier, stormy)?.at).toBe('2026-12-16T00:00:00+07:00');
  });
  it('is a matter for a person when something was paid', () => {
    const owing = afterwards(accepted({ fee: 8_000 }), 'confirm_payment', 'pass_on', 'request_supplement');
    const reminded = after(owing, nextClockAct(owing.dossier, calendar)?.at ?? '');
    expect(reminded.dossier.supplements[0]?.remindedAt).toBeDefined();
    expect(nextClockAct(reminded.dossier, calendar)).toBeNull();
  });
  it('follows the term of its sector, with its ground', () => {
    const asking = anAction('request_supplement') as Extract<Action, { type: 'request_supplement' }>;
    const ask = { ...asking, answerDays: 30 };
    const before = afterwards(accepted(), 'pass_on');
    expect(() => acted(before, staff.specialist, ask)).toThrow(/cần căn cứ/);
    const grounded = acted(before, staff.specialist, { ...ask, sectorGround: 'Luật chuyên ngành' });
    expect(grounded.dossier.supplements[0]?.answerBy).toBe('2026-12-23T17:00:00+07:00');
  });
  it('leaves alone what was answered, and what nobody was asked', () => {
    expect(nextClockAct(afterwards(asked, 'take_supplement').dossier, calendar)).toBeNull();
    expect(nextClockAct(filed().dossier, calendar)).toBeNull();
  });
});

describe('a payment', () => {
  const owing = afterwards(accepted(), 'pass_on', 'request_payment');
  it('that the clock waits for has thirty days, then ends as a supplement does', () => {
    expect(owing.dossier.payments[0]?.payBy).toBe('2026-12-23T17:00:00+07:00');
    const reminded = after(owing, '2026-12-22T07:30:00+07:00');
    expect(reminded.dossier.payments[0]?.remindedAt).toBe('2026-12-22T07:30:00+07:00');
    expect(after(reminded, '2026-12-24T00:00:00+07:00').dossier).toMatchObject({
      status: 'stopped',
      money: 'cancelled',
    });
  });
  it('at the counter never ends anything', () => {
    expect(nextClockAct(accepted({ fee: 8_000 }).dossier, calendar)).toBeNull();
  });
});

it('whenever it was asked, the clock warns before it stops, and does each thing once', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1439 }), (day, minute) => {
      const at = plusMinutes(instantAt('2026-01-05', minute), day * 1440);
      const story = afterwards(filed({ at }), 'request_supplement');
      const warned = after(story, nextClockAct(story.dossier, calendar)?.at ?? '');
      const stop = nextClockAct(warned.dossier, calendar);
      expect(stop).toMatchObject({ rule: 'stop_after_lapse' });
      expect(stop?.at.slice(11, 19)).toBe('00:00:00');
      const ended = after(warned, stop?.at ?? '');
      expect(ended.history.map(({ event }) => event.type).slice(-2)).toEqual([
        'citizen_reminded',
        'dossier_stopped',
      ]);
      expect(nextClockAct(ended.dossier, calendar)).toBeNull();
    }),
  );
});

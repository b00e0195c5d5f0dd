// Duties: the two and the eight hours of online filings, the forwarding at 15:00, the promised day, and the ladder.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { workingMinutesBetween } from './calendar.ts';
import { accepted, acted, afterwards, anAction, calendar, filed, staff } from './dossier-story.ts';
import { attentionOf, dutiesOf, dutyText, isMissed } from './duties.ts';
import { halfDayOf } from './half-day.ts';
import { instantAt, plusMinutes } from './time.ts';

const counter = (at: string) => accepted({ at: plusMinutes(at, -30), by: staff.clerk_in });
const dutyOf = (story: { dossier: Parameters<typeof dutiesOf>[0] }, kind: string) =>
  dutiesOf(story.dossier, calendar).find((duty) => duty.kind === kind);
const forwardOf = (at: string) => {
  const duty = dutyOf(
    acted(
      filed({ at: '2026-11-02T08:00:00+07:00', by: staff.clerk_in }),
      staff.clerk_in,
      { type: 'accept' },
      { at },
    ),
    'forward',
  );
  return [duty?.holderAt.slice(5, 16), duty?.dueAt.slice(5, 16)];
};

describe('what came online', () => {
  it('is told of within two working hours, at the latest, and answered within eight', () => {
    expect(dutyOf(filed({ at: '2026-11-20T16:00:00+07:00' }), 'answer_filing')).toMatchObject({
      holderAt: '2026-11-23T07:30:00+07:00',
      dueAt: '2026-11-23T16:30:00+07:00',
      headAt: '2026-11-23T16:30:00+07:00',
      centreAt: '2026-11-25T11:00:00+07:00',
    });
  });
  it('whenever it is filed, the digest that tells of it is no later than two working hours', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 1440 }), (minutes) => {
        const at = plusMinutes(instantAt('2026-10-01', 0), minutes);
        const told = dutyOf(filed({ at }), 'answer_filing')?.holderAt ?? '';
        expect(workingMinutesBetween(calendar, at, told)).toBeLessThanOrEqual(120);
        expect(halfDayOf(calendar, told)).toBe(told);
      }),
    );
  });
  it('is late by the minute, and says so', () => {
    const duty = { kind: 'answer_filing', dueAt: '2026-11-23T16:30:00+07:00' } as const;
    expect(isMissed(duty, duty.dueAt)).toBe(false);
    expect(isMissed(duty, '2026-11-23T16:30:01+07:00')).toBe(true);
    expect(dutyText(duty, '2026-11-23T08:00:00+07:00')).toBe(
      'Trả lời hồ sơ trực tuyến trước 16 giờ 30 thứ Hai, 23/11',
    );
    expect(dutyText(duty, '2026-11-23T17:00:00+07:00')).toMatch(/^Quá giờ trả lời/);
  });
  it('owes nothing more once it is answered, refused or asked back', () => {
    for (const act of ['accept', 'refuse_at_intake', 'request_supplement'] as const)
      expect(dutyOf(afterwards(filed(), act), 'answer_filing')).toBe(undefined);
  });
});

describe('papers are passed on', () => {
  it.each([
    ['received at 15:00:00 sharp, the same day', '2026-11-23T15:00:00+07:00', ['11-23T13:30', '11-23T17:00']],
    [
      'a second later, when the next working day begins',
      '2026-11-23T15:00:01+07:00',
      ['11-25T07:30', '11-25T08:30'],
    ],
    ['before a holiday, after it', '2026-11-23T16:00:00+07:00', ['11-25T07:30', '11-25T08:30']],
    ['on a swapped Saturday, that day', '2026-08-22T09:00:00+07:00', ['08-22T13:30', '08-22T17:00']],
    ['on a Saturday off, on Monday', '2026-11-21T09:00:00+07:00', ['11-23T07:30', '11-23T08:30']],
  ])('%s', (_what, at, expected) => {
    expect(forwardOf(at)).toEqual(expected);
  });
  it('and then nothing is owed of that', () => {
    expect(dutyOf(afterwards(counter('2026-11-23T09:00:00+07:00'), 'pass_on'), 'forward')).toBe(undefined);
  });
});

it('a dossier that was paid for and not completed is for a person to decide', () => {
  const asked = afterwards(accepted({ fee: 8_000 }), 'confirm_payment', 'pass_on', 'request_supplement');
  expect(dutyOf(asked, 'lapsed')).toMatchObject({ holderAt: '2026-12-09T00:00:00+07:00' });
});

it('the rungs follow each other, and what has ended needs nobody', () => {
  const stories = [filed(), accepted(), afterwards(accepted(), 'pass_on', 'claim')];
  for (const { dossier } of stories)
    for (const duty of dutiesOf(dossier, calendar)) {
      expect(duty.holderAt <= duty.headAt).toBe(true);
      expect(duty.headAt <= duty.centreAt).toBe(true);
    }
  const ended = afterwards(accepted(), 'pass_on', 'pass_on', 'approve', 'finish');
  expect(attentionOf(ended.dossier, calendar)).toBeNull();
  expect(attentionOf(acted(filed(), staff.clerk_in, anAction('withdraw')).dossier, calendar)).toBeNull();
});

describe('half-days', () => {
  it.each([
    ['2026-11-23T07:29:59+07:00', '2026-11-20T13:30:00+07:00'],
    ['2026-11-23T07:30:00+07:00', '2026-11-23T07:30:00+07:00'],
    ['2026-11-23T12:00:00+07:00', '2026-11-23T07:30:00+07:00'],
    ['2026-11-23T13:30:00+07:00', '2026-11-23T13:30:00+07:00'],
    ['2026-11-24T10:00:00+07:00', '2026-11-23T13:30:00+07:00'],
  ])('at %s the digest is that of %s', (now, expected) => {
    expect(halfDayOf(calendar, now)).toBe(expected);
  });
  it('never begin at night, on a day off, or after the moment asked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 360 * 1440 }), (minutes) => {
        const now = plusMinutes(instantAt('2026-01-05', 0), minutes);
        const half = halfDayOf(calendar, now);
        expect(half <= now).toBe(true);
        expect(workingMinutesBetween(calendar, half, plusMinutes(half, 1))).toBe(1);
      }),
    );
  });
});

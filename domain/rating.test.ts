// Ratings as values: what completes, what changes, when it is over; haste; honest shares; the computed indicators.

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rated } from './chat.fixture.ts';
import { followUpReason, type Rating, ratingStage, takeRating } from './rating.ts';
import { findBurst, type RatingTrace } from './rating-burst.ts';
import { meanPoints, percentText, shareOf } from './rating-figures.ts';
import { computedIndicators } from './rating-indicators.ts';
import { questionOf, questionSet, questionSetOn, questionsFor } from './rating-questions.ts';
import { plusDays, plusMinutes } from './time.ts';

const now = rated.askedAt;
const fresh: Rating = rated.rating;
const taken = (rating: Rating, given: Parameters<typeof takeRating>[1], at = now): Rating => {
  const result = takeRating(rating, given, at);
  if (!result.ok) throw new Error(result.why);
  return result.rating;
};

describe('one rating', () => {
  it('is completed as often as one likes and changed once', () => {
    const first = taken(fresh, { level: 'satisfied' });
    const more = taken(taken(first, { answers: { time: 1 } }), { words: 'Tốt.' });
    expect(more).toMatchObject({ level: 'satisfied', answers: { time: 1 }, words: 'Tốt.', revised: false });
    const changed = taken(more, { answers: { time: 2 } });
    expect(changed.revised).toBe(true);
    expect(takeRating(changed, { level: 'not_satisfied' }, now)).toEqual({
      ok: false,
      why: 'already_revised',
    });
    expect(taken(changed, { answers: { contacts: 0 } }).answers).toEqual({ time: 2, contacts: 0 });
    expect(taken(changed, { level: 'satisfied' })).toEqual(changed);
  });

  it('needs a level, an answer that was offered, and a day that is not over', () => {
    expect(takeRating(fresh, { words: 'Tốt.' }, now)).toMatchObject({ why: 'level_missing' });
    for (const answers of [{ time: 3 }, { time: -1 }, { weather: 0 }, { toString: 0 }, { online: 0 }])
      expect(takeRating(fresh, { level: 'satisfied', answers }, now)).toMatchObject({
        why: 'unknown_answer',
      });
    expect(ratingStage(fresh, plusDays(fresh.openUntil, 1))).toBeNull();
    expect(takeRating(fresh, { level: 'satisfied' }, plusMinutes(fresh.openUntil, 1))).toMatchObject({
      why: 'closed',
    });
  });

  it('asks about the network only who filed through it, and names the gravest reason to follow up', () => {
    expect(questionsFor(questionSet('nd118-2025.1'), 'online').map(({ id }) => id)).toContain('online');
    expect(questionSetOn('2020-01-01').version).toBe('nd118-2025.1');
    expect(questionOf('nd118-2025.1', 'weather')).toBeUndefined();
    expect(followUpReason({ ...fresh, level: 'not_satisfied', answers: { costs: 2 } })).toBe('extra_costs');
    expect(followUpReason({ ...fresh, level: 'satisfied', answers: { attitude: 2 } })).toBe('attitude');
    expect(followUpReason({ ...fresh, level: 'satisfied', answers: { costs: 1 } })).toBeNull();
  });
});

describe('haste', () => {
  const trace = (n: number, more: Partial<RatingTrace> = {}): RatingTrace => ({
    dossierId: `d${n}`,
    sources: [`s${n}`],
    officerId: null,
    at: plusMinutes(now, n),
    ...more,
  });

  it('marks more than four of one source within a quarter of an hour, and nobody else', () => {
    const five = [0, 1, 2, 3, 4].map((n) => trace(n, { sources: ['kiosk'] }));
    const newest = five[4] as RatingTrace;
    expect([...findBurst(newest, [...five, trace(3)])]).toEqual(
      five.map(({ dossierId }) => [dossierId, 'source']),
    );
    expect(findBurst(newest, five.slice(1)).size).toBe(0);
    const slow = five.map((each, n) => ({ ...each, at: plusMinutes(now, n * 20) }));
    expect(findBurst(slow[4] as RatingTrace, slow).size).toBe(0);
  });

  it('marks more than eight of one officer; nine without one are nothing', () => {
    const nine = Array.from({ length: 9 }, (_, n) => trace(n, { officerId: 'hoa' }));
    expect(new Set(findBurst(nine[8] as RatingTrace, nine).values())).toEqual(new Set(['officer']));
    const nobody = nine.map((each) => ({ ...each, officerId: null }));
    expect(findBurst(nobody[8] as RatingTrace, nobody).size).toBe(0);
  });
});

describe('figures', () => {
  it('give Wilson’s interval: 8 of 10 lies between 49.0 % and 94.3 %', () => {
    const { share, low, high } = shareOf(8, 10);
    expect([share, low, high].map((each) => Math.round((each ?? 0) * 1000) / 1000)).toEqual([
      0.8, 0.49, 0.943,
    ]);
    expect(shareOf(0, 0)).toEqual({ of: 0, count: 0, share: null, low: null, high: null });
    expect(() => shareOf(3, 2)).toThrow(RangeError);
    expect([percentText(0.8235), percentText(null)]).toEqual(['82,4%', 'chưa có']);
    expect([meanPoints([2, 1, 1]), meanPoints([])]).toEqual([1.3, null]);
  });

  it('hold the share within the interval, and grow surer with more', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), (yes, no) => {
        const { share, low, high } = shareOf(yes, yes + no);
        if (share === null || low === null || high === null) return yes + no === 0;
        const more = shareOf(yes * 4, (yes + no) * 4);
        const width = (more.high ?? 0) - (more.low ?? 0);
        return low <= share && share <= high && low >= 0 && high <= 1 && width <= high - low;
      }),
    );
  });
});

describe('computed indicators', () => {
  const facts = {
    ended: { early: 6, onTime: 4, late: 0 },
    opinions: { asked: 0, late: 0 },
    procedures: { offered: 10, online: 2 },
    dossiers: { filed: 10, online: 3, onlineLate: 0 },
    voices: null,
  };
  const pointsOf = (more: Partial<Parameters<typeof computedIndicators>[0]>) =>
    computedIndicators({ ...facts, ...more }).map(({ points }) => points);

  it('judge by the thresholds of the circular, and say nothing where nothing is known', () => {
    expect(pointsOf({})).toEqual([2, null, 1, null, 2]);
    expect(pointsOf({ ended: { early: 2, onTime: 8, late: 1 } })[0]).toBe(1);
    expect(pointsOf({ ended: { early: 9, onTime: 0, late: 2 } })[0]).toBe(0);
    expect(pointsOf({ opinions: { asked: 10, late: 1 } })[1]).toBe(1);
    expect(pointsOf({ voices: { received: 10, inTime: 9 } })[3]).toBe(1);
    expect(pointsOf({ voices: { received: 10, inTime: 8 } })[3]).toBe(0);
    expect(pointsOf({ dossiers: { filed: 100, online: 15, onlineLate: 3 } })[4]).toBe(1);
    expect(pointsOf({ dossiers: { filed: 100, online: 14, onlineLate: 0 } })[4]).toBe(0);
    for (const { why } of computedIndicators(facts)) expect(why.length).toBeGreaterThan(10);
  });
});

// The minute's arithmetic against a Zalo that counts for itself, whose clock is not ours, and that others call too.

import { assert, integer, property } from 'fast-check';
import { expect, it } from 'vitest';
import { exhausted, grant, heard, type RateWindow, rolled } from './rate.ts';

const start = Date.UTC(2026, 10, 23, 1, 0, 0);
const fresh: RateWindow = {
  perMinute: null,
  learntLimit: null,
  windowAt: start,
  used: 0,
  others: 0,
  seen: 0,
  seenAt: null,
};

interface Story {
  limit: number;
  minutes: number;
  /** How far Zalo's minute begins before ours (negative: after), in milliseconds. */
  ahead: number;
  /** Calls of other programs, each second. */
  strangers: number;
  urgent: boolean;
  perMinute?: number;
}

/** Takes and uses tokens as fast as they are given, for some minutes; counts as Zalo does. */
function play({ limit, minutes, ahead, strangers, urgent, perMinute }: Story) {
  let window: RateWindow = { ...fresh, perMinute: perMinute ?? null };
  const taken = new Map<number, number>();
  let refused = 0;
  let ours = 0;
  const call = (now: number): number => {
    const minute = Math.floor((now + ahead) / 60_000);
    const counted = taken.get(minute) ?? 0;
    if (counted >= limit) return limit + 1;
    taken.set(minute, counted + 1);
    return counted + 1;
  };
  // A dozen steps a second, as many calls in each as a process manages.
  for (let now = start; now < start + minutes * 60_000; now += 83) {
    if (Math.floor(now / 1_000) !== Math.floor((now - 83) / 1_000))
      for (let n = 0; n < strangers; n += 1) call(now);
    for (let batch = 0; batch < 12; batch += 1) {
      const given = grant(rolled(window, now), now, urgent);
      window = given.window;
      for (let n = 0; n < given.tokens; n += 1) {
        const counted = call(now);
        if (counted > limit) {
          refused += 1;
          window = exhausted(window);
        } else {
          ours += 1;
          window = heard(window, { limit, counted, askedAt: now }, now);
        }
      }
    }
  }
  return { refused, ours, most: Math.max(...taken.values()), taken: [...taken.values()] };
}

it.each([{ urgent: false }, { urgent: true }])(
  'uses 99.5 % of a minute and never more ($urgent)',
  ({ urgent }) => {
    const { refused, taken } = play({ limit: 4_000, minutes: 3, ahead: 0, strangers: 0, urgent });
    expect(refused).toBe(0);
    for (const minute of taken) expect(minute / 4_000).toBeGreaterThanOrEqual(0.995);
  },
);

it('keeps within the limit while other programs call too', () => {
  const { refused, taken } = play({ limit: 4_000, minutes: 3, ahead: 0, strangers: 9, urgent: false });
  // What they call in the last second cannot be known: then we are refused once, and wait.
  expect(refused).toBeLessThanOrEqual(3);
  for (const minute of taken) expect(minute / 4_000).toBeGreaterThanOrEqual(0.99);
});

it('finds out when Zalo’s minute begins, whoever’s clock is wrong', () => {
  assert(
    property(integer({ min: -30_000, max: 30_000 }), (ahead) => {
      const { refused, taken } = play({ limit: 1_000, minutes: 6, ahead, strangers: 0, urgent: false });
      // While it finds out, at most a batch is refused; the minutes between the first and the last are used.
      expect(refused).toBeLessThanOrEqual(10);
      for (const minute of taken.slice(2, -1)) expect(minute / 1_000).toBeGreaterThanOrEqual(0.95);
    }),
    { numRuns: 40, seed: 20261122 },
  );
});

it('obeys an operator’s lower limit, which is for us alone', () => {
  const { ours, refused } = play({
    limit: 4_000,
    minutes: 2,
    ahead: 0,
    strangers: 20,
    urgent: true,
    perMinute: 500,
  });
  expect(refused).toBe(0);
  expect(ours).toBeLessThanOrEqual(1_000);
  expect(ours).toBeGreaterThanOrEqual(990);
});

it('keeps room for answers until the minute is nearly over', () => {
  const soon = start + 1_000;
  let window = fresh;
  for (;;) {
    const given = grant(window, soon, false);
    window = given.window;
    if (given.tokens === 0) {
      expect(given.retryAt).toBe(soon + 1_000);
      break;
    }
  }
  expect(window.used).toBeLessThan(3_620);
  expect(grant(window, soon, true).tokens).toBe(3);
  expect(grant(window, start + 57_500, false).tokens).toBeGreaterThan(0);
});

it('does not believe an answer of the minute before about this one', () => {
  const next = rolled({ ...fresh, used: 3_000 }, start + 60_000);
  expect(next.used).toBe(0);
  const late = heard(next, { limit: 4_000, counted: 3_990, askedAt: start + 59_000 }, start + 61_000);
  expect(late.others).toBe(0);
});

// What time it is: the machine's clock, or one that tests and the demo set by hand.

import { fromEpochMs, type Instant, plusMinutes, toEpochMs } from '@motcua/domain/time';

export type Clock = { now(): Instant };

export type VirtualClock = Clock & {
  set(at: Instant): void;
  /** Moves forward by minutes (fractions allowed: 1/60 is a second). */
  advance(minutes: number): void;
};

export const systemClock: Clock = { now: () => fromEpochMs(Date.now()) };

/** A clock that stands still until told. It never runs backwards: the ledger would not believe it. */
export function virtualClock(start: Instant): VirtualClock {
  let at = start;
  const set = (next: Instant) => {
    if (toEpochMs(next) < toEpochMs(at)) throw new RangeError(`a clock cannot go back from ${at} to ${next}`);
    at = next;
  };
  return { now: () => at, set, advance: (minutes) => set(plusMinutes(at, minutes)) };
}

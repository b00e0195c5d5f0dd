// Finds ratings that came too fast to be those of so many people: they are marked and left out of the figures.

import { type Instant, plusMinutes } from './time.ts';

/** A rating by where it came from and whom it is about; neither names a person. */
export interface RatingTrace {
  dossierId: string;
  /** A digest of the device, the address or the chat. */
  sources: readonly string[];
  officerId: string | null;
  at: Instant;
}

export type BurstReason = 'source' | 'officer';

/** Within how many minutes ratings are counted together. */
export const burstMinutes = 15;
/** More than a family at the counter's computer, or somebody who filed for a few neighbours. */
const mostOfSource = 4;
/** More results than one officer's people come for and rate in a quarter of an hour. */
const mostOfOfficer = 8;

/** The marks that the newest rating brings upon itself and those around it; `recent` holds it and those before it. */
export function findBurst(newest: RatingTrace, recent: readonly RatingTrace[]): Map<string, BurstReason> {
  const since = plusMinutes(newest.at, -burstMinutes);
  const near = recent.filter(({ at }) => at >= since && at <= newest.at);
  const marks = new Map<string, BurstReason>();
  const mark = (found: readonly RatingTrace[], most: number, reason: BurstReason): void => {
    if (found.length > most) for (const { dossierId } of found) marks.set(dossierId, reason);
  };
  const { officerId } = newest;
  if (officerId !== null)
    mark(
      near.filter((each) => each.officerId === officerId),
      mostOfOfficer,
      'officer',
    );
  // What is surest is said: the source outweighs the officer.
  for (const source of newest.sources)
    mark(
      near.filter(({ sources }) => sources.includes(source)),
      mostOfSource,
      'source',
    );
  return marks;
}

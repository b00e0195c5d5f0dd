// The lease: who takes a dossier off the unit's pile holds it for so many working hours after the last thing done to it, not for ever.

import { addWorkingMinutes, type Calendar } from './calendar.ts';
import type { Dossier, Holding, Lease } from './dossier.ts';
import type { Recorded } from './dossier-event.ts';
import { awaitedOpinions } from './opinion.ts';
import { statuses } from './status.ts';
import type { Instant } from './time.ts';

/** Processes plan in days of eight hours. */
const plannedDay = 480;
/** Days of a lease, whatever the step is planned to take. */
const [fewest, most] = [1, 5];

/**
 * Working minutes of a lease where the agency has not set its own: twice what the step is planned to take, a day at
 * least and five at most. `day`: the minutes of the office's fullest day.
 */
export function usualLease(budgetMinutes: number, day: number): number {
  const days = Math.min(most, Math.max(fewest, (2 * budgetMinutes) / plannedDay));
  return Math.round(days * day);
}

/**
 * When the dossier goes back to the pile if nothing more is done to it; null while nobody holds it, while it waits for
 * the citizen or for another agency's opinion, after its end, and for what a head assigned: that is the head's to change.
 */
export function leaseEndOf(dossier: Dossier, calendar: Calendar): Instant | null {
  const { holding, status } = dossier;
  const { clock } = statuses[status];
  if (awaitedOpinions(dossier).length > 0) return null;
  if (holding.lease === undefined || clock === 'stopped' || clock === 'ended') return null;
  return addWorkingMinutes(calendar, holding.lease.from, holding.lease.minutes);
}

/** The holding after an event: whatever people do to a dossier begins its lease anew, a colleague's note does not. */
export function touched(holding: Holding, { at, actor, event }: Recorded): Holding {
  if (holding.lease === undefined) return holding;
  // When nobody is waited for any more, the holder's time begins.
  if (actor.kind === 'system' && event.type !== 'opinion_silent') return holding;
  const { officerId } = holding;
  const byHolder = actor.kind === 'officer' && [actor.officerId, actor.inPlaceOf].includes(officerId ?? '');
  if (event.type === 'process_migrated' || (event.type === 'note_added' && !byHolder)) return holding;
  return { ...holding, lease: { ...holding.lease, from: at } };
}

/** The holding of who takes a dossier. `minutes` is absent where it was assigned, or taken before there were leases. */
export function taken(
  holding: Holding,
  officerId: string,
  minutes: number | undefined,
  at: Instant,
): Holding {
  const { lease: _ended, lapsedFrom: _lost, ...place } = holding;
  const lease: { lease?: Lease } = minutes === undefined ? {} : { lease: { minutes, from: at } };
  return { ...place, officerId, since: at, ...lease };
}

/** The holding once a dossier went back to the pile. Who lost it to the clock stays named until somebody takes it. */
export function givenBack(holding: Holding, officerId: string, byClock: boolean, at: Instant): Holding {
  const { lease: _ended, lapsedFrom: _lost, ...place } = holding;
  return { ...place, officerId: null, since: at, ...(byClock ? { lapsedFrom: officerId } : {}) };
}

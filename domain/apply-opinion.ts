// What asking other agencies, their answers and their silence make of a dossier.

import { type Dossier, isEnded } from './dossier.ts';
import type { DossierEvent } from './dossier-event.ts';
import { withParty } from './dossier-place.ts';
import { awaitedOpinions } from './opinion.ts';
import type { OpinionClosed } from './opinion-request.ts';
import type { Instant } from './time.ts';

type Event<T extends DossierEvent['type']> = Extract<DossierEvent, { type: T }>;

/** Those asked may read the dossier from now on. */
export function askOpinions(dossier: Dossier, { requests }: Event<'opinions_asked'>): Partial<Dossier> {
  const joined = requests.reduce<Dossier>(
    (so, { agencyId }) => ({ ...so, ...withParty(so, agencyId) }),
    dossier,
  );
  const { parties } = joined;
  const opinions = [...(dossier.opinions ?? []), ...requests];
  return parties === undefined ? { opinions } : { opinions, parties };
}

/** One request has ended. Throws on one that is not awaited: that cannot have happened. */
export function closeOpinion(dossier: Dossier, requestId: string, closed: OpinionClosed): Partial<Dossier> {
  if (!awaitedOpinions(dossier).some(({ id }) => id === requestId))
    throw new Error('Only an awaited opinion is answered.');
  return {
    opinions: (dossier.opinions ?? []).map((each) => (each.id === requestId ? { ...each, closed } : each)),
  };
}

/** The answer as the dossier keeps it. */
export function answered({ verdict, text, letter }: Event<'opinion_given'>, at: Instant): OpinionClosed {
  return { how: 'answered', at, verdict, text, ...(letter === undefined ? {} : { letter }) };
}

/** Nobody answers for a step the dossier has left, or after its end: what is awaited then is withdrawn. */
export function withdrawLeft(before: Dossier, after: Dossier, at: Instant): Pick<Dossier, 'opinions'> {
  // Another process is no other step: what was asked moves with it.
  const hasLeft =
    isEnded(after.status) ||
    (before.process === after.process && before.holding.stepIndex !== after.holding.stepIndex);
  if (!hasLeft || awaitedOpinions(after).length === 0) return {};
  return {
    opinions: (after.opinions ?? []).map((each) =>
      each.closed === undefined ? { ...each, closed: { how: 'withdrawn', at } } : each,
    ),
  };
}

/** In a newer process the step has another id; what was asked at it stays asked. */
export function opinionsMoved(
  { opinions, process, holding }: Dossier,
  event: Event<'process_migrated'>,
): Pick<Dossier, 'opinions'> {
  const from = process.steps[holding.stepIndex]?.id;
  const to = event.process.steps[event.to]?.id;
  if (opinions === undefined || from === undefined || to === undefined) return {};
  return { opinions: opinions.map((each) => (each.stepId === from ? { ...each, stepId: to } : each)) };
}

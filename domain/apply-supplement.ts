// What a request for supplement, its answer and its reminder make of a dossier.

import type { Dossier, DossierStatus, PaperReceived, SupplementRequest } from './dossier.ts';
import type { Actor, DossierEvent } from './dossier-event.ts';
import type { Instant } from './time.ts';

type Event<T extends DossierEvent['type']> = Extract<DossierEvent, { type: T }>;

/** The dossier waits for the citizen. */
export function requestSupplement(
  dossier: Dossier,
  at: Instant,
  event: Event<'supplement_requested'>,
): Partial<Dossier> {
  const { answerBy, items, mode } = event;
  const asked = { requestedAt: at, answerBy, items, mode, interrupted: dossier.status, completedAt: null };
  return { status: 'awaiting_supplement', supplements: [...dossier.supplements, asked] };
}

/** A leader has to confirm it; the citizen is asked nothing yet and the clock runs on. */
export function proposeSupplement({
  at,
  actor,
  event,
}: {
  at: Instant;
  actor: Actor;
  event: Event<'supplement_proposed'>;
}): Partial<Dossier> {
  if (actor.kind !== 'officer') throw new Error('An officer proposes.');
  const { type: _, ...asked } = event;
  return { proposal: { at, officerId: actor.officerId, ...asked } };
}

/** All that was open has an answer: an officer looks next. */
export function answerSupplement(dossier: Dossier, at: Instant): Partial<Dossier> {
  return changeOpen(dossier, (request) => ({ ...request, answeredAt: at }));
}

/** What was found good is closed; the rest is asked again, in the words of what is still wrong. */
export function returnSupplement(
  dossier: Dossier,
  at: Instant,
  event: Event<'supplement_returned'>,
): Partial<Dossier> {
  const wrong = new Map(event.items.map(({ item, reason }) => [item, reason]));
  return changeOpen(dossier, (request) => {
    const { answeredAt: _, remindedAt: __, ...rest } = request;
    return {
      ...rest,
      items: request.items.map((item, index) => ({ ...item, reason: wrong.get(index) ?? item.reason })),
      answerBy: event.answerBy,
      open: [...wrong.keys()].sort((a, b) => a - b),
      reopenedAt: at,
    };
  });
}

function changeOpen(
  dossier: Dossier,
  change: (request: SupplementRequest) => SupplementRequest,
): Partial<Dossier> {
  return {
    supplements: dossier.supplements.map((each) => (each.completedAt === null ? change(each) : each)),
  };
}

/** The dossier goes back to what the request interrupted, with the papers that came. */
export function takeSupplement(
  dossier: Dossier,
  at: Instant,
  event: Event<'supplement_taken'>,
): Partial<Dossier> {
  return {
    status: interruptedBy(dossier.supplements.find((request) => request.completedAt === null)),
    ...changeOpen(dossier, (request) => ({ ...request, completedAt: event.completedAt ?? at })),
    papers: mergePapers(dossier.papers, event.papers),
    ...(event.summary === undefined ? {} : { summary: event.summary }),
  };
}

/** What the citizen still owes was called to mind. */
export function remind(dossier: Dossier, at: Instant, event: Event<'citizen_reminded'>): Partial<Dossier> {
  if (event.about === 'supplement') return changeOpen(dossier, (request) => ({ ...request, remindedAt: at }));
  return {
    payments: dossier.payments.map((each) => (each.paidAt === null ? { ...each, remindedAt: at } : each)),
  };
}

/** What a waiting dossier goes back to: an unreceived one waits for reception again. */
export function interruptedBy(request: { interrupted: DossierStatus } | undefined): DossierStatus {
  if (request === undefined) throw new Error('Nothing was asked of the citizen.');
  return request.interrupted;
}

function mergePapers(before: readonly PaperReceived[], added: readonly PaperReceived[]): PaperReceived[] {
  const replaced = new Set(added.map((paper) => paper.paperId));
  return [...before.filter((paper) => !replaced.has(paper.paperId)), ...added];
}

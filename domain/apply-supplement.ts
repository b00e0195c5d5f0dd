// What a request for supplement, its answer and its reminder make of a dossier.

import type { Dossier, DossierStatus, PaperReceived } from './dossier.ts';
import type { DossierEvent } from './dossier-event.ts';
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

/** The dossier goes back to what the request interrupted, with the papers that came. */
export function takeSupplement(
  dossier: Dossier,
  at: Instant,
  event: Event<'supplement_taken'>,
): Partial<Dossier> {
  return {
    status: interruptedBy(dossier.supplements.find((request) => request.completedAt === null)),
    supplements: dossier.supplements.map((request) =>
      request.completedAt === null ? { ...request, completedAt: at } : request,
    ),
    papers: mergePapers(dossier.papers, event.papers),
  };
}

/** What the citizen still owes was called to mind. */
export function remind(dossier: Dossier, at: Instant, event: Event<'citizen_reminded'>): Partial<Dossier> {
  if (event.about === 'supplement')
    return {
      supplements: dossier.supplements.map((each) =>
        each.completedAt === null ? { ...each, remindedAt: at } : each,
      ),
    };
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

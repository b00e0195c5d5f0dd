// apply(dossier, event) → dossier. The row is nothing but this fold; it can always be rebuilt from the ledger.

import { decisionAt, hold, noDecision } from './apply-holding.ts';
import { answered, askOpinions, closeOpinion, opinionsMoved, withdrawLeft } from './apply-opinion.ts';
import { cancelMoney, confirmPayment, owe, requestPayment } from './apply-payment.ts';
import {
  answerSupplement,
  proposeSupplement,
  remind,
  requestSupplement,
  returnSupplement,
  takeSupplement,
} from './apply-supplement.ts';
import type { Dossier, DossierStatus } from './dossier.ts';
import type { Arrival, Recorded } from './dossier-event.ts';
import { flawOf } from './dossier-flaw.ts';
import { withParty } from './dossier-place.ts';
import { givenBack, taken, touched } from './lease.ts';
import { moveAgency } from './merger.ts';
import { wrongSideStep } from './side-states.ts';
import { mayFollow } from './status.ts';
import type { Instant } from './time.ts';

/**
 * The dossier after one more event. `before` is the dossier as it was before the act that is undone, and needed for
 * nothing else. Throws on a history that cannot have happened: that is a bug or a forgery.
 */
export function apply(dossier: Dossier | null, recorded: Recorded, before?: Dossier): Dossier {
  if (dossier === null) return sound(open(recorded));
  const { seq, event } = recorded;
  if (seq !== dossier.version + 1) throw new Error('An event does not follow the one before it.');
  if (event.type === 'act_undone') {
    if (event.undoes !== dossier.version || before?.version !== event.undoes - 1)
      throw new Error('Only the last event is undone, back to what was before it.');
    return sound({ ...before, version: seq });
  }
  if ('from' in event && event.from !== dossier.holding.stepIndex)
    throw new Error('An event leaves a step at which the dossier does not lie.');
  const changed = { ...dossier, ...change(dossier, recorded), version: seq };
  const next = {
    ...changed,
    ...withdrawLeft(dossier, changed, recorded.at),
    ...withParty(changed, changed.holding.elsewhere?.agencyId),
    holding: touched(changed.holding, recorded),
  };
  // A proposal is about the dossier as it lies before whoever made it.
  if (next.proposal && isElsewhere(dossier, next)) next.proposal = null;
  if (!mayFollow(dossier.status, next.status))
    throw new Error(`No event leads from ${dossier.status} to ${next.status}.`);
  const wrong = wrongSideStep(dossier, next);
  if (wrong !== null) throw new Error(wrong);
  return sound(next);
}

function isElsewhere(before: Dossier, after: Dossier): boolean {
  return before.status !== after.status || before.holding.stepIndex !== after.holding.stepIndex;
}

function sound(dossier: Dossier): Dossier {
  const flaw = flawOf(dossier);
  if (flaw !== null) throw new Error(`A dossier cannot be so. ${flaw}`);
  return dossier;
}

/** The dossier that a whole history makes. */
export function fold(history: readonly Recorded[]): Dossier {
  /** The dossier after each event, by its number: an undone act leads back to one of them. */
  const past: Dossier[] = [];
  let dossier: Dossier | null = null;
  for (const recorded of history) {
    const { event } = recorded;
    dossier = apply(dossier, recorded, event.type === 'act_undone' ? past[event.undoes - 2] : undefined);
    past.push(dossier);
  }
  if (dossier === null) throw new Error('A history has at least one event.');
  return dossier;
}

function open({ seq, at, actor, event }: Recorded): Dossier {
  if (event.type !== 'dossier_submitted' || seq !== 1) throw new Error('A history begins with a submission.');
  const { type: _, ...submission } = event;
  const first = submission.process.steps[0];
  if (first === undefined) throw new Error('A process has a first step.');
  return {
    ...submission,
    code: null,
    version: seq,
    status: 'submitted',
    money: 'nothing_due',
    delivery: 'not_ready',
    sync: 'not_linked',
    submittedAt: at,
    receivedAt: null,
    receivedBy: null,
    holding: {
      stepIndex: 0,
      unit: first.unit,
      officerId: actor.kind === 'officer' ? actor.officerId : null,
      since: at,
    },
    supplements: [],
    payments: [],
    extensions: [],
    correction: null,
    outcome: null,
    outcomeReasons: [],
    resultNumber: null,
    finishedAt: null,
    endedAt: null,
    endReason: null,
    handedOver: null,
    linkGeneration: 1,
  };
}

function change(dossier: Dossier, { at, actor, event }: Recorded): Partial<Dossier> {
  switch (event.type) {
    case 'dossier_submitted':
      throw new Error('A dossier is submitted once.');
    case 'dossier_accepted':
      return {
        status: 'received',
        code: event.code,
        receivedAt: at,
        receivedBy: actor.kind === 'officer' ? actor.officerId : null,
        holding: {
          ...dossier.holding,
          officerId: actor.kind === 'officer' ? actor.officerId : null,
          since: at,
        },
        ...(event.fee > 0 ? owe(dossier, at, event.fee, 'Phí, lệ phí của thủ tục', false) : {}),
      };
    case 'intake_refused':
      return end('refused_at_intake', at, oneReason(event.reasons));
    case 'step_passed':
      return { status: 'in_process', holding: hold(event, at) };
    case 'step_returned':
      return { holding: hold(event, at), ...decisionAt(dossier, event.to) };
    case 'dossier_assigned':
      return { holding: taken(dossier.holding, event.officerId, event.leaseMinutes, at) };
    case 'dossier_released':
      if (dossier.holding.officerId !== event.officerId)
        throw new Error('Only who holds it can give it back.');
      return { holding: givenBack(dossier.holding, event.officerId, event.reason === null, at) };
    case 'lease_renewed':
    case 'note_added':
      // What they do to a lease every act does.
      return {};
    case 'supplement_requested':
      return requestSupplement(dossier, at, event);
    case 'supplement_proposed':
      return proposeSupplement({ at, actor, event });
    case 'supplement_declined':
      return { proposal: null };
    case 'supplement_answered':
      return answerSupplement(dossier, at);
    case 'supplement_returned':
      return returnSupplement(dossier, at, event);
    case 'supplement_taken':
      return takeSupplement(dossier, at, event);
    case 'payment_requested':
      return requestPayment(dossier, at, event);
    case 'payment_confirmed':
      return confirmPayment(dossier, at, event);
    case 'term_extended':
      return { extensions: [...dossier.extensions, { at, term: event.term, reason: event.reason }] };
    case 'step_approved':
      return {
        status: 'in_process',
        ...decisionAt({ ...dossier, outcome: event.outcome, outcomeReasons: event.reasons }, event.to),
        holding: hold({ ...event, officerId: null }, at),
      };
    case 'dossier_withdrawn':
      return { ...end('withdrawn', at, event.reason), ...cancelMoney(dossier) };
    case 'dossier_stopped':
      // A decision signed but never published falls with its dossier.
      return { ...end('stopped', at, event.reason), ...cancelMoney(dossier), ...noDecision };
    case 'dossier_finished':
      if (event.outcome !== dossier.outcome) throw new Error('What is published is what was signed.');
      return {
        status: 'resolved',
        delivery: 'ready',
        finishedAt: at,
        resultNumber: event.resultNumber,
        holding: hold({ ...event, officerId: null }, at),
      };
    case 'result_handed_over':
      return {
        status: 'returned',
        delivery: 'handed_over',
        endedAt: at,
        handedOver: { at, collector: event.collector, method: event.method },
      };
    case 'result_correction_opened':
      return {
        status: 'in_process',
        delivery: 'not_ready',
        ...decisionAt(dossier, event.to),
        resultNumber: null,
        finishedAt: null,
        endedAt: null,
        handedOver: null,
        correction: reopen(dossier, at, event.reason),
        holding: hold({ ...event, officerId: null }, at),
      };
    case 'details_corrected':
      return {
        ...(event.summary === null ? {} : { summary: event.summary }),
        ...(event.deliveryMethod === null ? {} : { deliveryMethod: event.deliveryMethod }),
      };
    case 'link_renewed':
      if (dossier.code === null) throw new Error('A receipt, and its QR, exist from reception on.');
      return { linkGeneration: dossier.linkGeneration + 1 };
    case 'process_migrated': {
      const { lease, officerId } = dossier.holding;
      // Whoever has it keeps it: what they used of their time is not given to them again.
      return {
        process: event.process,
        ...opinionsMoved(dossier, event),
        holding: {
          ...hold(event, at),
          ...(lease !== undefined && event.officerId === officerId ? { lease } : {}),
          since: staysPut(dossier, event) ? dossier.holding.since : at,
        },
      };
    }
    case 'agency_moved':
      return moveAgency(dossier, event);
    case 'opinions_asked':
      return askOpinions(dossier, event);
    case 'opinion_given':
      return closeOpinion(dossier, event.requestId, answered(event, at));
    case 'opinion_silent':
      return closeOpinion(dossier, event.requestId, { how: 'silent', at, means: event.means });
    case 'opinion_waived':
      return closeOpinion(dossier, event.requestId, { how: 'waived', at, reason: event.reason });
    case 'citizen_reminded':
      return remind(dossier, at, event);
    case 'filed_again':
    case 'papers_received':
    case 'files_kept':
      // Nothing of the state: the ledger is where it is proven.
      return {};
    case 'act_undone':
      throw new Error('What is undone is told by the history, not by the dossier.');
    case 'due_moved':
      // The calendar says the date; the ledger says that it moved, and why.
      return {};
  }
}

function staysPut({ holding }: Dossier, { unit, elsewhere }: Arrival): boolean {
  return unit === holding.unit && elsewhere?.agencyId === holding.elsewhere?.agencyId;
}

function end(status: DossierStatus, at: Instant, reason: string): Partial<Dossier> {
  return { status, endedAt: at, endReason: reason };
}

/** Several reasons as one sentence. */
function oneReason(reasons: readonly string[]): string {
  return reasons.map((reason) => reason.replace(/[.\s]+$/, '')).join('; ');
}

function reopen({ correction, finishedAt }: Dossier, at: Instant, reason: string): Dossier['correction'] {
  const firstFinishedAt = correction?.firstFinishedAt ?? finishedAt;
  if (firstFinishedAt === null) throw new Error('Only a published result is corrected.');
  return { reopenedAt: at, reason, count: (correction?.count ?? 0) + 1, firstFinishedAt };
}

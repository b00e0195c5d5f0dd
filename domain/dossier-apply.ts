// apply(dossier, event) → dossier. The row is nothing but this fold; it can always be rebuilt from the ledger.

import type { Dossier, DossierStatus, PaperReceived, Recorded } from './dossier.ts';
import { flawOf, isSignedBefore } from './dossier-flaw.ts';
import { wrongSideStep } from './side-states.ts';
import { mayFollow } from './status.ts';
import type { Instant } from './time.ts';

/** The dossier after one more event. Throws on a history that cannot have happened: that is a bug or a forgery. */
export function apply(dossier: Dossier | null, recorded: Recorded): Dossier {
  if (dossier === null) return sound(open(recorded));
  const { seq, event } = recorded;
  if (seq !== dossier.version + 1) throw new Error('An event does not follow the one before it.');
  if ('from' in event && event.from !== dossier.holding.stepIndex)
    throw new Error('An event leaves a step at which the dossier does not lie.');
  const next = { ...dossier, ...change(dossier, recorded), version: seq };
  if (!mayFollow(dossier.status, next.status))
    throw new Error(`No event leads from ${dossier.status} to ${next.status}.`);
  const wrong = wrongSideStep(dossier, next);
  if (wrong !== null) throw new Error(wrong);
  return sound(next);
}

function sound(dossier: Dossier): Dossier {
  const flaw = flawOf(dossier);
  if (flaw !== null) throw new Error(`A dossier cannot be so. ${flaw}`);
  return dossier;
}

/** The dossier that a whole history makes. */
export function fold(history: readonly Recorded[]): Dossier {
  const dossier = history.reduce<Dossier | null>(apply, null);
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
      return { holding: { ...dossier.holding, officerId: event.officerId, since: at } };
    case 'supplement_requested':
      return {
        status: 'awaiting_supplement',
        supplements: [
          ...dossier.supplements,
          {
            requestedAt: at,
            answerBy: event.answerBy,
            items: event.items,
            mode: event.mode,
            interrupted: dossier.status,
            completedAt: null,
          },
        ],
      };
    case 'supplement_taken':
      return {
        status: interruptedBy(dossier.supplements.find((request) => request.completedAt === null)),
        supplements: dossier.supplements.map((request) =>
          request.completedAt === null ? { ...request, completedAt: at } : request,
        ),
        papers: mergePapers(dossier.papers, event.papers),
      };
    case 'payment_requested':
      return {
        ...owe(dossier, at, event.amount, event.reason, event.stopsClock, event.payBy),
        ...(event.stopsClock ? { status: 'awaiting_payment' as const } : {}),
      };
    case 'payment_confirmed':
      return {
        money: 'paid',
        payments: dossier.payments.map((payment) =>
          payment.paidAt === null ? { ...payment, paidAt: at, receiptNumber: event.receiptNumber } : payment,
        ),
        ...(dossier.status === 'awaiting_payment'
          ? { status: interruptedBy(dossier.payments.find((payment) => payment.paidAt === null)) }
          : {}),
      };
    case 'term_extended':
      return { extensions: [...dossier.extensions, { at, term: event.term, reason: event.reason }] };
    case 'step_approved':
      return {
        status: 'in_process',
        ...decisionAt({ ...dossier, outcome: event.outcome, outcomeReasons: event.reasons }, event.to),
        holding: { stepIndex: event.to, unit: event.unit, officerId: null, since: at },
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
        holding: { stepIndex: event.to, unit: event.unit, officerId: null, since: at },
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
        holding: { stepIndex: event.to, unit: event.unit, officerId: null, since: at },
      };
    case 'details_corrected':
      return {
        ...(event.summary === null ? {} : { summary: event.summary }),
        ...(event.deliveryMethod === null ? {} : { deliveryMethod: event.deliveryMethod }),
      };
    case 'link_renewed':
      if (dossier.code === null) throw new Error('A receipt, and its QR, exist from reception on.');
      return { linkGeneration: dossier.linkGeneration + 1 };
    case 'process_migrated':
      // Whoever has it keeps it: what they used of their time is not given to them again.
      return {
        process: event.process,
        holding: {
          ...hold(event, at),
          since: event.unit === dossier.holding.unit ? dossier.holding.since : at,
        },
      };
    case 'citizen_reminded':
      return remind(dossier, event.about, at);
    case 'due_moved':
      // The calendar says the date; the ledger says that it moved, and why.
      return {};
  }
}

function remind(dossier: Dossier, about: 'supplement' | 'payment', at: Instant): Partial<Dossier> {
  if (about === 'supplement')
    return {
      supplements: dossier.supplements.map((each) =>
        each.completedAt === null ? { ...each, remindedAt: at } : each,
      ),
    };
  return {
    payments: dossier.payments.map((each) => (each.paidAt === null ? { ...each, remindedAt: at } : each)),
  };
}

function reopen({ correction, finishedAt }: Dossier, at: Instant, reason: string): Dossier['correction'] {
  const firstFinishedAt = correction?.firstFinishedAt ?? finishedAt;
  if (firstFinishedAt === null) throw new Error('Only a published result is corrected.');
  return { reopenedAt: at, reason, count: (correction?.count ?? 0) + 1, firstFinishedAt };
}

const hold = (event: { to: number; unit: string; officerId: string | null }, at: Instant) => ({
  stepIndex: event.to,
  unit: event.unit,
  officerId: event.officerId,
  since: at,
});

const noDecision = { outcome: null, outcomeReasons: [] };

/** What is decided once the dossier lies at a step: nothing, while somebody has still to sign there or later. */
function decisionAt(dossier: Dossier, stepIndex: number): Pick<Dossier, 'outcome' | 'outcomeReasons'> {
  const { outcome, outcomeReasons } = dossier;
  return isSignedBefore(dossier.process, stepIndex) ? { outcome, outcomeReasons } : noDecision;
}

/** What a waiting dossier goes back to: an unreceived one waits for reception again. */
function interruptedBy(request: { interrupted: DossierStatus } | undefined): DossierStatus {
  if (request === undefined) throw new Error('Nothing was asked of the citizen.');
  return request.interrupted;
}

function owe(
  dossier: Dossier,
  at: Instant,
  amount: number,
  reason: string,
  stopsClock: boolean,
  payBy?: Instant,
): Partial<Dossier> {
  const asked = { requestedAt: at, amount, reason, stopsClock, interrupted: dossier.status };
  const request = { ...asked, paidAt: null, receiptNumber: null, ...(payBy === undefined ? {} : { payBy }) };
  return { money: 'due', payments: [...dossier.payments, request] };
}

function end(status: DossierStatus, at: Instant, reason: string): Partial<Dossier> {
  return { status, endedAt: at, endReason: reason };
}

/** Several reasons as one sentence. */
function oneReason(reasons: readonly string[]): string {
  return reasons.map((reason) => reason.replace(/[.\s]+$/, '')).join('; ');
}

function cancelMoney(dossier: Dossier): Partial<Dossier> {
  return dossier.money === 'due' ? { money: 'cancelled' } : {};
}

function mergePapers(before: readonly PaperReceived[], added: readonly PaperReceived[]): PaperReceived[] {
  const replaced = new Set(added.map((paper) => paper.paperId));
  return [...before.filter((paper) => !replaced.has(paper.paperId)), ...added];
}

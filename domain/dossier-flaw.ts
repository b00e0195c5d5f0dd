// What can never be true of a dossier, whatever happened: the last guard before a state is written.

import { type Dossier, type DossierStatus, isEnded } from './dossier.ts';
import { awaitedOpinions } from './opinion.ts';
import type { Process } from './process.ts';

/** The first contradiction in a dossier's state, in words for the log; null when it is sound. */
export function flawOf(dossier: Dossier): string | null {
  const broken = rules.find(({ holds }) => !holds(dossier));
  return broken === undefined ? null : broken.flaw;
}

/** True when nobody signs at this step or after it: the decision, once made, stands. */
export function isSignedBefore(process: Process, stepIndex: number): boolean {
  return !process.steps.slice(stepIndex).some((step) => step.kind === 'approve');
}

const neverReceived: readonly DossierStatus[] = ['submitted', 'refused_at_intake'];
const surelyReceived: readonly DossierStatus[] = [
  'received',
  'in_process',
  'awaiting_payment',
  'resolved',
  'returned',
];
const endedWithReason: readonly DossierStatus[] = ['refused_at_intake', 'withdrawn', 'stopped'];

const hasResult = ({ status }: Dossier) => status === 'resolved' || status === 'returned';
const openSupplements = (dossier: Dossier) => dossier.supplements.filter((each) => each.completedAt === null);
const openPayments = (dossier: Dossier) => dossier.payments.filter((each) => each.paidAt === null);

const rules: readonly { flaw: string; holds: (dossier: Dossier) => boolean }[] = [
  {
    flaw: 'A dossier lies at a step of its process, in the unit of that step.',
    holds: ({ process, holding }) => process.steps[holding.stepIndex]?.unit === holding.unit,
  },
  {
    flaw: 'The code is given at reception, never before and never later.',
    holds: ({ code, receivedAt }) => (code === null) === (receivedAt === null),
  },
  {
    flaw: 'The status tells another story about reception than the date.',
    holds: ({ status, receivedAt }) =>
      !(receivedAt === null ? surelyReceived : neverReceived).includes(status),
  },
  {
    flaw: 'A dossier has an end exactly when its status is an end.',
    holds: ({ status, endedAt }) => isEnded(status) === (endedAt !== null),
  },
  {
    flaw: 'An end without a result says why.',
    holds: ({ status, endReason }) => endedWithReason.includes(status) === (endReason !== null),
  },
  {
    flaw: 'One open supplement request while waiting for it, none while at work.',
    holds: (dossier) =>
      dossier.status === 'awaiting_supplement'
        ? openSupplements(dossier).length === 1
        : openSupplements(dossier).length <= (endedWithReason.includes(dossier.status) ? 1 : 0),
  },
  {
    flaw: 'Money is due exactly while one sum is unpaid, and never beyond the end.',
    holds: (dossier) =>
      openPayments(dossier).length === (dossier.money === 'due' || dossier.money === 'cancelled' ? 1 : 0) &&
      !(dossier.money === 'due' && isEnded(dossier.status)) &&
      !(dossier.money === 'cancelled' && !isEnded(dossier.status)),
  },
  {
    flaw: 'Opinions are awaited only at the step that asked for them, and by nobody once the dossier has ended.',
    holds: (dossier) =>
      awaitedOpinions(dossier).every(
        ({ stepId }) =>
          !isEnded(dossier.status) && dossier.process.steps[dossier.holding.stepIndex]?.id === stepId,
      ),
  },
  {
    flaw: 'The clock waits for money exactly while the status says so.',
    holds: (dossier) =>
      isEnded(dossier.status) ||
      (dossier.status === 'awaiting_payment') === openPayments(dossier).some((each) => each.stopsClock),
  },
  {
    flaw: 'A result has an outcome; no outcome stands before the last signature or beside another end.',
    holds: (dossier) =>
      hasResult(dossier)
        ? dossier.outcome !== null
        : dossier.outcome === null ||
          (!isEnded(dossier.status) && isSignedBefore(dossier.process, dossier.holding.stepIndex)),
  },
  {
    flaw: 'A refusal gives its reasons, and nothing else does.',
    holds: ({ outcome, outcomeReasons }) => (outcome === 'refused') === outcomeReasons.length > 0,
  },
  {
    flaw: 'A result, its time and its number come together.',
    holds: (dossier) =>
      hasResult(dossier) === (dossier.finishedAt !== null) &&
      (hasResult(dossier) || dossier.resultNumber === null),
  },
  {
    flaw: 'The result is ready, handed over, or not there, as the status says.',
    holds: ({ status, delivery, handedOver }) =>
      (status === 'resolved') === (delivery === 'ready') &&
      (status === 'returned') === (delivery === 'handed_over') &&
      (status === 'returned') === (handedOver !== null),
  },
];

// Opinions of other agencies on a dossier (lấy ý kiến): which round comes next, what is awaited, what holds the step.

import { currentStep, type Dossier } from './dossier.ts';
import type { OpinionRequest } from './opinion-request.ts';
import type { Consultation, ProcessStep } from './process.ts';
import { statuses } from './status.ts';

/** Requests without an answer, in the order of asking. */
export function awaitedOpinions({ opinions = [] }: Pick<Dossier, 'opinions'>): OpinionRequest[] {
  return opinions.filter(({ closed }) => closed === undefined);
}

/**
 * What the holder of the step asks next, all at once: the first round of the step in which somebody has neither answered
 * nor let the time pass. Null while a round is awaited, and when there is nothing to ask.
 */
export function nextRound(dossier: Dossier): { round: number; asked: Consultation[] } | null {
  if (awaitedOpinions(dossier).length > 0) return null;
  const step = currentStep(dossier);
  const open = (step.consultations ?? []).filter((each) => !isSettled(dossier, step, each));
  if (open.length === 0) return null;
  const round = Math.min(...open.map((each) => each.round));
  return { round, asked: open.filter((each) => each.round === round) };
}

/** True once the agency answered that question, was silent past its time, or is not waited for any more. */
function isSettled(
  { opinions = [] }: Dossier,
  step: ProcessStep,
  { agency, question, round }: Consultation,
): boolean {
  return opinions.some(
    (request) =>
      request.stepId === step.id &&
      request.agency === agency &&
      request.question === question &&
      request.round === round &&
      request.closed !== undefined &&
      request.closed.how !== 'withdrawn',
  );
}

/** True while the holder can ask: the step has a round that nobody was asked, and the clock runs. */
export function mayConsult(dossier: Dossier): boolean {
  return statuses[dossier.status].clock === 'running' && nextRound(dossier) !== null;
}

/** Requests whose time is over and that go on waiting: a leader decides whether the dossier does. */
export function overdueOpinions(dossier: Dossier, now: string): OpinionRequest[] {
  return awaitedOpinions(dossier).filter(({ answerBy }) => now >= answerBy);
}

/** The request of that name; undefined when the dossier has none. */
export function findOpinion({ opinions = [] }: Dossier, id: string): OpinionRequest | undefined {
  return opinions.find((request) => request.id === id);
}

/** Who at an agency answers for it. */
export const opinionRoles = ['specialist', 'approver', 'centre_head'] as const;

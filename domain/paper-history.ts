// A dossier as it stood at one of its events: what a paper of that event tells of.

import type { Dossier } from './dossier.ts';
import { apply, fold } from './dossier-apply.ts';
import type { Recorded } from './dossier-event.ts';

export interface Moment {
  recorded: Recorded;
  before: Dossier;
  after: Dossier;
  /** As the whole act left it: a fee taken at the counter is paid on the receipt. */
  settled: Dossier;
}

/** `toldUntil`: the last event of the same act. Throws when the history has no such event, or when it is the first: nothing was before it. */
export function momentOf(history: readonly Recorded[], seq: number, toldUntil: number): Moment {
  const recorded = history[seq - 1];
  if (recorded === undefined || seq < 2) throw new Error('A paper is made by an event after the submission.');
  const before = fold(history.slice(0, seq - 1));
  const after = apply(before, recorded);
  const settled = fold(history.slice(0, toldUntil));
  return { recorded, before, after, settled };
}

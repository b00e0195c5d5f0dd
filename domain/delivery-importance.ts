// Which notices need an act or end the matter, which are only good to know, and which an officer must tell by hand.

import type { Importance } from './delivery-facts.ts';
import type { Dossier } from './dossier.ts';
import type { NoticeKind } from './status-notice.ts';
import type { StatusView } from './status-view.ts';

/** How much it matters that the person learns of it now. */
export const importanceOf: Record<NoticeKind, Exclude<Importance, 'answer'>> = {
  submitted: 'good_to_know',
  accepted: 'good_to_know',
  intake_refused: 'important',
  processing: 'good_to_know',
  supplement_requested: 'important',
  supplement_returned: 'important',
  supplement_taken: 'good_to_know',
  payment_requested: 'important',
  payment_confirmed: 'good_to_know',
  extended: 'important',
  finished: 'important',
  withdrawn: 'good_to_know',
  stopped: 'important',
  handed_over: 'good_to_know',
  rating_answered: 'important',
  correction_opened: 'important',
  reminded: 'important',
  // Whoever was told something wrong must not act on it.
  undone: 'important',
  due_moved: 'good_to_know',
};

/**
 * Whether an officer has to tell it by telephone or letter when nothing else reaches the person. Not when the person
 * stood at the counter, asked for it, or holds a receipt that already says it: the list of people to call stays short.
 */
export function needsTelling(
  kind: NoticeKind,
  dossier: Pick<Dossier, 'channel' | 'correction'>,
  view: Pick<StatusView, 'outcome' | 'result'>,
): boolean {
  switch (kind) {
    case 'intake_refused':
    case 'supplement_requested':
    case 'supplement_returned':
    case 'undone':
    case 'payment_requested':
    case 'extended':
    case 'stopped':
    case 'correction_opened':
    case 'rating_answered':
    case 'reminded':
      return true;
    case 'accepted':
      // At the counter the receipt is in the hand.
      return dossier.channel !== 'counter';
    case 'finished':
      return finishedNeedsTelling(dossier, view);
    case 'submitted':
    case 'processing':
    case 'supplement_taken':
    case 'payment_confirmed':
    case 'withdrawn':
    case 'handed_over':
    case 'due_moved':
      return false;
  }
}

/** The receipt says when to come for a result in time; what comes by post or online announces itself. */
function finishedNeedsTelling(
  { correction }: Pick<Dossier, 'correction'>,
  { outcome, result }: Pick<StatusView, 'outcome' | 'result'>,
): boolean {
  if (outcome === 'refused' || correction !== null) return true;
  if (result === null || result.delivery !== 'counter') return false;
  return result.timeliness === 'late' || result.timeliness === 'no_term';
}

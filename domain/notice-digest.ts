// One message for the news of an hour: the newest state of each dossier, and what was asked before and still holds.

import { lengthOf } from './folding.ts';
import { longestNotice, type NoticeKind, noticeText } from './status-notice.ts';
import type { StatusView } from './status-view.ts';
import { clip } from './status-words.ts';
import type { Instant } from './time.ts';

/**
 * Whether what an earlier notice told still holds, so that a newer one which takes its place must say it again. The
 * mere course of things does not: the newer notice tells it better.
 */
export function stillHolds(kind: NoticeKind, view: StatusView): boolean {
  const going = view.result === null && view.ended === null;
  switch (kind) {
    case 'accepted':
      return going && view.receivedAt !== null;
    case 'supplement_requested':
    case 'supplement_returned':
      return view.supplement !== null && view.supplement.answeredAt === undefined;
    case 'payment_requested':
      return view.payment !== null;
    case 'reminded':
      return view.status === 'awaiting_supplement' || view.status === 'awaiting_payment';
    case 'due_moved':
      return going && view.due !== null;
    case 'extended':
      return going && view.extension !== null;
    case 'correction_opened':
      return view.correction !== null;
    case 'finished':
      return view.result !== null && view.handedOver === null;
    case 'intake_refused':
    case 'stopped':
      return view.ended !== null;
    case 'submitted':
    case 'processing':
    case 'supplement_taken':
    case 'payment_confirmed':
    case 'withdrawn':
    case 'handed_over':
    case 'rating_answered':
    case 'undone':
      return false;
  }
}

/**
 * The text of a notice that takes the place of earlier ones which never arrived: what still holds of them first, in
 * today's words and figures, so that nothing stale is ever said. `now` is when it will be read.
 */
export function replacingText(
  kind: NoticeKind,
  earlier: readonly NoticeKind[],
  view: StatusView,
  now: Instant,
): string {
  const held = [...new Set(earlier)].filter((each) => each !== kind && stillHolds(each, view));
  // To whom its reception is news, that it is being worked on adds nothing.
  const kinds = kind === 'processing' && held.includes('accepted') ? held : [...held, kind];
  return clip(kinds.map((each) => noticeText(each, view, now)).join('\n'), longestNotice);
}

export interface Pack<Piece> {
  pieces: Piece[];
  text: string;
}

/** Joins texts, one for each dossier, into as few messages as Zalo's limit allows: one, but for very long ones. */
export function packNotices<Piece extends { text: string }>(pieces: readonly Piece[]): Pack<Piece>[] {
  const packs: Piece[][] = [];
  for (const piece of pieces) {
    const last = packs.at(-1);
    if (last !== undefined && lengthOf(joined([...last, piece])) <= longestNotice) last.push(piece);
    else packs.push([piece]);
  }
  return packs.map((pack) => ({ pieces: pack, text: joined(pack) }));
}

function joined(pieces: readonly { text: string }[]): string {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only.text;
  const listed = pieces.map(({ text }, at) => `${at + 1}. ${text}`);
  return [`Tin mới về ${pieces.length} hồ sơ Anh/Chị theo dõi:`, ...listed].join('\n\n');
}

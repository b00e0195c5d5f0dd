// What happens when a road is refused for good: the next road is planned in the same transaction, down to paper.

import type { Instant } from '@motcua/domain/time';
import type { Tx } from '../platform/database.ts';
import {
  lockNoticeOfDispatch,
  markRefused,
  type NoticeToTell,
  noticesOfMessage,
  roadsTried,
} from './fall-back-store.ts';
import { type RoadContext, takeNextRoad } from './next-road.ts';

/** A chat message, which may carry several notices, or one dispatch. */
export type Refused = { messageId: string } | { dispatchId: string };

export interface Refusal {
  /** Zalo's code; null when it was not Zalo who refused. */
  code: number | null;
  /** Why, for the officer. */
  sentence: string;
}

/**
 * Plans the next road of every notice that was refused for good; the caller has already marked the message or dispatch
 * as failed, in this transaction. A notice that nobody needs to be called for ends with that failure. A message that
 * carries no notice leaves nothing to tell.
 */
export async function fallBack(
  ctx: RoadContext,
  tx: Tx,
  refused: Refused,
  refusal: Refusal,
  now: Instant,
): Promise<void> {
  for (const notice of await noticesOf(tx, refused)) {
    await rememberRefusal(tx, notice, refusal, now);
    await takeNextRoad(ctx, tx, notice, await roadsTried(tx, notice.id), now);
  }
}

async function noticesOf(tx: Tx, refused: Refused): Promise<NoticeToTell[]> {
  if ('messageId' in refused) return noticesOfMessage(tx, refused.messageId);
  const notice = await lockNoticeOfDispatch(tx, refused.dispatchId);
  return notice?.supersededBy === null ? [notice] : [];
}

/** Refusals that speak of the person's chat: no relation, blocked, inactive, no longer open, of this kind, of this account. */
const personCodes = new Set([-213, -217, -227, -230, -232, -244, -114, -119, -139, -140, -141]);

async function rememberRefusal(tx: Tx, notice: NoticeToTell, refusal: Refusal, now: Instant): Promise<void> {
  const { oaId, chatUserId } = notice;
  if (refusal.code === null || oaId === null || chatUserId === null || !personCodes.has(refusal.code)) return;
  await markRefused(tx, { oaId, userId: chatUserId }, refusal.code, now);
}

// What has not left yet is taken back from whoever leaves; what somebody must be told is told another way.

import type { Instant } from '@motcua/domain/time';
import { type ChatRef, takeBackNotices } from '../chat/person-store.ts';
import type { Tx } from '../platform/database.ts';
import { fallBack } from './fall-back.ts';
import { noticesOfMessage } from './fall-back-store.ts';
import { type RoadContext, takeNextRoad } from './next-road.ts';

/** The person has left, unlinked, or wishes no messages any more. */
export async function takeBack(ctx: RoadContext, tx: Tx, chat: ChatRef, now: Instant): Promise<void> {
  for (const { id } of await takeBackNotices(tx, chat))
    await fallBack(ctx, tx, { messageId: id }, { code: null, sentence: '' }, now);
}

/** A message in doubt is dropped because one of its notices is old: the others are told anew, without it. */
export async function retellOthers(ctx: RoadContext, tx: Tx, messageId: string, now: Instant): Promise<void> {
  for (const notice of await noticesOfMessage(tx, messageId)) await takeNextRoad(ctx, tx, notice, [], now);
}

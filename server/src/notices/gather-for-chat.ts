// Writes the one message that carries whatever waits to be told in a chat: the newest state of each dossier, once.

import { packNotices } from '@motcua/domain/notice-digest';
import type { Instant } from '@motcua/domain/time';
import type { ChatRef } from '../chat/person-store.ts';
import { queueMessage } from '../chat/queue-message.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { announceNotices } from './store.ts';
import { lockWaiting, putIntoMessage, removeMessages, type Waiting } from './waiting-store.ts';

export interface News {
  /** The new notice; the message that carries it gets the same id. */
  id: string;
  text: string;
  /** When it may leave. */
  dueAt: Instant;
}

/**
 * Replaces the waiting messages of a chat by one that leaves out what has become old and takes in the news. It leaves at
 * the earliest moment at which any of them may: what must go at once takes along what could have waited.
 */
export async function gatherForChat(
  ctx: Pick<Context, 'newId'>,
  tx: Tx,
  { oaId, userId }: ChatRef,
  news: News | null,
  now: Instant,
): Promise<void> {
  const waiting = await lockWaiting(tx, { oaId, userId });
  const kept = waiting.filter(({ superseded }) => !superseded);
  if (news === null && kept.length === waiting.length) return;
  await removeMessages(
    tx,
    waiting.map(({ messageId }) => messageId),
  );
  const pieces = [...kept.map(pieceOf), ...(news === null ? [] : [news])];
  const [dueAt = now] = pieces.map((piece) => piece.dueAt).toSorted();
  for (const pack of packNotices(pieces)) {
    const id = pack.pieces.some((piece) => piece.id === news?.id) ? (news?.id ?? ctx.newId()) : ctx.newId();
    await putIntoMessage(
      tx,
      pack.pieces.map((piece) => piece.id),
      id,
    );
    const sendAfter = dueAt > now ? dueAt : null;
    await queueMessage(tx, { id, oaId, userId, text: pack.text, urgent: false, sendAfter }, now);
    if (kept.length > 0) await announceNotices(tx, [{ id }]);
  }
}

function pieceOf({ noticeId, text, dueAt }: Waiting): News {
  return { id: noticeId, text, dueAt };
}

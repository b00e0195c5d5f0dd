// Writes the one message that carries whatever waits to be told in a chat: the newest state of each dossier, once.

import type { ReplyButton } from '@motcua/domain/chat-replies';
import { packNotices } from '@motcua/domain/notice-digest';
import type { Instant } from '@motcua/domain/time';
import type { ChatRef } from '../chat/person-store.ts';
import { queueMessage } from '../chat/queue-message.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { announceNotices } from './store.ts';
import { putIntoMessage, removeMessages, type Waiting } from './waiting-store.ts';

export interface News {
  /** The new notice; the message that carries it gets the same id. */
  id: string;
  text: string;
  /** Under a message that carries this news alone. */
  buttons?: readonly ReplyButton[];
  /** When it may leave. */
  dueAt: Instant;
}

/**
 * Replaces the messages that wait in a chat by one that leaves out what has become old and takes in the news. It leaves at
 * the earliest moment at which any of them may: what must go at once takes along what could have waited.
 */
export async function gatherForChat(
  ctx: Pick<Context, 'newId'>,
  tx: Tx,
  { oaId, userId }: ChatRef,
  waiting: readonly Waiting[],
  news: News | null,
  now: Instant,
): Promise<void> {
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
    // The news was written as what it is, the notice of this message.
    const others = pack.pieces.map((piece) => piece.id).filter((each) => each !== news?.id);
    await putIntoMessage(tx, others, id);
    const sendAfter = dueAt > now ? dueAt : null;
    const buttons = pack.pieces.length === 1 ? (pack.pieces[0]?.buttons ?? []) : [];
    const message = { id, oaId, userId, text: pack.text, buttons, urgent: false, sendAfter };
    await queueMessage(tx, message, now);
    if (kept.length > 0) await announceNotices(tx, [{ id }]);
  }
}

function pieceOf({ noticeId, text, dueAt }: Waiting): News {
  return { id: noticeId, text, dueAt };
}

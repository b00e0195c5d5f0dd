// The one outbox of the chat: whatever is to be said to a person is written here, with the job that sends it.

import { createHash } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { insertMessage, type NewMessage } from './message-store.ts';
import type { ChatRef } from './person-store.ts';

/**
 * Plans a message in the caller's transaction. Messages to one person leave in the order in which they were planned.
 * Somebody waits for it (`urgent`, an answer) unless told otherwise; a notice is not urgent and leaves room for answers.
 * Nothing leaves before `sendAfter`.
 */
export async function queueMessage(
  tx: Tx,
  message: Omit<NewMessage, 'direction'>,
  at: string,
): Promise<void> {
  await insertMessage(tx, { ...message, direction: 'out' }, at);
  await addJob(
    tx,
    'send-chat-message',
    { tenantId: tx.tenantId, messageId: message.id },
    {
      queue: chatQueue('say', message),
      key: `send-${message.id}`,
      ...(message.sendAfter ? { runAt: message.sendAfter } : {}),
      priority: (message.urgent ?? true) ? -10 : 0,
    },
  );
}

/**
 * The queue in which what one person said, or what is said to that person, waits its turn. Two queues, so that an answer
 * need not wait until the queue has put away the job that planned it. A digest: names of queues outlive the person's data.
 */
export function chatQueue(way: 'hear' | 'say', chat: ChatRef): string {
  return `${way}:${createHash('sha256').update(`${chat.oaId}/${chat.userId}`).digest('base64url')}`;
}

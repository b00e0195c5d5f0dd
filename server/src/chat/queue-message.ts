// The one outbox of the chat: whatever is to be said to a person is written here, with the job that sends it.

import { createHash } from 'node:crypto';
import type { Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { insertMessage, type NewMessage } from './message-store.ts';
import type { ChatRef } from './person-store.ts';
import { bringForward } from './send-store.ts';

/**
 * Plans a message in the caller's transaction. Messages to one person leave in the order in which they were planned.
 * Somebody waits for it (`urgent`, an answer) unless told otherwise: it has a job of its own. A notice is not urgent; it
 * waits for its account's pump and leaves room for answers. Nothing leaves before `sendAfter`.
 */
export async function queueMessage(
  tx: Tx,
  message: Omit<NewMessage, 'direction'>,
  at: string,
): Promise<void> {
  await insertMessage(tx, { ...message, direction: 'out' }, at);
  const sendAfter = message.sendAfter ?? undefined;
  if (message.urgent === false) return wakePump(tx, message.oaId, sendAfter);
  // Answers put off to another day go before this one: whoever gets it must not get them after it.
  const putOff = sendAfter === undefined ? await bringForward(tx, message, at) : undefined;
  if (putOff !== undefined) await planSending(tx, { ...message, id: putOff });
  await planSending(tx, message, sendAfter);
}

/** Plans the job that sends this one message, before jobs that nobody waits for. */
export async function planSending(tx: Tx, message: ChatRef & { id: string }, runAt?: string): Promise<void> {
  const { id } = message;
  await addJob(
    tx,
    'send-chat-message',
    { tenantId: tx.tenantId, messageId: id },
    { queue: chatQueue('say', message), key: `send-${id}`, priority: -10, ...(runAt && { runAt }) },
  );
}

/** Plans the job that finds out what became of a message in doubt. */
export async function planLook(tx: Tx, messageId: string, runAt?: string): Promise<void> {
  await addJob(
    tx,
    'settle-doubt',
    { tenantId: tx.tenantId, messageId },
    { key: `doubt-${messageId}`, priority: -5, ...(runAt && { runAt }) },
  );
}

/** Rings for the job that sends what waits in this account; one at a time, however many ring. */
export async function wakePump(tx: Tx, oaId: string, runAt?: string): Promise<void> {
  const queue = `pump:${oaId}`;
  await addJob(
    tx,
    'send-waiting',
    { tenantId: tx.tenantId, oaId },
    { queue, key: queue, bell: true, ...(runAt && { runAt }) },
  );
}

/**
 * The queue in which what one person said, or what is said to that person, waits its turn. Two queues, so that an answer
 * need not wait until the queue has put away the job that planned it. A digest: names of queues outlive the person's data.
 */
export function chatQueue(way: 'hear' | 'say', chat: ChatRef): string {
  return `${way}:${createHash('sha256').update(`${chat.oaId}/${chat.userId}`).digest('base64url')}`;
}

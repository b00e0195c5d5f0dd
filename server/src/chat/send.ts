// Sends one planned answer, once: what is about to be done is committed before it is done.

import type { ReplyButton } from '@motcua/domain/chat-replies';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import { buttonsMessage, type OaMessage, textMessage } from '@motcua/zalo/messages';
import { type DeliveryOutcome, sendToUser } from '../oa/deliver.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import {
  lockMessage,
  markSending,
  markSent,
  markState,
  type OutMessage,
  removeTraceless,
} from './message-store.ts';
import { chatQueue } from './queue-message.ts';

/** How long the echo of a message is waited for before it may be sent again, in minutes. */
const echoMinutes = 0.5;
/** Later than this an answer no longer answers anything. */
const mostAttempts = 10;

/**
 * Sends the message if it is its turn. After a crash or a silent Zalo nobody knows whether it arrived: the echo is
 * waited for half a minute, then it is sent once more, counted, and never a third time.
 */
export async function sendChatMessage(ctx: Context, tenantId: string, messageId: string): Promise<void> {
  const message = await ctx.database.tenant(tenantId, (tx) => takeTurn(tx, messageId, ctx.clock.now()));
  if (message === null) return;
  crashPoint('chat.send.before');
  const built = build(message.text, message.buttons);
  if (built === null) {
    await ctx.database.tenant(tenantId, (tx) =>
      giveUp(tx, message, 'Tin vượt giới hạn của Zalo nên không gửi được.'),
    );
    return;
  }
  const { oaId, userId } = message;
  const outcome = await sendToUser(ctx, { tenantId, oaId, userId, message: built });
  crashPoint('chat.send.after');
  await ctx.database.tenant(tenantId, (tx) => settle(tx, message, outcome, ctx.clock.now()));
  crashPoint('chat.settle.after');
}

/** The message to send now, marked as being sent; null when it is done, or its echo is still waited for. */
async function takeTurn(tx: Tx, messageId: string, now: Instant): Promise<OutMessage | null> {
  const message = await lockMessage(tx, messageId);
  if (message === undefined) return null;
  if (message.state === 'planned') {
    await markSending(tx, messageId, now, false);
    return { ...message, attempts: message.attempts + 1 };
  }
  if (message.state !== 'sending' && message.state !== 'unknown') return null;
  const until = plusMinutes(message.sendingAt ?? now, echoMinutes);
  if (now < until) {
    await waitForEcho(tx, message, until);
    return null;
  }
  if (message.resent > 0) {
    await giveUp(tx, message, 'Zalo không trả lời rõ; tin đã được gửi lại một lần.', 'unknown');
    return null;
  }
  await markSending(tx, messageId, now, true);
  return { ...message, attempts: message.attempts + 1, resent: 1 };
}

async function settle(tx: Tx, message: OutMessage, outcome: DeliveryOutcome, now: Instant): Promise<void> {
  switch (outcome.kind) {
    case 'sent':
      await markSent(tx, message.id, outcome.messageId, now);
      return removeTraceless(tx, message.id);
    case 'unknown_outcome':
      return waitForEcho(tx, message, plusMinutes(now, echoMinutes));
    case 'refused': {
      const { action, sentence } = outcome.policy;
      if (action === 'retry_later' || action === 'defer') return tryLater(tx, message, sentence, now);
      return giveUp(tx, message, sentence);
    }
    case 'not_sent':
      return tryLater(tx, message, 'Chưa kết nối được với Zalo; tin sẽ được gửi lại.', now);
    case 'not_connected':
    case 'unavailable':
      return tryLater(tx, message, outcome.sentence, now);
  }
}

async function waitForEcho(tx: Tx, message: OutMessage, until: Instant): Promise<void> {
  await markState(tx, message.id, 'unknown', 'Zalo không trả lời rõ; đang chờ xem tin đã tới chưa.');
  await again(tx, message, until);
}

async function tryLater(tx: Tx, message: OutMessage, reason: string, now: Instant): Promise<void> {
  if (message.attempts >= mostAttempts) return giveUp(tx, message, reason);
  await markState(tx, message.id, 'planned', reason);
  await again(tx, message, plusMinutes(now, Math.min(60, 2 ** message.attempts / 4)));
}

async function giveUp(
  tx: Tx,
  message: OutMessage,
  reason: string,
  state: 'failed' | 'unknown' = 'failed',
): Promise<void> {
  await markState(tx, message.id, state, reason);
  await removeTraceless(tx, message.id);
}

function again(tx: Tx, message: OutMessage, runAt: Instant): Promise<void> {
  const { id } = message;
  const queue = chatQueue('say', message);
  return addJob(
    tx,
    'send-chat-message',
    { tenantId: tx.tenantId, messageId: id },
    { queue, key: `send-${id}`, runAt },
  );
}

function build(text: string, buttons: readonly ReplyButton[]): OaMessage | null {
  const built =
    buttons.length === 0
      ? textMessage(text)
      : buttonsMessage(
          text,
          buttons.map(({ title, payload }) => ({ type: 'oa.query.show', title, payload })),
        );
  return built.kind === 'message' ? built.message : null;
}

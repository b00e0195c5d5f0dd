// What became of a message, written down: the table of Zalo's errors put into practice, and whose turn comes next.

import { dateOf, dayNumber, fromEpochMs, type Instant, plusMinutes, toEpochMs } from '@motcua/domain/time';
import { momentAfter } from '@motcua/zalo/policy';
import { fallBack, type Refusal } from '../notices/fall-back.ts';
import { markRefused } from '../notices/fall-back-store.ts';
import type { DeliveryOutcome } from '../oa/deliver.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { markUnanswered } from '../talks/store.ts';
import { markSent, removeTraceless } from './message-store.ts';
import type { ChatRef } from './person-store.ts';
import { planLook, planSending, wakePump } from './queue-message.ts';
import { holdBack, lockLine, markDoubt, markEnd, nextOfPerson, putBack, type Turn } from './send-store.ts';

type Refused = Extract<DeliveryOutcome, { kind: 'refused' }>;

/** How soon after a silent answer the conversation is read. */
const firstLookMinutes = 2 / 60;
/** How long a message waits that Zalo refused with a code nobody knows, after each refusal; then it has failed. */
const patienceMinutes = [1, 3, 6];
/** So many mornings a message is tried whose quota is used up; then its person is told by another road. */
const mostDeferrals = 3;

/**
 * Settles a turn. `pause`: until when the whole account waits, if it does. What was sent is believed from whoever says
 * so, even from a worker that slept: it is a fact. All else is written only under the turn's own number.
 */
export async function settle(
  ctx: Context,
  tx: Tx,
  turn: Turn,
  outcome: DeliveryOutcome,
  pause: Instant | null,
): Promise<void> {
  await lockLine(tx, turn);
  const now = ctx.clock.now();
  switch (outcome.kind) {
    case 'sent':
      await markSent(tx, turn, outcome.messageId, now);
      return callNext(tx, turn, now);
    case 'unknown_outcome':
      return doubt(tx, turn, plusMinutes(now, firstLookMinutes), unclear, false);
    case 'not_sent':
      return wait(tx, turn, 'Chưa kết nối được với Zalo; tin sẽ được gửi lại.', pause);
    case 'not_connected':
    case 'unavailable':
      return wait(tx, turn, outcome.sentence, pause);
    case 'overslept':
      return wait(tx, turn, null, null);
    case 'refused':
      if (pause !== null) return wait(tx, turn, outcome.policy.sentence, pause);
      return settleRefusal(ctx, tx, turn, outcome, now);
  }
}

const unclear = 'Zalo không trả lời rõ; đang chờ xem tin đã tới chưa.';

async function settleRefusal(
  ctx: Context,
  tx: Tx,
  turn: Turn,
  refused: Refused,
  now: Instant,
): Promise<void> {
  const { action, until, sentence } = refused.policy;
  const refusal = { code: refused.code, sentence };
  switch (action) {
    case 'defer': {
      const isNight = until === 'morning';
      const mornings = dayNumber(dateOf(now)) - dayNumber(dateOf(turn.plannedAt));
      if (!isNight && mornings >= mostDeferrals) return endSending(ctx, tx, turn, refusal, now);
      const dueAt = fromEpochMs(momentAfter(until ?? 'next_day', toEpochMs(now)));
      await putBack(tx, turn, { dueAt, reason: sentence, refused: !isNight });
      if (turn.urgent && !isNight) await holdBack(tx, turn, dueAt);
      await wakePump(tx, turn.oaId, dueAt);
      return callNext(tx, turn, now);
    }
    case 'fallback':
      await markRefused(tx, turn, refused.code, now);
      return endSending(ctx, tx, turn, refusal, now);
    case 'retry_bounded': {
      const patience = patienceMinutes[turn.refusals];
      if (patience === undefined) return endSending(ctx, tx, turn, refusal, now);
      return doubt(tx, turn, plusMinutes(now, patience), sentence, true);
    }
    default:
      return endSending(ctx, tx, turn, refusal, now);
  }
}

/**
 * The message has failed, or nobody will ever know (`unknown`): for everybody to see, and what it was to tell takes its
 * next road in the same transaction. The person's next message goes.
 */
export async function endSending(
  ctx: Context,
  tx: Tx,
  turn: Turn,
  refusal: Refusal,
  now: Instant,
  state: 'failed' | 'unknown' = 'failed',
): Promise<void> {
  if (await markEnd(tx, turn, state, refusal.sentence)) {
    await fallBack(ctx, tx, { messageId: turn.id }, refusal, now);
    await markUnanswered(tx, turn.id, now);
  }
  await removeTraceless(tx, turn.id);
  await callNext(tx, turn, now);
}

/** Nothing was sent: the message keeps its place and goes when the account may send again. */
async function wait(tx: Tx, turn: Turn, reason: string | null, until: Instant | null): Promise<void> {
  await putBack(tx, turn, { dueAt: null, reason, refused: false });
  await wakePump(tx, turn.oaId, until ?? undefined);
}

async function doubt(tx: Tx, turn: Turn, lookAt: Instant, reason: string, refused: boolean): Promise<void> {
  await markDoubt(tx, turn, { lookAt, reason, refused });
  await planLook(tx, turn.id, lookAt);
}

/** Calls the person's next message, which may have had to wait for this one. */
export async function callNext(tx: Tx, chat: ChatRef, now: Instant): Promise<void> {
  const next = await nextOfPerson(tx, chat, now);
  if (next === undefined) return;
  if (next.urgent) await planSending(tx, { ...chat, id: next.id });
  else await wakePump(tx, chat.oaId);
}

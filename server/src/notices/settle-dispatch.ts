// What becomes of a dispatch after an answer of Zalo or of the SMS gateway: sent, later, in doubt, or the next road.

import { fromEpochMs, type Instant, plusMinutes, toEpochMs } from '@motcua/domain/time';
import { type ErrorPolicy, momentAfter } from '@motcua/zalo/policy';
import type { TemplateOutcome } from '@motcua/zalo/template-send';
import type { NoToken } from '../oa/call-with-token.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import {
  type Dispatch,
  lockDispatch,
  markDispatchArrived,
  markDispatchSent,
  markDispatchState,
  queueDispatch,
  queueLook,
  takeReceiptAhead,
} from './dispatch-store.ts';
import { fallBack, type Refusal } from './fall-back.ts';
import type { SmsOutcome } from './sms.ts';

export type DispatchOutcome = TemplateOutcome | SmsOutcome | NoToken | { kind: 'no_road'; sentence: string };

/** How long the receipt of a message in doubt is waited for. */
export const doubtMinutes = 10;
/** A template message that is not delivered within two hours is never delivered. */
const deliveryMinutes = 125;
const mostAttempts = 10;

/** Records the outcome of one attempt. An attempt that slept until another took its place settles nothing but success. */
export async function settleDispatch(
  ctx: Pick<Context, 'newId' | 'sms'>,
  tx: Tx,
  attempt: Dispatch,
  outcome: DispatchOutcome,
  now: Instant,
): Promise<void> {
  const { id } = attempt;
  const standing = await lockDispatch(tx, id);
  if (standing === undefined) return;
  if (outcome.kind === 'sent' || outcome.kind === 'accepted') {
    const zaloMessageId = outcome.kind === 'sent' ? outcome.messageId : null;
    await markDispatchSent(tx, id, zaloMessageId, now);
    if (attempt.road === 'template_user') await takeEarlyReceipt(tx, attempt, zaloMessageId);
    if (attempt.road === 'template_phone') await queueLook(tx, id, plusMinutes(now, deliveryMinutes));
    return;
  }
  if (standing.state !== 'sending' || standing.attempts !== attempt.attempts) return;
  switch (outcome.kind) {
    case 'unknown_outcome':
      return later(
        tx,
        id,
        'unknown',
        'Zalo không trả lời rõ; đang chờ xem tin đã tới chưa.',
        plusMinutes(now, doubtMinutes),
      );
    case 'not_sent':
      return outcome.why === 'unreachable'
        ? tryLater(ctx, tx, standing, 'Chưa kết nối được với Zalo; tin sẽ được gửi lại.', now)
        : giveUp(
            ctx,
            tx,
            standing,
            { code: null, sentence: 'Nội dung tin không vừa mẫu của Zalo; chạy motcua oa templates check.' },
            now,
          );
    case 'again':
      return tryLater(ctx, tx, standing, outcome.why, now);
    case 'not_connected':
    case 'unavailable':
      return tryLater(ctx, tx, standing, outcome.sentence, now);
    case 'no_road':
      return giveUp(ctx, tx, standing, { code: null, sentence: outcome.sentence }, now);
    case 'refused':
      return 'policy' in outcome
        ? settleRefusal(ctx, tx, standing, outcome.policy, now)
        : giveUp(
            ctx,
            tx,
            standing,
            { code: null, sentence: `Cổng SMS từ chối tin này (mã ${outcome.status}).` },
            now,
          );
  }
}

/** To a person of the account a receipt names no tracking id: one that overtook Zalo's answer waits under its number. */
async function takeEarlyReceipt(tx: Tx, { oaId }: Dispatch, zaloMessageId: string | null): Promise<void> {
  if (oaId === null || zaloMessageId === null) return;
  const at = await takeReceiptAhead(tx, oaId, zaloMessageId);
  if (at !== undefined) await markDispatchArrived(tx, { trackingId: null, zaloMessageId }, at);
}

/** Ends a dispatch and plans what comes next in the same transaction. */
export async function giveUp(
  ctx: Pick<Context, 'newId' | 'sms'>,
  tx: Tx,
  dispatch: Pick<Dispatch, 'id'>,
  refusal: Refusal,
  now: Instant,
  state: 'failed' | 'unknown' = 'failed',
): Promise<void> {
  await markDispatchState(tx, dispatch.id, state, refusal.sentence);
  await fallBack(ctx, tx, { dispatchId: dispatch.id }, refusal, now);
}

async function settleRefusal(
  ctx: Pick<Context, 'newId' | 'sms'>,
  tx: Tx,
  dispatch: Dispatch,
  policy: ErrorPolicy,
  now: Instant,
): Promise<void> {
  const { code, action, until, sentence } = policy;
  // Nobody knows what the code means, nor whether the message left: its receipt is waited for, as after silence.
  if (action === 'retry_bounded' && dispatch.resent === 0)
    return later(tx, dispatch.id, 'unknown', sentence, plusMinutes(now, doubtMinutes));
  // News that would wait for next month is no news.
  const waits = (action === 'defer' || action === 'retry_later') && until !== 'next_month';
  if (!waits || dispatch.attempts >= mostAttempts) return giveUp(ctx, tx, dispatch, { code, sentence }, now);
  const at = fromEpochMs(momentAfter(until ?? 'next_minute', toEpochMs(now)));
  return later(tx, dispatch.id, 'planned', sentence, at);
}

async function tryLater(
  ctx: Pick<Context, 'newId' | 'sms'>,
  tx: Tx,
  dispatch: Dispatch,
  sentence: string,
  now: Instant,
): Promise<void> {
  if (dispatch.attempts >= mostAttempts) return giveUp(ctx, tx, dispatch, { code: null, sentence }, now);
  const minutes = Math.min(60, 2 ** (dispatch.attempts - 1));
  return later(tx, dispatch.id, 'planned', sentence, plusMinutes(now, minutes));
}

async function later(
  tx: Tx,
  id: string,
  state: 'planned' | 'unknown',
  reason: string,
  at: Instant,
): Promise<void> {
  await markDispatchState(tx, id, state, reason, at);
  await queueDispatch(tx, id, at);
}

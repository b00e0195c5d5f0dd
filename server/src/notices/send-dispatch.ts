// Sends a notice by template or SMS, once: what is about to be done is committed before it is done.

import { type Instant, plusMinutes } from '@motcua/domain/time';
import { sendTemplateByPhone, sendTemplateByUser } from '@motcua/zalo/template-send';
import { callWithToken } from '../oa/call-with-token.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { type DispatchContent, gatherContent } from './dispatch-content.ts';
import {
  type Dispatch,
  lockDispatch,
  markDispatchSending,
  markDispatchState,
  queueDispatch,
} from './dispatch-store.ts';
import { type DispatchOutcome, doubtMinutes, giveUp, settleDispatch } from './settle-dispatch.ts';
import { sendShortMessage } from './sms.ts';

/**
 * Sends the dispatch if it is its turn. When nobody knows whether a template message left, its receipt is waited for;
 * then it is sent once more, counted, and never a third time. An SMS is asked again with the same id, which the gateway
 * sends once.
 */
export async function sendDispatch(ctx: Context, tenantId: string, dispatchId: string): Promise<void> {
  const turn = await ctx.database.tenant(tenantId, (tx) => takeTurn(ctx, tx, dispatchId, ctx.clock.now()));
  if (turn === null) return;
  crashPoint('dispatch.send.before');
  const outcome = await send(ctx, tenantId, turn.dispatch, turn.content);
  crashPoint('dispatch.send.after');
  await ctx.database.tenant(tenantId, (tx) =>
    settleDispatch(ctx, tx, turn.dispatch, outcome, ctx.clock.now()),
  );
}

interface Turn {
  dispatch: Dispatch;
  content: DispatchContent;
}

/** What to send now, marked as being sent; null when it is done, not due, or its receipt is still waited for. */
async function takeTurn(ctx: Context, tx: Tx, id: string, now: Instant): Promise<Turn | null> {
  const dispatch = await lockDispatch(tx, id);
  if (dispatch === undefined || dispatch.road === 'paper') return null;
  const { state, sendAfter, sendingAt } = dispatch;
  if (state !== 'planned' && state !== 'sending' && state !== 'unknown') return null;
  const isOld = dispatch.supersededBy !== null;
  if (isOld && (state === 'planned' || sendAfter !== null)) return drop(tx, id);
  const notBefore = state === 'sending' ? plusMinutes(sendingAt ?? now, doubtMinutes) : sendAfter;
  if (notBefore === null && state === 'unknown') return null;
  if (notBefore !== null && now < notBefore) {
    await queueDispatch(tx, id, notBefore);
    return null;
  }
  // Left behind by a process that died: sent again, it would tell an old state after a new one.
  if (isOld) return drop(tx, id);
  const again = state !== 'planned' && dispatch.road !== 'sms';
  if (again && dispatch.resent > 0) {
    await giveUp(ctx, tx, dispatch, { code: null, sentence: lostTwice }, now, 'unknown');
    return null;
  }
  await markDispatchSending(tx, id, now, again);
  const content = await gatherContent(ctx, tx, dispatch, now);
  return { dispatch: { ...dispatch, attempts: dispatch.attempts + 1, state: 'sending' }, content };
}

/** A newer notice has taken its place. */
async function drop(tx: Tx, id: string): Promise<null> {
  await markDispatchState(tx, id, 'superseded', null);
  return null;
}

const lostTwice = 'Zalo không trả lời rõ; tin đã được gửi lại một lần, chưa biết có tới không.';

async function send(
  ctx: Context,
  tenantId: string,
  { id }: Dispatch,
  content: DispatchContent,
): Promise<DispatchOutcome> {
  switch (content.road) {
    case null:
      return { kind: 'no_road', sentence: content.sentence };
    case 'sms':
      return ctx.sms === undefined
        ? { kind: 'no_road', sentence: 'Chưa đặt cổng SMS (SMS_URL, SMS_TOKEN).' }
        : sendShortMessage(ctx.sms, { id, to: content.phone, text: content.text });
    case 'template_phone': {
      const { oaId, ...message } = content;
      return callWithToken(ctx, { tenantId, oaId }, (accessToken) =>
        sendTemplateByPhone({ hosts: ctx.zalo, accessToken }, { ...message, trackingId: id }),
      );
    }
    case 'template_user': {
      const { oaId, ...message } = content;
      return callWithToken(ctx, { tenantId, oaId }, (accessToken) =>
        sendTemplateByUser({ hosts: ctx.zalo, accessToken }, message),
      );
    }
  }
}

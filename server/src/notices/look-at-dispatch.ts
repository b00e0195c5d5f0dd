// Asks what became of a template message whose receipt never came: delivered, or never to be delivered any more.

import { plusMinutes } from '@motcua/domain/time';
import { getTemplateMessageStatus } from '@motcua/zalo/template-fate';
import { callWithToken } from '../oa/call-with-token.ts';
import type { Context } from '../platform/context.ts';
import { type Dispatch, endLooks, lockDispatch, markDispatchArrived, queueLook } from './dispatch-store.ts';
import { giveUp } from './settle-dispatch.ts';

/** How long an answer is tried for; then the message stays what is known of it: sent. */
const patienceMinutes = 24 * 60;
const againMinutes = 30;

/** What Zalo could not deliver within its two hours is told by the next road. */
export async function lookAtDispatch(ctx: Context, tenantId: string, dispatchId: string): Promise<void> {
  const found = await ctx.database.tenant(tenantId, (tx) => lockDispatch(tx, dispatchId));
  if (found === undefined || !isOpen(found)) return;
  const { oaId, zaloMessageId } = found;
  if (oaId === null || zaloMessageId === null) return;
  const answer = await callWithToken(ctx, { tenantId, oaId }, (accessToken) =>
    getTemplateMessageStatus({ hosts: ctx.zalo, accessToken }, zaloMessageId),
  );
  const status = answer.kind === 'ok' ? answer.value.status : 'other';
  await ctx.database.tenant(tenantId, async (tx) => {
    const now = ctx.clock.now();
    const dispatch = await lockDispatch(tx, dispatchId);
    if (dispatch === undefined || !isOpen(dispatch)) return;
    if (status === 'delivered') {
      await markDispatchArrived(tx, { trackingId: dispatchId, zaloMessageId }, now);
      return;
    }
    if (status !== 'other') return giveUp(ctx, tx, dispatch, { code: null, sentence: notDelivered }, now);
    if (now < plusMinutes(dispatch.sentAt ?? now, patienceMinutes))
      return queueLook(tx, dispatchId, plusMinutes(now, againMinutes));
    await endLooks(tx, dispatchId);
  });
}

const notDelivered = 'Zalo không chuyển được tin tới máy người nhận trong hai giờ.';

function isOpen({ state, road }: Dispatch): boolean {
  return state === 'sent' && road === 'template_phone';
}

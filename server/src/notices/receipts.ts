// The receipts of template messages: events of Zalo that name no person of the chat, only our tracking id and its own.

import { fromEpochMs } from '@motcua/domain/time';
import { parseEvent } from '@motcua/zalo/webhook';
import { finishEvent } from '../chat/event-store.ts';
import type { Context } from '../platform/context.ts';
import { markDispatchArrived } from './dispatch-store.ts';
import { nextReceipt } from './receipts-store.ts';

/**
 * Works through the receipts of an account in the order in which they came: one event, one transaction, its content
 * dropped with it. A receipt of another program's message concerns nobody here.
 */
export async function takeReceipts(ctx: Context, ref: { tenantId: string; oaId: string }): Promise<void> {
  for (;;) {
    const done = await ctx.database.tenant(ref.tenantId, async (tx) => {
      const waiting = await nextReceipt(tx, ref.oaId);
      if (waiting === undefined) return true;
      const event = waiting.raw === null ? undefined : parseEvent(waiting.raw);
      if (!(await finishEvent(tx, waiting.key)) || event?.kind !== 'template_received') return false;
      const { msgId: zaloMessageId, trackingId = null, deliveredAt } = event;
      const at = deliveredAt === undefined ? ctx.clock.now() : fromEpochMs(deliveredAt);
      await markDispatchArrived(tx, { trackingId, zaloMessageId }, at);
      return false;
    });
    if (done) return;
  }
}

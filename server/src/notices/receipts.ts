// The receipts of template messages: events of Zalo that name no person of the chat, only our tracking id and its own.

import { fromEpochMs } from '@motcua/domain/time';
import { parseEvent } from '@motcua/zalo/webhook';
import { finishEvent, type WaitingEvent } from '../chat/event-store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { markDispatchArrived } from './dispatch-store.ts';
import { nextReceipt } from './receipts-store.ts';

/**
 * Works through the receipts of an account in the order in which they came: one event, one transaction, its content
 * dropped with it. A receipt of another program's message concerns nobody here. `giveUp`: one that keeps failing is
 * parked rather than left in the way of all that come after it.
 */
export async function takeReceipts(
  ctx: Context,
  { tenantId, oaId }: { tenantId: string; oaId: string },
  giveUp = false,
): Promise<void> {
  for (;;) {
    const waiting = await ctx.database.tenant(tenantId, (tx) => nextReceipt(tx, oaId));
    if (waiting === undefined) return;
    try {
      await ctx.database.tenant(tenantId, (tx) => takeOne(ctx, tx, waiting));
    } catch (error) {
      if (giveUp) await ctx.database.tenant(tenantId, (tx) => finishEvent(tx, waiting.key));
      throw error;
    }
  }
}

async function takeOne(ctx: Context, tx: Tx, { key, raw }: WaitingEvent): Promise<void> {
  const event = raw === null ? undefined : parseEvent(raw);
  if (!(await finishEvent(tx, key)) || event?.kind !== 'template_received') return;
  const { msgId: zaloMessageId, trackingId = null, deliveredAt } = event;
  const at = deliveredAt === undefined ? ctx.clock.now() : fromEpochMs(deliveredAt);
  await markDispatchArrived(tx, { trackingId, zaloMessageId }, at);
}

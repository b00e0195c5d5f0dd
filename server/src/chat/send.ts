// Sends one planned answer at once, if it is its turn and the account may call Zalo; otherwise it waits for the pump.

import { plusMinutes } from '@motcua/domain/time';
import { returnPermit, takePermit } from '../oa/permits.ts';
import type { Context } from '../platform/context.ts';
import { deliverTurn, take, trialMinutes } from './deliver-turn.ts';
import { planLook, wakePump } from './queue-message.ts';
import { findOutgoing, isAnyHeld, lockLine } from './send-store.ts';

/** Does nothing when the message is done, not yet due, or held by another of its person: whoever frees the line calls it. */
export async function sendChatMessage(ctx: Context, tenantId: string, messageId: string): Promise<void> {
  const message = await ctx.database.tenant(tenantId, (tx) => findOutgoing(tx, messageId));
  if (message === undefined) return;
  const { lookAt, oaId, urgent } = message;
  // A process died with it in its hands.
  if (lookAt !== null) return ctx.database.tenant(tenantId, (tx) => planLook(tx, messageId, lookAt));
  if (message.state !== 'planned') return;
  const ref = { tenantId, oaId };
  const permit = await takePermit(ctx, ref, urgent);
  if (permit.kind === 'wait') return ctx.database.tenant(tenantId, (tx) => wakePump(tx, oaId, permit.until));
  const taken = await ctx.database.tenant(tenantId, async (tx) => {
    if (permit.onTrial && (await isAnyHeld(tx, oaId))) {
      await wakePump(tx, oaId, plusMinutes(ctx.clock.now(), trialMinutes));
      return null;
    }
    await lockLine(tx, message);
    return take(ctx, tx, messageId, ctx.clock.now());
  });
  if (taken === null) return returnPermit(ctx, ref, urgent);
  await deliverTurn(ctx, tenantId, taken);
}

// Drafts nobody touched for a month go; whoever can be told in the chat is told three days before.

import { draftWarningDays } from '@motcua/domain/draft-code';
import { type Instant, plusDays } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { queueMessage } from '../chat/queue-message.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { deleteExpired, deleteOldParts, takeToWarn } from './sweep-store.ts';

/** Comes every ten minutes; twice does no harm: who was warned is marked in the same transaction. */
export async function sweepDrafts(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  await oneByOne(await listTenants(ctx.database), (tenantId) =>
    ctx.database.tenant(tenantId, async (tx) => {
      await warn(ctx, tx, now);
      await deleteOldParts(tx, plusDays(now, -1));
      await deleteExpired(tx, now);
    }),
  );
}

async function warn(ctx: Context, tx: Tx, now: Instant): Promise<void> {
  for (const { code, oaId, userId, expiresAt } of await takeToWarn(
    tx,
    plusDays(now, draftWarningDays),
    now,
  )) {
    const day = `${+expiresAt.slice(8, 10)}/${+expiresAt.slice(5, 7)}`;
    const text = `Bản nháp ${code} của Anh/Chị chưa nộp và sẽ được xoá ngày ${day}. Muốn giữ, Anh/Chị nhắn “${code}” để làm tiếp.`;
    await queueMessage(tx, { id: ctx.newId(), oaId, userId, text, urgent: false }, now);
  }
}

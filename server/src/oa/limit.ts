// Lets an operator leave a part of Zalo's calls per minute to other programs of the same account or app.

import type { Context } from '../platform/context.ts';
import { findInDirectory } from './directory-store.ts';
import { lockRate, savePerMinute } from './rate-store.ts';

/** From now on the account calls Zalo at most so often a minute; null: as often as Zalo permits. False: no such account. */
export async function limitCalls(ctx: Context, oaId: string, perMinute: number | null): Promise<boolean> {
  const entry = await findInDirectory(ctx.database, [oaId]);
  if (entry === undefined) return false;
  await ctx.database.tenant(entry.tenantId, async (tx) => {
    await lockRate(tx, oaId, ctx.clock.now());
    await savePerMinute(tx, oaId, perMinute);
  });
  return true;
}

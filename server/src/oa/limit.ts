// Lets an operator leave a part of Zalo's calls per minute to other programs of the same account or app.

import type { Context } from '../platform/context.ts';
import { findInDirectory } from './directory-store.ts';
import { lockRate, savePerMinute } from './rate-store.ts';

/**
 * How often a minute the account may call Zalo; null: as often as Zalo permits. `change` sets it first. Undefined: no such
 * account.
 */
export async function limitCalls(
  ctx: Context,
  oaId: string,
  change: { perMinute: number | null } | null,
): Promise<number | null | undefined> {
  const entry = await findInDirectory(ctx.database, [oaId]);
  if (entry === undefined) return undefined;
  return ctx.database.tenant(entry.tenantId, async (tx) => {
    const { perMinute } = await lockRate(tx, oaId, ctx.clock.now());
    if (change === null) return perMinute;
    await savePerMinute(tx, oaId, change.perMinute);
    return change.perMinute;
  });
}

// What people looked for in vain, for the office to learn which words its catalogue lacks.

import { dateOf, plusDays } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { UnfoundList } from './schema.ts';
import { listUnfound } from './store.ts';

export async function readUnfound(ctx: Context, tenantId: string): Promise<UnfoundList> {
  const since = `${dateOf(plusDays(ctx.clock.now(), -62)).slice(0, 7)}-01`;
  return { rows: await ctx.database.tenant(tenantId, (tx) => listUnfound(tx, since)) };
}

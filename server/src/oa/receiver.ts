// Whose webhook this is: from the ids a body claims to the tenant and the keys that can prove or refute it.

import type { ZaloEvent } from '@motcua/zalo/events';
import { type DirectoryEntry, findInDirectory, listByApp } from './directory-store.ts';
import { openOaSecret } from './sealing.ts';
import { findOa } from './store.ts';
import type { OaContext } from './tokens.ts';

export interface Receiver {
  tenantId: string;
  oaId: string;
  /** Our own record of the app: the signature is checked with this and never with the body's claim. */
  appId: string;
  secretKey: string;
  /** `by_app`: the body names no account of ours. Only the console's test may pass so; belongs to no tenant. */
  found: 'by_account' | 'by_app';
}

/**
 * The account an unproven event is addressed to, by its OA, else by its app: the console's test names invented
 * accounts under the real app. Undefined: nobody here can prove it, so it must be refused.
 */
export async function findReceiver(ctx: OaContext, event: ZaloEvent): Promise<Receiver | undefined> {
  const claimed = [event.oaId, ...(event.kind === 'unknown' ? event.partyIds : [])];
  const oaIds = claimed.filter((id) => id !== undefined);
  const named = await findInDirectory(ctx.database, oaIds);
  const entry = named ?? (await firstOfApp(ctx, event.appId));
  if (entry === undefined) return undefined;
  const row = await ctx.database.tenant(entry.tenantId, (tx) => findOa(tx, entry.oaId));
  if (row === undefined) return undefined;
  const secretKey = openOaSecret(ctx.secrets, row.oaId, 'oa-secret-key', row.oaSecretKeySealed);
  const found = named === undefined ? 'by_app' : 'by_account';
  return { tenantId: entry.tenantId, oaId: row.oaId, appId: row.appId, secretKey, found };
}

async function firstOfApp(ctx: OaContext, appId: string | undefined): Promise<DirectoryEntry | undefined> {
  return appId === undefined ? undefined : (await listByApp(ctx.database, appId))[0];
}

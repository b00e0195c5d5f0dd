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

type ReadsKeys = Pick<OaContext, 'database' | 'secrets'>;

/**
 * The account an unproven event is addressed to, by its OA, else by its app: the console's test names invented
 * accounts under the real app. Undefined: nobody here can prove it, so it must be refused.
 */
export async function findReceiver(ctx: ReadsKeys, event: ZaloEvent): Promise<Receiver | undefined> {
  const named = await findInDirectory(ctx.database, claimedIds(event));
  if (named !== undefined) return readReceiver(ctx, named);
  const entry = await firstOfApp(ctx, event.appId);
  const receiver = entry && (await readReceiver(ctx, entry));
  return receiver && { ...receiver, found: 'by_app' };
}

/** The keys of an account of the directory, as they are now. */
export async function readReceiver(
  ctx: ReadsKeys,
  { tenantId, oaId }: { tenantId: string; oaId: string },
): Promise<Receiver | undefined> {
  const row = await ctx.database.tenant(tenantId, (tx) => findOa(tx, oaId));
  if (row === undefined) return undefined;
  const secretKey = openOaSecret(ctx.secrets, row.oaId, 'oa-secret-key', row.oaSecretKeySealed);
  return { tenantId, oaId, appId: row.appId, secretKey, found: 'by_account' };
}

/** Every id of an event that may be that of an account of ours. */
export function claimedIds(event: ZaloEvent): string[] {
  const claimed = [event.oaId, ...(event.kind === 'unknown' ? event.partyIds : [])];
  return claimed.filter((id) => id !== undefined);
}

async function firstOfApp(ctx: ReadsKeys, appId: string | undefined): Promise<DirectoryEntry | undefined> {
  return appId === undefined ? undefined : (await listByApp(ctx.database, appId))[0];
}

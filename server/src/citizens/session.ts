// Sessions of citizens: opaque, kept as a digest, over after a day without use, after thirty days, or when the person leaves.

import { createHash, randomBytes } from 'node:crypto';
import { type Instant, plusDays, plusMinutes } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import {
  type Citizen,
  endCitizenSession,
  findCitizenOfSession,
  insertCitizenSession,
  touchCitizenSession,
} from './store.ts';

const idleMinutes = 24 * 60;
/** Days after which a session ends in any case. */
export const sessionDays = 30;

export async function openCitizenSession(tx: Tx, citizenId: string, now: Instant): Promise<string> {
  const token = `${tx.tenantId}.${randomBytes(24).toString('base64url')}`;
  await insertCitizenSession(tx, { tokenHash: hashToken(token), citizenId }, now);
  return token;
}

/** Null when the token is unknown, ended, idle or too old. */
export async function readCitizen(
  ctx: Context,
  token: string | undefined,
): Promise<{ tenantId: string; citizen: Citizen } | null> {
  const tenantId = tenantOf(token);
  if (token === undefined || tenantId === undefined) return null;
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const hash = hashToken(token);
    const living = { idleSince: plusMinutes(now, -idleMinutes), begunAfter: plusDays(now, -sessionDays) };
    const found = await findCitizenOfSession(tx, hash, living);
    if (found === undefined) return null;
    const { lastUsedAt, ...citizen } = found;
    // A write a minute at most, as for officers.
    if (plusMinutes(lastUsedAt, 1) <= now) await touchCitizenSession(tx, hash, now);
    return { tenantId, citizen };
  });
}

export async function leaveSession(ctx: Context, token: string | undefined): Promise<void> {
  const tenantId = tenantOf(token);
  if (token === undefined || tenantId === undefined) return;
  await ctx.database.tenant(tenantId, (tx) => endCitizenSession(tx, hashToken(token), ctx.clock.now()));
}

function tenantOf(token: string | undefined): string | undefined {
  return /^([a-z0-9][a-z0-9-]{1,39})\.[\w-]{32}$/.exec(token ?? '')?.[1];
}

function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

// Finds what the same person filed of the same procedure in this agency, and says so before it is taken in again.

import { filedBeforeText, justEndedSince } from '@motcua/domain/filed-before';
import { parseIdentityNumber } from '@motcua/domain/identity-number';
import type { Instant } from '@motcua/domain/time';
import { nameOfficers } from '../agencies/officer-store.ts';
import type { FiledBefore, FiledBeforeBody } from '../counter/schema.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { listFiledBefore } from './filed-before-store.ts';

/** One fingerprint for each identity number and tenant: equal numbers are found without being read. */
export function identityDigest(ctx: Context, tenantId: string, identity: string): string {
  return ctx.secrets.fingerprint(`${tenantId}/${identity}`, 'identity');
}

/** For the counter, while it types: nothing for a number that is not one. */
export async function lookFiledBefore(
  ctx: Context,
  caller: Caller,
  { identityNumber, procedureCode }: FiledBeforeBody,
): Promise<{ dossiers: FiledBefore[] }> {
  const parsed = parseIdentityNumber(identityNumber, { allowDemo: ctx.demo });
  if (!parsed.ok) return { dossiers: [] };
  const digest = identityDigest(ctx, caller.tenantId, parsed.identity.number);
  const asked = { agencyId: caller.agencyId, digest, procedureCode };
  return ctx.database.tenant(caller.tenantId, async (tx) => ({
    dossiers: await tellFiledBefore(tx, asked, ctx.clock.now()),
  }));
}

/** Each earlier filing with its sentence, the newest first. */
export async function tellFiledBefore(
  tx: Tx,
  asked: { agencyId: string; digest: string; procedureCode: string },
  now: Instant,
): Promise<FiledBefore[]> {
  const found = await listFiledBefore(tx, { ...asked, endedSince: justEndedSince(now) });
  const holders = found.flatMap(({ holding }) => (holding.officerId === null ? [] : [holding.officerId]));
  const names = await nameOfficers(tx, holders);
  return found.map((dossier) => ({
    id: dossier.id,
    code: dossier.code,
    text: filedBeforeText(dossier, names.get(dossier.holding.officerId ?? '') ?? null, now),
  }));
}

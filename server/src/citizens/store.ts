// Citizens who signed in with Zalo, and their sessions: SQL only.

import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface Citizen {
  id: string;
  name: string | null;
  /** The same person as the Official Account knows them; both null where Zalo did not say. */
  oaId: string | null;
  userId: string | null;
}

export interface SeenCitizen extends Omit<Citizen, 'id'> {
  /** For a person not seen before. */
  newId: string;
  appId: string;
  idByApp: string;
}

/** Notes who signed in, as Zalo describes them now; gives their id. */
export async function seeCitizen(tx: Tx, seen: SeenCitizen, at: Instant): Promise<string> {
  const row = await tx.row<{
    id: string;
  }>(sql`insert into citizen (tenant_id, id, app_id, id_by_app, name, oa_id, user_id,
      first_seen_at, last_seen_at)
    values (${tx.tenantId}, ${seen.newId}, ${seen.appId}, ${seen.idByApp}, ${seen.name}, ${seen.oaId}, ${seen.userId},
      ${at}, ${at})
    on conflict (tenant_id, app_id, id_by_app) do update
      set name = excluded.name, oa_id = excluded.oa_id, user_id = excluded.user_id, last_seen_at = excluded.last_seen_at
    returning id`);
  if (row === undefined) throw new Error('Whoever was seen has an id.');
  return row.id;
}

export async function insertCitizenSession(
  tx: Tx,
  session: { tokenHash: string; citizenId: string },
  at: Instant,
): Promise<void> {
  await tx.run(sql`insert into citizen_session (tenant_id, token_hash, citizen_id, created_at, last_used_at)
    values (${tx.tenantId}, ${session.tokenHash}, ${session.citizenId}, ${at}, ${at})`);
}

/** The citizen of a session that is not over: neither ended, idle since, nor begun before. */
export async function findCitizenOfSession(
  tx: Tx,
  tokenHash: string,
  { idleSince, begunAfter }: { idleSince: Instant; begunAfter: Instant },
): Promise<(Citizen & { lastUsedAt: Instant }) | undefined> {
  return tx.row<
    Citizen & { lastUsedAt: Instant }
  >(sql`select c.id, c.name, c.oa_id as "oaId", c.user_id as "userId",
      s.last_used_at as "lastUsedAt"
    from citizen_session s join citizen c on c.tenant_id = s.tenant_id and c.id = s.citizen_id
    where s.tenant_id = ${tx.tenantId} and s.token_hash = ${tokenHash} and s.ended_at is null
      and s.last_used_at > ${idleSince} and s.created_at > ${begunAfter}`);
}

export async function touchCitizenSession(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
  await tx.run(sql`update citizen_session set last_used_at = ${at}
    where tenant_id = ${tx.tenantId} and token_hash = ${tokenHash}`);
}

export async function endCitizenSession(tx: Tx, tokenHash: string, at: Instant): Promise<void> {
  await tx.run(sql`update citizen_session set ended_at = ${at}
    where tenant_id = ${tx.tenantId} and token_hash = ${tokenHash} and ended_at is null`);
}

/** Nothing stays of who signed in, once the person behind a chat wants to be forgotten. */
export async function forgetCitizen(tx: Tx, chat: { oaId: string; userId: string }): Promise<void> {
  await tx.run(sql`delete from citizen
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`);
}

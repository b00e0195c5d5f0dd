// Changes of officers: posts that begin and end, passwords, accounts that are shut, absences. SQL only.

import type { OfficerRole } from '@motcua/domain/process';
import type { Instant, PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface Person {
  id: string;
  username: string;
  politeName: string;
  disabled: boolean;
}

export async function findPerson(
  tx: Tx,
  by: { id: string } | { username: string },
): Promise<Person | undefined> {
  const [id, username] = 'id' in by ? [by.id, null] : [null, by.username];
  return tx.row<Person>(sql`select id, username, title || ' ' || full_name as "politeName",
      disabled_at is not null as disabled
    from officer where tenant_id = ${tx.tenantId} and (id = ${id}::uuid or username = ${username})`);
}

export interface Post {
  id: string;
  officerId: string;
  agencyId: string;
  unit: string;
  unitName: string;
  title: string;
  roles: OfficerRole[];
  validUntil: PlainDate | null;
}

const postColumns = sql`p.id, p.officer_id as "officerId", p.agency_id as "agencyId", p.unit, u.name as "unitName",
  p.title, p.roles, p.valid_until as "validUntil"`;

/** Locked until the transaction ends: two who move the same person wait for each other. */
export async function lockPost(tx: Tx, postId: string): Promise<Post | undefined> {
  return tx.row<Post>(sql`select ${postColumns} from officer_post p
      join agency_unit u on u.tenant_id = p.tenant_id and u.agency_id = p.agency_id and u.code = p.unit
    where p.tenant_id = ${tx.tenantId} and p.id = ${postId} for update of p`);
}

/** Open or coming posts of an officer. */
export async function listOpenPosts(tx: Tx, officerId: string, today: PlainDate): Promise<Post[]> {
  return tx.rows<Post>(sql`select ${postColumns} from officer_post p
      join agency_unit u on u.tenant_id = p.tenant_id and u.agency_id = p.agency_id and u.code = p.unit
    where p.tenant_id = ${tx.tenantId} and p.officer_id = ${officerId}
      and (p.valid_until is null or p.valid_until > ${today}) order by p.id`);
}

export async function endPost(
  tx: Tx,
  postId: string,
  from: PlainDate,
  by: string | null,
  at: Instant,
): Promise<void> {
  await tx.run(sql`update officer_post set valid_until = greatest(${from}::date, coalesce(valid_from, ${from}::date)),
      ended_at = ${at}, ended_by = ${by}
    where tenant_id = ${tx.tenantId} and id = ${postId}`);
}

/** Open dossiers that lie with an officer in an agency. */
export async function countHeld(tx: Tx, officerId: string, agencyId: string): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`select count(*)::int as count from dossier
    where tenant_id = ${tx.tenantId} and holding_agency_id = ${agencyId} and officer_id = ${officerId} and not ended`);
  return row?.count ?? 0;
}

/** Shuts an account: nothing is open any more, and nothing can be opened. */
export async function disableOfficer(tx: Tx, officerId: string, at: Instant): Promise<void> {
  await tx.run(sql`update officer set disabled_at = ${at}
    where tenant_id = ${tx.tenantId} and id = ${officerId} and disabled_at is null`);
  await endSessions(tx, officerId, at);
}

export async function endSessions(tx: Tx, officerId: string, at: Instant): Promise<void> {
  await tx.run(sql`update session set ended_at = ${at}
    where tenant_id = ${tx.tenantId} and officer_id = ${officerId} and ended_at is null`);
}

/** A password that somebody hands over: it has to be replaced at the first sign-in. */
export async function setFirstPassword(tx: Tx, officerId: string, passwordHash: string): Promise<void> {
  await tx.run(sql`update officer set password_hash = ${passwordHash}, first_password = true
    where tenant_id = ${tx.tenantId} and id = ${officerId}`);
}

// Officers in their posts: who works where today, with which roles, in whose place. SQL only.

import type { ActorFacts } from '@motcua/domain/dossier-guard';
import type { OfficerRole } from '@motcua/domain/process';
import type { Instant, PlainDate } from '@motcua/domain/time';
import { type Database, type Sql, sql, type Tx } from '../platform/database.ts';

/** A person in one post. */
export interface Officer {
  id: string;
  postId: string;
  agencyId: string;
  unit: string;
  unitName: string;
  username: string;
  fullName: string;
  title: string;
  post: string;
  roles: OfficerRole[];
  /** Colleagues of the agency who are away today and whose deputy this person is. */
  standsInFor: string[];
}

/** Beside a post `p`: its officer `o`, when still with us, and its unit `u`. */
const theirNames = sql`join officer o on o.tenant_id = p.tenant_id and o.id = p.officer_id and o.disabled_at is null
  join agency_unit u on u.tenant_id = p.tenant_id and u.agency_id = p.agency_id and u.code = p.unit`;
const inPosts = sql`officer_post p ${theirNames}`;

/** The post `p` is held on that day. */
export function inForce(today: PlainDate): Sql {
  return sql`(p.valid_from is null or p.valid_from <= ${today}) and (p.valid_until is null or p.valid_until > ${today})`;
}

/** Whom the holder of post `p` stands in for: officers of the same agency, away on that day. */
function awayFor(today: PlainDate): Sql {
  return sql`array(select b.officer_id from absence b where b.tenant_id = p.tenant_id and b.deputy_id = p.officer_id
    and b.agency_id = p.agency_id and b.ended_at is null and b.from_day <= ${today} and b.until_day >= ${today})`;
}

function officerColumns(today: PlainDate): Sql {
  return sql`o.id, p.id as "postId", p.agency_id as "agencyId", p.unit, u.name as "unitName", o.username,
    o.full_name as "fullName", o.title, p.title as post, p.roles, ${awayFor(today)} as "standsInFor"`;
}

export interface OfficerOfSession extends Officer {
  /** False once neither the post chosen in the session nor one that took its place is held: no rights are left. */
  inForce: boolean;
  createdAt: Instant;
  lastUsedAt: Instant;
}

/**
 * The officer of a session that was not ended, in the post chosen there or in one of the same unit that took its place.
 * Asked at every request of the desk: one statement, one trip.
 */
export async function findOfficerOfSession(
  database: Pick<Database, 'ask'>,
  tenantId: string,
  tokenHash: string,
  today: PlainDate,
): Promise<OfficerOfSession | undefined> {
  const [found] = await database.ask<OfficerOfSession>(
    tenantId,
    (
      tx,
    ) => sql`select ${officerColumns(today)}, (${inForce(today)}) as "inForce", s.created_at as "createdAt",
      s.last_used_at as "lastUsedAt"
    from session s
      join officer_post c on c.tenant_id = s.tenant_id and c.id = s.post_id
      join officer_post p on p.tenant_id = s.tenant_id and p.officer_id = s.officer_id
        and p.agency_id = c.agency_id and p.unit = c.unit
      ${theirNames}
    where s.tenant_id = ${tx.tenantId} and s.token_hash = ${tokenHash} and s.ended_at is null
    order by (${inForce(today)}) desc, p.id = s.post_id desc, p.id limit 1`,
  );
  return found;
}

/** An officer in the post they hold in an agency; the one in `unit` where there are several. */
export async function findOfficerIn(
  tx: Tx,
  officerId: string,
  agencyId: string,
  unit: string,
  today: PlainDate,
): Promise<Officer | undefined> {
  return tx.row<Officer>(sql`select ${officerColumns(today)} from ${inPosts}
    where p.tenant_id = ${tx.tenantId} and p.officer_id = ${officerId} and p.agency_id = ${agencyId}
      and ${inForce(today)}
    order by p.unit = ${unit} desc, p.id limit 1`);
}

/** All posts of an officer today, the oldest first. */
export async function listPostsOf(tx: Tx, officerId: string, today: PlainDate): Promise<Officer[]> {
  return tx.rows<Officer>(sql`select ${officerColumns(today)} from ${inPosts}
    where p.tenant_id = ${tx.tenantId} and p.officer_id = ${officerId} and ${inForce(today)}
    order by p.valid_from nulls first, p.recorded_at, p.id limit 50`);
}

/**
 * What an officer may rely on in this very statement: their roles in the unit they act for, and whom they stand in for.
 * Undefined when they no longer work there, however lately that was.
 */
export async function findStanding(
  tx: Tx,
  { officerId, agencyId, unit, roles }: ActorFacts,
  today: PlainDate,
): Promise<Pick<ActorFacts, 'roles' | 'standsInFor'> | undefined> {
  return tx.row<Pick<Officer, 'roles' | 'standsInFor'>>(sql`select p.roles, ${awayFor(today)} as "standsInFor"
    from ${inPosts}
    where p.tenant_id = ${tx.tenantId} and p.officer_id = ${officerId} and p.agency_id = ${agencyId}
      and p.unit = ${unit} and ${inForce(today)}
    order by p.roles = ${[...roles]}::text[] desc, p.id limit 1`);
}

/** Officers of a unit with a role, with the number of open dossiers each holds. */
export async function listAssignable(
  tx: Tx,
  agencyId: string,
  unit: string,
  role: OfficerRole,
  today: PlainDate,
): Promise<(Officer & { open: number })[]> {
  return tx.rows<Officer & { open: number }>(sql`select ${officerColumns(today)},
      (select count(*) from dossier d where d.tenant_id = o.tenant_id and d.officer_id = o.id and not d.ended) as open
    from ${inPosts}
    where p.tenant_id = ${tx.tenantId} and p.agency_id = ${agencyId} and p.unit = ${unit}
      and p.roles @> array[${role}]::text[] and ${inForce(today)}
    order by o.full_name`);
}

/** Everybody who works at the agency, as decisions know them: once for each post. */
export async function listStaff(tx: Tx, agencyId: string, today: PlainDate): Promise<ActorFacts[]> {
  return tx.rows<
    ActorFacts & { roles: OfficerRole[] }
  >(sql`select o.id as "officerId", p.agency_id as "agencyId",
      p.unit, p.roles, '{}'::uuid[] as "standsInFor"
    from ${inPosts} where p.tenant_id = ${tx.tenantId} and p.agency_id = ${agencyId} and ${inForce(today)}
    order by o.id limit 5000`);
}

/** Everybody who works in the agency's own rooms today, once each, by name. */
export async function listColleagues(
  tx: Tx,
  agencyId: string,
  today: PlainDate,
): Promise<{ id: string; politeName: string; unit: string; unitName: string }[]> {
  return tx.rows<{ id: string; politeName: string; unit: string; unitName: string }>(sql`select distinct on
      (o.full_name, o.id) o.id, o.title || ' ' || o.full_name as "politeName", p.unit, u.name as "unitName"
    from ${inPosts} where p.tenant_id = ${tx.tenantId} and p.agency_id = ${agencyId} and ${inForce(today)}
      and not p.roles @> array['intake_helper']
    order by o.full_name, o.id, p.id limit 2000`);
}

/** How officers are named to citizens: `bà Lê Thị Hoa`. Unknown ids are left out; for nobody nothing is asked. */
export async function nameOfficers(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.rows<{ id: string; name: string }>(sql`select id, title || ' ' || full_name as name
    from officer where tenant_id = ${tx.tenantId} and id = any(${[...new Set(ids)]}::uuid[])`);
  return new Map(rows.map((row) => [row.id, row.name]));
}

// The tree of agencies as rows: facts with their days, units, posts, who lies below whom. SQL only.

import type { AgencyFact, AgencyKind, UnitKind } from '@motcua/domain/agency';
import type { OfficerRole } from '@motcua/domain/process';
import type { Instant, PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

/** Everything ever written down of the tenant's agencies. */
export async function listFacts(tx: Tx): Promise<(AgencyFact & { code: string })[]> {
  return tx.rows<AgencyFact & { code: string }>(sql`select f.agency_id as "agencyId", f.seq,
      f.valid_from as "validFrom", f.valid_until as "validUntil", f.stands, f.kind, f.parent_id as "parentId", f.name,
      f.office_name as "officeName",
      f.successor_id as "successorId", f.ground, f.known_since as "knownSince", a.code
    from agency_fact f join agency a on a.tenant_id = f.tenant_id and a.id = f.agency_id
    where f.tenant_id = ${tx.tenantId} order by a.code, f.seq`);
}

export interface NewFact {
  agencyId: string;
  validFrom: PlainDate | null;
  stands: boolean;
  kind: AgencyKind;
  parentId: string | null;
  name: string;
  officeName: string;
  successorId: string | null;
  ground: string;
  by: string | null;
}

/** Adds what is known now; earlier facts stay as what was known before. */
export async function insertFact(tx: Tx, fact: NewFact, at: Instant): Promise<void> {
  await tx.run(sql`insert into agency_fact (tenant_id, agency_id, seq, valid_from, stands, kind, parent_id, name,
      office_name, successor_id, ground, known_since, recorded_by)
    select ${tx.tenantId}, ${fact.agencyId}, coalesce(max(seq), 0) + 1, ${fact.validFrom}::date, ${fact.stands},
      ${fact.kind}, ${fact.parentId}::uuid, ${fact.name}, ${fact.officeName}, ${fact.successorId}::uuid, ${fact.ground},
      ${at}::timestamptz, ${fact.by}::uuid
    from agency_fact where tenant_id = ${tx.tenantId} and agency_id = ${fact.agencyId}`);
}

/** Where an agency stands in the tree today. */
export async function getPlace(
  tx: Tx,
  agencyId: string,
): Promise<{ kind: AgencyKind; parentId: string | null; endedOn: PlainDate | null }> {
  const row = await tx.row<{ kind: AgencyKind; parentId: string | null; endedOn: PlainDate | null }>(
    sql`select kind, parent_id as "parentId", ended_on as "endedOn" from agency
      where tenant_id = ${tx.tenantId} and id = ${agencyId}`,
  );
  if (row === undefined) throw new Error('An agency that a row points to exists.');
  return row;
}

/** Brings the agencies' own rows to what holds today; rows that say it already are not written. */
export async function settleAgencies(tx: Tx, today: PlainDate): Promise<void> {
  await tx.run(sql`update agency a set name = f.name, office_name = f.office_name, parent_id = f.parent_id, kind = f.kind
    from (select distinct on (agency_id) agency_id, name, office_name, parent_id, kind, stands from agency_fact
      where tenant_id = ${tx.tenantId} and (valid_from is null or valid_from <= ${today})
        and (valid_until is null or valid_until > ${today})
      order by agency_id, seq desc) f
    where a.tenant_id = ${tx.tenantId} and a.id = f.agency_id and f.stands
      and (a.name, a.office_name, a.parent_id, a.kind)
        is distinct from (f.name, f.office_name, f.parent_id, f.kind)`);
}

export interface TreeUnit {
  agencyId: string;
  code: string;
  name: string;
  kind: UnitKind;
}

export async function listAllUnits(tx: Tx): Promise<TreeUnit[]> {
  return tx.rows<TreeUnit>(sql`select agency_id as "agencyId", code, name, kind from agency_unit
    where tenant_id = ${tx.tenantId} order by agency_id, position, code`);
}

export interface TreePost {
  postId: string;
  agencyId: string;
  unit: string;
  officerId: string;
  username: string;
  politeName: string;
  post: string;
  roles: OfficerRole[];
  validFrom: PlainDate | null;
  supervisorName: string | null;
  disabled: boolean;
  awayUntil: PlainDate | null;
  deputyName: string | null;
}

/** Posts held on `day` as it was known at `known`: what ended later in our books had not ended yet. */
export async function listPostsAsOf(tx: Tx, day: PlainDate, known: Instant): Promise<TreePost[]> {
  return tx.rows<TreePost>(sql`select p.id as "postId", p.agency_id as "agencyId", p.unit, o.id as "officerId",
      o.username, o.title || ' ' || o.full_name as "politeName", p.title as post, p.roles,
      p.valid_from as "validFrom", s.title || ' ' || s.full_name as "supervisorName",
      o.disabled_at is not null as disabled, b.until_day as "awayUntil", b.deputy as "deputyName"
    from officer_post p
      join officer o on o.tenant_id = p.tenant_id and o.id = p.officer_id
      left join officer s on s.tenant_id = p.tenant_id and s.id = p.supervisor_id
      left join lateral (select b.until_day, d.title || ' ' || d.full_name as deputy
        from absence b join officer d on d.tenant_id = b.tenant_id and d.id = b.deputy_id
        where b.tenant_id = p.tenant_id and b.officer_id = p.officer_id and b.agency_id = p.agency_id
          and b.ended_at is null and b.from_day <= ${day} and b.until_day >= ${day}
        order by b.id limit 1) b on true
    where p.tenant_id = ${tx.tenantId} and p.recorded_at <= ${known}
      and (p.valid_from is null or p.valid_from <= ${day})
      and (p.valid_until is null or p.valid_until > ${day} or p.ended_at > ${known})
    order by o.full_name, p.id`);
}

/** True when the agency is `topId` itself or lies below it. */
export async function liesBelow(tx: Tx, agencyId: string, topId: string): Promise<boolean> {
  const row = await tx.row<{ found: boolean }>(sql`with recursive up as (
      select id, parent_id, 1 as depth from agency where tenant_id = ${tx.tenantId} and id = ${agencyId}
      union all
      select a.id, a.parent_id, up.depth + 1 from agency a join up on a.id = up.parent_id
      where a.tenant_id = ${tx.tenantId} and up.depth < 20)
    select exists (select from up where id = ${topId}) as found`);
  return row?.found === true;
}

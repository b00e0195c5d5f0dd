// Which dossiers the clock is due to act on, and which deserve somebody's attention. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import type { Instant } from '@motcua/domain/time';
import { type Sql, sql, type Tx } from '../platform/database.ts';

/** Dossiers taken up at once by the sweep. */
const sweepPage = 200;

export interface DueDossier {
  id: string;
  clockAt: Instant;
}

/** Dossiers on which the clock is to act by now, the longest due first, behind `after`. */
export async function listDue(tx: Tx, now: Instant, after: DueDossier | null): Promise<DueDossier[]> {
  const from = after ?? { clockAt: '2000-01-01T00:00:00+07:00', id: '00000000-0000-0000-0000-000000000000' };
  return tx.rows<DueDossier>(sql`select id, clock_at as "clockAt" from dossier
    where tenant_id = ${tx.tenantId} and clock_at <= ${now}
      and (clock_at, id) > (${from.clockAt}::timestamptz, ${from.id}::uuid)
    order by clock_at, id limit ${sweepPage}`);
}

/** Rows of the list of attention asked at once. */
export const attentionPage = 50;

export interface AttentionOwner {
  officerId: string;
  agencyId: string;
  unit: string;
  roles: readonly string[];
  standsInFor: readonly string[];
}

/** The rung of the ladder on which a dossier reaches this officer; the nearest to the work wins. */
export type Rung = 'holder' | 'head' | 'centre';

export interface AttentionRow {
  state: Dossier;
  applicantName: string;
  holderName: string | null;
  rung: Rung;
}

/** What deserves the officer's attention in the half-day that began at `halfDay`, the longest due first. */
export async function listAttention(
  tx: Tx,
  owner: AttentionOwner,
  halfDay: Instant,
  offset: number,
): Promise<AttentionRow[]> {
  return tx.rows<AttentionRow>(sql`select d.state, a.full_name as "applicantName",
      o.title || ' ' || o.full_name as "holderName",
      case when ${asHolder(owner)} then 'holder' when ${asHead(owner, halfDay)} then 'head' else 'centre' end as rung
    from dossier d
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
      left join officer o on o.tenant_id = d.tenant_id and o.id = d.officer_id
    where ${reaches(tx, owner, halfDay)}
    order by d.attend_at, d.id limit ${attentionPage} offset ${offset}`);
}

/** How many that are, by the same predicate. */
export async function countAttention(tx: Tx, owner: AttentionOwner, halfDay: Instant): Promise<number> {
  const row = await tx.row<{ count: number }>(
    sql`select count(*)::int as count from dossier d where ${reaches(tx, owner, halfDay)}`,
  );
  return row?.count ?? 0;
}

function reaches(tx: Tx, owner: AttentionOwner, halfDay: Instant): Sql {
  // The head of the counter that took it in hears of it also while another agency has it.
  const elsewhere = owner.roles.includes('centre_head')
    ? sql`or (d.tenant_id = ${tx.tenantId} and d.agency_id = ${owner.agencyId} and d.holding_agency_id <> d.agency_id
        and d.centre_attend_at <= ${halfDay})`
    : sql``;
  return sql`((d.tenant_id = ${tx.tenantId} and d.holding_agency_id = ${owner.agencyId} and d.attend_at <= ${halfDay}
    and (${asHolder(owner)} or ${asHead(owner, halfDay)} or ${asCentre(owner, halfDay)})) ${elsewhere})`;
}

/** Who stands in for the holder is told like the holder. While nobody holds it, everybody of the step is its holder. */
function asHolder({ officerId, unit, roles, standsInFor }: AttentionOwner): Sql {
  return sql`(d.officer_id = any(${[officerId, ...standsInFor]}::uuid[])
    or (d.officer_id is null and d.unit = ${unit} and d.role = any(${[...roles]}::text[])))`;
}

/** Whoever assigns the work of a unit is its head. */
function asHead({ unit, roles }: AttentionOwner, halfDay: Instant): Sql {
  return sql`(${roles.includes('dispatcher')} and d.unit = ${unit} and d.head_attend_at <= ${halfDay})`;
}

function asCentre({ roles }: AttentionOwner, halfDay: Instant): Sql {
  return sql`(${roles.includes('centre_head')} and d.centre_attend_at <= ${halfDay})`;
}

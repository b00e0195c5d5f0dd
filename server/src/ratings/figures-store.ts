// What the figures of ratings are counted from: SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface Period {
  agencyId: string;
  /** Days, the last one included. */
  from: string;
  to: string;
}

export interface RatedRow {
  procedureCode: string;
  procedureName: string;
  officerId: string | null;
  officerName: string | null;
  questionSet: string;
  /** By level and answers, how many rows there are; `level` null: not rated. */
  level: number | null;
  answers: Record<string, number>;
  setAside: boolean;
  count: number;
}

/** The dossiers that ended in a period, told apart by no more than the figures need. */
export async function countRatings(tx: Tx, { agencyId, from, to }: Period): Promise<RatedRow[]> {
  return tx.rows<RatedRow>(sql`select r.procedure_code as "procedureCode", d.procedure_name as "procedureName",
      r.officer_id as "officerId", o.full_name as "officerName", r.question_set as "questionSet", r.level,
      r.answers, r.set_aside is not null as "setAside", count(*)::int as count
    from rating r join dossier d on d.tenant_id = r.tenant_id and d.id = r.dossier_id
      left join officer o on o.tenant_id = r.tenant_id and o.id = r.officer_id
    where r.tenant_id = ${tx.tenantId} and r.agency_id = ${agencyId} and r.open_until > r.opened_at
      and r.opened_at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and r.opened_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    group by 1, 2, 3, 4, 5, 6, 7, 8`);
}

export interface ServiceCounts {
  early: number;
  onTime: number;
  late: number;
  filed: number;
  online: number;
  onlineLate: number;
  opinions: number;
  opinionsLate: number;
  onlineProcedures: number;
}

/** What the computed indicators rest on: the same dossiers, by how they went. */
export async function countService(tx: Tx, { agencyId, from, to }: Period): Promise<ServiceCounts> {
  const row = await tx.row<ServiceCounts>(sql`select
      count(*) filter (where d.timeliness = 'early')::int as early,
      count(*) filter (where d.timeliness = 'on_time')::int as "onTime",
      count(*) filter (where d.timeliness = 'late')::int as late,
      count(*)::int as filed,
      count(*) filter (where r.channel = 'online')::int as online,
      count(*) filter (where r.channel = 'online' and d.timeliness = 'late')::int as "onlineLate",
      count(distinct r.procedure_code) filter (where r.channel = 'online')::int as "onlineProcedures",
      coalesce(sum(jsonb_array_length(coalesce(d.state -> 'opinions', '[]'))), 0)::int as opinions,
      coalesce(sum((select count(*) from jsonb_array_elements(coalesce(d.state -> 'opinions', '[]')) each
        where each #>> '{closed,how}' in ('silent', 'waived')
          or each #>> '{closed,at}' > each ->> 'answerBy')), 0)::int as "opinionsLate"
    from rating r join dossier d on d.tenant_id = r.tenant_id and d.id = r.dossier_id
    where r.tenant_id = ${tx.tenantId} and r.agency_id = ${agencyId} and r.open_until > r.opened_at
      and r.opened_at >= (${from}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and r.opened_at < (${to}::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'`);
  if (row === undefined) throw new Error('A count is always there.');
  return row;
}

export async function countOffered(tx: Tx): Promise<number> {
  const row = await tx.row<{ count: number }>(
    sql`select count(distinct code)::int as count from procedure where tenant_id = ${tx.tenantId} and offered and superseded_at is null`,
  );
  return row?.count ?? 0;
}

/** The agency whose figures a tenant shows to everybody: the one at the top. */
export async function findTopAgency(tx: Tx): Promise<string | undefined> {
  const row = await tx.row<{ id: string }>(
    sql`select id from agency where tenant_id = ${tx.tenantId} order by parent_id is not null, code limit 1`,
  );
  return row?.id;
}

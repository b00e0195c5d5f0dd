// Mergers: the decisions, what they take with them, and how far the dossiers have come. SQL only.

import type { Instant, PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface MergerRow {
  id: string;
  agencyId: string;
  successorId: string;
  decisionNumber: string;
  decisionDate: PlainDate;
  effectiveOn: PlainDate;
  unitMap: Record<string, string>;
  decidedBy: string;
  expected: number;
  begunAt: Instant | null;
  moved: number;
  finishedAt: Instant | null;
}

const mergerColumns = sql`id, agency_id as "agencyId", successor_id as "successorId",
  decision_number as "decisionNumber", decision_date as "decisionDate", effective_on as "effectiveOn",
  unit_map as "unitMap", decided_by as "decidedBy", expected, begun_at as "begunAt", moved, finished_at as "finishedAt"`;

/** False when the agency has a merger already. */
export async function insertMerger(
  tx: Tx,
  merger: Omit<MergerRow, 'begunAt' | 'moved' | 'finishedAt'>,
  at: Instant,
): Promise<boolean> {
  const written =
    await tx.run(sql`insert into agency_merger (tenant_id, id, agency_id, successor_id, decision_number,
      decision_date, effective_on, unit_map, decided_by, decided_at, expected)
    values (${tx.tenantId}, ${merger.id}, ${merger.agencyId}, ${merger.successorId}, ${merger.decisionNumber},
      ${merger.decisionDate}, ${merger.effectiveOn}, ${JSON.stringify(merger.unitMap)}, ${merger.decidedBy}, ${at},
      ${merger.expected}) on conflict (tenant_id, agency_id) do nothing`);
  return written === 1;
}

/** Mergers whose day has come and whose dossiers are not all moved, the oldest first. */
export async function listDueMergers(tx: Tx, today: PlainDate): Promise<MergerRow[]> {
  return tx.rows<MergerRow>(sql`select ${mergerColumns} from agency_merger
    where tenant_id = ${tx.tenantId} and finished_at is null and effective_on <= ${today}
    order by effective_on, id`);
}

/** The mergers that run or are to come, and those that are over, of these agencies. */
export async function listMergers(tx: Tx): Promise<MergerRow[]> {
  return tx.rows<MergerRow>(sql`select ${mergerColumns} from agency_merger where tenant_id = ${tx.tenantId}
    order by effective_on desc limit 200`);
}

/** Agencies whose work this one went on with, also by way of another. */
export async function listPredecessors(tx: Tx, agencyId: string): Promise<{ id: string; name: string }[]> {
  return tx.rows<{ id: string; name: string }>(sql`with recursive before as (
      select id, name, 1 as depth from agency where tenant_id = ${tx.tenantId} and successor_id = ${agencyId}
      union all
      select a.id, a.name, before.depth + 1 from agency a join before on a.successor_id = before.id
      where a.tenant_id = ${tx.tenantId} and before.depth < 20)
    select id, name from before order by name, id`);
}

/** True for whoever begins it: of two who come at once, one. */
export async function markBegun(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const written = await tx.run(sql`update agency_merger set begun_at = ${at}
    where tenant_id = ${tx.tenantId} and id = ${id} and begun_at is null`);
  return written === 1;
}

/** Counts a dossier that was moved, in the transaction that moves it. */
export async function countMoved(tx: Tx, id: string): Promise<void> {
  await tx.send(
    sql`update agency_merger set moved = moved + 1 where tenant_id = ${tx.tenantId} and id = ${id}`,
  );
}

export async function markFinished(tx: Tx, id: string, at: Instant): Promise<boolean> {
  const written = await tx.run(sql`update agency_merger set finished_at = ${at}
    where tenant_id = ${tx.tenantId} and id = ${id} and finished_at is null`);
  return written === 1;
}

/** The agency ends; what leads to it leads to the successor from now on: chats, children, absences. */
export async function endAgency(
  tx: Tx,
  { agencyId, successorId, effectiveOn }: Pick<MergerRow, 'agencyId' | 'successorId' | 'effectiveOn'>,
): Promise<void> {
  await tx.run(sql`update agency set ended_on = ${effectiveOn}, successor_id = ${successorId}
    where tenant_id = ${tx.tenantId} and id = ${agencyId}`);
  await tx.run(sql`update zalo_oa set agency_id = ${successorId}
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId}`);
  await tx.run(sql`update absence set agency_id = ${successorId}
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} and ended_at is null`);
}

export async function listChildren(
  tx: Tx,
  agencyId: string,
): Promise<{ id: string; name: string; officeName: string }[]> {
  return tx.rows<{
    id: string;
    name: string;
    officeName: string;
  }>(sql`select id, name, office_name as "officeName"
    from agency where tenant_id = ${tx.tenantId} and parent_id = ${agencyId} order by id`);
}

export interface PostToMove {
  id: string;
  officerId: string;
  unit: string;
  title: string;
  roles: string[];
  supervisorId: string | null;
}

/** Posts that are open or to come in an agency. */
export async function listPostsToMove(tx: Tx, agencyId: string, today: PlainDate): Promise<PostToMove[]> {
  return tx.rows<PostToMove>(sql`select id, officer_id as "officerId", unit, title, roles,
      supervisor_id as "supervisorId"
    from officer_post where tenant_id = ${tx.tenantId} and agency_id = ${agencyId}
      and (valid_until is null or valid_until > ${today}) order by id`);
}

/** Whoever is signed in goes on, in the post that took the place of the old one. */
export async function moveSessions(tx: Tx, fromPost: string, toPost: string): Promise<void> {
  await tx.run(sql`update session set post_id = ${toPost}
    where tenant_id = ${tx.tenantId} and post_id = ${fromPost} and ended_at is null`);
}

/** An agency's open dossiers by where they lie in it: for the preview. */
export async function countByUnit(tx: Tx, agencyId: string): Promise<{ unit: string; count: number }[]> {
  return tx.rows<{ unit: string; count: number }>(sql`select unit, count(*)::int as count from dossier
    where tenant_id = ${tx.tenantId} and holding_agency_id = ${agencyId} and not ended group by unit`);
}

/** Open dossiers that have to do with an agency: its own, those that lie there, those that have a step there. */
export async function countConcerned(tx: Tx, agencyId: string, code: string): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`select count(*)::int as count from dossier d
    where d.tenant_id = ${tx.tenantId} and not d.ended and ${concerns(agencyId, code)}`);
  return row?.count ?? 0;
}

/** The next of them behind `after`, by id. */
export async function listConcerned(
  tx: Tx,
  agencyId: string,
  code: string,
  after: string | null,
  limit: number,
): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select d.id from dossier d
    where d.tenant_id = ${tx.tenantId} and not d.ended and ${concerns(agencyId, code)}
      and d.id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by d.id limit ${limit}`);
  return rows.map(({ id }) => id);
}

function concerns(agencyId: string, code: string) {
  const step = JSON.stringify([{ agency: code }]);
  return sql`(d.agency_id = ${agencyId} or d.holding_agency_id = ${agencyId}
    or d.state->'process'->'steps' @> ${step}::jsonb or d.state->'parties' @> ${JSON.stringify([agencyId])}::jsonb)`;
}

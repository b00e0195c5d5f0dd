// Acts on many dossiers at once: what was asked, for which dossiers, how far it came. SQL only.

import type { Action } from '@motcua/domain/dossier-action';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface BulkAsked {
  id: string;
  officerId: string;
  agencyId: string;
  unit: string;
  action: Action;
  createdAt: Instant;
}

export async function insertRun(
  tx: Tx,
  run: BulkAsked,
  dossiers: readonly { id: string; version: number }[],
): Promise<void> {
  await tx.send(sql`insert into bulk_run (tenant_id, id, officer_id, agency_id, unit, action, created_at)
    values (${tx.tenantId}, ${run.id}, ${run.officerId}, ${run.agencyId}, ${run.unit}, ${JSON.stringify(run.action)},
      ${run.createdAt})`);
  await tx.send(sql`insert into bulk_item (tenant_id, run_id, place, dossier_id, version, state)
    select ${tx.tenantId}, ${run.id}, place, id, version, 'waiting'
    from unnest(${dossiers.map(({ id }) => id)}::uuid[], ${dossiers.map(({ version }) => version)}::int[])
      with ordinality as given (id, version, place)`);
}

export async function findRun(tx: Tx, runId: string): Promise<BulkAsked | undefined> {
  return tx.row<BulkAsked>(sql`select id, officer_id as "officerId", agency_id as "agencyId", unit, action,
      created_at as "createdAt"
    from bulk_run where tenant_id = ${tx.tenantId} and id = ${runId}`);
}

export interface BulkItem {
  place: number;
  dossierId: string;
  version: number;
}

/** What is still to be done, in the order of the list. */
export async function listWaiting(tx: Tx, runId: string): Promise<BulkItem[]> {
  return tx.rows<BulkItem>(sql`select place, dossier_id as "dossierId", version from bulk_item
    where tenant_id = ${tx.tenantId} and run_id = ${runId} and state = 'waiting' order by place`);
}

export async function settleItem(
  tx: Tx,
  runId: string,
  place: number,
  state: 'done' | 'refused',
  text: string | null,
): Promise<void> {
  await tx.send(sql`update bulk_item set state = ${state}, text = ${text}
    where tenant_id = ${tx.tenantId} and run_id = ${runId} and place = ${place}`);
}

export async function finishRun(tx: Tx, runId: string, at: Instant): Promise<void> {
  await tx.send(sql`update bulk_run set finished_at = ${at}
    where tenant_id = ${tx.tenantId} and id = ${runId} and finished_at is null`);
}

export interface BulkSums {
  id: string;
  action: Action;
  createdAt: Instant;
  total: number;
  done: number;
  refused: number;
  finished: boolean;
}

/** The last runs of an officer, or one of them. */
export async function listRuns(tx: Tx, officerId: string, runId: string | null): Promise<BulkSums[]> {
  return tx.rows<BulkSums>(sql`select r.id, r.action, r.created_at as "createdAt", r.finished_at is not null as finished,
      count(*)::int as total, (count(*) filter (where i.state = 'done'))::int as done,
      (count(*) filter (where i.state = 'refused'))::int as refused
    from (select * from bulk_run where tenant_id = ${tx.tenantId} and officer_id = ${officerId}
        and (${runId}::uuid is null or id = ${runId}::uuid) order by created_at desc limit 10) r
      join bulk_item i on i.tenant_id = r.tenant_id and i.run_id = r.id
    group by r.id, r.action, r.created_at, r.finished_at order by r.created_at desc`);
}

export interface BulkItemRow {
  id: string;
  code: string | null;
  procedureName: string;
  applicantName: string;
  state: 'waiting' | 'done' | 'refused';
  text: string | null;
}

export async function listItems(tx: Tx, runId: string): Promise<BulkItemRow[]> {
  return tx.rows<BulkItemRow>(sql`select d.id, d.code, d.procedure_name as "procedureName",
      a.full_name as "applicantName", i.state, i.text
    from bulk_item i
      join dossier d on d.tenant_id = i.tenant_id and d.id = i.dossier_id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    where i.tenant_id = ${tx.tenantId} and i.run_id = ${runId} order by i.place`);
}

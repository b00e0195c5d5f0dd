// Batches of papers carried between desks. SQL only.

import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface BatchRow {
  id: string;
  agencyId: string;
  year: number;
  number: number;
  fromUnit: string;
  toUnit: string;
  fromOfficer: string;
  at: Instant;
}

export interface BatchLine {
  dossierId: string;
  code: string | null;
  procedureName: string;
  receivedBy: string | null;
  receivedAt: Instant | null;
}

const columns = sql`id, agency_id as "agencyId", year, number, from_unit as "fromUnit", to_unit as "toUnit",
  from_officer as "fromOfficer", at`;

/** Writes a batch under the next number of its agency and year; rolled back, the number is free again. */
export async function insertBatch(
  tx: Tx,
  batch: Omit<BatchRow, 'number'>,
  dossierIds: readonly string[],
): Promise<number> {
  const row = await tx.row<{ number: number }>(sql`with taken as (
      insert into paper_counter (tenant_id, agency_id, kind, year, last)
      values (${tx.tenantId}, ${batch.agencyId}, 'batch', ${batch.year}, 1)
      on conflict (tenant_id, agency_id, kind, year) do update set last = paper_counter.last + 1 returning last)
    insert into batch (tenant_id, id, agency_id, year, number, from_unit, to_unit, from_officer, at)
    select ${tx.tenantId}, ${batch.id}, ${batch.agencyId}, ${batch.year}, last, ${batch.fromUnit},
      ${batch.toUnit}, ${batch.fromOfficer}, ${batch.at} from taken returning number`);
  if (row === undefined) throw new Error('An insert gives its row.');
  for (const dossierId of dossierIds)
    await tx.send(sql`insert into batch_dossier (tenant_id, batch_id, dossier_id)
      values (${tx.tenantId}, ${batch.id}, ${dossierId})`);
  return row.number;
}

/** Those of the list that another batch has under way. */
export function findUnderWay(
  tx: Tx,
  dossierIds: readonly string[],
): Promise<{ code: string; batch: string }[]> {
  return tx.rows(sql`select d.code, b.number || '/' || b.year as batch
    from batch_dossier x join batch b on b.tenant_id = ${tx.tenantId} and b.id = x.batch_id
      join dossier d on d.tenant_id = ${tx.tenantId} and d.id = x.dossier_id
    where x.tenant_id = ${tx.tenantId} and x.received_at is null and x.dossier_id = any (${dossierIds})`);
}

export function findBatch(tx: Tx, id: string): Promise<BatchRow | undefined> {
  return tx.row<BatchRow>(sql`select ${columns} from batch where tenant_id = ${tx.tenantId} and id = ${id}`);
}

/** The newest of an agency, with how many of their dossiers are still missing. */
export function listBatches(
  tx: Tx,
  agencyId: string,
): Promise<(BatchRow & { count: number; missing: number })[]> {
  return tx.rows(sql`select ${columns},
      (select count(*)::int from batch_dossier x where x.tenant_id = ${tx.tenantId} and x.batch_id = b.id) as count,
      (select count(*)::int from batch_dossier x where x.tenant_id = ${tx.tenantId} and x.batch_id = b.id
        and x.received_at is null) as missing
    from batch b where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} order by at desc, number desc limit 50`);
}

export function listBatchLines(tx: Tx, batchId: string): Promise<BatchLine[]> {
  return tx.rows<BatchLine>(sql`select x.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName",
      x.received_by as "receivedBy", x.received_at as "receivedAt"
    from batch_dossier x join dossier d on d.tenant_id = ${tx.tenantId} and d.id = x.dossier_id
    where x.tenant_id = ${tx.tenantId} and x.batch_id = ${batchId} order by d.code`);
}

/** False when somebody has signed for it already. */
export async function receiveLine(
  tx: Tx,
  batchId: string,
  dossierId: string,
  officerId: string,
  at: Instant,
): Promise<boolean> {
  const written = await tx.run(sql`update batch_dossier set received_by = ${officerId}, received_at = ${at}
    where tenant_id = ${tx.tenantId} and batch_id = ${batchId} and dossier_id = ${dossierId} and received_at is null`);
  return written === 1;
}

/** What never arrived goes back to who gave it. */
export function removeMissing(tx: Tx, batchId: string): Promise<number> {
  return tx.run(sql`delete from batch_dossier
    where tenant_id = ${tx.tenantId} and batch_id = ${batchId} and received_at is null`);
}

// Rows of files on their way, part by part. SQL only.

import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface PartRow {
  startAt: number;
  bytes: number;
}

/** The parts that arrived, in order. */
export function listParts(tx: Tx, draftId: string, uploadId: string): Promise<PartRow[]> {
  return tx.rows<PartRow>(sql`select start_at as "startAt", bytes from draft_part
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId} and upload_id = ${uploadId} order by start_at`);
}

export function readParts(
  tx: Tx,
  draftId: string,
  uploadId: string,
): Promise<(PartRow & { sealed: Buffer })[]> {
  return tx.rows<PartRow & { sealed: Buffer }>(sql`select start_at as "startAt", bytes, sealed from draft_part
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId} and upload_id = ${uploadId} order by start_at`);
}

/** The bytes of all files of a draft that are on their way. */
export async function countPartBytes(tx: Tx, draftId: string): Promise<number> {
  const row = await tx.row<{ bytes: number }>(sql`select coalesce(sum(bytes), 0)::int as bytes from draft_part
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId}`);
  return row?.bytes ?? 0;
}

/** The same part sent again changes nothing. */
export async function insertPart(
  tx: Tx,
  draftId: string,
  uploadId: string,
  part: PartRow & { sealed: Buffer },
  at: Instant,
): Promise<void> {
  await tx.run(sql`insert into draft_part (tenant_id, draft_id, upload_id, start_at, bytes, sealed, at)
    values (${tx.tenantId}, ${draftId}, ${uploadId}, ${part.startAt}, ${part.bytes}, ${part.sealed}, ${at})
    on conflict do nothing`);
}

export async function deleteParts(tx: Tx, draftId: string, uploadId: string): Promise<void> {
  await tx.send(sql`delete from draft_part
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId} and upload_id = ${uploadId}`);
}

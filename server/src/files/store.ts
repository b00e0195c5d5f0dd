// Rows of files: what waits to be filed, what a dossier has, who read it. SQL only.

import type { FileType } from '@motcua/domain/paper-file';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export type FileOrigin = 'counter' | 'desk' | 'chat' | 'web';

export interface UploadRow {
  id: string;
  type: FileType;
  pages: number;
  width: number | null;
  height: number | null;
  sealed: Buffer;
}

export async function insertUpload(tx: Tx, officerId: string, row: UploadRow, at: Instant): Promise<void> {
  await tx.run(sql`insert into upload (tenant_id, id, officer_id, type, pages, width, height, sealed, at)
    values (${tx.tenantId}, ${row.id}, ${officerId}, ${row.type}, ${row.pages}, ${row.width}, ${row.height},
      ${row.sealed}, ${at})`);
}

/** Those of this officer, in no order. */
export function findUploads(tx: Tx, officerId: string, ids: readonly string[]): Promise<UploadRow[]> {
  return tx.rows<UploadRow>(sql`select id, type, pages, width, height, sealed from upload
    where tenant_id = ${tx.tenantId} and officer_id = ${officerId} and id = any (${ids})`);
}

export async function deleteUploads(tx: Tx, officerId: string, ids: readonly string[]): Promise<void> {
  await tx.send(sql`delete from upload
    where tenant_id = ${tx.tenantId} and officer_id = ${officerId} and id = any (${ids})`);
}

/** What nobody has filed since then. */
export async function deleteUploadsBefore(tx: Tx, at: Instant): Promise<void> {
  await tx.send(sql`delete from upload where tenant_id = ${tx.tenantId} and at < ${at}`);
}

export interface FileRow {
  id: string;
  dossierId: string;
  paperId: string;
  version: number;
  origin: FileOrigin;
  type: FileType;
  pages: number;
  bytes: number;
  sha256: string;
  keptAt: Instant;
  officerId: string | null;
}

/** Its version is the next of its slot; the caller holds the dossier, so no other takes the same. */
export async function insertFile(
  tx: Tx,
  row: Omit<FileRow, 'version'> & { sealed: Buffer },
): Promise<{ version: number }> {
  const kept = await tx.row<{ version: number }>(sql`insert into dossier_file (tenant_id, id, dossier_id,
      paper_id, version, origin, type, pages, bytes, sha256, sealed, kept_at, officer_id)
    values (${tx.tenantId}, ${row.id}, ${row.dossierId}, ${row.paperId},
      1 + coalesce((select max(version) from dossier_file where tenant_id = ${tx.tenantId}
        and dossier_id = ${row.dossierId} and paper_id = ${row.paperId}), 0),
      ${row.origin}, ${row.type}, ${row.pages}, ${row.bytes}, ${row.sha256}, ${row.sealed}, ${row.keptAt},
      ${row.officerId}) returning version`);
  if (kept === undefined) throw new Error('An insert gives its row.');
  return kept;
}

const columns = sql`id, dossier_id as "dossierId", paper_id as "paperId", version, origin, type, pages, bytes, sha256,
  kept_at as "keptAt", officer_id as "officerId"`;

/** All files of a dossier, slot by slot, the newest version first. */
export function listFiles(tx: Tx, dossierId: string): Promise<FileRow[]> {
  return tx.rows<FileRow>(sql`select ${columns} from dossier_file
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} order by paper_id, version desc`);
}

export function findFile(tx: Tx, id: string): Promise<(FileRow & { sealed: Buffer }) | undefined> {
  return tx.row<FileRow & { sealed: Buffer }>(sql`select ${columns}, sealed from dossier_file
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export async function insertReading(
  tx: Tx,
  reading: { id: string; dossierId: string; fileId: string; officerId: string; at: Instant },
): Promise<void> {
  await tx.send(sql`insert into file_reading (tenant_id, id, dossier_id, file_id, officer_id, at)
    values (${tx.tenantId}, ${reading.id}, ${reading.dossierId}, ${reading.fileId}, ${reading.officerId},
      ${reading.at})`);
}

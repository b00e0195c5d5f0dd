// Rows of the papers of drafts, and of the parts of files still on their way. SQL only.

import type { FileType } from '@motcua/domain/paper-file';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface DraftPaper {
  id: string;
  /** The slot: a paper of the procedure. */
  paperId: string;
  type: FileType;
  pages: number;
  /** Pixels of a photograph; null for a PDF. */
  width: number | null;
  height: number | null;
  bytes: number;
  sha256: string;
}

const columns = sql`id, paper_id as "paperId", type, pages, width, height, bytes, sha256`;

/** All of them, slot by slot, in the order in which they came. */
export function listDraftPapers(tx: Tx, draftId: string): Promise<DraftPaper[]> {
  return tx.rows<DraftPaper>(sql`select ${columns} from draft_paper
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId} order by paper_id, at, id`);
}

/** With their bytes: whole drafts are megabytes, so only to file or to hand them over. */
export function readDraftPapers(tx: Tx, draftId: string): Promise<(DraftPaper & { sealed: Buffer })[]> {
  return tx.rows<DraftPaper & { sealed: Buffer }>(sql`select ${columns}, sealed from draft_paper
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId} order by paper_id, at, id`);
}

export function readDraftPaper(
  tx: Tx,
  draftId: string,
  id: string,
): Promise<(DraftPaper & { sealed: Buffer }) | undefined> {
  return tx.row<DraftPaper & { sealed: Buffer }>(sql`select ${columns}, sealed from draft_paper
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId} and id = ${id}`);
}

export async function insertDraftPaper(
  tx: Tx,
  draftId: string,
  row: DraftPaper & { sealed: Buffer },
  at: Instant,
): Promise<void> {
  await tx.run(sql`insert into draft_paper (tenant_id, draft_id, id, paper_id, type, pages, width, height, bytes,
      sha256, sealed, at)
    values (${tx.tenantId}, ${draftId}, ${row.id}, ${row.paperId}, ${row.type}, ${row.pages}, ${row.width},
      ${row.height}, ${row.bytes}, ${row.sha256}, ${row.sealed}, ${at})`);
}

/** The number of papers that went: 0 when it was gone already. */
export function deleteDraftPaper(tx: Tx, draftId: string, id: string): Promise<number> {
  return tx.run(sql`delete from draft_paper
    where tenant_id = ${tx.tenantId} and draft_id = ${draftId} and id = ${id}`);
}

export async function deleteDraftPapers(tx: Tx, draftId: string): Promise<void> {
  await tx.run(sql`delete from draft_paper where tenant_id = ${tx.tenantId} and draft_id = ${draftId}`);
}

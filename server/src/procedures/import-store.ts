// How far an import of a file came: written with each batch, so that a crash loses nothing and repeats nothing.

import { sql, type Tx } from '../platform/database.ts';

export interface ImportRun {
  rowsDone: number;
  finished: boolean;
  report: unknown;
}

export async function openImport(tx: Tx, fileHash: string, at: string): Promise<ImportRun> {
  await tx.run(sql`insert into import_run (tenant_id, file_hash, started_at)
    values (${tx.tenantId}, ${fileHash}, ${at}) on conflict do nothing`);
  const run =
    await tx.row<ImportRun>(sql`select rows_done as "rowsDone", finished_at is not null as finished, report
    from import_run where tenant_id = ${tx.tenantId} and file_hash = ${fileHash} for update`);
  if (run === undefined) throw new Error('An import run was just opened.');
  return run;
}

export async function saveProgress(
  tx: Tx,
  fileHash: string,
  rowsDone: number,
  report: unknown,
): Promise<void> {
  await tx.run(sql`update import_run set rows_done = ${rowsDone}, report = ${JSON.stringify(report)}
    where tenant_id = ${tx.tenantId} and file_hash = ${fileHash}`);
}

export async function finishImport(tx: Tx, fileHash: string, at: string): Promise<void> {
  await tx.run(sql`update import_run set finished_at = ${at}
    where tenant_id = ${tx.tenantId} and file_hash = ${fileHash}`);
}

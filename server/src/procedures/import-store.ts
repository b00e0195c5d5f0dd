// How far an import of a file came: written with each batch, so that a crash loses nothing and repeats nothing.

import { sql, type Tx } from '../platform/database.ts';

export interface ImportCounts {
  added: number;
  changed: number;
  unchanged: number;
}

export interface ImportRun {
  rowsDone: number;
  finished: boolean;
  counts: ImportCounts;
}

/** The run of this file, made if there is none. The tenant's other imports wait until this transaction ends. */
export async function openImport(tx: Tx, fileHash: string, at: string): Promise<ImportRun> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`import/${tx.tenantId}`}))`);
  await tx.run(sql`insert into import_run (tenant_id, file_hash, started_at)
    values (${tx.tenantId}, ${fileHash}, ${at}) on conflict do nothing`);
  const run = await tx.row<ImportRun>(sql`select rows_done as "rowsDone", finished_at is not null as finished,
      '{"added": 0, "changed": 0, "unchanged": 0}'::jsonb || report as counts
    from import_run where tenant_id = ${tx.tenantId} and file_hash = ${fileHash}`);
  if (run === undefined) throw new Error('An import run was just opened.');
  return run;
}

/** Begins a file anew that was imported to its end: another file may have changed the catalogue since. */
export async function restartImport(tx: Tx, fileHash: string, at: string): Promise<void> {
  await tx.run(sql`update import_run set started_at = ${at}, finished_at = null, rows_done = 0, report = '{}'
    where tenant_id = ${tx.tenantId} and file_hash = ${fileHash}`);
}

export async function saveProgress(
  tx: Tx,
  fileHash: string,
  progress: { rowsDone: number; counts: ImportCounts; finishedAt: string | null },
): Promise<void> {
  await tx.run(sql`update import_run set rows_done = ${progress.rowsDone},
      report = ${JSON.stringify(progress.counts)}::jsonb, finished_at = ${progress.finishedAt}
    where tenant_id = ${tx.tenantId} and file_hash = ${fileHash}`);
}

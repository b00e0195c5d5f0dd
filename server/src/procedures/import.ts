// Takes a catalogue file in: judged row by row, written in whole batches, goes on after a crash where it stopped.

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { judgeRow } from '@motcua/domain/catalogue-check';
import type { Procedure } from '@motcua/domain/procedure';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import type { ImportFinding } from './import-report.ts';
import { type ImportCounts, openImport, restartImport, saveProgress } from './import-store.ts';
import { nextVersion } from './offer.ts';
import { countRows, type RawRow, type ReadFault, readCatalogue } from './reading/read-catalogue.ts';
import { addVersions, currentVersions } from './store.ts';

/** Every row is exactly one of `added`, `changed`, `unchanged`, `rejected`, `unreadable`. */
export interface ImportSummary extends ImportCounts {
  rows: number;
  /** Of the rows taken in, those that a person should look at. */
  doubtful: number;
  rejected: number;
  /** Places of the file that could not be read; after some of them reading stops. */
  unreadable: number;
  /** Rows an earlier run of this file had written before it was cut short; 0 for a run from the beginning. */
  resumedAfter: number;
}

export interface ImportWatcher {
  /** Rows done and, where it is cheap to know, rows in the file. */
  onProgress: (done: number, total: number | null) => void;
  /** Told in the order of the file, also for rows that an earlier run had written. */
  onFinding: (finding: ImportFinding) => void;
}

/**
 * Imports every procedure of a file into a tenant's catalogue. What is new is not offered at the counter; what is
 * offered stays offered. A procedure that did not change gets no new version, so the same file may be imported again
 * at any time. What is wrong with the file or a row is a finding, not an exception.
 */
export async function importProcedures(
  ctx: Pick<Context, 'database' | 'clock'>,
  tenantId: string,
  file: string,
  watch: ImportWatcher,
): Promise<ImportSummary> {
  const summary = { rows: 0, doubtful: 0, rejected: 0, unreadable: 0, resumedAfter: 0 };
  const total = await countRows(file);
  const firstLines = new Map<string, number>();
  let counts: ImportCounts = { added: 0, changed: 0, unchanged: 0 };
  let batch = emptyBatch();
  let fileHash: string | undefined;

  const flush = async (isLast: boolean) => {
    const isFirst = fileHash === undefined;
    fileHash ??= await hashFile(file);
    const part = { fileHash, procedures: batch.procedures, rowsDone: summary.rows, isFirst, isLast };
    const written = await ctx.database.tenant(tenantId, (tx) => writeBatch(tx, part, ctx.clock.now()));
    crashPoint('import.batch.after');
    if (isFirst) summary.resumedAfter = written.rowsBefore;
    counts = written.counts;
    batch = emptyBatch();
    watch.onProgress(summary.rows, total);
  };

  for await (const item of readCatalogue(file)) {
    summary.rows += 1;
    const { procedure, finding } = judgeItem(item, firstLines);
    if (finding !== null) {
      summary[finding.outcome] += 1;
      watch.onFinding(finding);
    }
    if (procedure !== null) {
      batch.procedures.push(procedure);
      batch.size += JSON.stringify(procedure).length;
    }
    if (batch.procedures.length === batchRows || batch.size > batchCharacters) await flush(false);
  }
  // A file without any procedure leaves no trace.
  if (firstLines.size > 0) await flush(true);
  return { ...summary, ...counts };
}

/** A batch is one transaction: large enough to be fast, small enough that a crash costs a second. */
const batchRows = 200;
const batchCharacters = 4_000_000;

function emptyBatch(): { procedures: Procedure[]; size: number } {
  return { procedures: [], size: 0 };
}

/** The first row of a code counts; `firstLines` remembers where it stood. */
function judgeItem(
  item: RawRow | ReadFault,
  firstLines: Map<string, number>,
): { procedure: Procedure | null; finding: ImportFinding | null } {
  const { line } = item;
  if ('fault' in item) {
    return { procedure: null, finding: { line, code: null, outcome: 'unreadable', reasons: [item.fault] } };
  }
  const reject = (code: string | null, reasons: string[]) =>
    ({ procedure: null, finding: { line, code, outcome: 'rejected', reasons } }) as const;
  const verdict = judgeRow(item.record);
  if (verdict.kind === 'rejected') return reject(verdict.code, verdict.reasons);
  const { procedure, doubts } = verdict;
  const { code } = procedure;
  const before = firstLines.get(code);
  if (before !== undefined)
    return reject(code, [`Mã TTHC: trùng với dòng ${before}; đã giữ dòng ${before}.`]);
  firstLines.set(code, line);
  if (doubts.length === 0) return { procedure, finding: null };
  const reasons = doubts.map((doubt) => `${doubt.field}: ${doubt.problem}`);
  return { procedure, finding: { line, code, outcome: 'doubtful', reasons } };
}

interface Batch {
  fileHash: string;
  procedures: readonly Procedure[];
  /** Rows of the file up to and with this batch. */
  rowsDone: number;
  isFirst: boolean;
  isLast: boolean;
}

/** Writes a batch unless it was written already, by a run that died or by another that goes on at this moment. */
async function writeBatch(
  tx: Tx,
  { fileHash, procedures, rowsDone, isFirst, isLast }: Batch,
  at: string,
): Promise<{ rowsBefore: number; counts: ImportCounts }> {
  const run = await openImport(tx, fileHash, at);
  const isAnew = isFirst && run.finished;
  if (isAnew) await restartImport(tx, fileHash, at);
  const { rowsDone: rowsBefore, counts } = isAnew ? fresh : run;
  if (rowsBefore >= rowsDone && !(isLast && !run.finished)) return { rowsBefore, counts };

  const current = await currentVersions(
    tx,
    procedures.map(({ code }) => code),
  );
  const versions = procedures.flatMap(
    (procedure) => nextVersion(procedure, current.get(procedure.code), false) ?? [],
  );
  await addVersions(tx, versions, at);
  const added = versions.filter(({ version }) => version === 1).length;
  const sum = {
    added: counts.added + added,
    changed: counts.changed + versions.length - added,
    unchanged: counts.unchanged + procedures.length - versions.length,
  };
  await saveProgress(tx, fileHash, { rowsDone, counts: sum, finishedAt: isLast ? at : null });
  crashPoint('import.batch.before-commit');
  return { rowsBefore, counts: sum };
}

const fresh = { rowsDone: 0, counts: { added: 0, changed: 0, unchanged: 0 } };

async function hashFile(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

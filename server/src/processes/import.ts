// Takes a file of processes in: every row becomes a draft with what is wrong with it; what is proved may be published.

import { foldedKey } from '@motcua/domain/folding';
import type { Process } from '@motcua/domain/process';
import { unknownAgencies } from '@motcua/domain/process-agencies';
import type { FindingKind, ProcessFinding } from '@motcua/domain/process-findings';
import { type ReadProcess, readProcessRow } from '@motcua/domain/process-read';
import { dateOf, type PlainDate } from '@motcua/domain/time';
import { listPlaces, readPlaces } from '../agencies/place-store.ts';
import { listAgencies } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { countRows, readCatalogue } from '../procedures/reading/read-catalogue.ts';
import { prove, whyNotSound } from './prove.ts';
import { addDraft, lockDrafts, lockVersion, markPublished } from './store.ts';

/** Every row is exactly one of `clean`, `defective`, `rejected`, `unreadable`. */
export interface ProcessImportSummary {
  rows: number;
  /** Drafts without and with findings. */
  clean: number;
  defective: number;
  /** Rows of which no draft could be made, and places of the file that could not be read. */
  rejected: number;
  unreadable: number;
  /** Of the drafts, those that were there already as they are. */
  unchanged: number;
  published: number;
  /** Rows that state a total, and those whose steps give it. */
  withTotal: number;
  sumRight: number;
  byKind: Partial<Record<FindingKind, number>>;
}

/** A finding with its place in the file. */
export interface ProcessImportFinding {
  /** The line of the file; 0 is the file as a whole. */
  line: number;
  code: string | null;
  field: string;
  problem: string;
  remedy: string;
}

export interface ProcessImportOptions {
  /** Named in each draft. */
  sourceName: string;
  /** The rule for money already paid, for rows that say none themselves. */
  paidFee: Process['paidFee'] | undefined;
  /** Publishes what is clean and proved from this day on; null: drafts only. */
  publishFrom: PlainDate | null;
  onProgress: (done: number, total: number | null) => void;
  onFinding: (finding: ProcessImportFinding) => void;
}

/** A batch is one transaction. Proving takes a moment, and others wait for no batch of hundreds. */
const batchRows = 50;

interface Item {
  line: number;
  read: ReadProcess & { process: Process };
}

/** Imports every row. The same file may be imported again at any time: what is there as it is, is left alone. */
export async function importProcesses(
  ctx: Pick<Context, 'database' | 'clock'>,
  tenantId: string,
  file: string,
  options: ProcessImportOptions,
): Promise<ProcessImportSummary> {
  const summary: ProcessImportSummary = {
    rows: 0,
    clean: 0,
    defective: 0,
    rejected: 0,
    unreadable: 0,
    unchanged: 0,
    published: 0,
    withTotal: 0,
    sumRight: 0,
    byKind: {},
  };
  const total = await countRows(file);
  const agencies = await ctx.database.tenant(tenantId, listPlaces);
  const firstLines = new Map<string, number>();
  let batch: Item[] = [];
  const flush = async () => {
    const items = batch;
    batch = [];
    await ctx.database.tenant(tenantId, async (tx) => {
      await lockDrafts(tx);
      for (const item of items) await keep(tx, item, ctx.clock.now(), options, summary);
    });
    options.onProgress(summary.rows, total);
  };

  for await (const raw of readCatalogue(file)) {
    summary.rows += 1;
    const { line } = raw;
    if ('fault' in raw) {
      summary.unreadable += 1;
      options.onFinding({
        line,
        code: null,
        field: 'dòng',
        problem: raw.fault,
        remedy: 'Sửa tệp rồi nạp lại.',
      });
      continue;
    }
    const read = readProcessRow(raw.record, agencies);
    noteDuplicate(read, line, firstLines);
    tell(read.findings, { line, code: read.code }, options, summary);
    if (read.sums.stated) summary.withTotal += 1;
    if (read.sums.stated && read.sums.match) summary.sumRight += 1;
    if (read.process === null) summary.rejected += 1;
    else batch.push({ line, read: { ...read, process: withFeeRule(read.process, options.paidFee) } });
    if (batch.length === batchRows) await flush();
  }
  if (batch.length > 0) await flush();
  return summary;
}

function tell(
  findings: readonly ProcessFinding[],
  at: Pick<ProcessImportFinding, 'line' | 'code'>,
  { onFinding }: ProcessImportOptions,
  { byKind }: ProcessImportSummary,
): void {
  for (const { kind, field, problem, remedy } of findings) {
    byKind[kind] = (byKind[kind] ?? 0) + 1;
    onFinding({ ...at, field, problem, remedy });
  }
}

/** What names an agency, or a unit of one, that this program does not have. */
async function findUnknownAgencies(tx: Tx, process: Process): Promise<ProcessFinding[]> {
  const unknown = [...unknownAgencies(process, await readPlaces(tx, process))];
  return unknown.map(({ stepId, problem, remedy }) => ({
    kind: 'unknown_agency',
    field: `steps.${process.steps.findIndex(({ id }) => id === stepId)}`,
    problem,
    remedy,
  }));
}

/** Both are kept as drafts: which of them counts is for a person to say. */
function noteDuplicate({ code, findings }: ReadProcess, line: number, firstLines: Map<string, number>): void {
  if (code === null) return;
  const before = firstLines.get(code);
  if (before === undefined) firstLines.set(code, line);
  else
    findings.push({
      kind: 'duplicate',
      field: 'mã',
      problem: `mã ${code} đã có ở dòng ${before}.`,
      remedy: 'Giữ một dòng cho mỗi mã; các trường hợp khác nhau ghi trong cùng một quy trình.',
    });
}

function withFeeRule(process: Process, paidFee: Process['paidFee']): Process {
  return process.paidFee !== undefined || paidFee === undefined ? process : { ...process, paidFee };
}

async function keep(
  tx: Tx,
  { line, read }: Item,
  at: string,
  options: ProcessImportOptions,
  summary: ProcessImportSummary,
): Promise<void> {
  const { sourceName, publishFrom, onFinding } = options;
  const { process, title } = read;
  const unknown = await findUnknownAgencies(tx, process);
  tell(unknown, { line, code: read.code }, options, summary);
  const findings = [...read.findings, ...unknown];
  const draft = {
    process,
    title,
    searchKey: foldedKey(`${process.procedureCode} ${title}`),
    source: `${sourceName}, dòng ${line}`,
    by: null,
    findings: findings.map(({ field, problem, remedy }: ProcessFinding) => ({ field, problem, remedy })),
  };
  const { version, isNew } = await addDraft(tx, draft, at);
  if (!isNew) summary.unchanged += 1;
  if (findings.length > 0) summary.defective += 1;
  else summary.clean += 1;
  if (publishFrom === null || findings.length > 0) return;
  const code = process.procedureCode;
  const row = await lockVersion(tx, code, version);
  const [agency] = await listAgencies(tx);
  if (row === undefined || agency === undefined || row.publishedAt !== null) return;
  const why = whyNotSound(row, (await prove(tx, agency.id, row, dateOf(at))).proof);
  if (why === null) {
    await markPublished(tx, code, version, { at, effectiveFrom: publishFrom, by: null });
    summary.published += 1;
  } else
    onFinding({ line, code, field: 'quy trình', problem: why, remedy: 'Xem chứng minh ở trang Quy trình.' });
}

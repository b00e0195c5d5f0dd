// Reads a catalogue file of any kind as raw rows: JSONL, JSON, CSV or XLSX, told by its name and its first bytes.

import { open, stat } from 'node:fs/promises';
import { extname } from 'node:path';
import { faults, wholeFileLimit } from './faults.ts';
import type { RawRow, ReadFault } from './raw-row.ts';
import { countCsv, readCsv } from './read-csv.ts';
import { countJson, readJson } from './read-json.ts';
import { readJsonl } from './read-jsonl.ts';
import { readLines } from './read-lines.ts';
import { readXlsx } from './read-xlsx.ts';

export type { RawRow, ReadFault } from './raw-row.ts';

type Kind = 'jsonl' | 'json' | 'csv' | 'xlsx';

/**
 * The rows and the faults of a file, in order. Never throws for what is wrong with the file: a file that cannot be
 * read at all is one fault of line 0. JSONL and CSV are streamed; JSON and XLSX may have at most 64 MB.
 */
export async function* readCatalogue(file: string): AsyncGenerator<RawRow | ReadFault> {
  const kind = await kindOf(file);
  if (typeof kind !== 'string') {
    yield kind;
    return;
  }
  switch (kind) {
    case 'jsonl':
      yield* readJsonl(file);
      break;
    case 'json':
      yield* readJson(file);
      break;
    case 'csv':
      yield* readCsv(file);
      break;
    case 'xlsx':
      yield* readXlsx(file);
      break;
  }
}

/** How many rows a file holds, for a progress bar; null when counting would cost as much as reading. */
export async function countRows(file: string): Promise<number | null> {
  const kind = await kindOf(file);
  if (kind === 'jsonl') return countLines(file);
  if (kind === 'csv') return countCsv(file);
  return kind === 'json' ? countJson(file) : null;
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  for await (const { bytes } of readLines(file)) {
    if (bytes === null || bytes.length > 1) lines += 1;
  }
  return lines;
}

async function kindOf(file: string): Promise<Kind | ReadFault> {
  let head: Buffer;
  let size: number;
  try {
    const found = await stat(file);
    if (!found.isFile()) return faults.folder(file);
    size = found.size;
    head = await readHead(file);
  } catch (error) {
    return isForbidden(error) ? faults.forbidden(file) : faults.missing(file);
  }
  if (size === 0) return faults.empty(file);
  const kind = kindOfContent(head, extname(file).toLowerCase());
  if (kind === null) return faults.unknownKind(file);
  if ((kind === 'json' || kind === 'xlsx') && size > wholeFileLimit)
    return faults.tooLarge(size, kind.toUpperCase());
  return kind;
}

function isForbidden(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM');
}

/** Enough of a file's beginning to tell its kind, even when its first record is long. */
async function readHead(file: string): Promise<Buffer> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(64 * 1024), 0, 64 * 1024, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

/** The content decides; the name only tells JSONL from a JSON object, and CSV from other text. */
function kindOfContent(head: Buffer, extension: string): Kind | ReadFault | null {
  if (head.subarray(0, 4).equals(Buffer.from('PK\u0003\u0004', 'latin1'))) return 'xlsx';
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return faults.oldExcel();
  if (head[0] === 0xff && head[1] === 0xfe) return faults.utf16();
  if (head[0] === 0xfe && head[1] === 0xff) return faults.utf16();
  if (extension === '.xlsx') return faults.badWorkbook();
  const text = head
    .toString('utf8')
    .replace(/^\uFEFF/u, '')
    .trimStart();
  if (text.startsWith('[')) return 'json';
  if (text.startsWith('{')) return extension === '.json' && !isRecordLine(text) ? 'json' : 'jsonl';
  if (extension === '.jsonl' || extension === '.ndjson') return 'jsonl';
  if (extension === '.json') return 'json';
  return extension === '.csv' || extension === '.tsv' || extension === '.txt' ? 'csv' : null;
}

/** True when the first line is a whole record of its own: a `.json` file that is really JSONL. */
function isRecordLine(text: string): boolean {
  const [first = '', second] = text.split('\n', 2);
  if (second === undefined && text.length < 1024) return false;
  try {
    return !('procedures' in JSON.parse(first));
  } catch {
    return false;
  }
}

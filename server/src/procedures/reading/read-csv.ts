// Reads flat catalogues separated by commas, semicolons or tabs, of any size, with Vietnamese or English headers.

import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { hasCatalogueHeaders } from '@motcua/domain/catalogue-columns';
import { isRecord } from '@motcua/domain/catalogue-text';
import { CsvError, parse } from 'csv-parse';
import { faults } from './faults.ts';
import type { RawRow, ReadFault } from './raw-row.ts';
import { firstBadByte, longestLine, readLines } from './read-lines.ts';

const quote = 0x22;
const lineBreak = 0x0a;

/** The rows of a CSV file under its header row. A row's line is the one on which it ends. */
export async function* readCsv(file: string): AsyncGenerator<RawRow | ReadFault> {
  const delimiter = await findDelimiter(file);
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    max_record_size: longestLine,
    relax_column_count: true,
    skip_empty_lines: true,
    trim: true,
  });
  let encodingFault: ReadFault | null = null;
  const checked = Readable.from(
    checkedLines(file, (fault) => {
      encodingFault = fault;
    }),
    { objectMode: false },
  );
  checked.once('error', (error) => parser.destroy(error));
  checked.pipe(parser);
  let headers: string[] | null = null;
  try {
    for await (const item of parser) {
      if (!isRecord(item) || !Array.isArray(item.record) || !isRecord(item.info)) continue;
      const cells = item.record.map(String);
      const line = Number(item.info.lines);
      if (headers === null) {
        if (!hasCatalogueHeaders(cells)) {
          yield faults.noHeaders(line);
          return;
        }
        headers = cells;
      } else if (cells.some((cell) => cell !== '')) yield { line, record: recordOf(headers, cells) };
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = Number(error.lines ?? 0);
    if (error.code === 'CSV_QUOTE_NOT_CLOSED') yield faults.openQuote(line);
    else yield error.code === 'CSV_MAX_RECORD_SIZE' ? faults.longLine(line) : faults.badCsv(line);
  } finally {
    checked.destroy();
  }
  if (encodingFault !== null) yield encodingFault;
}

/** A record of a row of cells under its headers; the first of two equal headers wins, cells without one are left. */
export function recordOf(headers: readonly string[], cells: readonly string[]): Record<string, unknown> {
  const record: Record<string, unknown> = {};
  for (const [index, header] of headers.entries()) {
    if (header !== '' && !Object.hasOwn(record, header)) record[header] = cells[index] ?? '';
  }
  return record;
}

/** The file's lines as long as they are UTF-8; at the first that is not, tells the fault and ends. */
async function* checkedLines(file: string, onFault: (fault: ReadFault) => void): AsyncGenerator<Buffer> {
  for await (const { line, offset, bytes, ended } of readLines(file)) {
    if (bytes === null) {
      onFault(faults.longLine(line));
      return;
    }
    const bad = firstBadByte(bytes);
    if (bad !== -1) {
      onFault(faults.notUtf8(line, offset + bad));
      return;
    }
    yield ended ? Buffer.concat([bytes, Buffer.of(lineBreak)]) : bytes;
  }
}

/** The separator that the header row holds most of. */
async function findDelimiter(file: string): Promise<string> {
  for await (const { bytes } of readLines(file)) {
    const header = bytes?.toString('utf8').replace(/"[^"]*"/g, '') ?? '';
    const counts = [',', ';', '\t'].map((mark) => ({ mark, count: header.split(mark).length }));
    return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
  }
  return ',';
}

/** How many rows stand under the header: line breaks outside quotes, counted without parsing. */
export async function countCsv(file: string): Promise<number> {
  let rows = 0;
  let isQuoted = false;
  let hasContent = false;
  for await (const chunk of createReadStream(file)) {
    if (!Buffer.isBuffer(chunk)) continue;
    for (const byte of chunk) {
      if (byte === quote) isQuoted = !isQuoted;
      if (byte === lineBreak && !isQuoted) {
        if (hasContent) rows += 1;
        hasContent = false;
      } else if (byte > 0x20) hasContent = true;
    }
  }
  return Math.max(0, rows + (hasContent ? 1 : 0) - 1);
}

// Reads the cells of a spreadsheet, XLSX or CSV, as they stand: nothing in it is computed, no more is held than a list may have.

import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { WorkbookReader } from '@cj-tech-master/excelts';
import type { ListCell, ListLine } from '@motcua/domain/group-list';
import { CsvError, parse } from 'csv-parse/sync';
import { Problem } from '../platform/problem.ts';
import { isSoundZip } from '../procedures/reading/check-zip.ts';

/** The first rows of a file, and how many it has that are not empty. */
export interface ListFile {
  lines: ListLine[];
  count: number;
}

/** A list of the largest size with titles above it; the rest is only counted. */
const mostLines = 600;
const zipMark = Buffer.from('PK\u0003\u0004');
/** The unpacked rows of ten thousand people need a quarter of it. */
const unpackedLimit = 32 * 1024 * 1024;

/** @throws Problem when the bytes are neither a workbook nor UTF-8 text with columns */
export async function readListFile(bytes: Buffer): Promise<ListFile> {
  if (bytes.length === 0) throw refused('Tệp rỗng. Điền tệp mẫu, lưu lại rồi chọn lại tệp.');
  return bytes.subarray(0, 4).equals(zipMark) ? readWorkbook(bytes) : readText(bytes);
}

async function readWorkbook(bytes: Buffer): Promise<ListFile> {
  const unreadable =
    'Tệp này không phải bảng tính XLSX, hoặc đã hỏng. Mở bằng Excel, lưu lại dạng .xlsx rồi chọn lại.';
  if (!isSoundZip(bytes, unpackedLimit)) throw refused(unreadable);
  const file: ListFile = { lines: [], count: 0 };
  let sheets = 0;
  try {
    const reader = new WorkbookReader(Readable.from([bytes]), {
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
    });
    for await (const sheet of reader) {
      sheets += 1;
      for await (const row of sheet) {
        const cells: ListCell[] = [];
        row.eachCell({ includeEmpty: true }, (cell, column) => {
          const kind =
            cell.formula !== undefined ? 'formula' : typeof cell.value === 'number' ? 'number' : 'text';
          cells[column - 1] = { text: cell.text, kind };
        });
        keep(file, row.number, cells);
      }
      // One sheet is the list: the first that has anything.
      if (file.count > 0) break;
    }
  } catch {
    throw refused(unreadable);
  }
  if (sheets === 0) throw refused(unreadable);
  return file;
}

function readText(bytes: Buffer): ListFile {
  if (!isUtf8(bytes) || bytes.includes(0))
    throw refused(
      'Không đọc được tệp này. Chỉ nhận bảng tính .xlsx, hoặc .csv lưu dạng “CSV UTF-8”. Xin lưu lại rồi chọn lại tệp.',
    );
  const file: ListFile = { lines: [], count: 0 };
  try {
    parse(bytes, {
      bom: true,
      delimiter: delimiterOf(bytes.toString('utf8')),
      relax_column_count: true,
      on_record: (cells: string[], { lines }) => {
        keep(
          file,
          lines,
          cells.map((text) => ({ text, kind: 'text' })),
        );
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw refused(
      `Dòng ${Number(error.lines ?? 0)} của tệp có dấu ngoặc kép chưa đúng. Sửa dòng này, hoặc lưu lại dạng .xlsx.`,
    );
  }
  return file;
}

function keep(file: ListFile, line: number, cells: readonly ListCell[]): void {
  const whole = Array.from(cells, (cell) => cell ?? { text: '', kind: 'text' });
  if (whole.every(({ text, kind }) => kind !== 'formula' && text.trim() === '')) return;
  file.count += 1;
  if (file.lines.length < mostLines) file.lines.push({ line, cells: whole });
}

/** The separator that the first lines hold most of: Excel takes that of its language. */
function delimiterOf(text: string): string {
  const start = text
    .split('\n', 5)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: start.split(mark).length }));
  return counts.toSorted((one, other) => other.count - one.count)[0]?.mark ?? ',';
}

function refused(message: string): Problem {
  return new Problem('invalid_fields', message, { fields: [{ field: 'file', message }] });
}

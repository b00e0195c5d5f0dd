// Reads flat catalogues from the first sheet of an Excel workbook that has a catalogue's header row.

import { readFile } from 'node:fs/promises';
import { WorkbookReader } from '@cj-tech-master/excelts';
import { hasCatalogueHeaders } from '@motcua/domain/catalogue-columns';
import { isSoundZip } from './check-zip.ts';
import { faults } from './faults.ts';
import type { RawRow, ReadFault } from './raw-row.ts';
import { recordOf } from './read-csv.ts';

/** Titles and emblems may stand above the header row, but not more than this many rows. */
const headerSearch = 20;

/** The rows under the header row; `line` is the row's number in the sheet. */
export async function* readXlsx(file: string): AsyncGenerator<RawRow | ReadFault> {
  if (!isSoundZip(await readFile(file))) {
    yield faults.badWorkbook();
    return;
  }
  let found = false;
  try {
    for await (const sheet of new WorkbookReader(file, { sharedStrings: 'cache', hyperlinks: 'ignore' })) {
      let headers: string[] | null = null;
      for await (const row of sheet) {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, (cell, column) => {
          cells[column - 1] = cell.text;
        });
        if (headers !== null) {
          if (cells.some((cell) => cell.trim() !== ''))
            yield { line: row.number, record: recordOf(headers, cells) };
        } else if (hasCatalogueHeaders(cells)) headers = cells;
        else if (row.number > headerSearch) break;
      }
      found = headers !== null;
      if (found) return;
    }
  } catch {
    yield faults.badWorkbook();
    return;
  }
  if (!found) yield faults.noHeaders(0);
}

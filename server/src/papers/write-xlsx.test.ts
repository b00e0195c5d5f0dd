// Workbooks we write: read back by the reader of imports; nothing in them is ever a formula.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { WorkbookReader } from '@cj-tech-master/excelts';
import { expect, test } from 'vitest';
import { unpack } from '../../test/unpack.ts';
import { isSoundZip } from '../procedures/reading/check-zip.ts';
import { type Cell, xlsxOf } from './write-xlsx.ts';

const bookOf = (rows: Cell[][]) =>
  xlsxOf({
    sheetName: 'Sổ theo dõi hồ sơ',
    author: 'Trung tâm',
    lead: ['TRUNG TÂM', 'SỔ'],
    columns: [
      { head: 'TT', width: 8 },
      { head: 'Tên', width: 30 },
      { head: 'Nhận hồ sơ', width: 20 },
    ],
    rows,
    at: '2026-11-23T08:05:00+07:00',
  });

async function readBack(workbook: Buffer): Promise<string[][]> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-xlsx-'));
  const file = join(folder, 'book.xlsx');
  writeFileSync(file, workbook);
  const rows: string[][] = [];
  try {
    for await (const sheet of new WorkbookReader(file, {
      sharedStrings: 'cache',
      hyperlinks: 'ignore',
      styles: 'cache',
    }))
      for await (const row of sheet) {
        const cells: string[] = [];
        row.eachCell({ includeEmpty: true }, (cell, column) => {
          cells[column - 1] = cell.value instanceof Date ? cell.value.toISOString() : cell.text;
        });
        rows.push(cells);
      }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return rows;
}

test('texts, figures and moments come back as what they are', async () => {
  const book = await bookOf([
    [7, 'Đặng Thị Ưng & “Con” <một>', { at: '2026-11-23T08:05:00+07:00' }],
    [8, null, null],
  ]);
  expect(isSoundZip(book)).toBe(true);
  const rows = await readBack(book);
  expect(rows.slice(0, 3).map(([first]) => first)).toEqual(['TRUNG TÂM', 'SỔ', 'TT']);
  expect(rows[3]).toEqual(['7', 'Đặng Thị Ưng & “Con” <một>', '2026-11-23T08:05:00.000Z']);
});

test('a name that looks like a formula is a name: no cell computes anything', async () => {
  const hostile = ['=HYPERLINK("http://x","y")', '+1+1', '-2', '@SUM(A1)', '\t=1', "=cmd|' /C calc'!A0"];
  const book = await bookOf(hostile.map((name, at) => [at, name, null]));
  const xml = unpack(book).get('xl/worksheets/sheet1.xml')?.toString() ?? '';
  expect(xml).not.toMatch(/<f[ >]/);
  expect((await readBack(book)).slice(3).map(([, name]) => name?.trim())).toEqual(
    hostile.map((name) => name.trim()),
  );
});

test('signs that XML does not know are left out', async () => {
  const xml = unpack(await bookOf([[1, 'a\u0000b\u001fc\ud800\uffff', null]])).get(
    'xl/worksheets/sheet1.xml',
  );
  expect(xml?.toString()).toContain('a b c\ufffd ');
});

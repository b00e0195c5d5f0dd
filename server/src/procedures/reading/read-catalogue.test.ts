// Reading catalogue files: the same thirty procedures from four kinds of file, and every kind of broken file.

import { mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Workbook } from '@cj-tech-master/excelts';
import { judgeRow } from '@motcua/domain/catalogue-check';
import type { Procedure } from '@motcua/domain/procedure';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { wardCatalogue } from '../../demo/catalogue/ward-catalogue.ts';
import type { RawRow, ReadFault } from './raw-row.ts';
import { countRows, readCatalogue } from './read-catalogue.ts';
import { longestLine } from './read-lines.ts';

const thirty = wardCatalogue.slice(0, 30).map((each) => each.procedure);
const headers = ['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cấp thực hiện', 'Thời hạn giải quyết', 'Kết quả'];
const cellsOf = (each: Procedure): string[] => [
  each.code,
  each.name,
  each.field,
  each.levels.includes('commune') ? 'Cấp xã' : 'Cấp tỉnh',
  each.channels[0]?.termText ?? '',
  each.results.map((result) => result.name).join('; '),
];

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'catalogue-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function put(name: string, content: string | Uint8Array): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, content);
  return file;
}

async function readAll(file: string): Promise<{ rows: RawRow[]; faults: ReadFault[] }> {
  const rows: RawRow[] = [];
  const faults: ReadFault[] = [];
  for await (const item of readCatalogue(file)) {
    if ('fault' in item) faults.push(item);
    else rows.push(item);
  }
  return { rows, faults };
}

function codesAndTerms(rows: readonly RawRow[]): unknown[] {
  return rows.map(({ record }) => {
    const verdict = judgeRow(record);
    return verdict.kind === 'accepted'
      ? [verdict.procedure.code, verdict.procedure.name, verdict.procedure.channels[0]?.term]
      : verdict;
  });
}

const expected = thirty.map((each) => [each.code, each.name, each.channels[0]?.term]);
const nationalRecords = thirty.map((each) => ({
  code: each.code,
  name: each.name,
  field: each.field,
  levels: each.levels,
  channels: [{ method: 'in_person', time_text: each.channels[0]?.termText, fees: [], note: null }],
  documents: each.papers.map(({ name, originals, copies }) => ({ name, originals, copies, case: null })),
  results: each.results,
}));
const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

describe('a good file', () => {
  const table = [headers, ...thirty.map(cellsOf)];
  const csv = (separator: string, lineBreak: string): string =>
    table.map((cells) => cells.map(quoted).join(separator)).join(lineBreak);
  const goodFiles: [string, string, number][] = [
    ['a.jsonl', nationalRecords.map((each) => JSON.stringify(each)).join('\n'), 1],
    ['b.jsonl', `\uFEFF${nationalRecords.map((each) => JSON.stringify(each)).join('\r\n')}\r\n\r\n`, 1],
    ['misnamed.json', `${nationalRecords.map((each) => JSON.stringify(each)).join('\n')}\n`, 1],
    ['a.json', JSON.stringify(nationalRecords), 1],
    ['b.json', JSON.stringify({ procedures: nationalRecords }, null, 2), 1],
    ['a.csv', csv(',', '\n'), 2],
    ['b.csv', `\uFEFF${csv(';', '\r\n')}\r\n`, 2],
    ['c.tsv', csv('\t', '\n'), 2],
  ];

  it.each(goodFiles)('%s gives all thirty procedures with their terms', async (name, content, firstLine) => {
    const file = await put(name, content);
    const { rows, faults } = await readAll(file);
    expect(faults).toEqual([]);
    expect(codesAndTerms(rows)).toEqual(expected);
    expect(rows[0]?.line).toBe(firstLine);
    expect(await countRows(file)).toBe(30);
  });

  it('may be a workbook with a title above its header row and an empty first sheet', async () => {
    const workbook = new Workbook();
    workbook.addWorksheet('Bìa').addRow(['Danh mục thủ tục hành chính']);
    const sheet = workbook.addWorksheet('Danh mục');
    sheet.addRow(['UBND phường Kiến Tường']);
    for (const row of table) sheet.addRow(row);
    const file = join(folder, 'a.xlsx');
    await workbook.xlsx.writeFile(file);
    const { rows, faults } = await readAll(file);
    expect(faults).toEqual([]);
    expect(codesAndTerms(rows)).toEqual(expected);
    expect(rows[0]?.line).toBe(3);
    expect(await countRows(file)).toBeNull();
  });

  it('keeps line breaks inside quoted cells and counts rows, not lines', async () => {
    const file = await put('d.csv', 'Mã TTHC,Tên TTHC\n1.001193,"Đăng ký\nkhai sinh"\n1.000894,Kết hôn\n');
    const { rows } = await readAll(file);
    expect(rows.map((row) => row.record['Tên TTHC'])).toEqual(['Đăng ký\nkhai sinh', 'Kết hôn']);
    expect(await countRows(file)).toBe(2);
  });
});

describe('a broken file', () => {
  const record = '{"code":"1.001193","name":"Đăng ký khai sinh"}';
  const vietnamese1258 = Buffer.from([0x7b, 0x22, 0x6e, 0x22, 0x3a, 0x22, 0xd0, 0xc3, 0x22, 0x7d, 0x0a]);
  const brokenFiles: [string, string, string | Uint8Array, number, RegExp][] = [
    ['cut in its last line', 'cut.jsonl', `${record}\n{"code":"1.00`, 1, /Dòng cuối \(dòng 2\) bị cắt/],
    [
      'with a line that is no JSON',
      'bad.jsonl',
      `${record}\n{oops\n${record}\n`,
      2,
      /Dòng 2 không đúng cú pháp/,
    ],
    ['with a line that is no record', 'list.jsonl', `${record}\n[1]\n`, 1, /Mục 2 không phải/],
    [
      'in another encoding',
      'tcvn.jsonl',
      Buffer.concat([Buffer.from(`${record}\n`), vietnamese1258, Buffer.from(`${record}\n`)]),
      1,
      /Dòng 2, byte thứ 57 không phải mã UTF-8/,
    ],
    [
      'of another encoding',
      'tcvn.csv',
      Buffer.from('M\xe3 TTHC,T\xean TTHC\n', 'latin1'),
      0,
      /Dòng 1, byte thứ 2 /,
    ],
    ['in UTF-16', 'wide.csv', Buffer.from('\uFEFFMã TTHC,Tên TTHC\n', 'utf16le'), 0, /UTF-16/],
    [
      'with too long a line',
      'long.jsonl',
      `${'x'.repeat(longestLine + 1)}\n${record}\n`,
      1,
      /Dòng 1 dài quá 4 MB/,
    ],
    ['that is empty', 'empty.jsonl', '', 0, /trống/],
    ['cut, of JSON', 'cut.json', `[${record},{"code":"1.0`, 0, /bị cắt giữa chừng ở dòng 1/],
    ['wrong, of JSON', 'wrong.json', `[${record},\n{"code" "1"}]`, 0, /sai cú pháp ở dòng 2/],
    ['without a list', 'none.json', '{"data": 1}', 0, /không có danh sách/],
    ['without headers', 'none.csv', '1.001193,Đăng ký khai sinh\n', 0, /tiêu đề thiếu cột/],
    ['with an open quote', 'quote.csv', 'Mã TTHC,Tên TTHC\n1.001193,"Đăng ký\n1.2,x\n', 0, /dấu ngoặc kép/],
    ['of the old Excel', 'old.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 0, /\.xls\)/],
    ['that only looks like a workbook', 'broken.xlsx', Buffer.from('PK\u0003\u0004 oops'), 0, /XLSX hỏng/],
    ['named like a workbook', 'named.xlsx', 'Mã TTHC,Tên TTHC\n', 0, /XLSX hỏng/],
    ['of no known kind', 'photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47]), 0, /Không nhận ra dạng/],
  ];

  it.each(brokenFiles)('%s is one clear sentence', async (_what, name, content, goodRows, sentence) => {
    const { rows, faults } = await readAll(await put(name, content));
    expect(rows).toHaveLength(goodRows);
    expect(faults.map((each) => each.fault)).toEqual([expect.stringMatching(sentence)]);
    expect(faults[0]?.fault).toMatch(/Xin|Cần/);
  });

  it('that is a folder or is not there is one clear sentence', async () => {
    await mkdir(join(folder, 'sub.jsonl'));
    expect((await readAll(join(folder, 'sub.jsonl'))).faults[0]?.fault).toMatch(/là thư mục/);
    expect((await readAll(join(folder, 'nowhere.jsonl'))).faults[0]?.fault).toMatch(/Không tìm thấy/);
    expect(await countRows(join(folder, 'nowhere.jsonl'))).toBeNull();
  });

  it('that was a workbook, cut or damaged anywhere, is one clear sentence', async () => {
    const workbook = new Workbook();
    const sheet = workbook.addWorksheet('Danh mục');
    for (const row of [headers, ...thirty.map(cellsOf)]) sheet.addRow(row);
    const whole = Buffer.from(await workbook.xlsx.writeBuffer());
    const damage = (at: number): Buffer => {
      const bytes = Buffer.from(whole);
      for (let index = at; index < at + 40; index += 1) bytes[index] = (bytes[index] ?? 0) ^ 0xa5;
      return bytes;
    };
    const parts = [0.02, 0.3, 0.5, 0.7, 0.9].map((part) => Math.floor(whole.length * part));
    const broken = [...parts.map(damage), ...parts.map((part) => whole.subarray(0, Math.max(part, 64)))];
    for (const [index, bytes] of broken.entries()) {
      const { rows, faults } = await readAll(await put(`damaged-${index}.xlsx`, bytes));
      expect([rows.length, faults.map((each) => each.fault)]).toEqual([
        0,
        [expect.stringMatching(/XLSX hỏng/)],
      ]);
    }
  });

  it('too large to be read whole is refused before reading', async () => {
    const file = await put('huge.json', '[');
    await truncate(file, 65 * 1024 * 1024);
    expect((await readAll(file)).faults[0]?.fault).toMatch(/lớn 65 MB, quá giới hạn 64 MB/);
  });
});

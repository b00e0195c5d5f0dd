// Importing a catalogue: counted exactly, repeated without effect, every row that is not plain named with its reason.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/world-database.ts';
import { virtualClock } from '../platform/clock.ts';
import { type Database, openDatabase, sql } from '../platform/database.ts';
import { type ImportSummary, importProcedures } from './import.ts';
import type { ImportFinding } from './import-report.ts';

const tenantId = 'kien-tuong';
let copy: TestDatabase;
let database: Database;
let folder: string;
const clock = virtualClock('2026-11-23T08:00:00+07:00');

beforeEach(async () => {
  copy = await testDatabase();
  database = openDatabase(copy.connectionString);
  await database.pool.query(
    `insert into tenant values ('kien-tuong', 'Kiến Tường', now()), ('khac', 'Khác', now())`,
  );
  folder = mkdtempSync(join(tmpdir(), 'motcua-import-'));
});

afterEach(async () => {
  await database.close();
  await copy.drop();
  rmSync(folder, { recursive: true });
});

interface Row {
  code: string;
  name?: string;
  term?: string;
}

function record({ code, name = `Thủ tục ${code}`, term = '3 ngày làm việc' }: Row): string {
  return JSON.stringify({
    code,
    name,
    field: 'Hộ tịch',
    levels: ['commune'],
    channels: [{ method: 'in_person', time_text: term, fee_text: '8.000 đồng' }],
    documents: [{ name: 'Tờ khai', originals: 1, copies: 0 }],
    results: [{ code: null, name: 'Giấy chứng nhận' }],
  });
}

function plainRows(count: number): string[] {
  return Array.from({ length: count }, (_, n) => record({ code: `1.${String(n).padStart(6, '0')}` }));
}

function write(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

async function take(
  file: string,
): Promise<ImportSummary & { findings: ImportFinding[]; progress: number[] }> {
  const findings: ImportFinding[] = [];
  const progress: number[] = [];
  const summary = await importProcedures({ database, clock }, tenantId, file, {
    onProgress: (done) => progress.push(done),
    onFinding: (finding) => findings.push(finding),
  });
  return { ...summary, findings, progress };
}

function rows<T>(
  query: Parameters<Parameters<Parameters<Database['tenant']>[1]>[0]['rows']>[0],
): Promise<T[]> {
  return database.tenant(tenantId, (tx) => tx.rows<T>(query));
}

const counts = {
  added: 0,
  changed: 0,
  unchanged: 0,
  doubtful: 0,
  rejected: 0,
  unreadable: 0,
  resumedAfter: 0,
};

test('new, then nothing new, then one change: a version only where something changed', async () => {
  const file = write('a.jsonl', plainRows(450).join('\n'));
  expect(await take(file)).toMatchObject({ ...counts, rows: 450, added: 450, progress: [200, 400, 450] });
  expect(await take(file)).toMatchObject({ ...counts, rows: 450, unchanged: 450 });
  const [first = '', ...others] = plainRows(450);
  const changed = write('b.jsonl', [first.replace('3 ngày', '2 ngày'), ...others].join('\n'));
  expect(await take(changed)).toMatchObject({ ...counts, rows: 450, changed: 1, unchanged: 449 });
  expect(
    await rows(sql`select version, superseded_at is null as current, offered from procedure
      where code = '1.000000' order by version`),
  ).toEqual([
    { version: 1, current: false, offered: false },
    { version: 2, current: true, offered: false },
  ]);
  expect(await rows(sql`select count(*)::int as n from procedure`)).toEqual([{ n: 451 }]);
  // An older file is news again once another has changed the catalogue.
  expect(await take(file)).toMatchObject({ changed: 1, unchanged: 449 });
});

test('what is offered stays offered, and only this tenant has it', async () => {
  await take(write('a.jsonl', plainRows(2).join('\n')));
  await database.tenant(tenantId, (tx) =>
    tx.run(sql`update procedure set offered = true where code = '1.000001'`),
  );
  await take(write('b.jsonl', plainRows(2).join('\n').replaceAll('8.000', '9.000')));
  expect(
    await rows(sql`select code, offered from procedure where superseded_at is null order by code`),
  ).toEqual([
    { code: '1.000000', offered: false },
    { code: '1.000001', offered: true },
  ]);
  expect(await database.tenant('khac', (tx) => tx.rows(sql`select 1 from procedure`))).toEqual([]);
});

test('a bare number, a bad code and a code twice are named with line and reason', async () => {
  const file = write(
    'a.jsonl',
    [
      record({ code: '1.000001', term: '3' }),
      record({ code: '1.00002' }),
      record({ code: '1.000003' }),
      record({ code: '1.000003', name: 'Tên khác' }),
      '{"code": "1.000004"',
    ]
      .join('\n')
      .concat('\n'),
  );
  const { findings, ...summary } = await take(file);
  expect(summary).toMatchObject({ ...counts, rows: 5, added: 2, doubtful: 1, rejected: 2, unreadable: 1 });
  expect(findings).toMatchObject([
    { line: 1, code: '1.000001', outcome: 'doubtful', reasons: [expect.stringContaining('không có đơn vị')] },
    { line: 2, code: '1.00002', outcome: 'rejected', reasons: [expect.stringContaining('Mã TTHC')] },
    {
      line: 4,
      code: '1.000003',
      outcome: 'rejected',
      reasons: ['Mã TTHC: trùng với dòng 3; đã giữ dòng 3.'],
    },
    { line: 5, outcome: 'unreadable' },
  ]);
  const [bare] = await rows<{ unit: string }>(
    sql`select body->'channels'->0->'term'->>'unit' as unit from procedure where code = '1.000001'`,
  );
  expect(bare?.unit).toBe('none');
});

test('a file that is no text of ours leaves no trace; what stood before the damage is kept', async () => {
  const whole = `${plainRows(3).join('\n')}\n`;
  const noUtf8 = Buffer.concat([Buffer.from(whole), Buffer.from([0x7b, 0xff, 0xfe]), Buffer.from(whole)]);
  const [, , third = ''] = plainRows(3);
  for (const [file, expected] of [
    [join(folder, 'none.jsonl'), { rows: 1, added: 0, unreadable: 1, progress: [] }],
    [write('empty.jsonl', ''), { rows: 1, added: 0, unreadable: 1, progress: [] }],
    [write('broken.xlsx', 'PK\u0003\u0004 cut short'), { rows: 1, added: 0, unreadable: 1, progress: [] }],
    [write('noise.jsonl', noUtf8), { rows: 4, added: 3, unreadable: 1 }],
    [write('cut.jsonl', whole + third.slice(0, 40)), { rows: 4, unchanged: 3, unreadable: 1 }],
  ] as const) {
    expect(await take(file)).toMatchObject(expected);
  }
  expect(await rows(sql`select count(*)::int as n from import_run`)).toEqual([{ n: 2 }]);
});

test('text that PostgreSQL cannot keep does not stop the rows around it', async () => {
  const file = write(
    'a.jsonl',
    [
      record({ code: '1.000001', name: 'Nửa ký tự \uD83D và số không \u0000.' }),
      record({ code: '1.000002' }),
    ].join('\n'),
  );
  expect(await take(file)).toMatchObject({ rows: 2, added: 2 });
});

test('two imports of overlapping files at once: every procedure has one current version', async () => {
  const files = ['8.000', '9.000', '8.000'].map((fee, n) =>
    write(`${n}.jsonl`, plainRows(300).join('\n').replaceAll('8.000', fee)),
  );
  const summaries = await Promise.all(files.map(take));
  for (const summary of summaries) expect(summary.rows).toBe(300);
  const [count] = await rows<{ current: number; codes: number }>(sql`select
      count(*) filter (where superseded_at is null)::int as current, count(distinct code)::int as codes from procedure`);
  expect(count).toEqual({ current: 300, codes: 300 });
});

// Lists through HTTP: read with errors by row, taken in part by part, once however often it is sent; hostile files refused.

import { Workbook } from '@cj-tech-master/excelts';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Client } from '../../test/client.ts';
import { givenIntakeBody } from '../../test/given-intake.ts';
import { createWorld, type World } from '../../test/world.ts';
import type { DossierView } from '../dossiers/schema.ts';
import { xlsxOf } from '../papers/write-xlsx.ts';
import { zipOf } from '../platform/zip.ts';
import type { ListAnswer, ListReading } from './schema.ts';

let world: World;
let clerk: Client;
beforeAll(async () => {
  world = await createWorld();
  clerk = await world.signInAs('nhung');
});
afterAll(() => world.close());

interface Refusal {
  kind: string;
  detail: string;
  fields: { field: string; message: string }[];
}

const heads = ['Họ và tên', 'Số căn cước', 'Số điện thoại', 'Địa chỉ', 'Nội dung'];
let people = 0;
/** Each time other people: no province and no country has the prefix 999. */
const givenRows = (count: number): string[][] =>
  Array.from({ length: count }, () => {
    people += 1;
    return [`Trần Văn Ổn ${people}`, `999087${String(people).padStart(6, '0')}`, '', 'Khu phố 1', ''];
  });
const csvOf = (rows: readonly string[][]) =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(';')).join('\r\n'));

async function bookOf(rows: readonly unknown[][]): Promise<Buffer> {
  const book = new Workbook();
  const sheet = book.addWorksheet('Danh sách');
  for (const row of rows) sheet.addRow(row as string[]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

const { applicant: _person, summary: _summary, ...shared } = givenIntakeBody();
const read = (bytes: Buffer) =>
  clerk.upload<ListReading & Refusal>(bytes, `/lists/read?procedureCode=${shared.procedureCode}`);
const take = (rows: ListReading['rows'], key: string, more: object = {}) =>
  clerk.post<ListAnswer & Refusal>('/lists', { ...shared, ...more, rows }, { 'idempotency-key': key });
const dossiers = async () => (await world.owner.query('select 1 from dossier')).rowCount;

test('a list is read with errors by row, its right rows are taken in, and the repeat doubles nothing', async () => {
  const rows = givenRows(3);
  const wrong = ['', '123', '', 'Khu phố 2', ''];
  const { status, body } = await read(await bookOf([heads, ...rows, wrong]));
  expect(status, JSON.stringify(body)).toBe(200);
  expect(body.rows.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(body.errors.map(({ line, column }) => [line, column])).toEqual([
    [5, 'Số căn cước'],
    [5, 'Họ và tên'],
  ]);

  const before = (await dossiers()) ?? 0;
  const first = await take(body.rows, 'list-part-1', { fee: 8000, feePaid: true, copies: 2 });
  expect(first.status, JSON.stringify(first.body)).toBe(200);
  expect(first.body.taken.map(({ line }) => line)).toEqual([2, 3, 4]);
  expect(new Set(first.body.taken.map(({ code }) => code)).size).toBe(3);
  const [one] = first.body.taken;
  const view = (await clerk.get<DossierView>(`/dossiers/${one?.id}`)).body;
  expect(view).toMatchObject({ code: one?.code, copies: 2, applicant: { fullName: rows[0]?.[0] } });

  const again = await take(body.rows, 'list-part-1', { fee: 8000, feePaid: true, copies: 2 });
  expect(again.body).toEqual(first.body);
  expect(await dossiers()).toBe(before + 3);

  // The same file once more: who filed before is told by row, with the dossier.
  const once = await read(await bookOf([heads, ...rows]));
  expect(once.body.rows).toEqual([]);
  expect(once.body.errors[0]?.message).toContain(one?.code);
});

test('a part is taken in whole or not at all, and the row in the way is named', async () => {
  const { body } = await read(csvOf([heads, ...givenRows(3)]));
  const [one, two, three] = body.rows;
  if (one === undefined || two === undefined || three === undefined) throw new Error('Three rows are read.');
  expect((await take([two], 'list-alone')).status).toBe(200);
  const before = await dossiers();
  const refused = await take([one, two, three], 'list-together');
  expect(refused).toMatchObject({
    status: 409,
    body: { kind: 'filed_before', fields: [{ field: 'rows.3' }] },
  });
  expect(refused.body.detail).toMatch(/^Dòng 3: .*Chưa hồ sơ nào của phần này được tiếp nhận/);
  expect(await dossiers()).toBe(before);
  // The key is free for the part without that row.
  expect((await take([one, three], 'list-together')).status).toBe(200);
  expect((await take(Array(51).fill(one), 'list-too-long')).status).toBe(422);
});

test('ten thousand rows are refused in one sentence, and five hundred are read', async () => {
  const many = givenRows(10_000);
  for (const bytes of [csvOf([heads, ...many]), await bookOf([heads, ...many])]) {
    const { status, body } = await read(bytes);
    expect(status).toBe(422);
    expect(body.detail).toContain('10.000 dòng');
  }
  expect((await read(csvOf([heads, ...many.slice(0, 500)]))).body.rows).toHaveLength(500);
});

test('formulas are never computed, and text that looks like one stays text', async () => {
  const [row = []] = givenRows(1);
  const formula = await read(
    await bookOf([heads, [{ formula: 'HYPERLINK("http://x","A")', result: 'A' }, ...row.slice(1)]]),
  );
  expect(formula.body.errors).toMatchObject([{ line: 2, column: 'Họ và tên' }]);
  expect(formula.body.errors[0]?.message).toContain('công thức');
  const text = "=cmd|' /C calc'!A0";
  const { body } = await read(csvOf([heads, [...row.slice(0, 4), text]]));
  expect(body.rows[0]?.summary).toBe(text);
  const taken = await take(body.rows, 'list-formula');
  const view = await clerk.get<DossierView>(`/dossiers/${taken.body.taken[0]?.id}`);
  expect(view.body.summary).toBe(text);
});

test('what is no list is refused with what to do', async () => {
  const at = world.ctx.clock.now();
  const packed = await zipOf([{ name: 'thu.txt', data: Buffer.from('Kính gửi') }], at);
  const [row = []] = givenRows(1);
  const cases: [Buffer, string][] = [
    [Buffer.alloc(0), 'Tệp rỗng'],
    [csvOf([]), 'Tệp rỗng'],
    [Buffer.from('\n\n'), 'không có dòng nào'],
    [csvOf([heads]), 'chưa có người nào'],
    [csvOf([heads.slice(1), row.slice(1)]), 'thiếu cột “Họ và tên”'],
    [packed, 'không phải bảng tính XLSX'],
    [(await bookOf([heads, row])).subarray(0, 900), 'không phải bảng tính XLSX'],
    [Buffer.from([0xff, 0xfe, 0x48, 0x00]), 'CSV UTF-8'],
    [Buffer.from('"Họ và tên;Số căn cước\n'), 'ngoặc kép'],
  ];
  for (const [bytes, told] of cases) {
    const { status, body } = await read(bytes);
    expect([status, body.detail], told).toEqual([422, expect.stringContaining(told)]);
  }
  expect((await read(Buffer.alloc(4 * 1024 * 1024 + 1, 'a'))).status).toBe(413);
});

test('the template is read as an empty list, and its cells are text', async () => {
  const template = await clerk.get('/lists/template.xlsx');
  expect(template.headers['content-disposition']).toContain('danh-sach-nop-ho-so.xlsx');
  expect((await read(template.bytes)).body.detail).toContain('chưa có người nào');
  const columns = heads.map((head) => ({ head, width: 20 }));
  const book = {
    sheetName: 'Danh sách',
    author: 'A',
    columns,
    lead: ['Danh sách'],
    at: world.ctx.clock.now(),
  };
  const filled = await read(await xlsxOf({ ...book, rows: givenRows(2) }));
  expect(filled.body.rows.map(({ line }) => line)).toEqual([3, 4]);
});

// motcua import procedures as an operator types it: killed and started again, its report, its exit codes.

import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type CommandWorld, createCommandWorld } from '../../test/command-world.ts';
import { sql } from '../platform/database.ts';

let world: CommandWorld;
beforeEach(async () => {
  world = await createCommandWorld();
});
afterEach(() => world.close());

function write(name: string, terms: readonly string[]): string {
  const file = join(world.folder, name);
  const rows = terms.map((term, n) => [
    `1.${String(n).padStart(6, '0')}`,
    `Thủ tục ${n}`,
    'Hộ tịch',
    'Cấp xã',
    term,
  ]);
  const lines = [['Mã TTHC', 'Tên TTHC', 'Lĩnh vực', 'Cấp thực hiện', 'Thời hạn'], ...rows];
  writeFileSync(file, lines.map((cells) => cells.join(',')).join('\n'));
  return file;
}

async function countRows(): Promise<{ rows: number; codes: number } | undefined> {
  return world.ctx.database.tenant('kien-tuong', (tx) =>
    tx.row(sql`select count(*)::int as rows, count(distinct code)::int as codes from procedure`),
  );
}

test('killed in the middle and started again: it goes on, and nothing is there twice', async () => {
  await world.addTenant('kien-tuong');
  const file = write(
    'a.csv',
    Array.from({ length: 650 }, () => '5 ngày làm việc'),
  );
  const words = ['import', 'procedures', file, '--json'];

  const cut = await world.motcua(words, { CRASH_AT: 'import.batch.before-commit:3' });
  expect(cut).toMatchObject({ signal: 'SIGKILL', out: '' });
  expect(await countRows()).toEqual({ rows: 400, codes: 400 });
  const cutAgain = await world.motcua(words, { CRASH_AT: 'import.batch.after:3' });
  expect(cutAgain).toMatchObject({ signal: 'SIGKILL', out: '' });
  expect(await countRows()).toEqual({ rows: 600, codes: 600 });

  const { code, out } = await world.motcua(words);
  expect(code).toBe(0);
  expect(JSON.parse(out)).toMatchObject({ rows: 650, added: 650, unchanged: 0, resumedAfter: 600 });
  expect(await countRows()).toEqual({ rows: 650, codes: 650 });

  const again = await world.motcua(words.slice(0, 3));
  expect(again).toMatchObject({ code: 0, out: expect.stringContaining('Không có gì mới.') });
});

test('doubts are shown, and all of them written to the report', async () => {
  await world.addTenant('kien-tuong');
  const file = write('a.csv', ['5 ngày làm việc', ...Array.from({ length: 25 }, () => '3')]);
  const report = join(world.folder, 'bao-cao.csv');
  const { code, out, err } = await world.motcua(['import', 'procedures', file, '--report', report]);
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('Dòng nên xem (20 dòng đầu trong 26)');
  const lines = readFileSync(report, 'utf8').trimEnd().split('\r\n');
  expect(lines).toHaveLength(27);
  expect(lines[2]).toMatch(/^"3","1\.000001","Nghi vấn, đã nạp",".*không có đơn vị/);
});

test('what stands in the way is one sentence and an exit code, and nothing is imported', async () => {
  const file = write('a.csv', ['5 ngày làm việc']);
  const sentence = async (words: string[]) => {
    const { code, out, err } = await world.motcua(['import', 'procedures', ...words]);
    expect(out).toBe('');
    expect(err).toMatch(/^[^\n]+\n$/);
    return { code, err };
  };
  expect(await sentence([file])).toMatchObject({
    code: 1,
    err: expect.stringContaining('chưa có đơn vị nào'),
  });
  await world.addTenant('kien-tuong');
  await world.addTenant('moc-hoa');
  expect(await sentence([file])).toMatchObject({
    code: 2,
    err: expect.stringContaining('hãy thêm --tenant'),
  });
  const here = ['--tenant', 'kien-tuong'];
  expect(await sentence([join(world.folder, 'none.csv'), ...here])).toMatchObject({
    code: 1,
    err: expect.stringContaining('Không tìm thấy tệp'),
  });
  expect(await sentence([file, ...here, '--report', '/proc/none/a.csv'])).toMatchObject({
    code: 2,
    err: expect.stringContaining('Không ghi được báo cáo'),
  });
  const sameByAnotherName = join(world.folder, 'link.csv');
  symlinkSync(file, sameByAnotherName);
  expect(await sentence([file, ...here, '--report', sameByAnotherName])).toMatchObject({
    code: 2,
    err: expect.stringContaining('trùng với tệp danh mục'),
  });
  expect(readFileSync(file, 'utf8')).toContain('5 ngày làm việc');
  expect(await countRows()).toEqual({ rows: 0, codes: 0 });
});

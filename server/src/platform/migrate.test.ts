// Migrations: in order, once, all or nothing, and never onto a database from the future.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Pool } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/world-database.ts';
import { isSchemaCurrent, migrate, readMigrations } from './migrate.ts';
import { exitCodes } from './start-fault.ts';

let database: TestDatabase;
let folder: string;

beforeEach(async () => {
  database = await testDatabase('empty');
  folder = mkdtempSync(join(tmpdir(), 'motcua-migrations-'));
  write('0001_first.sql', 'create table first (x int); insert into first values (1)');
  write('0002_second.sql', 'alter table first add y int default 2');
});

afterEach(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

test('applies each file once, in order, and the job queue’s tables', async () => {
  expect(await run()).toEqual([1, 2]);
  expect(await run()).toEqual([]);
  expect(await ask('select x, y from first')).toEqual([{ x: 1, y: 2 }]);
  expect(await ask('select count(*)::int as jobs from graphile_worker.jobs')).toEqual([{ jobs: 0 }]);
  write('0010_third.sql', 'drop table first');
  expect(await run()).toEqual([10]);
});

test('several processes at once apply it once', async () => {
  const done = await Promise.all([run(), run(), run()]);
  expect(done.flat().toSorted((a, b) => a - b)).toEqual([1, 2]);
});

test('a file that fails is undone whole, named, and can be tried again', async () => {
  write('0003_third.sql', 'create table third (x int); insert into nowhere values (1)');
  await expect(run()).rejects.toMatchObject({
    exitCode: exitCodes.schema,
    message: expect.stringMatching(/0003_third\.sql.*relation "nowhere" does not exist/),
  });
  expect(await ask(`select to_regclass('third') as third`)).toEqual([{ third: null }]);
  write('0003_third.sql', 'create table third (x int)');
  expect(await run()).toEqual([3]);
});

test('a database newer than the code is left alone', async () => {
  await run();
  rmSync(join(folder, '0002_second.sql'));
  await expect(run()).rejects.toMatchObject({
    exitCode: exitCodes.schema,
    message: expect.stringMatching(/^Cơ sở dữ liệu mới hơn chương trình \(bước 0002_second\.sql/),
  });
});

test('a file edited after it was applied is noticed', async () => {
  await run();
  write('0001_first.sql', 'create table first (x bigint)');
  await expect(run()).rejects.toThrow(/0001_first\.sql đã bị sửa sau khi chạy/);
});

test('readiness compares the database with the code', async () => {
  await run();
  const pool = new Pool({ connectionString: database.connectionString });
  // The database is dropped while its last connections are still saying goodbye.
  pool.on('error', () => {});
  expect(await isSchemaCurrent(pool, readMigrations(folder))).toBe(true);
  write('0003_third.sql', 'select 1');
  expect(await isSchemaCurrent(pool, readMigrations(folder))).toBe(false);
  await pool.end();
});

test('two files of one number, or a name out of shape, are a mistake of ours', () => {
  write('0002_again.sql', '');
  expect(() => readMigrations(folder)).toThrow(/each number once/);
  rmSync(join(folder, '0002_again.sql'));
  write('3_third.sql', '');
  expect(() => readMigrations(folder)).toThrow(/3_third\.sql/);
});

function write(name: string, sql: string): void {
  writeFileSync(join(folder, name), sql);
}

function run(): Promise<number[]> {
  return migrate(database.connectionString, readMigrations(folder));
}

async function ask(sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: database.connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

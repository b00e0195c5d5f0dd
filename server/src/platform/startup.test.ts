// Each obstacle at the start is one sentence that says what to do, and one exit code.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { testDatabase } from '../../test/world-database.ts';
import { dataFolderFault, exitCodes, StartFault } from './start-fault.ts';
import { checkDatabase, checkDataDir, checkPortFree, lockDataDir } from './startup.ts';

let folder: string;
let taken: Server | undefined;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-startup-'));
});

afterEach(() => {
  taken?.close();
  taken = undefined;
  rmSync(folder, { recursive: true });
});

test('a port in use, and the same port once it is free', async () => {
  const port = await takePort();
  await expect(checkPortFree('127.0.0.1', port, 'PORT')).rejects.toMatchObject({
    message: expect.stringMatching(
      new RegExp(
        `^Cổng ${port} đang có chương trình khác dùng; hãy đặt PORT sang cổng khác, ví dụ PORT=\\d+\\.$`,
      ),
    ),
    exitCode: exitCodes.portTaken,
  });
  await new Promise((resolve) => taken?.close(resolve));
  await checkPortFree('127.0.0.1', port, 'PORT');
  await checkPortFree('127.0.0.1', port, 'PORT');
});

test('an address that is not this machine’s', async () => {
  await expect(checkPortFree('192.0.2.1', 9200, 'PORT')).rejects.toThrow(
    'Máy này không có địa chỉ 192.0.2.1; hãy đặt HOST khác.',
  );
});

test('the data folder is made private and left empty', () => {
  const dataDir = join(folder, 'a', 'b');
  checkDataDir(dataDir);
  expect(statSync(dataDir).mode & 0o777).toBe(0o700);
  expect(readdirSync(dataDir)).toEqual([]);
});

test('a data folder below or in place of a file', () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  for (const dataDir of [join(file, 'data'), file]) {
    expect(() => checkDataDir(dataDir)).toThrow(
      expect.objectContaining({
        message: expect.stringMatching(/^Không dùng được thư mục dữ liệu .* \(DATA_DIR\): .*DATA_DIR.*\.$/),
        exitCode: exitCodes.dataFolder,
      }),
    );
  }
});

test.each([
  ['EACCES', /không có quyền ghi/],
  ['EROFS', /chỉ cho đọc/],
  ['ENOSPC', /ổ đĩa đã đầy/],
])('a data folder that fails with %s', (code, sentence) => {
  const fault = dataFolderFault(Object.assign(new Error('raw'), { code }), '/srv/data');
  expect(fault).toBeInstanceOf(StartFault);
  expect(fault).toMatchObject({ message: expect.stringMatching(sentence) });
});

test('a database that answers', async () => {
  const database = await testDatabase();
  await checkDatabase(database.connectionString);
  await database.drop();
});

test('a database that refuses, lacks the name, is away or is too old: one sentence each, never the password', async () => {
  const database = await testDatabase('empty');
  const changed = (change: (url: URL) => void) => {
    const url = new URL(database.connectionString);
    url.password = 'CANARY';
    change(url);
    return url.href;
  };
  const right = new URL(database.connectionString).password;
  const away = `postgresql://u:CANARY@127.0.0.1:${await freePort()}/x`;
  const cases: [string, RegExp][] = [
    [changed(() => {}), /\(DATABASE_URL\) từ chối tài khoản motcua hoặc mật khẩu\.$/],
    [
      changed((url) => Object.assign(url, { password: right, pathname: 'nowhere' })),
      /không có cơ sở dữ liệu nowhere\.$/,
    ],
    [away, /^Máy chủ dữ liệu 127\.0\.0\.1:\d+ \(DATABASE_URL\) không kết nối được \(ECONNREFUSED\)\.$/],
    ['postgresql://u:CANARY@nowhere.invalid/x', /nowhere\.invalid \(DATABASE_URL\) không/],
  ];
  for (const [url, sentence] of cases) {
    const fault: unknown = await checkDatabase(url).catch((error: unknown) => error);
    expect(fault).toMatchObject({ message: expect.stringMatching(sentence), exitCode: exitCodes.database });
    expect(String(fault)).not.toMatch(/CANARY/);
    expect(String(fault)).not.toContain(right);
  }
  await pretendVersion(database.connectionString, 140_012);
  await expect(checkDatabase(database.connectionString)).rejects.toThrow(
    /là PostgreSQL 14; Một Cửa cần bản 15 trở lên/,
  );
  await database.drop();
});

test('a second server on the same data folder is told where the first one is', async () => {
  const first = await lockDataDir(folder, 'http://localhost:9200');
  const alias = `${folder}-alias`;
  symlinkSync(folder, alias);
  await expect(lockDataDir(alias, 'http://localhost:9201')).rejects.toMatchObject({
    message: expect.stringContaining('(http://localhost:9200); hãy dừng bản đó trước'),
    exitCode: exitCodes.alreadyRunning,
  });
  rmSync(alias);
  const other = join(folder, 'other');
  mkdirSync(other);
  await (await lockDataDir(other, 'x')).release();
  await first.release();
  await (await lockDataDir(folder, 'http://localhost:9201')).release();
});

test('a server killed with kill -9 leaves no lock', async () => {
  const source = new URL('./startup.ts', import.meta.url).href;
  const script = `
    const { lockDataDir } = await import(${JSON.stringify(source)});
    await lockDataDir(${JSON.stringify(folder)}, 'other');
    process.stdout.write('locked');
    setInterval(() => {}, 1000);
  `;
  const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(holder.stdout, 'data');
  await expect(lockDataDir(folder, 'mine')).rejects.toThrow(/\(other\)/);
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  await (await lockDataDir(folder, 'mine')).release();
});

async function takePort(): Promise<number> {
  taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  return typeof address === 'object' && address ? address.port : 0;
}

async function freePort(): Promise<number> {
  const port = await takePort();
  await new Promise((resolve) => taken?.close(resolve));
  return port;
}

/** A function of the same name, found first, answers for the server. */
async function pretendVersion(connectionString: string, version: number): Promise<void> {
  const client = new Client({ connectionString });
  await client.connect();
  await client.query(`create schema old;
    create function old.current_setting(text) returns text language sql as 'select ''${version}''';
    do $$ begin execute format('alter database %I set search_path = old, pg_catalog', current_database()); end $$`);
  await client.end();
}

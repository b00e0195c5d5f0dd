// The embedded PostgreSQL as an operator's day treats it: restarts, kill -9, orphans, two commands at once, bad folders.

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startEmbeddedPostgres } from './embedded-postgres.ts';
import { exitCodes, StartFault } from './start-fault.ts';

let dataDir: string;
let running: { stop(): Promise<void> }[] = [];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'motcua-embedded-'));
});

afterEach(async () => {
  for (const one of running) await one.stop();
  running = [];
  rmSync(dataDir, { recursive: true });
});

test('starts from nothing, durable, in Vietnam’s time, and keeps its data over a restart', async () => {
  const first = await start();
  await ask(first, 'create table kept as select 42 as value');
  await first.stop();
  await expect(ask(first, 'select 1')).rejects.toThrow();

  const second = await start();
  expect(await ask(second, 'select value from kept')).toEqual([{ value: 42 }]);
  expect(
    await ask(
      second,
      `select current_setting('fsync') as fsync, current_setting('timezone') as zone,
              current_setting('server_encoding') as encoding, current_setting('listen_addresses') as network`,
    ),
  ).toEqual([{ fsync: 'on', zone: 'Asia/Ho_Chi_Minh', encoding: 'UTF8', network: '' }]);
  expect(second.connectionString).toBe(first.connectionString);
});

test.runIf(process.getuid?.() === 0)(
  'run as root, the server is somebody else, even below a private folder',
  async () => {
    expect(statSync(dataDir).mode & 0o077).toBe(0);
    const server = await start();
    expect(readFileSync(`/proc/${server.pid}/status`, 'utf8')).toMatch(/^Uid:\t65534\t/m);
  },
);

test('the password is asked for and kept from other accounts', async () => {
  const server = await start();
  const wrong = server.connectionString.replace(/:[^:@/]+@/, ':wrong@');
  await expect(ask({ connectionString: wrong }, 'select 1')).rejects.toMatchObject({ code: '28P01' });
  expect(statSync(join(dataDir, 'postgres')).mode & 0o077).toBe(0);
});

test('killed with kill -9 while in use, it is started again at the same address, nothing lost', async () => {
  const told = vi.fn<(sentence: string) => void>();
  const server = await start({ log: told });
  await ask(server, 'create table kept as select 1 as value');
  const killed = server.pid;
  process.kill(killed, 'SIGKILL');
  await vi.waitUntil(() => server.pid !== killed, { timeout: 20_000 });
  expect(await ask(server, 'select value from kept')).toEqual([{ value: 1 }]);
  expect(told).toHaveBeenCalledOnce();
});

test('our process killed with kill -9 leaves an orphan, which the next start takes over', async () => {
  const orphan = await startInAnotherProcess();
  await ask(orphan, 'create table kept as select 1 as value');
  orphan.process.kill('SIGKILL');
  await once(orphan.process, 'exit');

  const server = await start();
  expect(server.pid).toBe(orphan.pid);
  expect(await ask(server, 'select value from kept')).toEqual([{ value: 1 }]);
  await server.stop();
  await expect(ask(server, 'select 1')).rejects.toThrow();
});

test('both killed with kill -9: the next start recovers, though the pid file still names the dead', async () => {
  const orphan = await startInAnotherProcess();
  await ask(orphan, 'create table kept as select 1 as value');
  orphan.process.kill('SIGKILL');
  process.kill(orphan.pid, 'SIGKILL');

  const server = await start();
  expect(server.pid).not.toBe(orphan.pid);
  expect(await ask(server, 'select value from kept')).toEqual([{ value: 1 }]);
});

test('a pid file that names a living stranger, as after a reboot, is no obstacle', async () => {
  const first = await start();
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid');
  const left = readFileSync(pidFile, 'utf8');
  await first.stop();
  const stranger = spawn('sleep', ['60'], { uid: statSync(join(dataDir, 'postgres')).uid });
  writeFileSync(pidFile, left.replace(/^\d+/, String(stranger.pid)));
  const second = await start();
  expect(second.pid).not.toBe(stranger.pid);
  stranger.kill();
});

test('two of our processes share one server, and the last one stops it', async () => {
  const other = await startInAnotherProcess();
  const server = await start();
  expect(server.pid).toBe(other.pid);
  other.process.stdin.end();
  await once(other.process, 'exit');
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  await server.stop();
  await expect(ask(server, 'select 1')).rejects.toThrow();
});

test('two first starts at once make one folder and one server', async () => {
  const [other, server] = await Promise.all([startInAnotherProcess(), start()]);
  expect(server.pid).toBe(other.pid);
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  expect(readdirSync(dataDir).sort()).toEqual(['postgres', 'postgres.log']);
  other.process.stdin.end();
  await once(other.process, 'exit');
});

test('a path too long for a socket still works', async () => {
  const long = join(dataDir, 'ủy-ban-nhân-dân-phường-kiến-tường'.repeat(3));
  const server = await startEmbeddedPostgres({ dataDir: long });
  running.push(server);
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }]);
  const socketFolder = new URL(server.connectionString).searchParams.get('host') ?? '';
  await server.stop();
  rmSync(socketFolder, { recursive: true });
});

test('a folder that cannot be made, one of another version and a foreign one: one sentence each', async () => {
  writeFileSync(join(dataDir, 'file'), '');
  const below = startEmbeddedPostgres({ dataDir: join(dataDir, 'file', 'data') });
  await expect(below).rejects.toThrow(/^Không dùng được thư mục dữ liệu .*DATA_DIR.*\.$/);

  mkdirSync(join(dataDir, 'postgres'));
  await expect(start()).rejects.toThrow(/không phải do Một Cửa tạo ra/);
  writeFileSync(join(dataDir, 'postgres', 'PG_VERSION'), '19\n');
  const newer = start();
  await expect(newer).rejects.toThrow(/thuộc PostgreSQL 19, bản Một Cửa này đi kèm PostgreSQL 18/);
  await expect(newer).rejects.toBeInstanceOf(StartFault);
  await expect(newer).rejects.toMatchObject({ exitCode: exitCodes.dataFolder });
});

async function start(options: { log?: (sentence: string) => void } = {}) {
  const server = await startEmbeddedPostgres({ dataDir, ...options });
  running.push(server);
  return server;
}

async function ask(server: { connectionString: string }, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: server.connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

/** A process that starts the server, says where, and stops it when its input ends. */
async function startInAnotherProcess() {
  const source = new URL('./embedded-postgres.ts', import.meta.url).href;
  const script = `
    const { startEmbeddedPostgres } = await import(${JSON.stringify(source)});
    const server = await startEmbeddedPostgres({ dataDir: ${JSON.stringify(dataDir)} });
    process.stdout.write(server.pid + ' ' + server.connectionString);
    for await (const _ of process.stdin);
    await server.stop();
  `;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdout.setEncoding('utf8');
  const [said]: string[] = await once(child.stdout, 'data');
  const [pid = '', connectionString = ''] = said?.split(' ') ?? [];
  return { process: child, pid: Number(pid), connectionString };
}

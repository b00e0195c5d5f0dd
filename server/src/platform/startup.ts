// What the start command checks before it promises anything: each obstacle is one sentence and one exit code.

import { createHash } from 'node:crypto';
import { mkdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { SettingName } from './config.ts';
import { dataFolderFault, errorCode, exitCodes, StartFault } from './start-fault.ts';

/** Throws `StartFault` when something else listens there, or nobody may. */
export async function checkPortFree(host: string, port: number, setting: SettingName): Promise<void> {
  const server = createServer();
  try {
    await listen(server, { host, port, exclusive: true });
  } catch (error) {
    throw portFault(errorCode(error), host, port, setting);
  }
  await close(server);
}

/** Makes the data folder, private to its owner, and writes a file into it to be sure. Throws `StartFault`. */
export function checkDataDir(dataDir: string): void {
  const probe = join(dataDir, `.ghi-thu-${process.pid}`);
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    writeFileSync(probe, 'thử', { flush: true });
    rmSync(probe);
  } catch (error) {
    throw dataFolderFault(error, dataDir);
  }
}

/** Connects once and asks for the version. Throws `StartFault`; its sentence names the server, never the password. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const url = new URL(databaseUrl);
  const client = new Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 });
  // The awaited call fails as well, and is the one that is answered.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: number }>(
      `select current_setting('server_version_num')::int / 10000 as version`,
    );
    const version = rows[0]?.version ?? 0;
    if (version < 15) throw databaseFault(`là PostgreSQL ${version}; Một Cửa cần bản 15 trở lên`, url);
  } catch (error) {
    throw error instanceof StartFault ? error : databaseFault(databaseReason(error, url), url);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Makes sure that no second server works on the same data folder. The lock is a listening socket, so it ends with its
 * process, however that ends. `address` is told to whoever comes second. Throws `StartFault`.
 */
export async function lockDataDir(dataDir: string, address: string): Promise<{ release(): Promise<void> }> {
  const path = lockPath(dataDir);
  const server = createServer((asker) => asker.on('error', () => {}).end(address)).unref();
  try {
    await listen(server, { path });
  } catch (error) {
    if (errorCode(error) !== 'EADDRINUSE') throw error;
    const holder = await holderOf(path);
    throw new StartFault(
      `Một Cửa đang chạy trên thư mục dữ liệu ${dataDir} (${holder}); hãy dừng bản đó trước hoặc đặt DATA_DIR khác.`,
      exitCodes.alreadyRunning,
    );
  }
  return { release: () => close(server) };
}

function portFault(code: string | undefined, host: string, port: number, setting: SettingName): StartFault {
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
    return new StartFault(`Máy này không có địa chỉ ${host}; hãy đặt HOST khác.`, exitCodes.badSetting);
  }
  const reason =
    code === 'EACCES'
      ? 'cần quyền quản trị của máy'
      : code === 'EADDRINUSE'
        ? 'đang có chương trình khác dùng'
        : code;
  return new StartFault(
    `Cổng ${port} ${reason}; hãy đặt ${setting} sang cổng khác, ví dụ ${setting}=${port + 1000 > 65_535 ? 8080 : port + 1000}.`,
    exitCodes.portTaken,
  );
}

function databaseReason(error: unknown, url: URL): string {
  const code = errorCode(error) ?? '';
  if (code === '28P01' || code === '28000')
    return `từ chối tài khoản ${url.username || '(trống)'} hoặc mật khẩu`;
  if (code === '3D000') return `không có cơ sở dữ liệu ${decodeURIComponent(url.pathname.slice(1))}`;
  if (code === '53300') return 'đã hết số kết nối cho phép';
  if (code === '57P03') return 'đang khởi động hoặc đang dừng; hãy thử lại sau ít phút';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'không tìm thấy trên mạng';
  return `không kết nối được${code && ` (${code})`}`;
}

function databaseFault(reason: string, url: URL): StartFault {
  const server = url.searchParams.get('host') ?? url.host;
  return new StartFault(`Máy chủ dữ liệu ${server} (DATABASE_URL) ${reason}.`, exitCodes.database);
}

function lockPath(dataDir: string): string {
  const name = `motcua-${createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 32)}`;
  // Linux keeps such names in memory only: nothing is left behind by kill -9.
  return process.platform === 'linux' ? `\0${name}` : join(tmpdir(), `${name}.lock`);
}

async function holderOf(path: string): Promise<string> {
  const socket = createConnection({ path }).setEncoding('utf8').setTimeout(1_000);
  socket.once('timeout', () => socket.destroy());
  try {
    let said = '';
    for await (const part of socket) said += String(part);
    return said;
  } catch {
    return 'chưa rõ địa chỉ';
  }
}

function listen(
  server: Server,
  place: { path: string } | { host: string; port: number; exclusive: boolean },
) {
  return new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(place, () => resolve());
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => server.close(() => resolve()));
}

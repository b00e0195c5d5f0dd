// pgbench, the driver-less limit of the same PostgreSQL: taken from the PATH, and skipped aloud where it is not.

import { spawnSync } from 'node:child_process';

export const noPgbench =
  'pgbench is not installed (Debian: apt-get install postgresql-contrib): this limit was not measured';

/** Null where there is none. */
export function pgbenchVersion(): string | null {
  const { stdout, status } = spawnSync('pgbench', ['--version'], { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : null;
}

/** Transactions a second. */
export function pgbench(address: string, args: readonly string[]): number {
  const { stdout, stderr, status } = spawnSync('pgbench', [...args, address], { encoding: 'utf8' });
  const tps = /tps = ([\d.]+)/.exec(stdout)?.[1];
  if (tps !== undefined) return Number(tps);
  if (status === 0) return 0;
  throw new Error(`pgbench failed: ${stderr}`);
}

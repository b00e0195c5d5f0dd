// Holds a row's lock and sees others wait for it: two at once, proved without timing.

import type { Pool } from 'pg';

export interface HeldLock {
  /** Resolves once that many connections of this database wait for a lock. */
  untilWaiting(count: number): Promise<void>;
  release(): Promise<void>;
}

/** Locks what `select` finds, on a connection of its own. */
export async function holdLock(owner: Pool, select: string, values: unknown[] = []): Promise<HeldLock> {
  const holder = await owner.connect();
  await holder.query('begin');
  const { rowCount } = await holder.query(`${select} for update`, values);
  if (rowCount === 0) throw new Error('Nothing there to lock.');
  return {
    async untilWaiting(count) {
      let waiting = 0;
      while (waiting < count) {
        const { rows } = await owner.query<{ waiting: number }>(
          `select count(*)::int as waiting from pg_stat_activity
            where datname = current_database() and wait_event_type = 'Lock'`,
        );
        waiting = rows[0]?.waiting ?? 0;
      }
    },
    async release() {
      await holder.query('commit');
      holder.release();
    },
  };
}

// Who of the workers is alive: a killed process leaves its jobs and queues locked, and nobody else would touch them for hours.

import type { Pool, PoolClient } from 'pg';

/** Any number; with the hash of a worker's id it names the lock that only a living worker holds. */
const presenceClass = 7_203_002;

export interface Presence {
  leave(): Promise<void>;
}

/** Holds the lock that says "this worker lives", and takes it again when its connection breaks. */
export async function keepPresence(pool: Pool, workerId: string): Promise<Presence> {
  let client: PoolClient | undefined;
  let left = false;
  const enter = async (): Promise<void> => {
    const next = await pool.connect();
    try {
      await next.query('select pg_advisory_lock($1, hashtext($2))', [presenceClass, workerId]);
    } catch (error) {
      next.release(true);
      throw error;
    }
    next.once('error', () => {
      if (client !== next) return;
      client = undefined;
      next.release(true);
      comeBack();
    });
    client = next;
  };
  const comeBack = (): void => {
    setTimeout(() => {
      // Whoever has left meanwhile must not come back: every loss of the database would cost a connection.
      if (!left) enter().catch(comeBack);
    }, 1_000).unref();
  };
  await enter();
  return {
    leave: async () => {
      left = true;
      const leaving = client;
      client = undefined;
      try {
        await leaving?.query('select pg_advisory_unlock($1, hashtext($2))', [presenceClass, workerId]);
        leaving?.release();
      } catch {
        // The lock ends with its connection.
        leaving?.release(true);
      }
    },
  };
}

/**
 * Frees what workers that are no longer alive have locked; gives their ids. The end of a process ends its connection,
 * and with it its lock, so a worker whose lock can be taken is dead. `selves`, the caller's own, are never judged.
 */
export async function freeDeadWorkers(pool: Pool, selves: readonly string[]): Promise<string[]> {
  const client = await pool.connect();
  try {
    const { rows } = await client.query<{ id: string }>(
      `select distinct locked_by as id from graphile_worker._private_jobs where locked_by is not null
       union select distinct locked_by from graphile_worker._private_job_queues where locked_by is not null`,
    );
    const freed: string[] = [];
    for (const { id } of rows) {
      if (selves.includes(id)) continue;
      const names = [presenceClass, id];
      const taken = await client.query<{ dead: boolean }>(
        'select pg_try_advisory_lock($1, hashtext($2)) as dead',
        names,
      );
      if (taken.rows[0]?.dead !== true) continue;
      // What was replaced while it was being done lost its key and its tries: nobody takes it up or away any more.
      await client.query(
        `delete from graphile_worker._private_jobs
          where locked_by = $1 and key is null and attempts >= max_attempts`,
        [id],
      );
      await client.query('select graphile_worker.force_unlock_workers($1)', [[id]]);
      await client.query('select pg_advisory_unlock($1, hashtext($2))', names);
      freed.push(id);
    }
    return freed;
  } finally {
    client.release();
  }
}

// A pool for the job queue: what must be written about a job is written again until PostgreSQL takes it.

import { setTimeout as wait } from 'node:timers/promises';
import type { Pool, PoolClient } from 'pg';
import { isDatabaseAway } from './away.ts';

/**
 * The queue's library lets go of the promise that says "this job is done" or "failed": when PostgreSQL is away just then,
 * nobody can catch the error and the process would end. So connections are waited for, and those two statements are
 * repeated; asking for a job is not, because the first asking may have locked one. `onTrouble` is told whenever a
 * statement met an absent database. Patience ends with `signal`.
 */
export function patientPool(pool: Pool, onTrouble: () => void, signal: AbortSignal): Pool {
  const connect = async (): Promise<PoolClient> => {
    for (;;) {
      try {
        return await pool.connect();
      } catch (error) {
        if (signal.aborted || !isDatabaseAway(error)) throw error;
        onTrouble();
        await wait(pauseMs);
      }
    }
  };
  const connectPatiently = async (): Promise<PoolClient> => {
    let client = await connect();
    const query = async (...asked: unknown[]): Promise<unknown> => {
      for (;;) {
        try {
          return await (client.query as (...all: unknown[]) => Promise<unknown>)(...asked);
        } catch (error) {
          if (signal.aborted || !isDatabaseAway(error)) throw error;
          onTrouble();
          if (!endsJob(asked[0])) throw error;
          client.release(true);
          client = await connect();
        }
      }
    };
    return standIn(
      () => client,
      (name) => (name === 'query' ? query : undefined),
    );
  };
  // Whoever hands in a callback listens for announcements, and comes back by itself.
  const connectEitherWay = (callback?: PoolCallback): Promise<PoolClient> | undefined => {
    if (callback === undefined) return connectPatiently();
    pool.connect(callback);
    return undefined;
  };
  return standIn(
    () => pool,
    (name) => (name === 'connect' ? connectEitherWay : undefined),
  );
}

type PoolCallback = Parameters<Pool['connect']>[0];

const pauseMs = 250;

/** Everything of the object as it is now, but for what is put in its place. */
function standIn<T extends object>(now: () => T, instead: (name: string | symbol) => unknown): T {
  return new Proxy(now(), {
    get: (_first, name) => {
      const value: unknown = instead(name) ?? Reflect.get(now(), name);
      return typeof value === 'function' && instead(name) === undefined ? value.bind(now()) : value;
    },
  });
}

/** Both name the job and who had locked it, so that a second time they find nothing to do. */
function endsJob(asked: unknown): boolean {
  const text = typeof asked === 'object' && asked !== null && 'text' in asked ? String(asked.text) : '';
  return /delete from \S*_private_jobs|locked_by = null/.test(text) && !text.includes('skip locked');
}

// The queue and a PostgreSQL that goes away under it, again and again.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTcpGate, type TcpGate } from '../../test/tcp-gate.ts';
import { type TestDatabase, testDatabase } from '../../test/world-database.ts';
import { type Database, openDatabase } from './database.ts';
import { type JobRunner, jobCounts, startJobs } from './jobs.ts';

let own: TestDatabase;
let gate: TcpGate;
let database: Database;
let runner: JobRunner;
let done: number[];
/** Called in the middle of a job with its number. */
let during: (number: number) => Promise<void>;

beforeEach(async () => {
  own = await testDatabase();
  gate = await openTcpGate(own.connectionString);
  database = openDatabase(gate.url);
  done = [];
  during = async () => {};
  const count = async ({ number }: Record<string, string | number>): Promise<void> => {
    await during(Number(number));
    done.push(Number(number));
  };
  const log = { error: () => {} };
  runner = await startJobs(database, [{ handlers: { count }, concurrency: 2 }], { crontab: '', log });
});

afterEach(async () => {
  gate.open();
  await runner.stop();
  // Waits for whoever still has a connection: none may be lost.
  await database.close();
  await gate.close();
  await own.drop();
});

async function order(number: number, key = `count-${number}`): Promise<void> {
  const payload = JSON.stringify({ tenantId: 'xa-thu', number });
  await database.pool.query('select graphile_worker.add_job($1, $2::json, job_key := $3)', [
    'count',
    payload,
    key,
  ]);
}

const isDone = (number: number) => expect.poll(() => done, { timeout: 20_000 }).toContain(number);
const isQuiet = () =>
  expect.poll(() => jobCounts(database), { timeout: 20_000 }).toEqual({ waiting: 0, dead: 0 });

test('a job is heard of at once, not at the next look', async () => {
  const { rows } = await database.pool.query<{ listening: number }>(
    `select count(*)::int as listening from pg_stat_activity where datname = current_database() and query ilike 'listen%'`,
  );
  expect(rows[0]?.listening).toBeGreaterThanOrEqual(1);
});

test('PostgreSQL goes away in the middle of a job, four times: each is done, and no connection is lost', async () => {
  for (const number of [1, 2, 3, 4]) {
    const begun = Promise.withResolvers<void>();
    const goOn = Promise.withResolvers<void>();
    during = () => {
      begun.resolve();
      return goOn.promise;
    };
    await order(number);
    await begun.promise;
    gate.refuse();
    goOn.resolve();
    await isDone(number);
    gate.open();
    await isQuiet();
  }
  expect(database.pool.totalCount).toBeLessThanOrEqual(8);
});

test('a job that was replaced while it was done, and failed, is not counted as given up', async () => {
  const begun = Promise.withResolvers<void>();
  const goOn = Promise.withResolvers<void>();
  during = (number) => {
    if (number !== 1) return Promise.resolve();
    begun.resolve();
    return goOn.promise;
  };
  await order(1, 'same');
  await begun.promise;
  await order(2, 'same');
  goOn.reject(new Error('PostgreSQL went away'));
  await isDone(2);
  await isQuiet();
  expect(done).toEqual([2]);
});

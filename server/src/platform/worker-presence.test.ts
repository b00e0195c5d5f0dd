// A worker killed in the middle of a job must not keep a person's queue shut.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/world-database.ts';
import { type Database, openDatabase } from './database.ts';
import { freeDeadWorkers, keepPresence } from './worker-presence.ts';

let own: TestDatabase;
let database: Database;

beforeEach(async () => {
  own = await testDatabase();
  database = openDatabase(own.connectionString);
  await database.pool.query(`select graphile_worker.add_job('send', '{}', queue_name := 'say:mai')`);
  await database.pool.query(
    `update graphile_worker._private_jobs set locked_by = 'worker-1', locked_at = now()`,
  );
  await database.pool.query(
    `update graphile_worker._private_job_queues set locked_by = 'worker-1', locked_at = now()`,
  );
});

afterEach(async () => {
  await database.close();
  await own.drop();
});

async function locked(): Promise<number> {
  const { rows } = await database.pool.query<{ locked: number }>(
    `select (select count(*) from graphile_worker._private_jobs where locked_by is not null)
      + (select count(*) from graphile_worker._private_job_queues where locked_by is not null) as locked`,
  );
  return rows[0]?.locked ?? -1;
}

test('what a dead worker locked is free again', async () => {
  expect(await freeDeadWorkers(database.pool, ['worker-2'])).toEqual(['worker-1']);
  expect(await locked()).toBe(0);
});

test('a living worker keeps its locks, until it leaves', async () => {
  const presence = await keepPresence(database.pool, 'worker-1');
  expect(await freeDeadWorkers(database.pool, ['worker-2'])).toEqual([]);
  expect(await locked()).toBe(2);
  await presence.leave();
  expect(await freeDeadWorkers(database.pool, ['worker-2'])).toEqual(['worker-1']);
});

test('a worker does not judge itself', async () => {
  expect(await freeDeadWorkers(database.pool, ['worker-1'])).toEqual([]);
});

test('a job replaced while a worker died at it goes with the worker, the one in its place stays', async () => {
  const ask = "select graphile_worker.add_job('chat', '{}', job_key := 'chat:mai')";
  await database.pool.query(ask);
  await database.pool.query(
    `update graphile_worker._private_jobs set locked_by = 'worker-1', locked_at = now(), attempts = 1`,
  );
  await database.pool.query(ask);
  await freeDeadWorkers(database.pool, ['worker-2']);
  const { rows } = await database.pool.query(
    'select task_identifier as name, key, attempts from graphile_worker.jobs order by id',
  );
  expect(rows).toEqual([
    { name: 'send', key: null, attempts: 1 },
    { name: 'chat', key: 'chat:mai', attempts: 0 },
  ]);
});

// The queue's workers outlive their database: a runner that broke down with it is replaced when it is back.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { openTcpGate, type TcpGate } from '../../test/tcp-gate.ts';
import { testDatabase } from '../../test/world-database.ts';
import { type Database, openDatabase } from './database.ts';
import { type JobRunner, startJobs } from './jobs.ts';

let gate: TcpGate;
let database: Database;
let drop: () => Promise<void>;
let jobs: JobRunner;

let tries = 0;
let hold: PromiseWithResolvers<void>;
const log = { error: vi.fn<(fields: object, message: string) => void>() };

beforeAll(async () => {
  const copy = await testDatabase();
  drop = () => copy.drop();
  gate = await openTcpGate(copy.connectionString);
  database = openDatabase(gate.url, { max: 8 });
  const handlers = {
    poke: async () => {
      tries += 1;
      if (tries > 1) return;
      await hold.promise;
      throw new Error('the database went away under it');
    },
  };
  jobs = await startJobs(database, [{ handlers, concurrency: 2 }], { crontab: '', log });
});

afterAll(async () => {
  await jobs.stop();
  await database.close();
  await gate.close();
  await drop();
});

const said = (message: RegExp): boolean => log.error.mock.calls.some(([, words]) => message.test(words));
const soon = { timeout: 25_000, interval: 20 };

test('a job that fails while PostgreSQL is away ends no process, and is done when it is back', async () => {
  hold = Promise.withResolvers();
  await database.pool.query(
    `select graphile_worker.add_job('poke', '{"tenantId":"t"}'::json, queue_name := 'one')`,
  );
  await vi.waitFor(() => expect(tries).toBe(1), soon);
  gate.refuse();
  hold.resolve();
  await vi.waitFor(() => expect(said(/job failed/)).toBe(true), soon);
  gate.open();
  await vi.waitFor(() => expect(tries).toBeGreaterThan(1), soon);
}, 60_000);

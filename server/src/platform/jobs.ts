// The queue in the same PostgreSQL: a job is written in the act's transaction, so it exists if and only if the act does.

import { EventEmitter, once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import type { Runner, TaskList, WorkerEvents } from 'graphile-worker';
import { Logger, run } from 'graphile-worker';
import type { Database, Tx } from './database.ts';
import { sql } from './database.ts';
import { patientPool } from './patient-pool.ts';
import { freeDeadWorkers, keepPresence } from './worker-presence.ts';

/** What a job carries: ids, never content. */
export type JobPayload = { tenantId: string } & Record<string, string | number>;

export interface JobOptions {
  /** Jobs of one queue run one after another: one queue per person keeps a person's messages in order. */
  queue?: string;
  /**
   * A second job with the same key replaces the first while it waits. One that comes while the first is being done takes
   * the key over, and the first is not tried again.
   */
  key: string;
  /** Not before this moment. */
  runAt?: string;
  maxAttempts?: number;
  /** Lower goes first; 0 unless told otherwise. */
  priority?: number;
  /**
   * Many ask for this job at once and one is enough: when one with this key already waits for the same moment or an
   * earlier one, nothing is written, and nobody waits for anybody's transaction.
   */
  bell?: boolean;
}

/** Writes a job in the caller's transaction, through the one door the application role has to the queue. */
export async function addJob(tx: Tx, name: string, payload: JobPayload, options: JobOptions): Promise<void> {
  await tx.send(sql`select motcua_add_job(${name}, ${JSON.stringify(payload)}::json, ${options.queue ?? null},
    ${options.key}, ${options.runAt ?? null}::timestamptz, ${options.maxAttempts ?? 12}, ${options.priority ?? 0},
    ${options.bell ?? false})`);
}

/** The same for many at once. Of several with one key, the caller hands in only one. */
export async function addJobs(
  tx: Tx,
  jobs: readonly (JobOptions & { name: string; payload: JobPayload })[],
): Promise<void> {
  const rows = jobs.map(({ name, payload, queue, key, runAt, maxAttempts = 12 }) => ({
    task: name,
    payload,
    queue,
    key,
    run_at: runAt,
    max_attempts: maxAttempts,
  }));
  await tx.send(sql`select motcua_add_jobs(${JSON.stringify(rows)}::json)`);
}

export type JobHandler = (payload: JobPayload, attempt: { number: number; last: boolean }) => Promise<void>;
export type JobHandlers = Record<string, JobHandler>;

export interface JobRunner {
  stop(): Promise<void>;
}

interface RunnerLog {
  error(fields: object, message: string): void;
}

/** Jobs that share so many hands. What is slow in one lane holds nothing up in another. */
export interface JobLane {
  handlers: JobHandlers;
  concurrency: number;
}

/**
 * Starts working through the queue. A failed job comes back later; after its last attempt it stays visible. Work that
 * breaks down with the database begins again when the database is back.
 */
export async function startJobs(
  database: Database,
  lanes: readonly JobLane[],
  options: { crontab: string; log: RunnerLog },
): Promise<JobRunner> {
  await freeDeadWorkers(database.pool, []);
  const started: StartedLane[] = [];
  const look = (): void => {
    const selves = started.map((lane) => lane.workerId());
    freeDeadWorkers(database.pool, selves).catch((err: unknown) => {
      options.log.error({ err }, 'looking for dead workers failed');
    });
  };
  for (const lane of lanes) {
    const crontab = linesFor(options.crontab, lane.handlers);
    started.push(await keepLane(database, lane, { crontab, log: options.log, restarted: look }));
  }
  const watches = [
    ...soonMs.map((ms) => setTimeout(look, ms).unref()),
    setInterval(look, deadWorkerMs).unref(),
  ];
  return {
    stop: async () => {
      for (const watch of watches) clearTimeout(watch);
      await Promise.all(started.map((lane) => lane.stop()));
    },
  };
}

interface StartedLane extends JobRunner {
  workerId(): string;
}

/**
 * A lane that does not stay down. When PostgreSQL went away under its runner, a job may be locked that the runner never
 * heard of: it ends what it has, another takes its place under a new id, and the rest is freed as a dead worker's.
 */
async function keepLane(
  database: Database,
  lane: JobLane,
  options: { crontab: string; log: RunnerLog; restarted: () => void },
): Promise<StartedLane> {
  const stopping = new AbortController();
  const { signal } = stopping;
  const stopped = once(signal, 'abort');
  let current = await startLane(database, lane, options);
  const keep = async (): Promise<void> => {
    for (;;) {
      await Promise.race([current.ended, stopped]);
      await current.stop();
      if (signal.aborted) return;
      options.log.error({}, 'PostgreSQL went away under the job runner; another takes its place');
      const next = await startAgain(database, lane, options, signal);
      if (next === undefined) return;
      current = next;
      options.restarted();
    }
  };
  const kept = keep();
  return {
    workerId: () => current.workerId,
    stop: () => {
      stopping.abort();
      return kept;
    },
  };
}

/** Tries until it succeeds or `signal` says that nobody wants it any more. */
async function startAgain(
  database: Database,
  lane: JobLane,
  options: { crontab: string; log: RunnerLog },
  signal: AbortSignal,
): Promise<RunningLane | undefined> {
  while (!signal.aborted) {
    try {
      return await startLane(database, lane, options);
    } catch (err) {
      options.log.error({ err }, 'the job runner could not be started');
      await wait(restartMs, undefined, { signal }).catch(() => {});
    }
  }
  return undefined;
}

/** How long is waited before a runner is started again. */
const restartMs = 1_000;

/** The lines of a crontab that speak of these jobs: minute, hour, day, month, weekday, name, options. */
function linesFor(crontab: string, handlers: JobHandlers): string {
  return crontab
    .split('\n')
    .filter((line) => (line.split(' ')[5] ?? '') in handlers)
    .join('\n');
}

interface RunningLane extends JobRunner {
  workerId: string;
  /** Resolves when it works no more, or may hold a job it does not know of. */
  ended: Promise<unknown>;
}

async function startLane(
  database: Database,
  { handlers, concurrency }: JobLane,
  options: { crontab: string; log: RunnerLog },
): Promise<RunningLane> {
  const taskList: TaskList = {};
  for (const [name, handler] of Object.entries(handlers))
    taskList[name] = async (payload, helpers) => {
      try {
        await handler(payload as JobPayload, {
          number: helpers.job.attempts,
          last: helpers.job.attempts >= helpers.job.max_attempts,
        });
      } catch (error) {
        options.log.error({ job: name, attempt: helpers.job.attempts, err: error }, 'job failed');
        throw error;
      }
    };
  const trouble = Promise.withResolvers<void>();
  const patience = new AbortController();
  const events: WorkerEvents = new EventEmitter();
  const workerId = new Promise<string>((resolve) => {
    events.once('pool:create', ({ workerPool }) => resolve(workerPool.id));
  });
  const runner: Runner = await run({
    pgPool: patientPool(database.pool, trouble.resolve, patience.signal),
    taskList,
    concurrency,
    noHandleSignals: true,
    // A job whose queue was busy when it was announced is found at the next look.
    pollInterval: 300,
    crontab: options.crontab,
    logger: silentLogger(),
    events,
  });
  const ended = Promise.race([runner.promise.catch(() => {}), trouble.promise]);
  const self = await workerId;
  const presence = await keepPresence(database.pool, self).catch(async (error: unknown) => {
    patience.abort();
    await runner.stop().catch(() => {});
    throw error;
  });
  return {
    workerId: self,
    ended,
    stop: async () => {
      // With the database away the last words about a job cannot be written: whoever comes next finds it locked.
      const impatient = setTimeout(() => patience.abort(), lastWordsMs);
      await runner.stop().catch(() => {});
      clearTimeout(impatient);
      await presence.leave();
    },
  };
}

/** How long a runner that stops may take for its last words. */
const lastWordsMs = 20_000;

/** How often a worker looks for others that died. */
const deadWorkerMs = 15_000;

/** A process started again at once may look before PostgreSQL has noticed that the one before it is gone. */
const soonMs = [500, 1_000, 2_000, 4_000, 8_000];

/**
 * How many jobs wait and how many gave up: for `/readyz` and `motcua doctor`. One without its key was replaced while it
 * was being done; the other does its work.
 */
export async function jobCounts(database: Database): Promise<{ waiting: number; dead: number }> {
  const result = await database.pool.query<{ waiting: number; dead: number }>(
    `select count(*) filter (where attempts < max_attempts)::int as waiting,
            count(*) filter (where attempts >= max_attempts and key is not null)::int as dead from graphile_worker.jobs`,
  );
  return result.rows[0] ?? { waiting: 0, dead: 0 };
}

// The queue's own chatter is not for operators; failures are logged above with their job's name.
function silentLogger() {
  return new Logger(() => () => {});
}

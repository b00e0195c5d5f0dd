// The intake: every proven event ends in PostgreSQL or, while that is away, on our own disk; only then Zalo is told "received".

import { setTimeout as wait } from 'node:timers/promises';
import { rememberReceivers } from '../oa/known-receivers.ts';
import { isDatabaseAway } from '../platform/away.ts';
import type { Context } from '../platform/context.ts';
import type { Log } from '../platform/log.ts';
import { drainSpool } from './drain.ts';
import type { Entry } from './entry.ts';
import { type Kept, keepTogether } from './keep.ts';
import { judgeWebhook } from './receive.ts';
import { openSpool, type Spool } from './spool.ts';

export type Reception =
  | { kind: 'taken' | 'repeated' | 'spooled' | 'console_test' }
  /** An event this program has no use for; `name` is Zalo's word for it. */
  | { kind: 'kept'; name: string }
  | { kind: 'not_json' }
  | { kind: 'not_proven' }
  /** Neither place could take it: Zalo must bring it again. */
  | { kind: 'unavailable' };

export interface IntakeState {
  /** `spooling`: events go to the disk, because PostgreSQL is away or what lies on the disk comes first. */
  mode: 'direct' | 'spooling';
  waiting: number;
}

export interface Intake {
  receive(rawBody: Buffer, signature: string | undefined): Promise<Reception>;
  /** Takes what another source than a webhook tells, as if Zalo had posted it. */
  take(entry: Entry): Promise<Reception>;
  state(): IntakeState;
  stop(): Promise<void>;
}

export interface IntakeParts {
  ctx: Pick<Context, 'database' | 'secrets' | 'clock'>;
  log: Log;
  /** Absent: no second place; while PostgreSQL is away Zalo is asked to come again. */
  spoolFolder?: string;
}

/** Opens the intake, with the keys of every account in mind. What a former process left on the disk goes first. */
export async function openIntake({ ctx, log, spoolFolder }: IntakeParts): Promise<Intake> {
  const receivers = rememberReceivers(ctx);
  const keep = keepTogether(ctx.database, watch);
  const spool = spoolFolder === undefined ? undefined : openSpool(spoolFolder, ctx.secrets);
  const stopping = new AbortController();
  /** Calls that wait for PostgreSQL; when it is found to be away, all of them go to the disk at once. */
  const waiting = new Set<() => void>();
  /** `closing`: the last of the disk is being written; whoever comes now waits for that moment, and then goes directly. */
  let mode: 'direct' | 'spooling' | 'closing' = 'direct';
  let closing = Promise.withResolvers<void>();
  let recovery = Promise.resolve();
  let lastKept = 0;

  /** A full turn of the loop after the time is up: an answer that lies in the socket of a busy process still counts. */
  function watch(writing: Promise<unknown>): void {
    let over = false;
    const late = () =>
      setImmediate(() => over || spool === undefined || leaveDirect(spool, 'no answer in time'));
    const timer = setTimeout(late, patienceMs.database);
    const end = () => {
      over = true;
      clearTimeout(timer);
    };
    writing.then(end, end);
  }

  function leaveDirect(spool: Spool, reason: string): void {
    if (mode !== 'direct') return;
    mode = 'spooling';
    log.warn({ reason }, 'PostgreSQL is away or behind: webhooks go to the spool');
    for (const giveUp of waiting) giveUp();
    recovery = recover(spool);
  }

  async function recover(spool: Spool): Promise<void> {
    for (let pauseMs = 50; !stopping.signal.aborted; pauseMs = Math.min(pauseMs * 2, 1000)) {
      try {
        await receivers.readAll();
        const drained = await drainSpool({ ...ctx, log }, spool, stopping.signal);
        if (drained > 0) log.info({ drained }, 'the spool was drained');
        if (await close(spool)) return log.info('webhooks go to PostgreSQL again');
        pauseMs = 1;
      } catch (error) {
        if (!isDatabaseAway(error)) log.error({ err: error }, 'the spool could not be drained');
      }
      await wait(pauseMs, undefined, { signal: stopping.signal }).catch(() => {});
    }
  }

  /** Back to direct, in a moment in which the disk is empty: nobody's later words may overtake the earlier ones. */
  async function close(spool: Spool): Promise<boolean> {
    const end = (next: 'direct' | 'spooling'): boolean => {
      if (mode !== 'closing') return false;
      mode = next;
      closing.resolve();
      return next === 'direct';
    };
    mode = 'closing';
    closing = Promise.withResolvers<void>();
    const timer = setTimeout(end, patienceMs.closing, 'spooling');
    try {
      await drainSpool({ ...ctx, log }, spool, stopping.signal, 'to the last');
      return spool.isEmpty() && end('direct');
    } finally {
      clearTimeout(timer);
      end('spooling');
    }
  }

  /** The outcome in PostgreSQL; undefined when it was not known in time, and the disk must take the event. */
  function keepInTime(spool: Spool, entry: Entry): Promise<Kept | undefined> {
    return new Promise((resolve, reject) => {
      const giveUp = () => resolve(undefined);
      waiting.add(giveUp);
      keep(entry)
        .then(resolve, (error: unknown) => {
          if (!isDatabaseAway(error)) return reject(error);
          leaveDirect(spool, String(error));
          resolve(undefined);
        })
        .finally(() => waiting.delete(giveUp));
    });
  }

  async function take(entry: Entry): Promise<Reception> {
    if (mode === 'closing') await closing.promise;
    const kept = await (spool === undefined
      ? keep(entry)
      : mode === 'direct'
        ? keepInTime(spool, entry)
        : undefined);
    if (kept === undefined) await spool?.append(entry);
    lastKept = performance.now();
    if (kept === undefined) return { kind: 'spooled' };
    if (kept === 'repeated') return { kind: 'repeated' };
    return entry.event.state === 'kept' ? { kind: 'kept', name: entry.event.name } : { kind: 'taken' };
  }

  async function receive(rawBody: Buffer, signature: string | undefined): Promise<Reception> {
    const judged = await judgeWebhook(ctx, receivers, rawBody, signature);
    return judged.kind === 'proven' ? take(judged.entry) : judged;
  }

  /** What fails or hangs for reasons of ours is no verdict: Zalo comes again, and a repeat counts once. */
  function inTime(receiving: Promise<Reception>): Promise<Reception> {
    const began = performance.now();
    return new Promise((resolve) => {
      const look = () => {
        if ((lastKept > began || mode === 'closing') && performance.now() - began < patienceMs.crowd)
          timer = setTimeout(look, patienceMs.all);
        else resolve({ kind: 'unavailable' });
      };
      // Without a second place there is nothing to turn to: then PostgreSQL may take its time.
      let timer = spool === undefined ? undefined : setTimeout(look, patienceMs.all);
      const settle = (reception: Reception) => {
        clearTimeout(timer);
        resolve(reception);
      };
      receiving.then(settle, (error: unknown) => {
        log.error({ err: error }, 'a webhook could not be kept anywhere');
        settle({ kind: 'unavailable' });
      });
    });
  }

  // Without it an account is asked for when its first event comes.
  await receivers.readAll().catch(() => {});
  if (spool !== undefined && !spool.isEmpty()) leaveDirect(spool, 'events of a former process');
  return {
    receive: (rawBody, signature) => inTime(receive(rawBody, signature)),
    take,
    state: () => ({ mode: mode === 'direct' ? 'direct' : 'spooling', waiting: spool?.waiting() ?? 0 }),
    async stop() {
      stopping.abort();
      await recovery;
      await spool?.close();
    },
  };
}

/** While others are being kept it is a crowd and no outage: Zalo waits two seconds, and is better told the truth late. */
const patienceMs = { database: 100, all: 1_300, closing: 1_000, crowd: 1_800 };

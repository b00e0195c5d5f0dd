// The real program in a process of its own, armed to die once, between a street that stays and a database that stays.

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deliverOverHttp } from '@motcua/zalo-sim/deliver';
import type { Street } from '@motcua/zalo-sim/parts';
import { startStreet } from '@motcua/zalo-sim/server';
import { Pool } from 'pg';
import { vi } from 'vitest';
import { connectWard } from '../src/demo/street.ts';
import { setUpWard } from '../src/demo/ward.ts';
import { systemClock } from '../src/platform/clock.ts';
import type { Context } from '../src/platform/context.ts';
import { openDatabase } from '../src/platform/database.ts';
import { newId } from '../src/platform/ids.ts';
import { loadSecretKey } from '../src/platform/secret-key.ts';
import { openSecrets } from '../src/platform/secrets.ts';
import { testDatabase } from './world-database.ts';

export interface CrashOffice {
  ctx: Context;
  /** The owner's connections: they see every tenant. */
  owner: Pool;
  street: Street;
  /** Where the program listens, the same before and after its death. */
  url: string;
  /** How often the program was killed. */
  deaths(): number;
  /** Resolves when the program has died, is up again, and half a minute has passed since. */
  revived(): Promise<void>;
  /** Resolves when Zalo has delivered every event and the program has worked through everything. */
  quiet(): Promise<void>;
  close(): Promise<void>;
}

export interface CrashOptions {
  /** The setting `CRASH_AT` of the first start; the second start has none. */
  crashAt?: string;
  /** Zalo never tells the program what was sent in its name. */
  echoesLost?: boolean;
}

const cli = fileURLToPath(new URL('../src/cli.ts', import.meta.url));
const longestWait = { timeout: 90_000, interval: 50 };

export async function openCrashOffice({ crashAt, echoesLost = false }: CrashOptions): Promise<CrashOffice> {
  const copy = await testDatabase();
  const dataDir = mkdtempSync(join(tmpdir(), 'motcua-crash-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const running = await startStreet({
    oaType: 'state',
    seed: randomUUID(),
    webhookUrl: `${url}/zalo/webhook`,
    // Zalo's own pauses are half a minute and more.
    retryLadder: Array.from({ length: 100 }, () => 250),
    deliver: async (delivery) =>
      echoesLost && /"event_name":"oa_send_/.test(delivery.body) ? 200 : deliverOverHttp(delivery),
  });
  const { street } = running;
  const zalo = { oauth: running.url, openapi: running.url, business: running.url, graph: running.url };
  const ctx: Context = {
    database: openDatabase(copy.connectionString),
    secrets: openSecrets(loadSecretKey({ dataDir })),
    clock: systemClock,
    newId,
    publicUrl: url,
    zalo,
    demo: false,
  };
  const owner = new Pool({ connectionString: copy.connectionString, max: 2 });
  await setUpWard(ctx, ctx.clock.now());
  await connectWard(ctx, running);

  let child: ChildProcess | undefined;
  let deaths = 0;
  const revival = Promise.withResolvers<void>();
  revival.promise.catch(() => {});

  async function start(settings: Record<string, string>): Promise<void> {
    child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', cli, 'start'], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env.PATH,
        HOME: process.env.HOME,
        TMPDIR: process.env.TMPDIR,
        DATABASE_URL: copy.connectionString,
        DATA_DIR: dataDir,
        PORT: String(port),
        PUBLIC_URL: url,
        MOTCUA_DEMO: '0',
        ZALO_OAUTH_URL: zalo.oauth,
        ZALO_OPENAPI_URL: zalo.openapi,
        ZALO_BUSINESS_URL: zalo.business,
        ZALO_GRAPH_URL: zalo.graph,
        ...settings,
      },
    });
    child.once('exit', (code, signal) => {
      if (signal !== 'SIGKILL') return revival.reject(new Error(`The program ended by itself: ${code}`));
      deaths += 1;
      revive().then(revival.resolve, revival.reject);
    });
    await untilReady(child);
  }

  async function revive(): Promise<void> {
    await start({});
    await vi.waitFor(nothingDue, longestWait);
    await passHalfAMinute();
  }

  async function count(sql: string): Promise<number> {
    const { rows } = await owner.query<{ count: number }>(`select count(*)::int as count from ${sql}`);
    return rows[0]?.count ?? 0;
  }

  /** Fails while something can still happen by itself; `jobs` are those that count. */
  async function nothingDue(jobs = 'where locked_at is not null or run_at <= now()'): Promise<void> {
    const events = street.state.posts.filter((post) => post.status !== 'done').length;
    const waiting = await count(`webhook_event where state = 'waiting'`);
    const due = await count(`graphile_worker.jobs ${jobs}`);
    if (events + waiting + due === 0) return;
    const { rows } = await owner.query<{ what: string }>(
      `select format('%s: tries %s, due %s, locked %s, %s', task_identifier, attempts, run_at, locked_at, last_error) as what
         from graphile_worker.jobs ${jobs}`,
    );
    const left = rows.map(({ what }) => what).join('; ');
    throw new Error(`${events} events not taken, ${waiting} not worked through, ${due} jobs left: ${left}`);
  }

  /** The same, and what would wait for its hour, as the second notice within an hour does, leaves now. */
  async function nothingLeft(): Promise<void> {
    await owner.query(
      `update chat_message set due_at = now() - interval '1 second' where state = 'planned' and due_at > now()`,
    );
    await owner.query(
      `update graphile_worker._private_jobs set run_at = now() where run_at > now() + interval '1 minute' and key like 'pump:%'`,
    );
    await nothingDue('');
  }

  /** Moves what waits for an echo back in time instead of waiting. */
  async function passHalfAMinute(): Promise<void> {
    await owner.query(
      `update chat_message set sending_at = sending_at - interval '1 minute', look_at = look_at - interval '1 minute'
         where state in ('sending', 'unknown')`,
    );
    await owner.query('update graphile_worker._private_jobs set run_at = now() where run_at > now()');
  }

  await start(crashAt === undefined ? {} : { CRASH_AT: crashAt });
  return {
    ctx,
    owner,
    street,
    url,
    deaths: () => deaths,
    revived: () => revival.promise,
    quiet: () => vi.waitFor(nothingLeft, longestWait),
    async close() {
      child?.removeAllListeners('exit');
      if (child !== undefined && child.exitCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGKILL');
        await ended;
      }
      await running.close();
      await owner.end();
      await ctx.database.close();
      await copy.drop();
      rmSync(dataDir, { recursive: true });
    },
  };
}

/** Resolves when the program says it is ready; rejects with what it said when it ends before. */
function untilReady(child: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes('sẵn sàng')) resolve();
    };
    child.stdout?.on('data', hear);
    child.stderr?.on('data', hear);
    child.once('exit', (code) => reject(new Error(`The program ended with ${code}: ${said}`)));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

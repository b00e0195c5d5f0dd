// The office that is measured: a real PostgreSQL in a temporary folder, the demo ward, durable as in production.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setUpWard } from '../server/src/demo/ward.ts';
import { systemClock } from '../server/src/platform/clock.ts';
import type { Context } from '../server/src/platform/context.ts';
import { openDatabase } from '../server/src/platform/database.ts';
import { startEmbeddedPostgres } from '../server/src/platform/embedded-postgres.ts';
import { newId } from '../server/src/platform/ids.ts';
import { migrate } from '../server/src/platform/migrate.ts';
import { openSecrets } from '../server/src/platform/secrets.ts';

export interface BenchServer {
  /** The address of one of its databases, as the superuser. */
  addressOf(database: string): string;
  /** The folder of the run, for files that processes hand each other. */
  folder: string;
  close(): Promise<void>;
}

/** What an operator with a million dossiers would set; nothing here touches durability. */
const settings = {
  shared_buffers: '1GB',
  max_wal_size: '8GB',
  max_connections: '120',
  maintenance_work_mem: '512MB',
  checkpoint_timeout: '10min',
};

export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'motcua-bench-'));
  const server = await startEmbeddedPostgres({ dataDir: folder, settings });
  return {
    folder,
    addressOf: (database) => {
      const url = new URL(server.connectionString);
      url.pathname = database;
      return url.href;
    },
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** What every part of the program needs, on one database; the same key in every process of a run. */
export function openBenchContext(connectionString: string): Context {
  const away = 'http://zalo.invalid';
  return {
    database: openDatabase(connectionString),
    secrets: openSecrets(Buffer.alloc(32, 7)),
    clock: systemClock,
    newId,
    publicUrl: 'http://motcua.test',
    zalo: { oauth: away, openapi: away, business: away, graph: away },
    demo: true,
  };
}

/** A migrated database with the demo ward in it. */
export async function openWard(connectionString: string): Promise<Context> {
  await migrate(connectionString);
  const ctx = openBenchContext(connectionString);
  await setUpWard(ctx, ctx.clock.now());
  return ctx;
}

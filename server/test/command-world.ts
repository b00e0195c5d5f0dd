// A database, a data folder and a key for the command line, and the same opened here to prepare and to look.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../src/platform/clock.ts';
import type { Context } from '../src/platform/context.ts';
import { openDatabase } from '../src/platform/database.ts';
import { newId } from '../src/platform/ids.ts';
import { loadSecretKey } from '../src/platform/secret-key.ts';
import { openSecrets } from '../src/platform/secrets.ts';
import { type Ended, runMotcua } from './run-motcua.ts';
import { testDatabase } from './world-database.ts';

export interface CommandWorld {
  ctx: Context;
  /** A folder of this test's own, for files it hands to commands. */
  folder: string;
  motcua(words: readonly string[], more?: Record<string, string>, input?: string): Promise<Ended>;
  addTenant(tenantId: string): Promise<void>;
  close(): Promise<void>;
}

/** Not the demo unless asked: commands speak to the real hosts of Zalo, which no test here calls. */
export async function createCommandWorld({ demo = false } = {}): Promise<CommandWorld> {
  const copy = await testDatabase();
  const folder = mkdtempSync(join(tmpdir(), 'motcua-command-'));
  const dataDir = join(folder, 'data');
  const database = openDatabase(copy.connectionString);
  const ctx: Context = {
    database,
    secrets: openSecrets(loadSecretKey({ dataDir })),
    clock: systemClock,
    newId,
    publicUrl: 'http://localhost:9600',
    zalo: { oauth: nowhere, openapi: nowhere, business: nowhere, graph: nowhere },
    demo,
  };
  const settings = {
    DATABASE_URL: copy.connectionString,
    DATA_DIR: dataDir,
    MOTCUA_DEMO: demo ? '1' : '0',
    PUBLIC_URL: ctx.publicUrl,
  };
  return {
    ctx,
    folder,
    motcua: (words, more, input) => runMotcua(words, { ...settings, ...more }, input),
    addTenant: async (tenantId) => {
      await database.pool.query('insert into tenant (tenant_id, name, created_at) values ($1, $1, now())', [
        tenantId,
      ]);
    },
    close: async () => {
      await database.close();
      await copy.drop();
      rmSync(folder, { recursive: true });
    },
  };
}

const nowhere = 'http://127.0.0.1:9';

// One PostgreSQL for a whole test run, with a migrated template that every test copies.

import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import type { TestProject } from 'vitest/node';
import { startEmbeddedPostgres } from '../src/platform/embedded-postgres.ts';
import { migrate } from '../src/platform/migrate.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The test run's server, as its superuser, and the database to copy. */
    postgres: { url: string; template: string };
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  await removeLeftovers();
  const dataDir = mkdtempSync(join(tmpdir(), prefix));
  writeFileSync(join(dataDir, ownerFile), String(process.pid));
  const server = await startEmbeddedPostgres({ dataDir, settings: forgetful });
  await makeTemplate(server.connectionString);
  project.provide('postgres', { url: server.connectionString, template: templateName });
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true });
  };
}

const templateName = 'motcua_template';
const prefix = 'motcua-test-run-';
const ownerFile = 'owner.pid';

/** The data of a test run need not survive a power cut. */
const forgetful = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  autovacuum: 'off',
  max_connections: '200',
};

async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = new Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`create database ${templateName}`);
  const template = new URL(serverUrl);
  template.pathname = templateName;
  await migrate(template.href);
  await admin.end();
}

/** A run that was killed leaves its server behind; whoever runs next stops it. */
async function removeLeftovers(): Promise<void> {
  for (const name of readdirSync(tmpdir()).filter((name) => name.startsWith(prefix))) {
    const dataDir = join(tmpdir(), name);
    if (!isAbandoned(dataDir)) continue;
    const server = await startEmbeddedPostgres({ dataDir, settings: forgetful }).catch(() => undefined);
    await server?.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

function isAbandoned(dataDir: string): boolean {
  try {
    process.kill(Number(readFileSync(join(dataDir, ownerFile), 'utf8')), 0);
    return false;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ESRCH';
  }
}

// Brings the database to the shape this code expects: plain SQL files, in order, forward only.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Logger, runMigrations } from 'graphile-worker';
import { Client, type Pool } from 'pg';
import { exitCodes, StartFault } from './start-fault.ts';

export type Migration = { version: number; name: string; sql: string; checksum: string };

/** The house's own migrations, oldest first. */
export function readMigrations(folder = join(import.meta.dirname, '..', '..', 'migrations')): Migration[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return names.sort().map((name, index) => {
    const version = Number(/^(\d{4})_[a-z0-9_-]+\.sql$/.exec(name)?.[1]);
    const before = names[index - 1]?.slice(0, 4);
    if (!Number.isInteger(version) || before === name.slice(0, 4)) {
      throw new Error(`a migration is named 0001_what-it-does.sql, each number once: ${name}`);
    }
    const sql = readFileSync(join(folder, name), 'utf8');
    return { version, name, sql, checksum: createHash('sha256').update(sql).digest('hex') };
  });
}

/**
 * Applies what is missing, each file in a transaction of its own, and first the tables of the job queue. Safe to run
 * from several processes at once. Returns the versions applied. Throws `StartFault` for a database that is newer than
 * the code, for an applied file that was edited since, and for a file that fails.
 */
export async function migrate(connectionString: string, migrations = readMigrations()): Promise<number[]> {
  const client = new Client({ connectionString });
  // A connection that breaks fails the query that waits on it; the event itself has nothing to add.
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query(createTable);
    checkApplied(await readApplied(client), migrations);
    await migrateQueue(connectionString);
    const done: number[] = [];
    for (const migration of migrations) if (await apply(client, migration)) done.push(migration.version);
    return done;
  } finally {
    await client.end();
  }
}

/** Whether the database has exactly the shape this code expects; what `/readyz` asks. */
export async function isSchemaCurrent(pool: Pool, migrations = readMigrations()): Promise<boolean> {
  const applied = await readApplied(pool);
  return (
    applied.length === migrations.length && migrations.every((one) => applied.some((row) => isSame(row, one)))
  );
}

type Applied = { version: number; name: string; checksum: string };

/** Any number; it must differ from the other advisory locks of the house. */
const migrationLock = 7_203_002;

const createTable = `
  begin;
  select pg_advisory_xact_lock(${migrationLock});
  create table if not exists schema_migration (
    version int primary key,
    name text not null,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  commit`;

async function readApplied(client: Pick<Client, 'query'> | Pool): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    'select version, name, checksum from schema_migration order by version',
  );
  return rows;
}

function checkApplied(applied: Applied[], migrations: Migration[]): void {
  const newest = applied.at(-1);
  const known = migrations.at(-1)?.version ?? 0;
  if (newest && newest.version > known) {
    throw schemaFault(
      `Cơ sở dữ liệu mới hơn chương trình (bước ${newest.name}, chương trình chỉ biết đến bước ${known}); hãy chạy bản Một Cửa mới hơn. Dữ liệu chưa bị thay đổi.`,
    );
  }
  const edited = applied.find((row) => !migrations.some((migration) => isSame(row, migration)));
  if (edited) {
    throw schemaFault(
      `Bước cập nhật cơ sở dữ liệu ${edited.name} đã bị sửa sau khi chạy; hãy dùng đúng bản Một Cửa đã phát hành. Dữ liệu chưa bị thay đổi.`,
    );
  }
}

function isSame(row: Applied, migration: Migration): boolean {
  return row.version === migration.version && row.checksum === migration.checksum;
}

async function migrateQueue(connectionString: string): Promise<void> {
  try {
    await runMigrations({ connectionString, logger: new Logger(() => () => {}) });
  } catch (error) {
    throw failed('hàng đợi công việc', error);
  }
}

/** False when it was applied already, perhaps a moment ago by another process. */
async function apply(client: Client, { version, name, sql, checksum }: Migration): Promise<boolean> {
  await client.query(`begin; select pg_advisory_xact_lock(${migrationLock})`);
  try {
    const { rowCount } = await client.query('select from schema_migration where version = $1', [version]);
    if (rowCount === 0) {
      await client.query(sql);
      await client.query('insert into schema_migration (version, name, checksum) values ($1, $2, $3)', [
        version,
        name,
        checksum,
      ]);
    }
    await client.query('commit');
    return rowCount === 0;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw failed(name, error);
  }
}

function failed(step: string, error: unknown): StartFault {
  const reason = error instanceof Error ? error.message : String(error);
  return schemaFault(
    `Chưa cập nhật được cơ sở dữ liệu ở bước ${step}; bước này đã được hoàn lại, dữ liệu không đổi. Lý do PostgreSQL báo: ${reason}`,
  );
}

function schemaFault(sentence: string): StartFault {
  return new StartFault(sentence, exitCodes.schema);
}

// Databases of tests: migrated, apart from one another, quickly made, really gone.

import { Client } from 'pg';
import { expect, test } from 'vitest';
import { readMigrations } from '../src/platform/migrate.ts';
import { testDatabase } from './world-database.ts';

test('each test has a migrated database of its own', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase()]);
  await ask(one.connectionString, 'create table mine (x int)');
  await expect(ask(other.connectionString, 'select * from mine')).rejects.toMatchObject({ code: '42P01' });
  const applied = await ask(other.connectionString, 'select name from schema_migration order by version');
  expect(applied.map((row) => row.name)).toEqual(readMigrations().map((migration) => migration.name));
  expect(await ask(one.connectionString, 'select count(*)::int as jobs from graphile_worker.jobs')).toEqual([
    { jobs: 0 },
  ]);
  await Promise.all([one.drop(), other.drop()]);
  await expect(ask(one.connectionString, 'select 1')).rejects.toMatchObject({ code: '3D000' });
});

test('a connection left open does not keep a database', async () => {
  const database = await testDatabase('empty');
  const left = new Client({ connectionString: database.connectionString });
  left.on('error', () => {});
  await left.connect();
  await database.drop();
  await expect(ask(database.connectionString, 'select 1')).rejects.toMatchObject({ code: '3D000' });
});

async function ask(connectionString: string, sql: string) {
  const client = new Client({ connectionString });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

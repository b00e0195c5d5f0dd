// A database of its own for each test, copied from the migrated template in milliseconds.

import { randomBytes } from 'node:crypto';
import { Client } from 'pg';
import { inject } from 'vitest';

export type TestDatabase = {
  connectionString: string;
  /** Also ends connections that a failed test left open. */
  drop(): Promise<void>;
};

/** Copies the template; `empty` gives a database without any tables, as a new installation has. */
export async function testDatabase(kind: 'migrated' | 'empty' = 'migrated'): Promise<TestDatabase> {
  const { url: serverUrl, template } = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await administer(`create database ${name} template ${kind === 'migrated' ? template : 'template0'}`);
  const url = new URL(serverUrl);
  url.pathname = name;
  return { connectionString: url.href, drop: () => administer(`drop database ${name} with (force)`) };
}

async function administer(sql: string): Promise<void> {
  const client = new Client({ connectionString: inject('postgres').url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

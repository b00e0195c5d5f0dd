// The whole national catalogue, imported within its minute: runs when MOTCUA_SHARED_DATA names the folder that holds it.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { testDatabase } from '../../test/world-database.ts';
import { systemClock } from '../platform/clock.ts';
import { openDatabase } from '../platform/database.ts';
import { importProcedures } from './import.ts';

const folder = process.env.MOTCUA_SHARED_DATA;
const file = join(folder ?? '', 'procedures.jsonl');

it.skipIf(folder === undefined || !existsSync(file))(
  'takes 2,849 national records in, names the doubtful ones, and finds nothing new the second time',
  async () => {
    const copy = await testDatabase();
    const database = openDatabase(copy.connectionString);
    await database.pool.query(`insert into tenant values ('kien-tuong', 'Kiến Tường', now())`);
    const lines: number[] = [];
    const take = () =>
      importProcedures({ database, clock: systemClock }, 'kien-tuong', file, {
        onProgress: () => {},
        onFinding: ({ line }) => lines.push(line),
      });
    const startedAt = performance.now();
    const first = await take();
    expect(performance.now() - startedAt).toBeLessThan(60_000);
    expect(first).toMatchObject({ rows: 2849, added: 2849, rejected: 0, unreadable: 0 });
    expect(lines).toHaveLength(first.doubtful);
    expect(await take()).toMatchObject({ added: 0, changed: 0, unchanged: 2849, doubtful: first.doubtful });
    await database.close();
    await copy.drop();
  },
  120_000,
);

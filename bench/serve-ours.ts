// Ours: the whole application as it starts in production, without its worker.

import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { createApp } from '../server/src/app.ts';
import { followChanges } from '../server/src/platform/changes.ts';
import { openDatabase } from '../server/src/platform/database.ts';
import { openLog } from '../server/src/platform/log.ts';
import { openBenchContext } from './office.ts';

// Nobody is left behind when a run breaks off.
process.once('disconnect', () => process.exit());

const [connectionString = '', folder = ''] = process.argv.slice(2);
const ctx = openBenchContext(connectionString);
const log = openLog({ level: 'error' });
const http = await createApp({
  ctx,
  log,
  changes: await followChanges(connectionString, log),
  demo: null,
  frameAncestors: [],
  openOa: (oaId) => `https://zalo.me/${oaId}`,
  // As main.ts does it: connections of its own, and a spool on our disk for what the database cannot take.
  intake: {
    database: openDatabase(connectionString, { max: 4, connectMs: 1_000, answerMs: 2_000 }),
    spoolFolder: mkdtempSync(join(folder, 'spool-')),
  },
  // All requests come from one address here; the limiter stays in the way and counts, its limits are out of reach.
  limitTimes: 1_000_000,
});
process.send?.(new URL(await http.app.listen({ port: 0, host: '127.0.0.1' })).port);

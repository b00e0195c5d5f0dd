// Ours: the whole application as it starts in production, without its worker.

import { createApp } from '../server/src/app.ts';
import { followChanges } from '../server/src/platform/changes.ts';
import { openLog } from '../server/src/platform/log.ts';
import { openBenchContext } from './office.ts';

const [connectionString = ''] = process.argv.slice(2);
const ctx = openBenchContext(connectionString);
const log = openLog({ level: 'error' });
const http = await createApp({
  ctx,
  log,
  changes: await followChanges(connectionString, log),
  demo: null,
  frameAncestors: [],
  openOa: (oaId) => `https://zalo.me/${oaId}`,
  // All requests come from one address here; the limiter stays in the way and counts, its limits are out of reach.
  limitTimes: 1_000_000,
});
process.send?.(new URL(await http.app.listen({ port: 0, host: '127.0.0.1' })).port);

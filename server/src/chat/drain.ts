// Empties the spool into PostgreSQL, the oldest file first, each in the order in which it was written.

import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Database } from '../platform/database.ts';
import type { Log } from '../platform/log.ts';
import type { Entry } from './entry.ts';
import { type Kept, keepApart } from './keep.ts';
import type { Spool } from './spool.ts';

/**
 * Resolves when hardly anything is left (or, `to the last`, nothing), or when told to stop: while events keep coming
 * there is always a little. Gives how many events were new to the database.
 */
export async function drainSpool(
  { database, log }: Pick<Context, 'database'> & { log: Log },
  spool: Spool,
  stopping: AbortSignal,
  until: 'hardly anything' | 'to the last' = 'hardly anything',
): Promise<number> {
  let drained = 0;
  while (!stopping.aborted) {
    const segment = await spool.oldest();
    if (segment === undefined) break;
    const kept = await keepAll(database, segment.entries);
    const refused = kept.filter((one) => one instanceof Error);
    drained += kept.filter((one) => one === 'new').length;
    if (segment.damagedBytes > 0 || refused.length > 0)
      log.error(
        { damagedBytes: segment.damagedBytes, refused: refused.length, err: refused[0] },
        'a file of the spool could not be drained whole and was put aside',
      );
    crashPoint('spool.drain.before');
    await segment.end(segment.damagedBytes + refused.length > 0 ? 'put_aside' : 'done');
    crashPoint('spool.drain.after');
    if (until === 'hardly anything' && segment.entries.length < hardlyAnything) break;
  }
  return drained;
}

const hardlyAnything = 200;
/** Nobody waits for the answer: larger groups than those of webhooks, fewer jobs for the same people. */
const mostAtOnce = 2000;

/** Tenants do not know each other: only within one the order matters. */
async function keepAll(database: Database, entries: readonly Entry[]): Promise<(Kept | Error)[]> {
  const all: (Kept | Error)[] = [];
  for (const [tenantId, own] of Map.groupBy(entries, (entry) => entry.tenantId))
    for (let from = 0; from < own.length; from += mostAtOnce) {
      const events = own.slice(from, from + mostAtOnce).map(({ event }) => event);
      all.push(...(await keepApart(database, tenantId, events)));
    }
  return all;
}

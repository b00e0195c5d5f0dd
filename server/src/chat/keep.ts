// Writes events, with the jobs that work through them: one statement and one commit for all that came together.

import { isDatabaseAway } from '../platform/away.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Database } from '../platform/database.ts';
import { addJobs } from '../platform/jobs.ts';
import { errorCode } from '../platform/start-fault.ts';
import { together } from '../platform/together.ts';
import type { Entry } from './entry.ts';
import { insertEvents, type NewEvent } from './event-store.ts';
import { chatQueue } from './queue-message.ts';

/** `repeated`: this event was known before. */
export type Kept = 'new' | 'repeated';

/** Keeps events of one tenant in the order given, and one job for each person with something new; all or nothing. */
export async function keepEvents(
  database: Database,
  tenantId: string,
  events: readonly NewEvent[],
): Promise<Kept[]> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await keepOnce(database, tenantId, events);
    } catch (error) {
      // Two processes brought the same repeats in opposite orders: one of them has been told to start over.
      if (errorCode(error) !== '40P01' || attempt === 3) throw error;
    }
  }
}

async function keepOnce(database: Database, tenantId: string, events: readonly NewEvent[]): Promise<Kept[]> {
  const fresh = await database.tenant(tenantId, async (tx) => {
    const written = await insertEvents(tx, events);
    const jobs = jobsFor(
      tenantId,
      events.filter(({ key }) => written.has(key)),
    );
    if (jobs.length > 0) await addJobs(tx, jobs);
    if (written.size > 0) crashPoint('webhook.before-commit');
    return written;
  });
  if (fresh.size > 0) crashPoint('webhook.after-commit');
  // Of several repeats in one group the first is the new one.
  return events.map(({ key }) => (fresh.delete(key) ? 'new' : 'repeated'));
}

/** One waiting job per person is enough: it works through all that waits. Sorted, so that writers queue up and never cross. */
function jobsFor(tenantId: string, events: readonly NewEvent[]) {
  const jobs = new Map(
    events.filter(({ state }) => state === 'waiting').map((event) => [queueOf(event), event]),
  );
  return [...jobs]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([queue, event]) => jobFor(tenantId, queue, event));
}

/** Receipts of template messages name no person: they are worked through account by account. */
function queueOf({ oaId, userId }: NewEvent): string {
  return userId === null ? `receipts:${oaId}` : chatQueue('hear', { oaId, userId });
}

function jobFor(tenantId: string, queue: string, { oaId, userId }: NewEvent) {
  return userId === null
    ? { name: 'take-template-receipts', payload: { tenantId, oaId }, queue, key: queue }
    : { name: 'process-chat', payload: { tenantId, oaId, userId }, queue, key: `process-${queue}` };
}

/**
 * The same, but one event that cannot be written does not take the others with it: it has its error in its place.
 * Throws only when the database is away, and then nothing of the group may be taken for written.
 */
export async function keepApart(
  database: Database,
  tenantId: string,
  events: readonly NewEvent[],
): Promise<(Kept | Error)[]> {
  try {
    return await keepEvents(database, tenantId, events);
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    if (events.length === 1)
      return [error instanceof Error ? error : new Error('not an error', { cause: error })];
  }
  const half = Math.ceil(events.length / 2);
  const first = await keepApart(database, tenantId, events.slice(0, half));
  return [...first, ...(await keepApart(database, tenantId, events.slice(half)))];
}

/** The largest group: what one statement writes in a few tens of milliseconds. */
const mostTogether = 500;

/**
 * A writer that gathers what comes at the same moment. Each tenant has one group under way: a second could commit
 * before the first, and a person's later words would be worked through before the earlier ones. `watch` sees each
 * group while it is being written.
 */
export function keepTogether(
  database: Database,
  watch: (writing: Promise<unknown>) => void,
): (entry: Entry) => Promise<Kept> {
  const writers = new Map<string, (event: NewEvent) => Promise<Kept | Error>>();
  return async ({ tenantId, event }) => {
    let writer = writers.get(tenantId);
    if (writer === undefined) {
      writer = together(
        (events) => {
          const writing = keepApart(database, tenantId, events);
          watch(writing);
          return writing;
        },
        { most: mostTogether },
      );
      writers.set(tenantId, writer);
    }
    const kept = await writer(event);
    if (kept instanceof Error) throw kept;
    return kept;
  };
}

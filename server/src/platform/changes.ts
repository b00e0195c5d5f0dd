// Live changes: PostgreSQL tells every process what committed; each tells the desks that listen to it.

import { Client } from 'pg';
import type { Log } from './log.ts';

export const changesChannel = 'motcua_changes';

export interface Change {
  tenantId: string;
  /** Those that take part in the dossier. */
  agencyIds: string[];
  dossierId: string;
  version: number;
}

export interface Changes {
  /**
   * Calls back for every change until the returned function is called. `end` comes when the process stops and when
   * changes may have been missed: whoever listened asks for everything again.
   */
  listen(hear: (change: Change) => void, end: () => void): () => void;
  stop(): Promise<void>;
}

/** Listens on a connection of its own and comes back after a break; desks reload when their stream reconnects. */
export async function followChanges(
  connectionString: string,
  log: Log,
  reconnectMs = 1_000,
): Promise<Changes> {
  const hearers = new Map<(change: Change) => void, () => void>();
  let stopped = false;
  let client: Client | undefined;

  async function connect(): Promise<void> {
    const next = new Client({ connectionString });
    next.on('notification', ({ payload }) => {
      const change = JSON.parse(payload ?? '{}') as Change;
      for (const hear of hearers.keys()) hear(change);
    });
    // A broken connection may report more than once; the handler stays, only the first report counts.
    next.on('error', (error) => {
      if (client !== next) return;
      log.warn({ err: error }, 'the channel of live changes broke');
      retry();
    });
    await next.connect();
    await next.query(`listen ${changesChannel}`);
    client = next;
    if (stopped) await next.end();
  }

  function endAll(): void {
    for (const end of hearers.values()) end();
    hearers.clear();
  }

  function retry(): void {
    if (stopped) return;
    client = undefined;
    endAll();
    setTimeout(() => {
      if (!stopped) connect().catch(retry);
    }, reconnectMs).unref();
  }

  await connect();
  return {
    listen: (hear, end) => {
      hearers.set(hear, end);
      return () => hearers.delete(hear);
    },
    stop: async () => {
      if (stopped) return;
      stopped = true;
      endAll();
      await client?.end();
    },
  };
}

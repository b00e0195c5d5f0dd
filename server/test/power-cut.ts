// A database that fails at a chosen statement of a transaction, as when the power goes: to prove that nothing is left behind.

import type { Database, Tx } from '../src/platform/database.ts';

export class PowerCut extends Error {}

/** The same database, but the `nth` statement of the next transactions throws; past the last one, the commit does. */
export function cutAtStatement(database: Database, nth: number): Database {
  return {
    ...database,
    tenant: (tenantId, work) =>
      database.tenant(tenantId, async (tx) => {
        let statements = 0;
        const count = () => {
          statements += 1;
          if (statements === nth) throw new PowerCut();
        };
        const watched: Tx = {
          tenantId: tx.tenantId,
          rows: (query) => (count(), tx.rows(query)),
          row: (query) => (count(), tx.row(query)),
          run: (query) => (count(), tx.run(query)),
          send: (query) => (count(), tx.send(query)),
          tell: (channel, message) => tx.tell(channel, message),
        };
        const result = await work(watched);
        if (statements < nth) throw new PowerCut(`at the commit, after ${statements} statements`);
        return result;
      }),
  };
}

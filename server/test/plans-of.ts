// How PostgreSQL means to answer what a piece of work asks, as the application role: to show that an index is used.

import { type Sql, sql, type Tx } from '../src/platform/database.ts';
import type { World } from './world.ts';

/** The plans of every statement that `work` sends, in order. */
export async function plansOf(
  world: Pick<World, 'ctx' | 'tenantId'>,
  work: (tx: Tx) => Promise<unknown>,
): Promise<string> {
  const plans: string[] = [];
  await world.ctx.database.tenant(world.tenantId, async (tx) => {
    const explain = async (query: Sql) => {
      const lines = await tx.rows<Record<'QUERY PLAN', string>>(sql`explain (costs off) ${query}`);
      plans.push(...lines.map((line) => line['QUERY PLAN']));
    };
    const rows: Tx['rows'] = async (query) => (await explain(query), tx.rows(query));
    const row: Tx['row'] = async (query) => (await explain(query), tx.row(query));
    await work({ ...tx, rows, row });
  });
  return plans.join('\n');
}

// The index of each tenant's catalogue, in the memory of this process, for as long as the catalogue stands.

import { buildIndex, type FindIndex } from '@motcua/domain/find-index';
import type { Context } from '../platform/context.ts';
import type { Database, Tx } from '../platform/database.ts';
import { getCatalogueMark, listFindEntries } from './store.ts';

interface Kept {
  mark: number;
  index: Promise<FindIndex>;
}

const kept = new WeakMap<Database, Map<string, Kept>>();
/** An index takes some megabytes; who comes after that takes the place of who was longest unasked. */
const mostTenants = 40;

/**
 * The index of the catalogue as it is now. The mark is asked for each time, which costs one look by key; so another
 * process that changed the catalogue needs not tell this one.
 */
export async function indexOf(ctx: Pick<Context, 'database'>, tx: Tx): Promise<FindIndex> {
  const { database } = ctx;
  const mark = await getCatalogueMark(tx);
  const tenants = kept.get(database) ?? new Map<string, Kept>();
  kept.set(database, tenants);
  const known = tenants.get(tx.tenantId);
  tenants.delete(tx.tenantId);
  const fresh = known?.mark === mark ? known : { mark, index: build(database, tx.tenantId) };
  tenants.set(tx.tenantId, fresh);
  for (const oldest of tenants.keys()) {
    if (tenants.size <= mostTenants) break;
    tenants.delete(oldest);
  }
  try {
    return await fresh.index;
  } catch (error) {
    if (tenants.get(tx.tenantId) === fresh) tenants.delete(tx.tenantId);
    throw error;
  }
}

/** Those who ask meanwhile wait for the same. It reads what is committed, so it may be newer than its mark, never older. */
async function build(database: Database, tenantId: string): Promise<FindIndex> {
  return buildIndex(await listFindEntries(database, tenantId));
}

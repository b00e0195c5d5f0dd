// Which tenant an Official Account belongs to: the one table read before a tenant is known. The SQL.

import { type Database, sql } from '../platform/database.ts';

export interface DirectoryEntry {
  oaId: string;
  appId: string;
  tenantId: string;
}

const columns = sql`oa_id as "oaId", app_id as "appId", tenant_id as "tenantId"`;

/** The first of these ids that is an Official Account of this deployment. */
export async function findInDirectory(
  database: Database,
  oaIds: readonly string[],
): Promise<DirectoryEntry | undefined> {
  return database.shared((tx) =>
    tx.row<DirectoryEntry>(
      sql`select ${columns} from oa_directory where oa_id = any(${[...oaIds]}::text[]) limit 1`,
    ),
  );
}

/** Official Accounts that granted an app, in a fixed order. */
export async function listByApp(database: Database, appId: string): Promise<DirectoryEntry[]> {
  return database.shared((tx) =>
    tx.rows<DirectoryEntry>(
      sql`select ${columns} from oa_directory where app_id = ${appId} order by oa_id limit 100`,
    ),
  );
}

export async function listDirectory(database: Database): Promise<DirectoryEntry[]> {
  return database.shared((tx) =>
    tx.rows<DirectoryEntry>(sql`select ${columns} from oa_directory order by tenant_id, oa_id`),
  );
}

/** Enters an account, or its new app. False: it belongs to another tenant and stays there. */
export async function enterInDirectory(database: Database, entry: DirectoryEntry): Promise<boolean> {
  // The application role may only read this table: an account changes hands by an operator, never by a request.
  const { rowCount } = await database.pool.query(
    `insert into oa_directory as old (oa_id, app_id, tenant_id) values ($1, $2, $3)
     on conflict (oa_id) do update set app_id = excluded.app_id where old.tenant_id = excluded.tenant_id`,
    [entry.oaId, entry.appId, entry.tenantId],
  );
  return rowCount === 1;
}

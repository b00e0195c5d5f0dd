// What the doctor asks the database. SQL only.

import { type Database, sql, type Tx } from '../platform/database.ts';

/** Tables of tenants that a query without a tenant could read, and rights that the application role must not have. */
export interface Guards {
  openTables: string[];
  roleIsAlmighty: boolean;
  mayRewriteLedger: boolean;
}

export async function readGuards({ pool }: Database): Promise<Guards> {
  const { rows } = await pool.query<Guards>(`select
      array(select c.relname::text from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
        where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and c.relname not in ('tenant', 'oa_directory') and not (c.relrowsecurity and c.relforcerowsecurity)
        order by 1) as "openTables",
      (select rolsuper or rolbypassrls from pg_roles where rolname = 'motcua_app') as "roleIsAlmighty",
      has_table_privilege('motcua_app', 'ledger', 'update') or has_table_privilege('motcua_app', 'ledger', 'delete')
        as "mayRewriteLedger"`);
  const [guards] = rows;
  if (guards === undefined) throw new Error('A select without a table gives one row.');
  return guards;
}

/** Jobs that could have begun ten minutes ago: none while a worker runs. */
export async function countOverdueJobs({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{
    overdue: number;
  }>(`select count(*)::int as overdue from graphile_worker.jobs
    where attempts < max_attempts and locked_at is null and run_at < now() - interval '10 minutes'`);
  return rows[0]?.overdue ?? 0;
}

/** The database's clock, in milliseconds since 1970. */
export async function readDatabaseClock({ pool }: Database): Promise<number> {
  const { rows } = await pool.query<{ ms: number }>(
    `select (extract(epoch from clock_timestamp()) * 1000)::float8 as ms`,
  );
  return rows[0]?.ms ?? 0;
}

export interface BadMessages {
  failedNotices: number;
  unknownNotices: number;
  /** Answers of the chat that failed, or of which nobody knows whether they arrived. */
  answers: number;
}

export async function countBadMessages(tx: Tx, since: string): Promise<BadMessages> {
  const row = await tx.row<BadMessages>(sql`select
      count(n.id) filter (where m.state = 'failed')::int as "failedNotices",
      count(n.id) filter (where m.state = 'unknown')::int as "unknownNotices",
      count(*) filter (where n.id is null)::int as answers
    from chat_message m left join notice n on n.tenant_id = m.tenant_id and n.message_id = m.id
    where m.tenant_id = ${tx.tenantId} and m.state in ('failed', 'unknown') and m.planned_at >= ${since}`);
  if (row === undefined) throw new Error('A count always answers.');
  return row;
}

/** Each agency with the last day that its calendar in force says anything special about. */
export async function listCalendars(tx: Tx): Promise<{ code: string; lastDay: string | null }[]> {
  return tx.rows<{ code: string; lastDay: string | null }>(sql`select a.code, (
      select (select max(day->>'date') from jsonb_array_elements(c.spec->'days') as day) from calendar_version c
      where c.tenant_id = a.tenant_id and c.agency_id = a.id order by version desc limit 1) as "lastDay"
    from agency a where a.tenant_id = ${tx.tenantId} order by a.code limit 500`);
}

/** When Zalo last sent this tenant anything. */
export async function findLastEventAt(tx: Tx): Promise<string | null> {
  const row = await tx.row<{ at: string | null }>(
    sql`select max(received_at) as at from webhook_event where tenant_id = ${tx.tenantId}`,
  );
  return row?.at ?? null;
}

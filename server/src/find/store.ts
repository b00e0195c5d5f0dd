// Finding: what of the catalogue is searched, the mark that tells an old index, what was not found. SQL only.

import type { FindEntry } from '@motcua/domain/find-index';
import type { PlainDate } from '@motcua/domain/time';
import { type Database, sql, type Tx } from '../platform/database.ts';

/** Raised with every change of the tenant's catalogue; 0 before the first. */
export async function getCatalogueMark(tx: Tx): Promise<number> {
  const row = await tx.row<{ mark: number }>(
    sql`select mark from catalogue_mark where tenant_id = ${tx.tenantId}`,
  );
  return row?.mark ?? 0;
}

/** More than the national catalogue has. */
const mostEntries = 20_000;

/** The current versions. What is not taken in here is searched by its name alone. */
export function listFindEntries(database: Database, tenantId: string): Promise<FindEntry[]> {
  return database.ask<FindEntry>(
    tenantId,
    (tx) => sql`select p.code, p.name, p.field, p.offered,
      p.body->>'shortName' as "shortName", p.body->'levels' as levels, p.body->'applicants' as applicants,
      case when p.offered then jsonb_path_query_array(p.body, '$.papers[*].name') else '[]' end as papers,
      case when p.offered then jsonb_path_query_array(p.body, '$.results[*].name') else '[]' end as results,
      case when p.offered then concat_ws(E'\n', left(p.body->>'conditions', 3000), left(p.body->>'steps', 5000))
        else '' end as about
    from procedure p
    where p.tenant_id = ${tx.tenantId} and p.superseded_at is null
    order by p.code limit ${mostEntries}`,
  );
}

export interface FoundProcedure {
  code: string;
  shortName: string;
  name: string;
  field: string;
  termText: string;
  fees: { label: string; amount: number }[];
}

/** What a list shows of procedures; in no order. */
export async function listFound(tx: Tx, codes: readonly string[]): Promise<FoundProcedure[]> {
  return tx.rows<FoundProcedure>(sql`select code, name, field, body->>'shortName' as "shortName",
      coalesce(body->'channels'->0->>'termText', '') as "termText",
      coalesce(body->'channels'->0->'fees', '[]') as fees
    from procedure where tenant_id = ${tx.tenantId} and superseded_at is null and code = any(${codes}::text[])`);
}

export async function isTenant(tx: Tx): Promise<boolean> {
  return (await tx.row(sql`select 1 from tenant where tenant_id = ${tx.tenantId}`)) !== undefined;
}

/** Beyond so many different ones a month nothing new is counted: nobody fills the table with nonsense. */
const mostUnfound = 5_000;
/** Words are readable once they were looked for so often: then they are no longer one person's. */
const readableFrom = 3;

export async function countUnfound(
  tx: Tx,
  { month, digest, words }: { month: PlainDate; digest: string; words: string },
): Promise<void> {
  await tx.run(sql`insert into unfound as u (tenant_id, month, digest, times)
    select ${tx.tenantId}, ${month}::date, ${digest}, 1
    where (select count(*) from (select 1 from unfound
      where tenant_id = ${tx.tenantId} and month = ${month}::date limit ${mostUnfound}) many) < ${mostUnfound}
    on conflict (tenant_id, month, digest) do update set times = u.times + 1,
      words = case when u.times + 1 >= ${readableFrom} then ${words} end`);
}

export interface Unfound {
  month: PlainDate;
  times: number;
  words: string;
}

/** The readable ones since a month, the most wanted first. */
export async function listUnfound(tx: Tx, since: PlainDate): Promise<Unfound[]> {
  return tx.rows<Unfound>(sql`select month, times, words from unfound
    where tenant_id = ${tx.tenantId} and month >= ${since}::date and words is not null
    order by times desc, words limit 50`);
}

/** The day a version came into the catalogue. */
export async function getImportedOn(tx: Tx, code: string, version: number): Promise<PlainDate> {
  const row = await tx.row<{ day: PlainDate }>(sql`select imported_at::date as day from procedure
    where tenant_id = ${tx.tenantId} and code = ${code} and version = ${version}`);
  if (row === undefined) throw new Error('A version just read is in the catalogue.');
  return row.day;
}

// The catalogue's rows: versions of procedures and of their processes. SQL only.

import type { Procedure } from '@motcua/domain/procedure';
import type { Process } from '@motcua/domain/process';
import type { PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';
import type { ProcedureSummary } from './schema.ts';

export interface OfferedProcedure {
  procedure: Procedure;
  version: number;
  process: Process;
}

/** The version in force of a procedure the tenant takes in, with the process published for that day. */
export async function getOffered(
  tx: Tx,
  code: string,
  day: PlainDate,
): Promise<OfferedProcedure | undefined> {
  return tx.row<OfferedProcedure>(sql`select p.body as procedure, p.version, q.body as process
    from procedure p
    join lateral (select body from process q where q.tenant_id = p.tenant_id and q.procedure_code = p.code
        and q.published_at is not null and coalesce(q.effective_from, ${day}::date) <= ${day}::date
      order by q.effective_from desc nulls last, q.version desc limit 1) q on true
    where p.tenant_id = ${tx.tenantId} and p.code = ${code} and p.superseded_at is null and p.offered`);
}

/** The version a dossier was received under, for its papers and names. */
export async function getVersion(tx: Tx, code: string, version: number): Promise<Procedure> {
  const row = await tx.row<{ body: Procedure }>(sql`select body from procedure
    where tenant_id = ${tx.tenantId} and code = ${code} and version = ${version}`);
  if (row === undefined) throw new Error('A dossier keeps the procedure version it was received under.');
  return row.body;
}

/**
 * Offered procedures in whose folded name, short name or code every word occurs: at the beginning of a word, as while
 * typing, or as a `whole` word. The most used of the open dossiers first.
 */
export async function searchOffered(
  tx: Tx,
  words: readonly string[],
  limit: number,
  match: 'beginning' | 'whole' = 'beginning',
): Promise<ProcedureSummary[]> {
  const end = match === 'whole' ? ' %' : '%';
  const patterns = words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}${end}`);
  return tx.rows<ProcedureSummary>(sql`select p.code, p.name, p.field, p.body->>'shortName' as "shortName",
      coalesce(p.body->'channels'->0->>'termText', '') as "termText"
    from procedure p
    where p.tenant_id = ${tx.tenantId} and p.superseded_at is null and p.offered
      and (' ' || p.search_key || ' ') like all (${patterns}::text[])
    order by (select count(*) from (select 1 from dossier d where d.tenant_id = p.tenant_id
        and d.procedure_code = p.code and not d.ended limit 100) used) desc, p.field, p.code
    limit ${limit}`);
}

export interface CurrentVersion {
  version: number;
  contentHash: string;
  offered: boolean;
}

/** Current versions by code, for an import to compare with. */
export async function currentVersions(
  tx: Tx,
  codes: readonly string[],
): Promise<Map<string, CurrentVersion>> {
  const rows = await tx.rows<CurrentVersion & { code: string }>(sql`select code, version,
      content_hash as "contentHash", offered
    from procedure where tenant_id = ${tx.tenantId} and superseded_at is null and code = any(${codes}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}

export interface NewVersion {
  procedure: Procedure;
  version: number;
  contentHash: string;
  searchKey: string;
  offered: boolean;
}

/** Adds new versions and ends the ones before them. */
export async function addVersions(tx: Tx, versions: readonly NewVersion[], at: string): Promise<void> {
  if (versions.length === 0) return;
  const codes = versions.map((row) => row.procedure.code);
  await tx.run(sql`update procedure set superseded_at = ${at}
    where tenant_id = ${tx.tenantId} and superseded_at is null and code = any(${codes}::text[])`);
  const rows = versions.map((row) => ({
    code: row.procedure.code,
    version: row.version,
    content_hash: row.contentHash,
    body: row.procedure,
    name: row.procedure.name,
    field: row.procedure.field,
    search_key: row.searchKey,
    offered: row.offered,
  }));
  await tx.run(sql`insert into procedure (tenant_id, code, version, content_hash, body, name, field, search_key,
      offered, imported_at)
    select ${tx.tenantId}, r.code, r.version, r.content_hash, r.body, r.name, r.field, r.search_key, r.offered,
      ${at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (code text, version int, content_hash text,
      body jsonb, name text, field text, search_key text, offered boolean)`);
  // Whoever keeps an index of the catalogue in memory sees by this that it is old.
  await tx.run(sql`insert into catalogue_mark as m (tenant_id, mark) values (${tx.tenantId}, 1)
    on conflict (tenant_id) do update set mark = m.mark + 1`);
}

/** Publishes a process as the next version, in force ever since, unless the newest is the same. */
export async function publishProcess(tx: Tx, process: Process, at: string): Promise<void> {
  const body = JSON.stringify(process);
  await tx.run(sql`insert into process (tenant_id, procedure_code, version, body, drafted_at, published_at)
    select ${tx.tenantId}, ${process.procedureCode}, coalesce(max(version), 0) + 1, ${body}::jsonb,
      ${at}::timestamptz, ${at}::timestamptz
    from process where tenant_id = ${tx.tenantId} and procedure_code = ${process.procedureCode}
    having coalesce((array_agg(body order by version desc))[1], 'null'::jsonb) <> ${body}::jsonb`);
}

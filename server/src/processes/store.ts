// The rows of processes: drafts, published versions, running dossiers of a procedure. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import type { Procedure } from '@motcua/domain/procedure';
import type { Process } from '@motcua/domain/process';
import type { PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

/** What an import found wrong with a row. */
export interface Finding {
  field: string;
  problem: string;
  remedy: string;
}

export interface ProcessRow {
  version: number;
  process: Process;
  title: string | null;
  publishedAt: string | null;
  effectiveFrom: PlainDate | null;
  source: string | null;
  findings: Finding[];
}

const columns = sql`version, body as process, title, published_at as "publishedAt",
  effective_from as "effectiveFrom", source, findings`;

/** Newest first. */
export async function listVersions(tx: Tx, code: string): Promise<ProcessRow[]> {
  return tx.rows<ProcessRow>(sql`select ${columns} from process
    where tenant_id = ${tx.tenantId} and procedure_code = ${code} order by version desc limit 200`);
}

export async function findVersion(tx: Tx, code: string, version: number): Promise<ProcessRow | undefined> {
  return tx.row<ProcessRow>(sql`select ${columns} from process
    where tenant_id = ${tx.tenantId} and procedure_code = ${code} and version = ${version}`);
}

/** Locks the version until the transaction ends. */
export async function lockVersion(tx: Tx, code: string, version: number): Promise<ProcessRow | undefined> {
  return tx.row<ProcessRow>(sql`select ${columns} from process
    where tenant_id = ${tx.tenantId} and procedure_code = ${code} and version = ${version} for update`);
}

export interface ListedProcess {
  code: string;
  title: string | null;
  inForce: number | null;
  coming: number | null;
  comingFrom: PlainDate | null;
  drafts: number;
  findings: number;
  total: number;
}

/** One row a procedure, those in the catalogue by name; `words` are folded. */
export async function listProcesses(
  tx: Tx,
  words: readonly string[],
  day: PlainDate,
  { limit, offset }: { limit: number; offset: number },
): Promise<ListedProcess[]> {
  const patterns = words.map((word) => `% ${word.replace(/[\\%_]/g, '\\$&')}%`);
  return tx.rows<ListedProcess>(sql`select q.procedure_code as code,
      coalesce(p.name, (array_agg(q.title order by q.version desc) filter (where q.title is not null))[1]) as title,
      (array_agg(q.version order by q.effective_from desc nulls last, q.version desc)
        filter (where q.published_at is not null and coalesce(q.effective_from, ${day}::date) <= ${day}::date))[1]
        as "inForce",
      (array_agg(q.version order by q.effective_from, q.version)
        filter (where q.effective_from > ${day}::date))[1] as coming,
      min(q.effective_from) filter (where q.effective_from > ${day}::date) as "comingFrom",
      (count(*) filter (where q.published_at is null))::int as drafts,
      coalesce(sum(jsonb_array_length(q.findings)), 0)::int as findings,
      (count(*) over ())::int as total
    from process q left join procedure p
      on p.tenant_id = q.tenant_id and p.code = q.procedure_code and p.superseded_at is null
    where q.tenant_id = ${tx.tenantId}
      and (' ' || coalesce(p.search_key, '') || ' ' || q.search_key || ' ') like all (${patterns}::text[])
    group by q.procedure_code, p.name order by p.name is null, coalesce(p.name, ''), q.procedure_code
    limit ${limit} offset ${offset}`);
}

/** The procedure as the catalogue has it now. */
export async function findProcedure(tx: Tx, code: string): Promise<Procedure | undefined> {
  const row = await tx.row<{ body: Procedure }>(sql`select body from procedure
    where tenant_id = ${tx.tenantId} and code = ${code} and superseded_at is null`);
  return row?.body;
}

export interface NewDraft {
  process: Process;
  title: string | null;
  searchKey: string;
  source: string;
  findings: readonly Finding[];
  /** The officer who made it; null for an operator's import. */
  by: string | null;
}

/** One at a time in a tenant numbers drafts, until its transaction ends. */
export async function lockDrafts(tx: Tx): Promise<void> {
  await tx.run(sql`select pg_advisory_xact_lock(hashtext(${`drafts/${tx.tenantId}`}))`);
}

/** Keeps a draft as the next version, unless it stands there already as it is; gives its version. */
export async function addDraft(
  tx: Tx,
  draft: NewDraft,
  at: string,
): Promise<{ version: number; isNew: boolean }> {
  const { procedureCode: code } = draft.process;
  const body = JSON.stringify(draft.process);
  const findings = JSON.stringify(draft.findings);
  // Published versions, too, are not drafted again: the same file may be imported at any time.
  const same = await tx.row<{ version: number }>(sql`select version from process
    where tenant_id = ${tx.tenantId} and procedure_code = ${code} and body = ${body}::jsonb
      and findings = ${findings}::jsonb order by version desc limit 1`);
  if (same !== undefined) return { version: same.version, isNew: false };
  const row = await tx.row<{ version: number }>(sql`insert into process
      (tenant_id, procedure_code, version, body, title, search_key, drafted_at, drafted_by, source, findings)
    select ${tx.tenantId}, ${code}, coalesce(max(version), 0) + 1, ${body}::jsonb, ${draft.title},
      ${draft.searchKey}, ${at}::timestamptz, ${draft.by}::uuid, ${draft.source}, ${findings}::jsonb
    from process where tenant_id = ${tx.tenantId} and procedure_code = ${code} returning version`);
  if (row === undefined) throw new Error('A draft just kept has its version.');
  return { version: row.version, isNew: true };
}

export async function markPublished(
  tx: Tx,
  code: string,
  version: number,
  publication: { at: string; effectiveFrom: PlainDate; by: string | null },
): Promise<void> {
  await tx.run(sql`update process set published_at = ${publication.at}, effective_from = ${publication.effectiveFrom},
      published_by = ${publication.by}
    where tenant_id = ${tx.tenantId} and procedure_code = ${code} and version = ${version} and published_at is null`);
}

/** Running dossiers of a procedure at an agency whose process is another one; the oldest first. */
export async function listRunningOthers(
  tx: Tx,
  agencyId: string,
  /** The version as dossiers carry it: one a case. */
  ways: readonly Process[],
  limit: number,
): Promise<{ rows: Dossier[]; total: number }> {
  const own = ways.map((way) => JSON.stringify(way));
  const rows = await tx.rows<{
    state: Dossier;
    total: number;
  }>(sql`select state, (count(*) over ())::int as total
    from dossier where tenant_id = ${tx.tenantId} and procedure_code = ${ways[0]?.procedureCode ?? ''} and not ended
      and agency_id = ${agencyId} and state -> 'process' <> all (${own}::text[]::jsonb[])
    order by submitted_at, id limit ${limit}`);
  return { rows: rows.map(({ state }) => state), total: rows[0]?.total ?? 0 };
}

/** Names of units by code, over all agencies of the tenant. */
export async function unitNames(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.rows<{ code: string; name: string }>(sql`select distinct on (code) code, name
    from agency_unit where tenant_id = ${tx.tenantId} order by code, position limit 2000`);
  return new Map(rows.map(({ code, name }) => [code, name]));
}

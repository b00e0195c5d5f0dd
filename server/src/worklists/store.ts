// What the worklist's filters offer, what each officer last chose, the dossier next in line and those skipped. SQL only.

import type { Instant, PlainDate } from '@motcua/domain/time';
import { inForce } from '../agencies/officer-store.ts';
import { inTab, type WorklistOwner } from '../dossiers/worklist-store.ts';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import type { WorklistView } from './schema.ts';

/** Procedures of open dossiers, the most frequent first. */
export async function listOpenProcedures(
  tx: Tx,
  agencyId: string,
): Promise<{ code: string; name: string; open: number }[]> {
  return tx.rows(sql`select procedure_code as code, max(procedure_name) as name, count(*)::int as open
    from dossier where tenant_id = ${tx.tenantId} and holding_agency_id = ${agencyId} and not ended
    group by procedure_code order by open desc, name limit 300`);
}

export async function listColleagues(
  tx: Tx,
  agencyId: string,
  today: PlainDate,
): Promise<{ id: string; name: string; unit: string }[]> {
  return tx.rows(sql`select distinct on (o.full_name, o.id) o.id, o.title || ' ' || o.full_name as name, p.unit
    from officer_post p join officer o on o.tenant_id = p.tenant_id and o.id = p.officer_id and o.disabled_at is null
    where p.tenant_id = ${tx.tenantId} and p.agency_id = ${agencyId} and ${inForce(today)}
    order by o.full_name, o.id limit 500`);
}

export async function findView(tx: Tx, officerId: string): Promise<unknown> {
  const row = await tx.row<{ view: unknown }>(
    sql`select view from worklist_view where tenant_id = ${tx.tenantId} and officer_id = ${officerId}`,
  );
  return row?.view;
}

export async function keepView(tx: Tx, officerId: string, view: WorklistView): Promise<void> {
  await tx.send(sql`insert into worklist_view (tenant_id, officer_id, view)
    values (${tx.tenantId}, ${officerId}, ${JSON.stringify(view)})
    on conflict (tenant_id, officer_id) do update set view = excluded.view`);
}

/**
 * Locks the dossier next in line: of those this officer may take, the one promised first. One that a colleague is being
 * given in this moment is passed over, so two never get the same.
 */
export async function lockNext(tx: Tx, owner: WorklistOwner, now: Instant): Promise<string | undefined> {
  const row = await tx.row<{ id: string }>(sql`select d.id from dossier d
    where ${inTab(tx, owner, 'to_claim', now)} and not exists (${skipsOf(tx, owner.officerId, now)})
    order by d.due_at asc nulls last, d.submitted_at, d.id limit 1 for update of d skip locked`);
  return row?.id;
}

/** How many this officer would be given but for their own skips. */
export async function countSkipped(tx: Tx, owner: WorklistOwner, now: Instant): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`select count(*)::int as count from dossier d
    where ${inTab(tx, owner, 'to_claim', now)} and exists (${skipsOf(tx, owner.officerId, now)})`);
  return row?.count ?? 0;
}

function skipsOf(tx: Tx, officerId: string, now: Instant): Sql {
  return sql`select from dossier_skip s where s.tenant_id = ${tx.tenantId} and s.officer_id = ${officerId}
    and s.dossier_id = d.id and s.until > ${now}`;
}

export interface SkipRow {
  dossierId: string;
  officerId: string;
  agencyId: string;
  unit: string;
  reason: string;
  note: string | null;
  at: Instant;
  until: Instant;
}

export async function insertSkip(tx: Tx, skip: SkipRow): Promise<void> {
  await tx.send(sql`insert into dossier_skip (tenant_id, dossier_id, officer_id, at, agency_id, unit, reason, note, until)
    values (${tx.tenantId}, ${skip.dossierId}, ${skip.officerId}, ${skip.at}, ${skip.agencyId}, ${skip.unit},
      ${skip.reason}, ${skip.note}, ${skip.until}) on conflict do nothing`);
}

export interface ListedSkip {
  id: string;
  code: string | null;
  procedureName: string;
  officerName: string;
  reason: string;
  note: string | null;
  at: Instant;
}

/** Skips of an agency since a moment, or of one unit of it; the newest first. */
export async function listSkips(
  tx: Tx,
  agencyId: string,
  unit: string | null,
  since: Instant,
): Promise<ListedSkip[]> {
  return tx.rows<ListedSkip>(sql`select d.id, d.code, d.procedure_name as "procedureName",
      o.title || ' ' || o.full_name as "officerName", s.reason, s.note, s.at
    from dossier_skip s
      join dossier d on d.tenant_id = s.tenant_id and d.id = s.dossier_id
      join officer o on o.tenant_id = s.tenant_id and o.id = s.officer_id
    where s.tenant_id = ${tx.tenantId} and s.agency_id = ${agencyId} and s.at >= ${since}
      and (${unit}::text is null or s.unit = ${unit})
    order by s.at desc, s.dossier_id limit 500`);
}

/** Sets for how many working minutes a taken dossier is held; null: by the plan of each step. */
export async function setLease(tx: Tx, agencyId: string, minutes: number | null): Promise<void> {
  await tx.send(sql`update agency set lease_minutes = ${minutes}
    where tenant_id = ${tx.tenantId} and id = ${agencyId}`);
}

// Versions of an agency's calendar, the decisions behind them, and the open dossiers they touch. SQL only.

import type { CalendarSpec } from '@motcua/domain/calendar';
import type { Dossier } from '@motcua/domain/dossier';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface CalendarDecision {
  agencyId: string;
  ground: string;
  decidedBy: string;
  /** How many dates the preview said would move. */
  expected: number;
}

/** Writes the next version with its decision; false when somebody else wrote one of this number. */
export async function insertDecision(
  tx: Tx,
  spec: CalendarSpec,
  { agencyId, ground, decidedBy, expected }: CalendarDecision,
  at: Instant,
): Promise<boolean> {
  const written =
    await tx.run(sql`insert into calendar_version (tenant_id, agency_id, version, spec, decided_at)
    values (${tx.tenantId}, ${agencyId}, ${spec.version}, ${JSON.stringify(spec)}, ${at}) on conflict do nothing`);
  if (written === 0) return false;
  await tx.run(sql`insert into calendar_change (tenant_id, agency_id, version, ground, decided_by, decided_at, expected)
    values (${tx.tenantId}, ${agencyId}, ${spec.version}, ${ground}, ${decidedBy}, ${at}, ${expected})`);
  return true;
}

export interface PastDecision {
  version: number;
  ground: string;
  decidedAt: Instant;
  decidedBy: string;
  expected: number;
  moved: number;
  finishedAt: Instant | null;
}

/** The newest decisions that people made, with how far each has come. */
export async function listDecisions(tx: Tx, agencyId: string): Promise<PastDecision[]> {
  return tx.rows<PastDecision>(sql`select c.version, c.ground, c.decided_at as "decidedAt",
      o.title || ' ' || o.full_name as "decidedBy", c.expected, c.moved, c.finished_at as "finishedAt"
    from calendar_change c join officer o on o.tenant_id = c.tenant_id and o.id = c.decided_by
    where c.tenant_id = ${tx.tenantId} and c.agency_id = ${agencyId} order by c.version desc limit 10`);
}

export interface OpenChange {
  agencyId: string;
  version: number;
  ground: string;
  decidedBy: string | null;
  decidedAt: Instant;
  lookedThrough: string | null;
}

/** Changes whose dossiers have not all been reckoned, the oldest first. */
export async function listOpenChanges(tx: Tx): Promise<OpenChange[]> {
  return tx.rows<OpenChange>(sql`select agency_id as "agencyId", version, ground, decided_by as "decidedBy",
      decided_at as "decidedAt", looked_through as "lookedThrough"
    from calendar_change where tenant_id = ${tx.tenantId} and finished_at is null order by agency_id, version`);
}

/** A dossier with what its row says of its moments. */
export interface OpenRow {
  id: string;
  state: Dossier;
  columns: Record<string, unknown>;
}

/** The next open dossiers of an agency behind `after`, by id. */
export async function listOpenDossiers(
  tx: Tx,
  agencyId: string,
  after: string | null,
  limit: number,
): Promise<OpenRow[]> {
  const rows = await tx.rows<
    OpenRow['columns'] & { id: string; state: Dossier }
  >(sql`select id, state, due_at,
      due_soon_at, clock_running, clock_at, attend_at, head_attend_at, centre_attend_at
    from dossier where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} and not ended
      and id > ${after ?? '00000000-0000-0000-0000-000000000000'}::uuid
    order by id limit ${limit}`);
  return rows.map(({ id, state, ...columns }) => ({ id, state, columns }));
}

/** Whether the ledger already says that this version of the calendar moved the dossier's date. */
export async function hasMoved(tx: Tx, dossierId: string, version: number): Promise<boolean> {
  const row = await tx.row<{ found: boolean }>(sql`select exists (select from ledger
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and type = 'due_moved'
      and (payload ->> 'calendarVersion')::int >= ${version}
      -- Versions before a merger were another agency's.
      and seq > coalesce((select max(m.seq) from ledger m where m.tenant_id = ${tx.tenantId}
        and m.dossier_id = ${dossierId} and m.type = 'agency_moved'), 0)) as found`);
  return row?.found === true;
}

/** Counts a date that moved, in the transaction that moves it. */
export async function countMoved(tx: Tx, { agencyId, version }: OpenChange): Promise<void> {
  await tx.send(sql`update calendar_change set moved = moved + 1
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} and version = ${version}`);
}

/** Notes how far a change has come; `lookedThrough` null: to the end. */
export async function noteProgress(
  tx: Tx,
  { agencyId, version }: OpenChange,
  lookedThrough: string | null,
  at: Instant,
): Promise<void> {
  await tx.run(sql`update calendar_change set looked_through = coalesce(${lookedThrough}::uuid, looked_through),
      finished_at = case when ${lookedThrough}::uuid is null then ${at}::timestamptz end
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} and version = ${version} and finished_at is null`);
}

// Absences and their deputies. SQL only.

import type { NearbyAbsence } from '@motcua/domain/absence';
import type { Instant, PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface NewAbsence {
  id: string;
  agencyId: string;
  officerId: string;
  deputyId: string;
  fromDay: PlainDate;
  untilDay: PlainDate;
  reason: string | null;
  by: string;
}

export async function insertAbsence(tx: Tx, absence: NewAbsence, at: Instant): Promise<void> {
  await tx.run(sql`insert into absence (tenant_id, id, agency_id, officer_id, deputy_id, from_day, until_day, reason,
      recorded_at, recorded_by)
    values (${tx.tenantId}, ${absence.id}, ${absence.agencyId}, ${absence.officerId}, ${absence.deputyId},
      ${absence.fromDay}, ${absence.untilDay}, ${absence.reason}, ${at}, ${absence.by})`);
}

/** One at a time for an agency: two absences recorded at once must not make a chain that neither saw. */
export async function lockAbsences(tx: Tx, agencyId: string): Promise<void> {
  await tx.run(
    sql`select id from agency where tenant_id = ${tx.tenantId} and id = ${agencyId} for no key update`,
  );
}

/** Absences, from today on, in which one of these people is away or stands in. */
export async function listNearby(
  tx: Tx,
  agencyId: string,
  people: readonly string[],
  today: PlainDate,
): Promise<NearbyAbsence[]> {
  return tx.rows<NearbyAbsence>(sql`select b.officer_id as "officerId", o.title || ' ' || o.full_name as "officerName",
      b.deputy_id as "deputyId", b.from_day as "fromDay", b.until_day as "untilDay"
    from absence b join officer o on o.tenant_id = b.tenant_id and o.id = b.officer_id
    where b.tenant_id = ${tx.tenantId} and b.agency_id = ${agencyId} and b.ended_at is null and b.until_day >= ${today}
      and (b.officer_id = any(${[...people]}::uuid[]) or b.deputy_id = any(${[...people]}::uuid[]))
    order by b.from_day`);
}

export interface ListedAbsence {
  id: string;
  officerId: string;
  officerName: string;
  deputyId: string;
  deputyName: string;
  fromDay: PlainDate;
  untilDay: PlainDate;
  reason: string | null;
  open: number;
}

/** What runs or is to come in an agency, the nearest first. */
export async function listAbsences(tx: Tx, agencyId: string, today: PlainDate): Promise<ListedAbsence[]> {
  return tx.rows<ListedAbsence>(sql`select b.id, b.officer_id as "officerId",
      o.title || ' ' || o.full_name as "officerName", b.deputy_id as "deputyId",
      d.title || ' ' || d.full_name as "deputyName", b.from_day as "fromDay", b.until_day as "untilDay", b.reason,
      (select count(*)::int from dossier h where h.tenant_id = b.tenant_id and h.holding_agency_id = b.agency_id
        and h.officer_id = b.officer_id and not h.ended) as open
    from absence b
      join officer o on o.tenant_id = b.tenant_id and o.id = b.officer_id
      join officer d on d.tenant_id = b.tenant_id and d.id = b.deputy_id
    where b.tenant_id = ${tx.tenantId} and b.agency_id = ${agencyId} and b.ended_at is null and b.until_day >= ${today}
    order by b.from_day, b.id limit 200`);
}

/** Undefined when it is over or of another agency. */
export async function endAbsence(
  tx: Tx,
  agencyId: string,
  id: string,
  by: string,
  at: Instant,
): Promise<void> {
  await tx.run(sql`update absence set ended_at = ${at}, ended_by = ${by}
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} and id = ${id} and ended_at is null`);
}

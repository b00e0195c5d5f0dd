// Which dossiers helpers brought in, and how much each helps. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import type { Instant, PlainDate } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export async function insertAssisted(
  tx: Tx,
  dossierId: string,
  officerId: string,
  at: Instant,
): Promise<void> {
  await tx.send(sql`insert into assisted_dossier (tenant_id, dossier_id, officer_id, at)
    values (${tx.tenantId}, ${dossierId}, ${officerId}, ${at})`);
}

export interface AssistedRow {
  state: Dossier;
  applicantName: string;
  at: Instant;
}

/** The newest of what one helper brought in; nothing of anybody else's. */
export async function listAssisted(tx: Tx, officerId: string, limit: number): Promise<AssistedRow[]> {
  return tx.rows<AssistedRow>(sql`select d.state, a.full_name as "applicantName", h.at
    from assisted_dossier h
      join dossier d on d.tenant_id = h.tenant_id and d.id = h.dossier_id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    where h.tenant_id = ${tx.tenantId} and h.officer_id = ${officerId}
    order by h.at desc, h.dossier_id limit ${limit}`);
}

export async function countAssisted(tx: Tx, officerId: string): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`select count(*)::int as count from assisted_dossier
    where tenant_id = ${tx.tenantId} and officer_id = ${officerId}`);
  return row?.count ?? 0;
}

export interface HelperRow {
  officerId: string;
  politeName: string;
  username: string;
  unitName: string;
  supervisorId: string | null;
  supervisorName: string | null;
  lastUsedAt: Instant | null;
  last30Days: number;
  ever: number;
}

/** The helpers of an agency whose accounts are open, those idle longest first. */
export async function listHelpers(
  tx: Tx,
  agencyId: string,
  today: PlainDate,
  since: Instant,
): Promise<HelperRow[]> {
  return tx.rows<HelperRow>(sql`select o.id as "officerId", o.title || ' ' || o.full_name as "politeName", o.username,
      u.name as "unitName", p.supervisor_id as "supervisorId", v.title || ' ' || v.full_name as "supervisorName",
      (select max(s.last_used_at) from session s where s.tenant_id = o.tenant_id and s.officer_id = o.id) as "lastUsedAt",
      (select count(*)::int from assisted_dossier h where h.tenant_id = o.tenant_id and h.officer_id = o.id
        and h.at >= ${since}) as "last30Days",
      (select count(*)::int from assisted_dossier h where h.tenant_id = o.tenant_id and h.officer_id = o.id) as ever
    from officer_post p
      join officer o on o.tenant_id = p.tenant_id and o.id = p.officer_id and o.disabled_at is null
      join agency_unit u on u.tenant_id = p.tenant_id and u.agency_id = p.agency_id and u.code = p.unit
      left join officer v on v.tenant_id = p.tenant_id and v.id = p.supervisor_id
    where p.tenant_id = ${tx.tenantId} and p.agency_id = ${agencyId} and p.roles @> array['intake_helper']
      and (p.valid_from is null or p.valid_from <= ${today}) and (p.valid_until is null or p.valid_until > ${today})
    order by "lastUsedAt" asc nulls first, o.full_name, o.id limit 2000`);
}

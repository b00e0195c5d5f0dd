// Who opened a dossier: one row an officer and hour, kept for the citizen. SQL only.

import type { OfficerRole } from '@motcua/domain/process';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface Reader {
  officerId: string;
  agencyId: string;
  unit: string;
  roles: readonly OfficerRole[];
}

/** Writes down that the officer opened the dossier, or a scan of it, unless that is written for this hour already. */
export async function noteReading(tx: Tx, reader: Reader, dossierId: string, at: Instant): Promise<void> {
  const hour = `${at.slice(0, 13)}:00:00${at.slice(19)}`;
  await tx.send(sql`insert into dossier_reading (tenant_id, dossier_id, officer_id, hour, agency_id, unit, role, at)
    values (${tx.tenantId}, ${dossierId}, ${reader.officerId}, ${hour}, ${reader.agencyId}, ${reader.unit},
      ${reader.roles[0] ?? 'admin'}, ${at})
    on conflict do nothing`);
}

export interface Reading {
  at: Instant;
  role: OfficerRole;
  unitName: string;
  agencyName: string;
}

/** The newest first. Names of officers are not asked for. */
export async function listReadings(tx: Tx, dossierId: string, limit: number): Promise<Reading[]> {
  return tx.rows<Reading>(sql`select r.at, r.role, coalesce(u.name, r.unit) as "unitName", a.name as "agencyName"
    from dossier_reading r
      join agency a on a.tenant_id = r.tenant_id and a.id = r.agency_id
      left join agency_unit u on u.tenant_id = r.tenant_id and u.agency_id = r.agency_id and u.code = r.unit
    where r.tenant_id = ${tx.tenantId} and r.dossier_id = ${dossierId}
    order by r.at desc limit ${limit}`);
}

// Writes a new tenant, its agencies with units and calendar, and officers in posts. SQL only.

import type { AgencyKind } from '@motcua/domain/agency';
import type { CalendarSpec } from '@motcua/domain/calendar';
import type { OfficerRole } from '@motcua/domain/process';
import type { PlainDate } from '@motcua/domain/time';
import { type Database, sql, type Tx } from '../platform/database.ts';
import { insertFact } from './tree-store.ts';

/** The owner makes a tenant; the application role cannot. False when it exists already. */
export async function insertTenant(
  database: Database,
  tenantId: string,
  name: string,
  at: string,
): Promise<boolean> {
  const result = await database.pool.query(
    'insert into tenant (tenant_id, name, created_at) values ($1, $2, $3) on conflict do nothing',
    [tenantId, name, at],
  );
  return result.rowCount === 1;
}

export interface AgencyFrame {
  id: string;
  code: string;
  name: string;
  officeName: string;
  superiorName: string;
  placeName: string;
  address: string;
  phone: string | null;
  dossierCodePrefix: string;
  unitCode: string | null;
  units: readonly { code: string; name: string; counter: string | null }[];
  calendar: CalendarSpec;
}

/** Since when the agency exists, below which, and why that is known; a first agency has existed ever since. */
export interface AgencyBeginning {
  kind: AgencyKind;
  parentId: string | null;
  validFrom: PlainDate | null;
  ground: string;
  by: string | null;
}

const everSince: AgencyBeginning = {
  kind: 'commune',
  parentId: null,
  validFrom: null,
  ground: 'Lập khi cài đặt',
  by: null,
};

export async function insertAgency(
  tx: Tx,
  agency: AgencyFrame,
  at: string,
  beginning: AgencyBeginning = everSince,
): Promise<void> {
  await tx.run(sql`insert into agency (tenant_id, id, code, name, office_name, superior_name, place_name, address,
      phone, dossier_code_prefix, unit_code, kind, parent_id)
    values (${tx.tenantId}, ${agency.id}, ${agency.code}, ${agency.name}, ${agency.officeName}, ${agency.superiorName},
      ${agency.placeName}, ${agency.address}, ${agency.phone}, ${agency.dossierCodePrefix}, ${agency.unitCode},
      ${beginning.kind}, ${beginning.parentId})`);
  const { name, officeName } = agency;
  const first = { ...beginning, agencyId: agency.id, name, officeName, stands: true, successorId: null };
  await insertFact(tx, first, at);
  for (const [position, unit] of agency.units.entries())
    await tx.run(sql`insert into agency_unit (tenant_id, agency_id, code, name, counter, position)
      values (${tx.tenantId}, ${agency.id}, ${unit.code}, ${unit.name}, ${unit.counter}, ${position})`);
  await tx.run(sql`insert into calendar_version (tenant_id, agency_id, version, spec, decided_at)
    values (${tx.tenantId}, ${agency.id}, ${agency.calendar.version}, ${JSON.stringify(agency.calendar)}, ${at})`);
}

export interface OfficerFrame {
  id: string;
  username: string;
  fullName: string;
  title: string;
  passwordHash: string;
  /** Somebody else knows the password: it has to be replaced before it opens anything. */
  firstPassword?: boolean;
}

export interface PostFrame {
  id: string;
  agencyId: string;
  unit: string;
  title: string;
  roles: readonly OfficerRole[];
  /** Null: ever since. */
  validFrom: PlainDate | null;
  supervisorId?: string;
  recordedBy: string | null;
}

export async function insertOfficer(tx: Tx, officer: OfficerFrame, at: string): Promise<void> {
  await tx.run(sql`insert into officer (tenant_id, id, username, full_name, title, password_hash, first_password, created_at)
    values (${tx.tenantId}, ${officer.id}, ${officer.username}, ${officer.fullName}, ${officer.title},
      ${officer.passwordHash}, ${officer.firstPassword === true}, ${at})`);
}

export async function insertPost(tx: Tx, officerId: string, post: PostFrame, at: string): Promise<void> {
  await tx.run(sql`insert into officer_post (tenant_id, id, officer_id, agency_id, unit, title, roles, valid_from,
      supervisor_id, recorded_at, recorded_by)
    values (${tx.tenantId}, ${post.id}, ${officerId}, ${post.agencyId}, ${post.unit}, ${post.title},
      ${[...post.roles]}::text[], ${post.validFrom}, ${post.supervisorId ?? null}, ${at}, ${post.recordedBy})`);
}

// Writes the demo ward's frame: tenant, agency, units, calendar, officers. Dossiers are never inserted: they are acted.

import type { CalendarSpec } from '@motcua/domain/calendar';
import type { OfficerRole } from '@motcua/domain/process';
import { type Database, sql, type Tx } from '../platform/database.ts';

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
  phone: string;
  dossierCodePrefix: string;
  unitCode: string;
  units: readonly { code: string; name: string; counter: string | null }[];
  calendar: CalendarSpec;
}

export async function insertAgency(tx: Tx, agency: AgencyFrame, at: string): Promise<void> {
  await tx.run(sql`insert into agency (tenant_id, id, code, name, office_name, superior_name, place_name, address,
      phone, dossier_code_prefix, unit_code)
    values (${tx.tenantId}, ${agency.id}, ${agency.code}, ${agency.name}, ${agency.officeName}, ${agency.superiorName},
      ${agency.placeName}, ${agency.address}, ${agency.phone}, ${agency.dossierCodePrefix}, ${agency.unitCode})`);
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
  post: string;
  unit: string;
  roles: readonly OfficerRole[];
  passwordHash: string;
}

export async function insertOfficer(
  tx: Tx,
  agencyId: string,
  officer: OfficerFrame,
  at: string,
): Promise<void> {
  await tx.run(sql`insert into officer (tenant_id, id, agency_id, unit, username, full_name, title, post,
      password_hash, created_at)
    values (${tx.tenantId}, ${officer.id}, ${agencyId}, ${officer.unit}, ${officer.username}, ${officer.fullName},
      ${officer.title}, ${officer.post}, ${officer.passwordHash}, ${at})`);
  for (const role of officer.roles)
    await tx.run(sql`insert into officer_role (tenant_id, officer_id, role)
      values (${tx.tenantId}, ${officer.id}, ${role})`);
}

export interface DemoDossierRow {
  id: string;
  code: string;
  procedureName: string;
  step: string;
  holder: string | null;
  due: string | null;
  ended: boolean;
  applicantId: string;
  applicantName: string;
  identitySealed: string;
  linkGeneration: number;
}

/** Dossiers with what a person trying the demo needs: open ones first, newest first. */
export async function listDemoDossiers(tx: Tx, limit: number): Promise<DemoDossierRow[]> {
  return tx.rows<DemoDossierRow>(sql`select d.id, d.code, d.procedure_name as "procedureName",
      d.state->'process'->'steps'->(d.state->'holding'->>'stepIndex')::int->>'name' as step,
      (select o.title || ' ' || o.full_name from officer o where o.tenant_id = d.tenant_id and o.id = d.officer_id) as holder,
      d.due_at as due, d.ended, a.id as "applicantId", a.full_name as "applicantName",
      a.identity_sealed as "identitySealed", d.link_generation as "linkGeneration"
    from dossier d join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    where d.tenant_id = ${tx.tenantId} and d.code is not null
    order by d.ended, d.submitted_at desc limit ${limit}`);
}

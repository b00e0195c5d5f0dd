// Agencies, their units and calendars: the SQL.

import type { UnitKind } from '@motcua/domain/agency';
import { type Calendar, type CalendarSpec, compileCalendar } from '@motcua/domain/calendar';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface Agency {
  id: string;
  code: string;
  name: string;
  officeName: string;
  superiorName: string;
  placeName: string;
  address: string;
  phone: string | null;
  dossierCodePrefix: string;
  /** Working minutes of a lease; null: by the plan of the step. */
  leaseMinutes: number | null;
}

const agencyColumns = sql`id, code, name, office_name as "officeName", superior_name as "superiorName",
  place_name as "placeName", address, phone, dossier_code_prefix as "dossierCodePrefix",
  lease_minutes as "leaseMinutes"`;

export async function getAgency(tx: Tx, agencyId: string): Promise<Agency> {
  const agency = await tx.row<Agency>(
    sql`select ${agencyColumns} from agency where tenant_id = ${tx.tenantId} and id = ${agencyId}`,
  );
  if (agency === undefined) throw new Error('An agency that a row points to exists.');
  return agency;
}

export async function findAgencyByCode(tx: Tx, code: string): Promise<Agency | undefined> {
  return tx.row<Agency>(
    sql`select ${agencyColumns} from agency where tenant_id = ${tx.tenantId} and code = ${code}`,
  );
}

/** The tenant's agencies; communes, whose codes are numbers, before departments and branches. */
export async function listAgencies(tx: Tx): Promise<Agency[]> {
  return tx.rows<Agency>(
    sql`select ${agencyColumns} from agency where tenant_id = ${tx.tenantId} order by code limit 500`,
  );
}

export interface Unit {
  code: string;
  name: string;
  counter: string | null;
}

export async function listUnits(tx: Tx, agencyId: string): Promise<Unit[]> {
  return tx.rows<Unit>(sql`select code, name, counter from agency_unit
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} order by position`);
}

export interface NewUnit extends Unit {
  kind: UnitKind;
  position: number;
}

export async function insertUnit(tx: Tx, agencyId: string, unit: NewUnit): Promise<void> {
  await tx.run(sql`insert into agency_unit (tenant_id, agency_id, code, name, counter, position, kind)
    values (${tx.tenantId}, ${agencyId}, ${unit.code}, ${unit.name}, ${unit.counter}, ${unit.position}, ${unit.kind})`);
}

/** The calendar in force, as it is written down. */
export async function getCalendarSpec(tx: Tx, agencyId: string): Promise<CalendarSpec> {
  const row = await tx.row<{ spec: CalendarSpec }>(sql`select spec from calendar_version
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} order by version desc limit 1`);
  if (row === undefined) throw new Error('Every agency has a calendar.');
  return row.spec;
}

/** Undefined when there is no such unit. */
export async function findUnitKind(tx: Tx, agencyId: string, code: string): Promise<UnitKind | undefined> {
  const row = await tx.row<{ kind: UnitKind }>(sql`select kind from agency_unit
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} and code = ${code}`);
  return row?.kind;
}

const compiled = new Map<string, Calendar>();

/** The calendar in force. Versions never change, so each is compiled once. */
export async function getCalendar(tx: Tx, agencyId: string): Promise<Calendar> {
  const head = await tx.row<{ version: number }>(sql`select max(version)::int as version from calendar_version
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId}`);
  return getCalendarVersion(tx, agencyId, head?.version ?? 0);
}

/** The calendar that was in force at the moment: what was promised then is explained by it. */
export async function getCalendarAt(tx: Tx, agencyId: string, at: Instant): Promise<Calendar> {
  const head = await tx.row<{ version: number }>(sql`select
      coalesce(max(version) filter (where decided_at <= ${at}), min(version))::int as version
    from calendar_version where tenant_id = ${tx.tenantId} and agency_id = ${agencyId}`);
  return getCalendarVersion(tx, agencyId, head?.version ?? 0);
}

/** A calendar as it was or is. */
export async function getCalendarVersion(tx: Tx, agencyId: string, version: number): Promise<Calendar> {
  const key = `${tx.tenantId}/${agencyId}/${version}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const row = await tx.row<{ spec: CalendarSpec }>(sql`select spec from calendar_version
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId} and version = ${version}`);
  if (row === undefined) throw new Error('Every agency has a calendar.');
  const calendar = compileCalendar(row.spec);
  compiled.set(key, calendar);
  return calendar;
}

// The frame of an agency: what hardly ever changes (its names, its rooms, its calendar), kept in the process and never stale.

import type { Calendar } from '@motcua/domain/calendar';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import { type Agency, getAgency, getCalendar, listUnits, type Unit } from './store.ts';

export interface Frame {
  agency: Agency;
  units: readonly Unit[];
  calendar: Calendar;
}

/**
 * An expression that changes whenever the agency, a unit of it or its calendar does, whoever changes it and however:
 * PostgreSQL's own mark of the transaction that wrote each row. `agencyId` is a column or a value of type uuid.
 */
export function frameVersion(tx: Pick<Tx, 'tenantId'>, agencyId: Sql): Sql {
  return sql`(select a.xmin::text || '/' || (select max(c.version) from calendar_version c
        where c.tenant_id = ${tx.tenantId} and c.agency_id = ${agencyId})
      || coalesce((select string_agg('/' || u.xmin::text, '' order by u.code) from agency_unit u
        where u.tenant_id = ${tx.tenantId} and u.agency_id = ${agencyId}), '')
    from agency a where a.tenant_id = ${tx.tenantId} and a.id = ${agencyId})`;
}

/** The last frame of each agency that this process met: some kilobytes each, and no more than there are agencies. */
const known = new Map<string, { version: string; frame: Frame }>();

/** The frame of that version, when this process has it. */
export function keptFrame(tenantId: string, agencyId: string, version: string): Frame | undefined {
  const kept = known.get(`${tenantId}/${agencyId}`);
  return kept?.version === version ? kept.frame : undefined;
}

/**
 * The frame of that version, read now when this process does not have it. Ask for the version in the statement that
 * reads what the frame is for: then nothing older than the transaction sees is ever used.
 */
export async function frameOf(tx: Tx, agencyId: string, version: string): Promise<Frame> {
  const kept = keptFrame(tx.tenantId, agencyId, version);
  if (kept !== undefined) return kept;
  const [agency, units, calendar] = await Promise.all([
    getAgency(tx, agencyId),
    listUnits(tx, agencyId),
    getCalendar(tx, agencyId),
  ]);
  const frame = { agency, units, calendar };
  known.set(`${tx.tenantId}/${agencyId}`, { version, frame });
  return frame;
}

/** What a transaction has read: it holds to one frame from the first look to the commit. */
const seen = new WeakMap<Tx, Map<string, Promise<Frame>>>();

/** Holds a transaction to the frame of the version that it read with what the frame is for. */
export function holdFrame(tx: Tx, agencyId: string, version: string): Promise<Frame> {
  const frame = frameOf(tx, agencyId, version);
  heldBy(tx).set(agencyId, frame);
  return frame;
}

/** The frame in force; the second look of a transaction costs nothing. */
export function getFrame(tx: Tx, agencyId: string): Promise<Frame> {
  const held = heldBy(tx);
  const frame = held.get(agencyId) ?? readFrame(tx, agencyId);
  held.set(agencyId, frame);
  return frame;
}

function heldBy(tx: Tx): Map<string, Promise<Frame>> {
  const held = seen.get(tx) ?? new Map<string, Promise<Frame>>();
  seen.set(tx, held);
  return held;
}

async function readFrame(tx: Tx, agencyId: string): Promise<Frame> {
  const row = await tx.row<{ version: string | null }>(
    sql`select ${frameVersion(tx, sql`${agencyId}::uuid`)} as version`,
  );
  if (row === undefined || row.version === null) throw new Error('Every agency has a calendar.');
  return frameOf(tx, agencyId, row.version);
}

/** The name of a room; its code where it has none. */
export function unitOf({ units }: Frame, code: string): Unit {
  return units.find((unit) => unit.code === code) ?? { code, name: code, counter: null };
}

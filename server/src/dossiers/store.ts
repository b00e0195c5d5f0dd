// The dossier's rows: the state it is in, its ledger, its running number. SQL only.

import { hash } from 'node:crypto';
import type { Dossier } from '@motcua/domain/dossier';
import type { Recorded } from '@motcua/domain/dossier-event';
import { holdingAgencyId } from '@motcua/domain/dossier-place';
import type { Attention } from '@motcua/domain/duties';
import { chainStart, ledgerText } from '@motcua/domain/ledger';
import type { PlainDate } from '@motcua/domain/time';
import { awaitsCitizen } from '@motcua/domain/waiting';
import { frameVersion } from '../agencies/frame-store.ts';
import { type Change, changesChannel } from '../platform/changes.ts';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import { type DoneCommand, insertDone } from './command-store.ts';

/** Columns taken from the state for search, sorting and counting. */
export interface Projection {
  role: string;
  dueAt: string | null;
  dueSoonAt: string | null;
  clockRunning: boolean;
  ended: boolean;
  timeliness: string | null;
  /** When the clock itself acts next. */
  clockAt: string | null;
  attention: Attention | null;
}

export interface LockedDossier {
  dossier: Dossier;
  headHash: string;
  /** Of the agency's frame (`agencies/frame-store.ts`). */
  frameVersion: string;
}

/**
 * Locks the row until the transaction ends; undefined when this tenant has no such dossier. The frame is not older than
 * the question: whoever waited here behind an act that changed the dossier finds another version than they know.
 */
export async function lockDossier(tx: Tx, id: string): Promise<LockedDossier | undefined> {
  const row = await tx.row<{ state: Dossier; headHash: string; frameVersion: string }>(sql`select d.state,
      d.head_hash as "headHash", ${frameVersion(tx, sql`d.agency_id`)} as "frameVersion"
    from dossier d where d.tenant_id = ${tx.tenantId} and d.id = ${id} for update of d`);
  return row && { dossier: row.state, headHash: row.headHash, frameVersion: row.frameVersion };
}

export async function findDossier(tx: Tx, id: string): Promise<Dossier | undefined> {
  const row = await tx.row<{ state: Dossier }>(
    sql`select state from dossier where tenant_id = ${tx.tenantId} and id = ${id}`,
  );
  return row?.state;
}

/** The columns a state gives, by name: what `motcua verify-ledger` holds a row against. */
export function columnsOf(dossier: Dossier, projection: Projection): Record<string, unknown> {
  return {
    id: dossier.id,
    code: dossier.code,
    agency_id: dossier.agencyId,
    holding_agency_id: holdingAgencyId(dossier),
    version: dossier.version,
    status: dossier.status,
    applicant_id: dossier.applicantId,
    procedure_code: dossier.procedureCode,
    procedure_name: dossier.procedureName,
    channel: dossier.channel,
    unit: dossier.holding.unit,
    role: projection.role,
    officer_id: dossier.holding.officerId,
    lapsed_from: dossier.holding.lapsedFrom ?? null,
    due_at: projection.dueAt,
    due_soon_at: projection.dueSoonAt,
    clock_running: projection.clockRunning,
    awaits_citizen: awaitsCitizen(dossier),
    ended: projection.ended,
    submitted_at: dossier.submittedAt,
    received_at: dossier.receivedAt,
    finished_at: dossier.finishedAt,
    timeliness: projection.timeliness,
    clock_at: projection.clockAt,
    attend_at: projection.attention?.holderAt ?? null,
    head_attend_at: projection.attention?.headAt ?? null,
    centre_attend_at: projection.attention?.centreAt ?? null,
    link_generation: dossier.linkGeneration,
  };
}

export async function insertDossier(
  tx: Tx,
  dossier: Dossier,
  projection: Projection,
  headHash: string,
  keys: { linkDigest: string; searchKey: string },
  at: string,
): Promise<void> {
  await tx.send(sql`insert into dossier (tenant_id, id, code, agency_id, holding_agency_id, version, state, head_hash, status,
      applicant_id, procedure_code, procedure_name, channel, unit, role, officer_id, due_at, due_soon_at,
      clock_running, ended, submitted_at, received_at, finished_at, timeliness, updated_at, search_key,
      link_generation, link_digest, clock_at, attend_at, head_attend_at, centre_attend_at, awaits_citizen)
    values (${tx.tenantId}, ${dossier.id}, ${dossier.code}, ${dossier.agencyId}, ${holdingAgencyId(dossier)},
      ${dossier.version}, ${JSON.stringify(dossier)}, ${headHash}, ${dossier.status}, ${dossier.applicantId}, ${dossier.procedureCode},
      ${dossier.procedureName}, ${dossier.channel}, ${dossier.holding.unit}, ${projection.role},
      ${dossier.holding.officerId}, ${projection.dueAt}, ${projection.dueSoonAt}, ${projection.clockRunning},
      ${projection.ended}, ${dossier.submittedAt}, ${dossier.receivedAt}, ${dossier.finishedAt},
      ${projection.timeliness}, ${at}, ${keys.searchKey}, ${dossier.linkGeneration}, ${keys.linkDigest},
      ${projection.clockAt}, ${projection.attention?.holderAt ?? null}, ${projection.attention?.headAt ?? null},
      ${projection.attention?.centreAt ?? null}, ${awaitsCitizen(dossier)})`);
}

export interface ChangedRow {
  dossier: Dossier;
  projection: Projection;
  headHash: string;
  /** Null: the link stays as it is. */
  linkDigest: string | null;
}

/** What the calendar decides, as a part of an update. */
function momentsOf({ dueAt, dueSoonAt, clockRunning, clockAt, attention }: Projection): Sql {
  return sql`due_at = ${dueAt}, due_soon_at = ${dueSoonAt}, clock_running = ${clockRunning}, clock_at = ${clockAt},
    attend_at = ${attention?.holderAt ?? null}, head_attend_at = ${attention?.headAt ?? null},
    centre_attend_at = ${attention?.centreAt ?? null}`;
}

/** Writes the moments of a dossier to which nothing happened but that its calendar changed. */
export async function updateMoments(tx: Tx, dossierId: string, projection: Projection): Promise<void> {
  await tx.send(sql`update dossier set ${momentsOf(projection)}
    where tenant_id = ${tx.tenantId} and id = ${dossierId}`);
}

/**
 * Writes an act, all in one statement: its ledger rows, the command that asked for it, the dossier's row. A rule of the
 * clock has no command: nobody sends it again.
 */
export async function writeAct(
  tx: Tx,
  rows: readonly StoredLedgerRow[],
  { dossier, projection, headHash, linkDigest }: ChangedRow,
  command: DoneCommand | null,
  at: string,
): Promise<void> {
  const done = command === null ? sql`` : sql`, done as (${insertDone(tx, command)})`;
  await tx.send(sql`with told as (${insertLedger(tx, dossier.id, rows)})${done}
    update dossier set code = ${dossier.code}, version = ${dossier.version},
      state = ${JSON.stringify(dossier)}, head_hash = ${headHash}, status = ${dossier.status},
      agency_id = ${dossier.agencyId}, holding_agency_id = ${holdingAgencyId(dossier)}, unit = ${dossier.holding.unit},
      role = ${projection.role}, officer_id = ${dossier.holding.officerId},
      lapsed_from = ${dossier.holding.lapsedFrom ?? null}, awaits_citizen = ${awaitsCitizen(dossier)},
      ${momentsOf(projection)}, ended = ${projection.ended}, received_at = ${dossier.receivedAt}, finished_at = ${dossier.finishedAt},
      timeliness = ${projection.timeliness}, link_generation = ${dossier.linkGeneration},
      link_digest = coalesce(${linkDigest}, link_digest), updated_at = ${at}
    where tenant_id = ${tx.tenantId} and id = ${dossier.id}`);
}

/** Links rows to the end of a dossier's chain: each carries the hash of the one before it. */
export function chain(
  tenantId: string,
  dossierId: string,
  recorded: readonly Recorded[],
  headHash: string = chainStart,
): { rows: StoredLedgerRow[]; head: string } {
  let head = headHash;
  const rows = recorded.map((row) => {
    const prevHash = head;
    head = hashRow(tenantId, dossierId, row, prevHash);
    return { recorded: row, prevHash, hash: head };
  });
  return { rows, head };
}

export async function appendLedger(
  tx: Tx,
  dossierId: string,
  rows: readonly StoredLedgerRow[],
): Promise<void> {
  await tx.send(insertLedger(tx, dossierId, rows));
}

function insertLedger(tx: Tx, dossierId: string, rows: readonly StoredLedgerRow[]): Sql {
  const values = rows.map(({ recorded: { seq, at, actor, event }, prevHash, hash }) => {
    const { type, ...payload } = event;
    return sql`(${tx.tenantId}, ${dossierId}, ${seq}, ${at}, ${JSON.stringify(actor)}, ${type},
      ${JSON.stringify(payload)}, ${prevHash}, ${hash})`;
  });
  return sql`insert into ledger (tenant_id, dossier_id, seq, at, actor, type, payload, prev_hash, hash)
    values ${sql.join(values)}`;
}

/** SHA-256, in hex, of a ledger row in its place. */
export function hashRow(tenantId: string, dossierId: string, recorded: Recorded, prevHash: string): string {
  return hash('sha256', ledgerText(tenantId, dossierId, recorded, prevHash));
}

export interface StoredLedgerRow {
  recorded: Recorded;
  prevHash: string;
  hash: string;
}

export async function readLedger(tx: Tx, dossierId: string): Promise<StoredLedgerRow[]> {
  const rows = await tx.rows<{
    seq: number;
    at: string;
    actor: Recorded['actor'];
    type: string;
    payload: object;
    prevHash: string;
    hash: string;
  }>(sql`select seq, at, actor, type, payload, prev_hash as "prevHash", hash from ledger
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} order by seq`);
  return rows.map(({ seq, at, actor, type, payload, prevHash, hash }) => ({
    recorded: { seq, at, actor, event: { type, ...payload } as Recorded['event'] },
    prevHash,
    hash,
  }));
}

/** The next running number of an agency's day. Rolled back with the transaction, so no number is lost. */
export async function takeNumber(tx: Tx, agencyId: string, day: PlainDate): Promise<number> {
  const row = await tx.row<{ last: number }>(sql`insert into code_counter (tenant_id, agency_id, day, last)
    values (${tx.tenantId}, ${agencyId}, ${day}, 1)
    on conflict (tenant_id, agency_id, day) do update set last = code_counter.last + 1 returning last`);
  if (row === undefined) throw new Error('A counter always answers.');
  return row.last;
}

/** Tells open desks, once the transaction has committed, that a dossier, or what is shown with it, changed. */
export function announceChange(
  tx: Tx,
  dossier: Pick<Dossier, 'id' | 'agencyId' | 'parties' | 'version'>,
): void {
  const { id: dossierId, agencyId, parties = [], version } = dossier;
  const change: Change = { tenantId: tx.tenantId, agencyIds: [agencyId, ...parties], dossierId, version };
  tx.tell(changesChannel, JSON.stringify(change));
}

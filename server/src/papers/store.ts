// The papers of dossiers: their numbers, the names they were issued under, every print. SQL only.

import type { PaperKind, PaperMade } from '@motcua/domain/paper-forms';
import type { IssuedAs } from '@motcua/domain/paper-sheet';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

/** What only a print can be of, beside papers that events made. */
export type PrintKind =
  | PaperKind
  | 'control_slip'
  | 'declaration'
  | 'archive'
  | 'register'
  | 'visit'
  | 'batch';

/** The paper of an event as it is kept: its words are in the ledger. */
export interface KeptPaper {
  seq: number;
  kind: PaperKind;
  /** Its own, or that of the dossier's first receipt when it was written anew. */
  number: number | null;
  issuedAt: Instant;
  /** The last event of the same act. */
  toldUntil: number;
  issuedAs: IssuedAs;
  /** When its event was taken back: the paper counts for nothing, its number stays given. */
  cancelledAt: Instant | null;
}

/** Where a paper comes from. */
interface Origin {
  dossierId: string;
  agencyId: string;
  at: Instant;
  /** The last event of the same act: the paper tells how the act left the dossier. */
  toldUntil: number;
  /** Whose name it bears; null for a rule or a citizen. */
  officerId: string | null;
}

const namesOfAgency = sql`'superiorName', a.superior_name, 'agencyName', a.name, 'officeName', a.office_name,
  'placeName', a.place_name, 'address', a.address, 'phone', a.phone`;

/**
 * Keeps a paper with the next number of its kind, agency and year: one statement that nobody waits for. The number goes
 * back when the transaction does, so the series has no gap.
 */
export async function insertPaper(tx: Tx, made: PaperMade, origin: Origin): Promise<void> {
  const year = Number(origin.at.slice(0, 4));
  // A refusal tells the decision of whoever signed it, not of the registry that published it.
  const signer =
    made.kind === 'refusal'
      ? sql`(select (l.actor ->> 'officerId')::uuid from ledger l where l.tenant_id = ${tx.tenantId}
          and l.dossier_id = ${origin.dossierId} and l.type = 'step_approved' order by l.seq desc limit 1)`
      : sql`${origin.officerId}::uuid`;
  const taken = made.numbered
    ? sql`insert into paper_counter (tenant_id, agency_id, kind, year, last)
        values (${tx.tenantId}, ${origin.agencyId}, ${made.kind}, ${year}, 1)
        on conflict (tenant_id, agency_id, kind, year) do update set last = paper_counter.last + 1 returning last`
    : sql`select null::int as last`;
  await tx.send(sql`with taken as (${taken})
    insert into paper (tenant_id, dossier_id, event_seq, told_until, agency_id, kind, year, number, issued_at, issued_as)
    select a.tenant_id, ${origin.dossierId}, ${made.seq}, ${origin.toldUntil}, a.id, ${made.kind}, ${year}, taken.last, ${origin.at},
      jsonb_build_object(${namesOfAgency}, 'officerName',
        (select o.full_name from officer o where o.tenant_id = ${tx.tenantId} and o.id = ${signer}))
    from taken, agency a where a.tenant_id = ${tx.tenantId} and a.id = ${origin.agencyId}`);
}

/** The papers that events of a dossier made, oldest first. */
export async function listPapers(tx: Tx, dossierId: string): Promise<KeptPaper[]> {
  return tx.rows<KeptPaper>(sql`select event_seq as seq, kind, issued_at as "issuedAt", told_until as "toldUntil", issued_as as "issuedAs",
      coalesce(number, min(number) filter (where kind = 'receipt') over ()) as number,
      (select l.at from ledger l where l.tenant_id = paper.tenant_id and l.dossier_id = paper.dossier_id
        and l.type = 'act_undone' and (l.payload ->> 'undoes')::int = paper.event_seq) as "cancelledAt"
    from paper where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} order by event_seq`);
}

/** How the agency is named today, for what is drawn up today. */
export async function namesOfToday(tx: Tx, agencyId: string): Promise<IssuedAs> {
  const row = await tx.row<{
    names: IssuedAs;
  }>(sql`select jsonb_build_object(${namesOfAgency}, 'officerName', null) as names
    from agency a where a.tenant_id = ${tx.tenantId} and a.id = ${agencyId}`);
  if (row === undefined) throw new Error('An agency that a row points to exists.');
  return row.names;
}

export interface Print {
  kind: PrintKind;
  seq: number | null;
  copy: number;
  at: Instant;
  officerName: string;
}

/** Every print of a dossier's papers, oldest first. */
export async function listPrints(tx: Tx, dossierId: string): Promise<Print[]> {
  return tx.rows<Print>(sql`select p.kind, p.event_seq as seq, p.copy, p.at, o.title || ' ' || o.full_name as "officerName"
    from paper_print p join officer o on o.tenant_id = p.tenant_id and o.id = p.officer_id
    where p.tenant_id = ${tx.tenantId} and p.dossier_id = ${dossierId} order by p.at, p.id`);
}

export interface NewPrint {
  id: string;
  agencyId: string;
  dossierId: string | null;
  kind: PrintKind;
  seq: number | null;
  copy: number;
  detail: string | null;
  officerId: string;
  at: Instant;
}

/** False when this copy was taken by another print of the same moment. */
export async function insertPrint(tx: Tx, print: NewPrint): Promise<boolean> {
  const written =
    await tx.run(sql`insert into paper_print (tenant_id, id, agency_id, dossier_id, kind, event_seq,
      copy, detail, officer_id, at)
    values (${tx.tenantId}, ${print.id}, ${print.agencyId}, ${print.dossierId}, ${print.kind}, ${print.seq},
      ${print.copy}, ${print.detail}, ${print.officerId}, ${print.at})
    on conflict (tenant_id, dossier_id, kind, event_seq, copy) do nothing`);
  return written === 1;
}

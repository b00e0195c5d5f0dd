// Finding a dossier by what people hold in their hands: its code, its capability, a person's digits. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import { type Frame, frameOf, frameVersion, keptFrame } from '../agencies/frame-store.ts';
import { type Database, sql, type Tx } from '../platform/database.ts';

export interface FoundDossier {
  id: string;
  agencyId: string;
  /** Other agencies that take part in it. */
  parties: string[];
  applicantId: string;
  code: string | null;
  procedureName: string;
  ended: boolean;
}

const columns = sql`id, agency_id as "agencyId", coalesce(state -> 'parties', '[]') as parties, applicant_id as "applicantId", code,
  procedure_name as "procedureName", ended`;

export async function findDossierByCode(tx: Tx, code: string): Promise<FoundDossier | undefined> {
  return tx.row<FoundDossier>(
    sql`select ${columns} from dossier where tenant_id = ${tx.tenantId} and code = ${code}`,
  );
}

/** By the digest of the token printed as QR; a revoked token has another digest. */
export async function findDossierByLink(tx: Tx, digest: string): Promise<FoundDossier | undefined> {
  return tx.row<FoundDossier>(
    sql`select ${columns} from dossier where tenant_id = ${tx.tenantId} and link_digest = ${digest}`,
  );
}

/** A dossier with all that is needed to tell a citizen how it stands. */
export interface OpenedDossier {
  dossier: Dossier;
  frame: Frame;
  /** How its holder is named to citizens; null while nobody has taken it. */
  officer: string | null;
  /**
   * PostgreSQL's own marks of every row the above was read from. Another mark, or none: something changed, whoever
   * changed it. The same mark: nothing did.
   */
  mark: string;
}

/** One link asked for, with the mark of what its asker still has; null when that is nothing. */
export interface AskedLink {
  digest: string;
  mark: string | null;
}

/** `unchanged`: what carries the mark is still true. Undefined: unknown or revoked. */
export type LinkAnswer = OpenedDossier | 'unchanged' | undefined;

/**
 * What many links open, in the order of the asking. Only what its asker does not have travels, and in the same statement:
 * of the rest PostgreSQL says which are unchanged, so that silence is never taken for consent.
 */
export async function openDossiersByLink(
  database: Pick<Database, 'ask' | 'tenant'>,
  tenantId: string,
  asked: readonly AskedLink[],
): Promise<LinkAnswer[]> {
  // As one text each: the driver takes longer over an array. Digests and marks have no space in them.
  const digests = asked.map(({ digest }) => digest).join(' ');
  const kept = asked.map(({ mark }) => mark ?? '-').join(' ');
  const rows = await database.ask<
    | { place: null; unchanged: string | null }
    | { place: number; state: Dossier; officer: string | null; version: string; own: string }
  >(
    tenantId,
    (tx) => sql`with asked as materialized (
      select * from unnest(string_to_array(${digests}, ' '), string_to_array(${kept}, ' '))
        with ordinality as a (digest, kept, place)
    ), found as materialized (
      select a.place, a.kept, d.state, d.agency_id, d.xmin::text || '/' || coalesce(o.xmin::text, '') as own,
        o.title || ' ' || o.full_name as officer
      from asked a join dossier d on d.tenant_id = ${tx.tenantId} and d.link_digest = a.digest
        left join officer o on o.tenant_id = ${tx.tenantId} and o.id = d.officer_id
    ), framed as materialized (
      select f.agency_id, ${frameVersion(tx, sql`f.agency_id`)} as version
      from (select distinct agency_id from found) f
    ), marked as materialized (
      select place, kept = own || '/' || version as same, state, officer, own, version
      from found join framed using (agency_id)
    )
    select place::int, null as unchanged, state, officer, own, version from marked where same is not true
    union all
    select null, string_agg(place::text, ' '), null, null, null, null from marked where same`,
  );
  const answers: LinkAnswer[] = asked.map(() => undefined);
  for (const row of rows)
    if (row.place === null) {
      if (row.unchanged !== null)
        for (const place of row.unchanged.split(' ')) answers[Number(place) - 1] = 'unchanged';
    } else {
      const { place, state, officer, own, version } = row;
      const frame =
        keptFrame(tenantId, state.agencyId, version) ??
        (await database.tenant(tenantId, (tx) => frameOf(tx, state.agencyId, version)));
      answers[place - 1] = { dossier: state, officer, frame, mark: `${own}/${version}` };
    }
  return answers;
}

/** The dossier of a link, holding off a renewal of it until the transaction ends: what is made of a link dies with it. */
export async function lockDossierByLink(tx: Tx, digest: string): Promise<FoundDossier | undefined> {
  return tx.row<FoundDossier>(
    sql`select ${columns} from dossier where tenant_id = ${tx.tenantId} and link_digest = ${digest} for key share`,
  );
}

/** True when the QR was renewed at that moment or later: what was shown before proves nothing any more. */
export async function wasLinkRenewedSince(tx: Tx, dossierId: string, since: string): Promise<boolean> {
  const row = await tx.row(sql`select 1 from ledger
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and type = 'link_renewed' and at >= ${since} limit 1`);
  return row !== undefined;
}

/** The applicant of a dossier and the stored digest of the last six digits. */
export async function getLastSixDigest(
  tx: Tx,
  dossierId: string,
): Promise<{ applicantId: string; digest: string | null } | undefined> {
  return tx.row(sql`select a.id as "applicantId", a.last_six_digest as digest
    from dossier d join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    where d.tenant_id = ${tx.tenantId} and d.id = ${dossierId}`);
}

/** Dossiers of an applicant, open ones first, newest first. */
export async function listDossiersOfApplicant(
  tx: Tx,
  applicantId: string,
  limit: number,
): Promise<FoundDossier[]> {
  return tx.rows<FoundDossier>(sql`select ${columns} from dossier
    where tenant_id = ${tx.tenantId} and applicant_id = ${applicantId}
    order by ended, submitted_at desc limit ${limit}`);
}

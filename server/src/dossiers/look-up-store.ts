// Finding a dossier by what people hold in their hands: its code, its capability, a person's digits. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import { type Frame, frameOf, frameVersion, keptFrame } from '../agencies/frame-store.ts';
import { type Database, sql, type Tx } from '../platform/database.ts';

export interface FoundDossier {
  id: string;
  agencyId: string;
  applicantId: string;
  code: string | null;
  procedureName: string;
  ended: boolean;
}

const columns = sql`id, agency_id as "agencyId", applicant_id as "applicantId", code,
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
}

/** The dossiers of many links at once, by digest; those that are unknown or revoked are not in the answer. */
export async function openDossiersByLink(
  database: Pick<Database, 'ask' | 'tenant'>,
  tenantId: string,
  digests: readonly string[],
): Promise<Map<string, OpenedDossier>> {
  const rows = await database.ask<{
    digest: string;
    state: Dossier;
    officer: string | null;
    version: string;
  }>(
    tenantId,
    (tx) => sql`with found as materialized (
      select link_digest, state, agency_id, officer_id from dossier
      where tenant_id = ${tx.tenantId} and link_digest = any(${digests}::text[])
    ), framed as materialized (
      select f.agency_id, ${frameVersion(tx, sql`f.agency_id`)} as version
      from (select distinct agency_id from found) f
    )
    select d.link_digest as digest, d.state, o.title || ' ' || o.full_name as officer, framed.version
    from found d join framed using (agency_id)
      left join officer o on o.tenant_id = ${tx.tenantId} and o.id = d.officer_id`,
  );
  const opened = new Map<string, OpenedDossier>();
  for (const { digest, state, officer, version } of rows) {
    const frame =
      keptFrame(tenantId, state.agencyId, version) ??
      (await database.tenant(tenantId, (tx) => frameOf(tx, state.agencyId, version)));
    opened.set(digest, { dossier: state, officer, frame });
  }
  return opened;
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

// Finding a dossier by what people hold in their hands: its code, its capability, a person's digits. SQL only.

import { sql, type Tx } from '../platform/database.ts';

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

/** The same, holding off a renewal of the link until the transaction ends: what is made of a link dies with it. */
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

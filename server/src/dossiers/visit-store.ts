// Visits: which dossiers one person handed in together. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

/** The visit a dossier belongs to; undefined while it came alone. */
export function findVisitOf(tx: Tx, dossierId: string): Promise<{ id: string } | undefined> {
  return tx.row(sql`select visit_id as id from visit_dossier
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId}`);
}

export async function insertVisit(
  tx: Tx,
  visit: { id: string; agencyId: string; officerId: string; linkDigest: string; at: Instant },
): Promise<void> {
  await tx.send(sql`insert into visit (tenant_id, id, agency_id, officer_id, link_digest, at)
    values (${tx.tenantId}, ${visit.id}, ${visit.agencyId}, ${visit.officerId}, ${visit.linkDigest}, ${visit.at})`);
}

export async function insertVisitDossier(tx: Tx, visitId: string, dossierId: string): Promise<void> {
  await tx.send(sql`insert into visit_dossier (tenant_id, visit_id, dossier_id)
    values (${tx.tenantId}, ${visitId}, ${dossierId})`);
}

export function findVisit(tx: Tx, id: string): Promise<{ agencyId: string; at: Instant } | undefined> {
  return tx.row(sql`select agency_id as "agencyId", at from visit
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export function findVisitByLink(tx: Tx, linkDigest: string): Promise<{ id: string } | undefined> {
  return tx.row(sql`select id from visit where tenant_id = ${tx.tenantId} and link_digest = ${linkDigest}`);
}

/** In the order of their codes. */
export async function listVisitDossiers(tx: Tx, visitId: string): Promise<Dossier[]> {
  const rows = await tx.rows<{ state: Dossier }>(sql`select d.state
    from visit_dossier v join dossier d on d.tenant_id = ${tx.tenantId} and d.id = v.dossier_id
    where v.tenant_id = ${tx.tenantId} and v.visit_id = ${visitId} order by d.code`);
  return rows.map(({ state }) => state);
}

/** Whether an applicant is the person who filed that dossier. */
export async function isSamePerson(tx: Tx, applicantId: string, dossierId: string): Promise<boolean> {
  const row = await tx.row(sql`select 1 from dossier d
      join applicant b on b.tenant_id = ${tx.tenantId} and b.id = d.applicant_id
      join applicant a on a.tenant_id = ${tx.tenantId} and a.id = ${applicantId}
        and a.identity_digest = b.identity_digest
    where d.tenant_id = ${tx.tenantId} and d.id = ${dossierId}`);
  return row !== undefined;
}

// Opinions that agencies owe: kept beside the dossier for the list of each agency. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import { awaitedOpinions } from '@motcua/domain/opinion';
import { sql, type Tx } from '../platform/database.ts';

/** Rows of the list asked at once. */
export const opinionPage = 50;

/** Writes what is awaited of a dossier now, in the transaction that changed it. */
export async function keepAwaited(tx: Tx, dossier: Dossier): Promise<void> {
  const rows = awaitedOpinions(dossier).flatMap(({ id, agencyId, answerBy }) =>
    agencyId === undefined ? [] : [sql`(${tx.tenantId}, ${dossier.id}, ${id}, ${agencyId}, ${answerBy})`],
  );
  await tx.send(
    sql`delete from opinion_request where tenant_id = ${tx.tenantId} and dossier_id = ${dossier.id}`,
  );
  if (rows.length > 0)
    await tx.send(sql`insert into opinion_request (tenant_id, dossier_id, request_id, agency_id, answer_by)
      values ${sql.join(rows)}`);
}

export interface OwedRow {
  state: Dossier;
  requestId: string;
  applicantName: string;
  /** The agency that took the dossier in. */
  agencyName: string;
}

/** What an agency owes, the soonest due first. */
export async function listOwed(tx: Tx, agencyId: string, offset: number): Promise<OwedRow[]> {
  return tx.rows<OwedRow>(sql`select d.state, r.request_id as "requestId", a.full_name as "applicantName",
      g.name as "agencyName"
    from opinion_request r
      join dossier d on d.tenant_id = r.tenant_id and d.id = r.dossier_id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
      join agency g on g.tenant_id = d.tenant_id and g.id = d.agency_id
    where r.tenant_id = ${tx.tenantId} and r.agency_id = ${agencyId}
    order by r.answer_by, r.dossier_id, r.request_id limit ${opinionPage} offset ${offset}`);
}

/** How many that are. */
export async function countOwed(tx: Tx, agencyId: string): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`select count(*)::int as count from opinion_request
    where tenant_id = ${tx.tenantId} and agency_id = ${agencyId}`);
  return row?.count ?? 0;
}

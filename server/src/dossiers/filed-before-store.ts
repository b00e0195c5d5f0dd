// Earlier filings of a person, found by the fingerprint of the identity number. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

/** Open ones, and those that ended since; the newest first, five at most. */
export async function listFiledBefore(
  tx: Tx,
  asked: { agencyId: string; digest: string; procedureCode: string; endedSince: Instant },
): Promise<Dossier[]> {
  const rows = await tx.rows<{ state: Dossier }>(sql`select d.state
    from applicant a join dossier d on d.tenant_id = ${tx.tenantId} and d.applicant_id = a.id
    where a.tenant_id = ${tx.tenantId} and a.identity_digest = ${asked.digest}
      and d.agency_id = ${asked.agencyId} and d.procedure_code = ${asked.procedureCode}
      and (not d.ended or d.updated_at >= ${asked.endedSince})
    order by d.submitted_at desc limit 5`);
  return rows.map(({ state }) => state);
}

// Pages of dossiers for the ledger's verification. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import { sql, type Tx } from '../platform/database.ts';

export interface RowToVerify {
  id: string;
  code: string | null;
  headHash: string;
  state: Dossier;
  /** What `insertDossier` and `writeAct` took from the state, as it stands in the row. */
  columns: Record<string, unknown>;
}

export async function listForVerification(tx: Tx, after: string | null): Promise<RowToVerify[]> {
  const rows = await tx.rows<
    RowToVerify['columns'] & RowToVerify
  >(sql`select id, code, agency_id, holding_agency_id, version, status,
      applicant_id, procedure_code, procedure_name, channel, unit, role, officer_id, lapsed_from, due_at, due_soon_at,
      clock_running, awaits_citizen, ended, submitted_at, received_at, finished_at, timeliness, clock_at, attend_at, head_attend_at,
      centre_attend_at, link_generation,
      head_hash as "headHash", state
    from dossier
    where tenant_id = ${tx.tenantId} and (${after}::uuid is null or id > ${after}::uuid) order by id limit 200`);
  return rows.map(({ headHash, state, ...columns }) => ({
    id: columns.id,
    code: columns.code,
    headHash,
    state,
    columns,
  }));
}

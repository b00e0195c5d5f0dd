// Pages of dossiers for the ledger's verification. SQL only.

import type { Dossier } from '@motcua/domain/dossier';
import { sql, type Tx } from '../platform/database.ts';

export interface RowToVerify {
  id: string;
  code: string | null;
  headHash: string;
  state: Dossier;
}

export async function listForVerification(tx: Tx, after: string | null): Promise<RowToVerify[]> {
  return tx.rows<RowToVerify>(sql`select id, code, head_hash as "headHash", state from dossier
    where tenant_id = ${tx.tenantId} and (${after}::uuid is null or id > ${after}::uuid) order by id limit 200`);
}

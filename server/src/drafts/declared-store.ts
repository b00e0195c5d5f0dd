// What was declared when a dossier was filed. SQL only.

import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface DeclaredRow {
  procedureCode: string;
  formVersion: number;
  sealed: string;
  /** Keyed hash of the answers; the ledger has the same. */
  digest: string;
}

export async function insertDeclared(
  tx: Tx,
  dossierId: string,
  row: DeclaredRow,
  at: Instant,
): Promise<void> {
  await tx.run(sql`insert into dossier_form (tenant_id, dossier_id, procedure_code, form_version, sealed, digest, at)
    values (${tx.tenantId}, ${dossierId}, ${row.procedureCode}, ${row.formVersion}, ${row.sealed}, ${row.digest},
      ${at})`);
}

/** Undefined for a dossier that came without an e-form. */
export function findDeclared(tx: Tx, dossierId: string): Promise<DeclaredRow | undefined> {
  return tx.row<DeclaredRow>(sql`select procedure_code as "procedureCode", form_version as "formVersion", sealed, digest
    from dossier_form where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId}`);
}

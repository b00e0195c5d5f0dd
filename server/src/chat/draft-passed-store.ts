// Questions of a draft's form that were passed over in the chat. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export async function readPassed(tx: Tx, draftId: string): Promise<string[]> {
  const row = await tx.row<{ passed: string[] }>(
    sql`select passed from draft where tenant_id = ${tx.tenantId} and id = ${draftId}`,
  );
  return row?.passed ?? [];
}

/** Each once. */
export async function addPassed(tx: Tx, draftId: string, path: string): Promise<void> {
  await tx.run(sql`update draft set passed = array_append(array_remove(passed, ${path}), ${path})
    where tenant_id = ${tx.tenantId} and id = ${draftId}`);
}

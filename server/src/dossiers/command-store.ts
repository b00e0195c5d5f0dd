// Idempotency keys: the same command again gets the first answer and no second effect.

import { sql, type Tx } from '../platform/database.ts';

export interface StoredCommand {
  requestHash: string;
  response: unknown;
}

/**
 * Claims a key in the caller's transaction. Undefined: the key is ours, go on. Otherwise the command that holds it.
 * A second caller with the same key waits here until the first one's transaction ends.
 */
export async function claimCommand(
  tx: Tx,
  issuer: string,
  key: string,
  requestHash: string,
  at: string,
): Promise<StoredCommand | undefined> {
  const claimed = await tx.run(sql`insert into command (tenant_id, issuer, key, request_hash, at)
    values (${tx.tenantId}, ${issuer}, ${key}, ${requestHash}, ${at}) on conflict do nothing`);
  if (claimed === 1) return undefined;
  return tx.row<StoredCommand>(sql`select request_hash as "requestHash", response from command
    where tenant_id = ${tx.tenantId} and issuer = ${issuer} and key = ${key}`);
}

export async function answerCommand(tx: Tx, issuer: string, key: string, response: unknown): Promise<void> {
  await tx.send(sql`update command set response = ${JSON.stringify(response)}
    where tenant_id = ${tx.tenantId} and issuer = ${issuer} and key = ${key}`);
}

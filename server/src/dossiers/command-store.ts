// Idempotency keys: the same command again gets the first answer and no second effect.

import { type Sql, sql, type Tx } from '../platform/database.ts';

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
  return claimed === 1 ? undefined : findCommand(tx, issuer, key);
}

/** The command that was done under a key; undefined while there is none. */
export async function findCommand(tx: Tx, issuer: string, key: string): Promise<StoredCommand | undefined> {
  return tx.row<StoredCommand>(sql`select request_hash as "requestHash", response from command
    where tenant_id = ${tx.tenantId} and issuer = ${issuer} and key = ${key}`);
}

/** A command that has been done, with what was answered. */
export interface DoneCommand {
  issuer: string;
  key: string;
  requestHash: string;
  response: unknown;
  at: string;
}

/** Writes a command with its answer, as part of a statement; fails where the key is taken (`isKeyTaken`). */
export function insertDone(tx: Pick<Tx, 'tenantId'>, done: DoneCommand): Sql {
  return sql`insert into command (tenant_id, issuer, key, request_hash, response, at)
    values (${tx.tenantId}, ${done.issuer}, ${done.key}, ${done.requestHash}, ${JSON.stringify(done.response)}, ${done.at})`;
}

/** Whether a transaction failed because another command had the same key. */
export function isKeyTaken(error: unknown): boolean {
  return error instanceof Error && 'constraint' in error && error.constraint === 'command_pkey';
}

export async function answerCommand(tx: Tx, issuer: string, key: string, response: unknown): Promise<void> {
  await tx.send(sql`update command set response = ${JSON.stringify(response)}
    where tenant_id = ${tx.tenantId} and issuer = ${issuer} and key = ${key}`);
}

// Sessions, failed sign-ins and what signing in must know of an officer. SQL only.

import { type Database, sql, type Tx } from '../platform/database.ts';

/** All tenants of this deployment, by id. */
export async function listTenants(database: Database): Promise<string[]> {
  return database.shared(async (tx) => {
    const rows = await tx.rows<{ id: string }>(
      sql`select tenant_id as id from tenant order by tenant_id limit 1000`,
    );
    return rows.map((row) => row.id);
  });
}

export interface Credentials {
  officerId: string;
  passwordHash: string;
  disabled: boolean;
  /** The password was made by somebody else: it opens nothing until it is replaced. */
  firstPassword: boolean;
}

export async function findCredentials(tx: Tx, username: string): Promise<Credentials | undefined> {
  return tx.row<Credentials>(sql`select id as "officerId", password_hash as "passwordHash",
      disabled_at is not null as disabled, first_password as "firstPassword"
    from officer where tenant_id = ${tx.tenantId} and username = ${username}`);
}

export async function insertSession(
  tx: Tx,
  tokenHash: string,
  officer: { id: string; postId: string },
  at: string,
): Promise<void> {
  await tx.run(sql`insert into session (tenant_id, token_hash, officer_id, post_id, created_at, last_used_at)
    values (${tx.tenantId}, ${tokenHash}, ${officer.id}, ${officer.postId}, ${at}, ${at})`);
}

/** The session goes on in another post of the same officer. */
export async function choosePost(tx: Tx, tokenHash: string, postId: string): Promise<void> {
  await tx.run(sql`update session set post_id = ${postId}
    where tenant_id = ${tx.tenantId} and token_hash = ${tokenHash}`);
}

/** The officer's own password, which nobody else knows. */
export async function replacePassword(tx: Tx, officerId: string, passwordHash: string): Promise<void> {
  await tx.run(sql`update officer set password_hash = ${passwordHash}, first_password = false
    where tenant_id = ${tx.tenantId} and id = ${officerId}`);
}

export async function touchSession(tx: Tx, tokenHash: string, at: string): Promise<void> {
  await tx.run(sql`update session set last_used_at = ${at}
    where tenant_id = ${tx.tenantId} and token_hash = ${tokenHash}`);
}

export async function endSession(tx: Tx, tokenHash: string, at: string): Promise<void> {
  await tx.run(sql`update session set ended_at = ${at}
    where tenant_id = ${tx.tenantId} and token_hash = ${tokenHash} and ended_at is null`);
}

/** Counts a try; whoever tries for the same subject at the same time waits until this transaction ends. */
export async function addTry(tx: Tx, subject: string, minute: string): Promise<void> {
  await tx.run(sql`insert into sign_in_attempt (tenant_id, subject, window_start, failures)
    values (${tx.tenantId}, ${subject}, ${minute}, 1)
    on conflict (tenant_id, subject, window_start) do update set failures = sign_in_attempt.failures + 1`);
}

/** Tries of a subject since a moment. */
export async function countTries(tx: Tx, subject: string, since: string): Promise<number> {
  const row = await tx.row<{ tries: number }>(sql`select coalesce(sum(failures), 0)::int as tries
    from sign_in_attempt where tenant_id = ${tx.tenantId} and subject = ${subject} and window_start > ${since}`);
  return row?.tries ?? 0;
}

/** A try that succeeded was no guess. */
export async function takeTryBack(tx: Tx, subject: string, minute: string): Promise<void> {
  await tx.run(sql`update sign_in_attempt set failures = greatest(failures - 1, 0)
    where tenant_id = ${tx.tenantId} and subject = ${subject} and window_start = ${minute}`);
}

export async function forgetTries(tx: Tx, subject: string): Promise<void> {
  await tx.run(sql`delete from sign_in_attempt where tenant_id = ${tx.tenantId} and subject = ${subject}`);
}

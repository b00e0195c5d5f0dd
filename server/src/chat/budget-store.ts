// Failed proofs of a day, by chat or network, by code, and by all who guess together. SQL only.

import { sql, type Tx } from '../platform/database.ts';

/** `chat` and `agency` count what is typed in the chat, `address` and `web` what is typed on the web, `code` both. */
export type ProofScope = 'chat' | 'code' | 'agency' | 'address' | 'web';

export async function readFailures<Scope extends ProofScope>(
  tx: Tx,
  day: string,
  subjects: Record<Scope, string>,
): Promise<Record<Scope, number>> {
  const [scopes, names] = listed(subjects);
  const rows = await tx.rows<{ scope: Scope; failures: number }>(sql`select scope, failures
    from proof_failure where tenant_id = ${tx.tenantId} and day = ${day}
      and (scope, subject) in (select * from unnest(${scopes}::text[], ${names}::text[]))`);
  const failures = Object.fromEntries(scopes.map((scope) => [scope, 0])) as Record<Scope, number>;
  for (const row of rows) failures[row.scope] = row.failures;
  return failures;
}

/** Counts one failure in each scope, in a fixed order, so that two who fail never wait for each other in a circle. */
export async function countFailure(
  tx: Tx,
  day: string,
  subjects: Partial<Record<ProofScope, string>>,
): Promise<void> {
  const [scopes, names] = listed(subjects);
  await tx.run(sql`insert into proof_failure as old (tenant_id, day, scope, subject, failures)
    select ${tx.tenantId}::text, ${day}::date, scope, subject, 1
    from unnest(${scopes}::text[], ${names}::text[]) as failed (scope, subject) order by scope
    on conflict (tenant_id, day, scope, subject) do update set failures = old.failures + 1`);
}

function listed<Scope extends ProofScope>(subjects: Partial<Record<Scope, string>>): [Scope[], string[]] {
  const pairs = Object.entries<string | undefined>(subjects).sort(([a], [b]) => a.localeCompare(b));
  return [pairs.map(([scope]) => scope as Scope), pairs.map(([, subject]) => subject ?? '')];
}

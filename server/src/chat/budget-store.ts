// Failed proofs of a day, by chat, by code and by agency. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface ProofSubjects {
  chat: string;
  code: string;
  agency: string;
}

export type ProofFailures = Record<keyof ProofSubjects, number>;

export async function readFailures(tx: Tx, day: string, subjects: ProofSubjects): Promise<ProofFailures> {
  const rows = await tx.rows<{ scope: keyof ProofSubjects; failures: number }>(sql`select scope, failures
    from proof_failure where tenant_id = ${tx.tenantId} and day = ${day}
      and (scope, subject) in (('chat', ${subjects.chat}), ('code', ${subjects.code}), ('agency', ${subjects.agency}))`);
  const failures: ProofFailures = { chat: 0, code: 0, agency: 0 };
  for (const row of rows) failures[row.scope] = row.failures;
  return failures;
}

/** Counts one failure in each scope, in a fixed order, so that two chats never wait for each other in a circle. */
export async function countFailure(tx: Tx, day: string, subjects: ProofSubjects): Promise<void> {
  await tx.run(sql`insert into proof_failure as old (tenant_id, day, scope, subject, failures)
    values (${tx.tenantId}, ${day}, 'chat', ${subjects.chat}, 1), (${tx.tenantId}, ${day}, 'code', ${subjects.code}, 1),
      (${tx.tenantId}, ${day}, 'agency', ${subjects.agency}, 1)
    on conflict (tenant_id, day, scope, subject) do update set failures = old.failures + 1`);
}

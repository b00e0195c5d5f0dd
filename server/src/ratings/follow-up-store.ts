// Follow-ups of bad ratings: SQL only.

import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface FollowUp {
  dossierId: string;
  agencyId: string;
  code: string | null;
  procedureName: string;
  /** The specialist who had the dossier in hand. */
  officerId: string | null;
  officerName: string | null;
  reason: string;
  questionSet: string;
  level: number | null;
  answers: Record<string, number>;
  /** Sealed. */
  words: string | null;
  ratedAt: Instant;
  dueAt: Instant;
  takenBy: string | null;
  takenByName: string | null;
  reply: string | null;
  answeredAt: Instant | null;
}

const columns = sql`f.dossier_id as "dossierId", f.agency_id as "agencyId", d.code, d.procedure_name as "procedureName",
  r.officer_id as "officerId", o.full_name as "officerName", f.reason, r.question_set as "questionSet", r.level, r.answers,
  r.words, r.rated_at as "ratedAt", f.due_at as "dueAt", f.taken_by as "takenBy", t.full_name as "takenByName", f.reply,
  f.answered_at as "answeredAt"`;
const tables = sql`rating_follow_up f
  join rating r on r.tenant_id = f.tenant_id and r.dossier_id = f.dossier_id
  join dossier d on d.tenant_id = f.tenant_id and d.id = f.dossier_id
  left join officer o on o.tenant_id = f.tenant_id and o.id = r.officer_id
  left join officer t on t.tenant_id = f.tenant_id and t.id = f.taken_by`;

/** Those that wait, the first due first, then the last answered. */
export async function listFollowUps(tx: Tx, agencyId: string): Promise<FollowUp[]> {
  const waiting = await tx.rows<FollowUp>(sql`select ${columns} from ${tables}
    where f.tenant_id = ${tx.tenantId} and f.agency_id = ${agencyId} and f.answered_at is null
    order by f.due_at, f.dossier_id limit 200`);
  const answered = await tx.rows<FollowUp>(sql`select ${columns} from ${tables}
    where f.tenant_id = ${tx.tenantId} and f.agency_id = ${agencyId} and f.answered_at is not null
    order by f.answered_at desc, f.dossier_id limit 20`);
  return [...waiting, ...answered];
}

export async function findFollowUp(tx: Tx, dossierId: string): Promise<FollowUp | undefined> {
  return tx.row<FollowUp>(
    sql`select ${columns} from ${tables} where f.tenant_id = ${tx.tenantId} and f.dossier_id = ${dossierId}`,
  );
}

/** False when somebody has answered meanwhile. */
export async function takeFollowUp(
  tx: Tx,
  dossierId: string,
  officerId: string,
  at: Instant,
): Promise<boolean> {
  const taken = await tx.run(sql`update rating_follow_up set taken_by = ${officerId}, taken_at = ${at}
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and answered_at is null`);
  return taken === 1;
}

/** False when somebody has answered meanwhile. */
export async function answerFollowUp(
  tx: Tx,
  answer: { dossierId: string; officerId: string; reply: string },
  at: Instant,
): Promise<boolean> {
  const answered = await tx.run(sql`update rating_follow_up
    set reply = ${answer.reply}, answered_by = ${answer.officerId}, answered_at = ${at},
      taken_by = coalesce(taken_by, ${answer.officerId}), taken_at = coalesce(taken_at, ${at})
    where tenant_id = ${tx.tenantId} and dossier_id = ${answer.dossierId} and answered_at is null`);
  return answered === 1;
}

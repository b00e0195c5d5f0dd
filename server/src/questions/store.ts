// The rows of questions: asked, routed, drafted, published, grown old. SQL only.

import type { QuestionState } from '@motcua/domain/question';
import type { ChatRef } from '../chat/person-store.ts';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import type { QuestionTab } from './schema.ts';

export const questionPage = 50;

export interface QuestionRecord {
  id: string;
  agencyId: string;
  code: string;
  channel: 'web' | 'chat';
  oaId: string | null;
  userId: string | null;
  asked: string | null;
  askedAt: string;
  state: QuestionState;
  unit: string | null;
  answerBy: string;
  title: string | null;
  answer: string | null;
  legalSource: string | null;
  procedureCode: string | null;
  procedureVersion: number | null;
  expiresOn: string | null;
  draftedBy: string | null;
  decidedBy: string | null;
  decidedAt: string | null;
  reason: string | null;
  version: number;
  /** Of the procedure the answer speaks of, as it is now. */
  currentVersion: number | null;
  procedureName: string | null;
}

const columns = sql`q.id, q.agency_id as "agencyId", q.code, q.channel, q.oa_id as "oaId", q.user_id as "userId",
  q.asked, q.asked_at as "askedAt", q.state, q.unit, q.answer_by as "answerBy", q.title, q.answer,
  q.legal_source as "legalSource", q.procedure_code as "procedureCode", q.procedure_version as "procedureVersion",
  q.expires_on as "expiresOn", q.drafted_by as "draftedBy", q.decided_by as "decidedBy",
  q.decided_at as "decidedAt", q.reason, q.version, p.version as "currentVersion", p.name as "procedureName"`;
const tables = sql`question q
  left join procedure p on p.tenant_id = q.tenant_id and p.code = q.procedure_code and p.superseded_at is null`;

export async function insertQuestion(
  tx: Tx,
  question: Pick<QuestionRecord, 'id' | 'agencyId' | 'code' | 'asked' | 'answerBy'> & {
    chat: ChatRef | null;
  },
  at: string,
): Promise<void> {
  const { id, agencyId, code, asked, answerBy, chat } = question;
  await tx.run(sql`insert into question (tenant_id, id, agency_id, code, channel, oa_id, user_id, asked, asked_at, state,
      answer_by)
    values (${tx.tenantId}, ${id}, ${agencyId}, ${code}, ${chat === null ? 'web' : 'chat'}, ${chat?.oaId ?? null},
      ${chat?.userId ?? null}, ${asked}, ${at}, 'asked', ${answerBy})`);
}

export async function findQuestion(tx: Tx, id: string): Promise<QuestionRecord | undefined> {
  return tx.row<QuestionRecord>(
    sql`select ${columns} from ${tables} where q.tenant_id = ${tx.tenantId} and q.id = ${id}`,
  );
}

export async function lockQuestion(tx: Tx, id: string): Promise<QuestionRecord | undefined> {
  await tx.row(sql`select 1 from question where tenant_id = ${tx.tenantId} and id = ${id} for update`);
  return findQuestion(tx, id);
}

export async function findQuestionByCode(tx: Tx, code: string): Promise<QuestionRecord | undefined> {
  return tx.row<QuestionRecord>(
    sql`select ${columns} from ${tables} where q.tenant_id = ${tx.tenantId} and q.code = ${code}`,
  );
}

/** What is published and holds on that day, the newest first. */
export async function listPublished(tx: Tx, agencyId: string, today: string): Promise<QuestionRecord[]> {
  return tx.rows<QuestionRecord>(sql`select ${columns} from ${tables}
    where q.tenant_id = ${tx.tenantId} and q.agency_id = ${agencyId} and q.state = 'published' and not ${stale(today)}
    order by q.decided_at desc, q.id limit 2000`);
}

/** As `stalenessOf`. */
function stale(today: string): Sql {
  return sql`(q.expires_on < ${today}::date
    or (q.procedure_code is not null and p.version is distinct from q.procedure_version))`;
}

function within(tab: QuestionTab, today: string): Sql {
  switch (tab) {
    case 'open':
      return sql`q.state in ('asked', 'routed')`;
    case 'to_approve':
      return sql`q.state = 'drafted'`;
    case 'review':
      return sql`(q.state = 'published' and ${stale(today)})`;
    case 'published':
      return sql`(q.state = 'published' and not ${stale(today)})`;
  }
}

/** What is owed comes first; of what is published, the newest. */
export async function listQuestions(
  tx: Tx,
  agencyId: string,
  { tab, offset, today }: { tab: QuestionTab; offset: number; today: string },
): Promise<QuestionRecord[]> {
  const order = tab === 'published' ? sql`q.decided_at desc` : sql`q.answer_by`;
  return tx.rows<QuestionRecord>(sql`select ${columns} from ${tables}
    where q.tenant_id = ${tx.tenantId} and q.agency_id = ${agencyId} and ${within(tab, today)}
    order by ${order}, q.id limit ${questionPage} offset ${offset}`);
}

export async function countQuestions(
  tx: Tx,
  agencyId: string,
  today: string,
): Promise<Record<QuestionTab, number>> {
  const count = (tab: QuestionTab) => sql`(count(*) filter (where ${within(tab, today)}))::int`;
  const row = await tx.row<Record<QuestionTab, number>>(sql`select ${count('open')} as open,
      ${count('to_approve')} as to_approve, ${count('review')} as review, ${count('published')} as published
    from ${tables} where q.tenant_id = ${tx.tenantId} and q.agency_id = ${agencyId}`);
  return row ?? { open: 0, to_approve: 0, review: 0, published: 0 };
}

/** What waits for this officer: for sorters what is not routed, for the unit what it drafts, for leaders what they decide. */
export async function countForOfficer(
  tx: Tx,
  owner: { agencyId: string; unit: string; officerId: string; sorts: boolean; leads: boolean },
  today: string,
): Promise<number> {
  const row = await tx.row<{ count: number }>(sql`select count(*)::int as count from ${tables}
    where q.tenant_id = ${tx.tenantId} and q.agency_id = ${owner.agencyId} and (
      (${owner.sorts} and q.state = 'asked') or (q.unit = ${owner.unit} and q.state = 'routed')
      or (${owner.leads} and q.state = 'drafted' and q.drafted_by is distinct from ${owner.officerId}::uuid)
      or (q.unit = ${owner.unit} and ${within('review', today)}))`);
  return row?.count ?? 0;
}

export async function saveRouting(tx: Tx, id: string, unit: string): Promise<void> {
  await tx.run(sql`update question set state = 'routed', unit = ${unit}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export interface NewDraft {
  title: string;
  answer: string;
  legalSource: string;
  procedureCode: string | null;
  procedureVersion: number | null;
  expiresOn: string;
  officerId: string;
}

export async function saveDraft(tx: Tx, id: string, draft: NewDraft, at: string): Promise<void> {
  await tx.run(sql`update question set state = 'drafted', title = ${draft.title}, answer = ${draft.answer},
      legal_source = ${draft.legalSource}, procedure_code = ${draft.procedureCode},
      procedure_version = ${draft.procedureVersion}::int, expires_on = ${draft.expiresOn},
      drafted_by = ${draft.officerId}, drafted_at = ${at}, decided_by = null, decided_at = null, reason = null,
      version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

/** Published, sent back to be written anew, or declined. */
export async function saveDecision(
  tx: Tx,
  id: string,
  decision: { state: 'published' | 'routed' | 'declined'; officerId: string; reason: string | null },
  at: string,
): Promise<void> {
  await tx.run(sql`update question set state = ${decision.state}, decided_by = ${decision.officerId},
      decided_at = ${at}, reason = ${decision.reason}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

/** The version of a procedure in force; undefined when there is none of that code. */
export async function findProcedureVersion(tx: Tx, code: string): Promise<number | undefined> {
  const row = await tx.row<{ version: number }>(sql`select version from procedure
    where tenant_id = ${tx.tenantId} and code = ${code} and superseded_at is null`);
  return row?.version;
}

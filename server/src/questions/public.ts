// What everybody reads of questions: those like the words typed, one answer with its source, how far one's own came.

import { dayText } from '@motcua/domain/clock-time';
import { stalenessOf, stalenessTexts } from '@motcua/domain/question';
import { findSimilar } from '@motcua/domain/question-search';
import { dateOf, type Instant, type PlainDate } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import { officeOf } from './ask.ts';
import type { AskedStatus, PublicAnswer, QuestionsFound } from './schema.ts';
import { findQuestion, findQuestionByCode, listPublished, type QuestionRecord } from './store.ts';

const mostFound = 5;
const mostListed = 100;

export async function findQuestions(ctx: Context, tenantId: string, q: string): Promise<QuestionsFound> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(tenantId, async (tx) => {
    const agency = await officeOf(tx);
    const published = (await listPublished(tx, agency.id, today)).map(inWords);
    const rows = q.trim() === '' ? published.slice(0, mostListed) : findSimilar(published, q, mostFound);
    return {
      officeName: agency.officeName,
      rows: rows.map(({ id, title, answer }) => ({ id, title, beginning: clip(answer, 140) })),
    };
  });
}

/** The published answer nearest to what somebody wrote in the chat; null when none is near. */
export async function findAnswerFor(
  tx: Tx,
  agencyId: string,
  words: readonly string[],
  today: PlainDate,
): Promise<{ id: string; title: string; answer: string; legalSource: string; publishedText: string } | null> {
  const published = (await listPublished(tx, agencyId, today)).map(inWords);
  const [best] = findSimilar(published, words.join(' '), 1);
  return best === undefined
    ? null
    : { ...best, publishedText: dayText(dateOf(best.decidedAt ?? today), today) };
}

function inWords(row: QuestionRecord) {
  const { id, title, answer, legalSource, decidedAt } = row;
  return { id, title: title ?? '', answer: answer ?? '', legalSource: legalSource ?? '', decidedAt };
}

export async function readAnswer(ctx: Context, tenantId: string, id: string): Promise<PublicAnswer> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(tenantId, async (tx) => {
    const { officeName } = await officeOf(tx);
    const row = await findQuestion(tx, id);
    if (row?.state !== 'published' || row.title === null || row.expiresOn === null)
      throw new Problem(
        'not_found',
        'Không có câu trả lời này. Anh/Chị xem lại đường dẫn, hoặc hỏi Trung tâm.',
      );
    const staleText = staleTextOf(row, today);
    return {
      id: row.id,
      officeName,
      title: row.title,
      answer: staleText === null ? row.answer : null,
      legalSource: row.legalSource ?? '',
      publishedText: dayText(dateOf(row.decidedAt ?? today), today),
      expiresText: dayText(row.expiresOn, today),
      procedure:
        row.procedureCode === null || row.procedureName === null
          ? null
          : { code: row.procedureCode, name: row.procedureName },
      staleText,
    };
  });
}

/** Why a published answer is looked at again; null while it holds. */
export function staleTextOf(row: QuestionRecord, today: PlainDate): string | null {
  if (row.state !== 'published' || row.expiresOn === null) return null;
  const staleness = stalenessOf({ ...row, expiresOn: row.expiresOn }, row.currentVersion, today);
  return staleness === null ? null : stalenessTexts[staleness];
}

/** Says how far it came and nothing of what was asked: a code may be read over a shoulder. */
export async function readAsked(ctx: Context, tenantId: string, code: string): Promise<AskedStatus> {
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const row = await findQuestionByCode(tx, code.trim().toUpperCase());
    if (row === undefined)
      throw new Problem('not_found', 'Không có câu hỏi mang mã này. Mã có dạng HD-1A2B3C4D, xin xem lại.');
    return {
      code: row.code,
      text: statusText(row, now),
      answerId: row.state === 'published' ? row.id : null,
    };
  });
}

function statusText({ state, answerBy, reason }: QuestionRecord, now: Instant): string {
  if (state === 'published') return 'Câu hỏi của Anh/Chị đã có câu trả lời.';
  if (state === 'declined') return `Trung tâm không trả lời câu hỏi này: ${reason ?? ''}`;
  const today = dateOf(now);
  const due = dayText(dateOf(answerBy), today);
  return answerBy < now
    ? `Trung tâm xin lỗi Anh/Chị: câu trả lời hẹn ${due} chưa xong, đang được làm gấp.`
    : `Câu hỏi đang được trả lời, hẹn chậm nhất ${due}.`;
}

function clip(text: string, limit: number): string {
  const letters = Array.from(text);
  return letters.length <= limit ? text : `${letters.slice(0, limit - 1).join('')}…`;
}

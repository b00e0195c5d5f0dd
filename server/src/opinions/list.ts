// Xin ý kiến: what other agencies have asked the caller's agency and wait for, the soonest due first.

import { beforeText, momentText } from '@motcua/domain/clock-time';
import { findOpinion } from '@motcua/domain/opinion';
import { silenceTexts } from '@motcua/domain/opinion-words';
import { dateOf, type Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import type { OwedCount, OwedOpinion, OwedOpinions } from './schema.ts';
import { countOwed, listOwed, type OwedRow, opinionPage } from './store.ts';

export async function readOwed(ctx: Context, caller: Caller, offset: number): Promise<OwedOpinions> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [rows, total] = await Promise.all([
      listOwed(tx, caller.agencyId, offset),
      countOwed(tx, caller.agencyId),
    ]);
    return { rows: rows.map((row) => viewOwed(row, now)), total, pageSize: opinionPage };
  });
}

export async function readOwedCount(ctx: Context, caller: Caller): Promise<OwedCount> {
  return ctx.database.tenant(caller.tenantId, async (tx) => ({
    count: await countOwed(tx, caller.agencyId),
  }));
}

function viewOwed({ state, requestId, applicantName, agencyName }: OwedRow, now: Instant): OwedOpinion {
  const request = findOpinion(state, requestId);
  if (request === undefined) throw new Error('What is owed was asked.');
  const { question, detail = null, askedAt, answerBy, onSilence } = request;
  const overdue = now >= answerBy;
  const today = dateOf(now);
  return {
    requestId,
    dossierId: state.id,
    code: state.code,
    procedureName: state.procedureName,
    applicantName,
    askedBy: state.holding.elsewhere?.agencyName ?? agencyName,
    question,
    detail,
    askedAt,
    answerBy,
    answerText: overdue
      ? `quá hạn trả lời từ ${momentText(answerBy, today)}`
      : `trả lời ${beforeText(answerBy, today)}`,
    overdue,
    silenceText: silenceTexts[onSilence],
  };
}

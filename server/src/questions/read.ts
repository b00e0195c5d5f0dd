// Questions as officers read them: four lists with counts, and one question with what this officer may do.

import { beforeText, momentText } from '@motcua/domain/clock-time';
import { type QuestionAct, type QuestionState, whyNotAct } from '@motcua/domain/question';
import { dateOf, type Instant } from '@motcua/domain/time';
import { nameOfficers } from '../agencies/officer-store.ts';
import { listUnits } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { staleTextOf } from './public.ts';
import type { QuestionCount, QuestionList, QuestionRow, QuestionTab, QuestionView } from './schema.ts';
import {
  countForOfficer,
  countQuestions,
  findQuestion,
  listQuestions,
  type QuestionRecord,
  questionPage,
} from './store.ts';

const stateTexts: Record<QuestionState, string> = {
  asked: 'Chờ chuyển tới đơn vị',
  routed: 'Chờ đơn vị soạn câu trả lời',
  drafted: 'Chờ lãnh đạo duyệt',
  published: 'Đã công bố',
  declined: 'Không trả lời',
};

export async function readQuestions(
  ctx: Context,
  caller: Caller,
  { tab, offset }: { tab: QuestionTab; offset: number },
): Promise<QuestionList> {
  const now = ctx.clock.now();
  const today = dateOf(now);
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const units = new Map((await listUnits(tx, caller.agencyId)).map(({ code, name }) => [code, name]));
    const rows = await listQuestions(tx, caller.agencyId, { tab, offset, today });
    return {
      counts: await countQuestions(tx, caller.agencyId, today),
      rows: rows.map((row) => viewRow(row, units, now)),
      pageSize: questionPage,
    };
  });
}

export async function readQuestionCount(ctx: Context, caller: Caller): Promise<QuestionCount> {
  const { agencyId, unit, officerId, roles } = caller;
  const sorts = ['clerk_in', 'centre_head'].some((role) => roles.some((own) => own === role));
  const leads = ['approver', 'centre_head'].some((role) => roles.some((own) => own === role));
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(caller.tenantId, async (tx) => ({
    count: await countForOfficer(tx, { agencyId, unit, officerId, sorts, leads }, today),
  }));
}

export async function readQuestion(ctx: Context, caller: Caller, id: string): Promise<QuestionView> {
  const now = ctx.clock.now();
  const today = dateOf(now);
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const row = await findQuestion(tx, id);
    if (row === undefined || row.agencyId !== caller.agencyId)
      throw new Problem('not_found', 'Không có câu hỏi này, hoặc câu hỏi thuộc cơ quan khác.');
    const units = await listUnits(tx, caller.agencyId);
    const people = [row.draftedBy, row.decidedBy].filter((each) => each !== null);
    const names = await nameOfficers(tx, people);
    const nameOf = (officerId: string | null) => (officerId === null ? null : (names.get(officerId) ?? null));
    const may = (act: QuestionAct) => whyNotAct(act, row, caller);
    return {
      ...viewRow(row, new Map(units.map(({ code, name }) => [code, name])), now),
      version: row.version,
      state: row.state,
      asked: row.asked,
      askedText: momentText(row.askedAt, today),
      channelText: row.channel === 'chat' ? 'hỏi qua Zalo' : 'hỏi trên trang Hỏi đáp',
      unit: row.unit,
      draft: {
        title: row.title ?? '',
        answer: row.answer ?? '',
        legalSource: row.legalSource ?? '',
        procedureCode: row.procedureCode ?? '',
        expiresOn: row.expiresOn ?? '',
      },
      draftedBy: nameOf(row.draftedBy),
      decidedBy: nameOf(row.decidedBy),
      reason: row.reason,
      staleText: staleTextOf(row, today),
      whyNot: {
        route: may('route'),
        draft: may('draft'),
        publish: may('publish'),
        sendBack: may('send_back'),
        decline: may('decline'),
      },
      units: units.map(({ code, name }) => ({ code, name })),
    };
  });
}

function viewRow(row: QuestionRecord, units: ReadonlyMap<string, string>, now: Instant): QuestionRow {
  const today = dateOf(now);
  const isOpen = row.state !== 'published' && row.state !== 'declined';
  const overdue = isOpen && row.answerBy < now;
  return {
    id: row.id,
    code: row.code,
    text: row.title ?? row.asked ?? 'Người hỏi đã xoá câu hỏi của mình',
    stateText: staleTextOf(row, today) ?? stateTexts[row.state],
    unitName: row.unit === null ? null : (units.get(row.unit) ?? row.unit),
    dueText: !isOpen
      ? null
      : overdue
        ? `quá hạn trả lời từ ${momentText(row.answerBy, today)}`
        : `trả lời ${beforeText(row.answerBy, today)}`,
    overdue,
  };
}

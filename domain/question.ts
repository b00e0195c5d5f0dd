// Questions of citizens on their way to an answer for everybody: who may do what in which state, and when an answer grows old.

import { addWorkingDays, type Calendar, spansOn } from './calendar.ts';
import type { OfficerRole } from './process.ts';
import { dateOf, type Instant, instantAt, type PlainDate } from './time.ts';

/**
 * `asked` → `routed` to a unit → `drafted` with its legal source → `published` by another person. `declined`: not
 * answered here, with the reason. What was published is drafted anew when it has grown old.
 */
export type QuestionState = 'asked' | 'routed' | 'drafted' | 'published' | 'declined';

/** The office answers questions within so many working days. */
export const questionDays = 5;

/** Until when a question is answered: the end of work, so many working days later. */
export function questionDue(calendar: Calendar, askedAt: Instant): Instant {
  const day = addWorkingDays(calendar, dateOf(askedAt), questionDays);
  return instantAt(day, spansOn(calendar, day).at(-1)?.[1] ?? 0);
}

export interface QuestionFacts {
  state: QuestionState;
  agencyId: string;
  /** The unit it was routed to. */
  unit: string | null;
  draftedBy: string | null;
}

export interface QuestionActor {
  officerId: string;
  agencyId: string;
  unit: string;
  roles: readonly string[];
}

export type QuestionAct = 'route' | 'draft' | 'publish' | 'send_back' | 'decline';

const sorters: readonly OfficerRole[] = ['clerk_in', 'centre_head', 'dispatcher'];
const leaders: readonly OfficerRole[] = ['approver', 'centre_head'];

/** Why an officer may not do something with a question; null when they may. */
export function whyNotAct(act: QuestionAct, question: QuestionFacts, actor: QuestionActor): string | null {
  const { state } = question;
  const has = (roles: readonly string[]) => roles.some((role) => actor.roles.includes(role));
  switch (act) {
    case 'route':
      if (state !== 'asked' && state !== 'routed') return 'Câu hỏi đã có câu trả lời, không chuyển nữa.';
      return has(sorters) || actor.unit === question.unit
        ? null
        : 'Cán bộ tiếp nhận hoặc lãnh đạo phân công chuyển câu hỏi tới đơn vị.';
    case 'draft':
      if (state === 'asked') return 'Câu hỏi chưa chuyển tới đơn vị nào. Xin chuyển trước khi soạn.';
      if (state === 'declined') return 'Câu hỏi này đã được từ chối.';
      return actor.unit === question.unit ? null : 'Đơn vị được giao soạn câu trả lời.';
    case 'publish':
    case 'send_back':
      if (state !== 'drafted') return 'Chưa có bản soạn nào chờ duyệt.';
      if (!has(leaders)) return 'Lãnh đạo duyệt và công bố câu trả lời.';
      return act === 'publish' && actor.officerId === question.draftedBy
        ? 'Người soạn không tự duyệt. Xin để lãnh đạo khác duyệt.'
        : null;
    case 'decline':
      if (state !== 'asked' && state !== 'routed') return 'Câu hỏi đã có câu trả lời.';
      return has(sorters) || has(leaders) ? null : 'Cán bộ tiếp nhận hoặc lãnh đạo từ chối câu hỏi.';
  }
}

/** Why a published answer is not shown as it stands; null while it holds. */
export type Staleness = 'expired' | 'procedure_changed' | null;

/** `currentVersion`: of the procedure the answer speaks of; null when it speaks of none, or when that is gone. */
export function stalenessOf(
  answer: { expiresOn: PlainDate; procedureCode: string | null; procedureVersion: number | null },
  currentVersion: number | null,
  today: PlainDate,
): Staleness {
  if (answer.procedureCode !== null && currentVersion !== answer.procedureVersion) return 'procedure_changed';
  return answer.expiresOn < today ? 'expired' : null;
}

export const stalenessTexts: Record<NonNullable<Staleness>, string> = {
  expired: 'Câu trả lời đã hết hạn, đang được xem lại.',
  procedure_changed: 'Thủ tục liên quan vừa thay đổi, câu trả lời đang được xem lại.',
};

const privateNumbers = /(?<![\p{N}.-])(?:\p{Nd}[ .-]?){9,12}(?![\p{N}])/gu;

/**
 * What in a text for everybody may be somebody's number: of identity papers, telephones, accounts. An officer takes it
 * out, or it is not published.
 */
export function privateNumbersIn(text: string): string[] {
  return (text.replace(/\d{1,3}\.\d{6}(?:\.\d+)*/g, ' ').match(privateNumbers) ?? []).map((found) =>
    found.trim(),
  );
}

// Decides what is asked of other agencies, and what their answers are.

import { addWorkingMinutes } from './calendar.ts';
import { currentStep, type Dossier } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { type Decision, type DecisionFacts, one, refuse } from './dossier-decision.ts';
import type { Acting } from './dossier-rights.ts';
import { findOpinion, nextRound } from './opinion.ts';
import type { OpinionRequest } from './opinion-request.ts';
import { minutesPerDay } from './process-budget.ts';
import { fullestDay } from './step-plan.ts';
import { dateOf, type Instant } from './time.ts';

type Of<T extends Action['type']> = Extract<Action, { type: T }>;

/** Asks everybody of the next round. Each has its own time: budgets count eight hours a day, the office's may have fewer. */
export function decideConsulting(
  dossier: Dossier,
  { detail }: Of<'consult'>,
  now: Instant,
  { calendar, agencyOf }: DecisionFacts,
): Decision {
  const next = nextRound(dossier);
  if (next === null) throw new Error('Only a step with a round to ask passes the guard of consulting.');
  const before = dossier.opinions?.length ?? 0;
  const byDay = Math.min(1, fullestDay(calendar) / minutesPerDay);
  const requests = next.asked.map((each, index): OpinionRequest => {
    // An agency that no longer works with this program is asked all the same, on paper.
    const agencyId = each.agencyCode === undefined ? undefined : agencyOf?.(each.agencyCode);
    return {
      id: `y${before + index + 1}`,
      stepId: currentStep(dossier).id,
      round: next.round,
      agency: each.agency,
      ...(agencyId === undefined ? {} : { agencyId }),
      question: each.question,
      ...(detail === null || detail === '' ? {} : { detail }),
      askedAt: now,
      answerBy: addWorkingMinutes(calendar, now, Math.floor(each.budgetMinutes * byDay)),
      onSilence: each.onSilence,
    };
  });
  return one({ type: 'opinions_asked', round: next.round, requests });
}

/** The asked agency answers in this program. */
export function decideOpinion(dossier: Dossier, action: Of<'give_opinion'>, acting: Acting): Decision {
  const request = findOpinion(dossier, action.requestId);
  const agencyId = acting.kind === 'officer' ? acting.agencyId : null;
  if (request === undefined || request.agencyId !== agencyId)
    return refuse(
      'not_possible_now',
      'Không có yêu cầu lấy ý kiến này gửi tới cơ quan của Anh/Chị. Xin xem danh sách Xin ý kiến.',
    );
  if (request.closed !== undefined) return refuse('not_possible_now', closedText(request));
  const { requestId, verdict, text } = action;
  return one({ type: 'opinion_given', requestId, agency: request.agency, verdict, text });
}

/** The holder writes down an answer that came on paper. */
export function decideLetter(dossier: Dossier, action: Of<'record_opinion'>, now: Instant): Decision {
  const request = findOpinion(dossier, action.requestId);
  if (request === undefined)
    return refuse('not_possible_now', 'Không có yêu cầu lấy ý kiến này. Xin chọn lại trong danh sách.');
  if (request.closed !== undefined) return refuse('not_possible_now', closedText(request));
  if (request.agencyId !== undefined)
    return refuse(
      'not_possible_now',
      `${request.agency} trả lời ngay trên phần mềm. Xin chờ cơ quan này trả lời.`,
    );
  const { requestId, verdict, text, letterNumber, letterDate } = action;
  if (letterDate > dateOf(now) || letterDate < dateOf(request.askedAt))
    return refuse(
      'not_possible_now',
      'Ngày văn bản trả lời phải từ ngày lấy ý kiến đến hôm nay. Xin xem lại ngày trên văn bản.',
    );
  const letter = { number: letterNumber, date: letterDate };
  return one({ type: 'opinion_given', requestId, agency: request.agency, verdict, text, letter });
}

/** A leader lets the dossier go on without an answer whose time is over. */
export function decideWaiver(dossier: Dossier, action: Of<'waive_opinion'>, now: Instant): Decision {
  const request = findOpinion(dossier, action.requestId);
  if (request === undefined)
    return refuse('not_possible_now', 'Không có yêu cầu lấy ý kiến này. Xin chọn lại trong danh sách.');
  if (request.closed !== undefined) return refuse('not_possible_now', closedText(request));
  if (now < request.answerBy)
    return refuse('not_possible_now', `${request.agency} còn thời gian trả lời. Xin chờ hết thời hạn.`);
  const { requestId, reason } = action;
  return one({ type: 'opinion_waived', requestId, agency: request.agency, reason });
}

/** Why nothing more can be said to a request: two who answer at once read it. */
function closedText({ agency, closed }: OpinionRequest): string {
  switch (closed?.how) {
    case 'answered':
      return `${agency} đã trả lời yêu cầu này rồi; câu trả lời trước được giữ. Xin xem ý kiến đã ghi trong hồ sơ.`;
    case 'silent':
      return 'Yêu cầu này đã quá hạn trả lời và hồ sơ được giải quyết tiếp. Xin gửi ý kiến cho cơ quan giải quyết bằng văn bản.';
    case 'waived':
      return 'Cơ quan giải quyết không chờ ý kiến này nữa. Xin gửi ý kiến bằng văn bản nếu vẫn cần.';
    default:
      return 'Yêu cầu này đã được thu hồi vì hồ sơ đã kết thúc hoặc rời bước lấy ý kiến. Anh/Chị không cần trả lời nữa.';
  }
}

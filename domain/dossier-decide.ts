// decide(dossier, action, actor, now) → events or a refusal. Pure: the heart of every use case.

import { type Calendar, isWorkingDay, nextWorkingDay, workingDaysBetween } from './calendar.ts';
import { computeDeadline } from './deadline.ts';
import { currentStep, type Dossier, type DossierEvent, type SupplementItem } from './dossier.ts';
import type { Action } from './dossier-action.ts';
import { type Acting, deadlineInputOf, guard, type Refusal } from './dossier-guard.ts';
import { isHolder } from './dossier-rights.ts';
import type { OfficerRole } from './process.ts';
import { dateOf, type Instant, instantAt, plusDays } from './time.ts';

export type Decision = { ok: true; events: DossierEvent[] } | { ok: false; refusal: Refusal };

/** What only the outside knows and a decision may need. */
export interface DecisionFacts {
  calendar: Calendar;
  /** The code to give if the dossier is accepted; taken in the same transaction. */
  code?: string;
  /** The fee due at the counter when accepted, in đồng. */
  fee?: number;
  /** Whom an assignment names. */
  assignee?: { officerId: string; agencyId: string; unit: string; roles: readonly OfficerRole[] };
}

/** Days a citizen has to complete a dossier before the counter may close it (NĐ 118/2025 Đ19.5). */
const supplementDays = 15;
/** Days to pay what the clock waits for, where the notice of the sector names no other. */
const paymentDays = 30;
/** Working days after reception within which completion may be asked (NĐ 118/2025 Đ19.5). */
const supplementWindow = 3;
/** Dossiers received from this day restart their term after a supplement; older ones only pause (Đ19.5, §2.5). */
const resetSince = '2025-07-01';

const refuse = (kind: Refusal['kind'], why: string): Decision => ({
  ok: false,
  refusal: { kind, why, teaches: false },
});
const one = (event: DossierEvent): Decision => ({ ok: true, events: [event] });

/** Decides one action. `facts` carries the calendar and what the transaction has at hand. */
export function decide(
  dossier: Dossier,
  action: Action,
  acting: Acting,
  now: Instant,
  facts: DecisionFacts,
): Decision {
  const refusal = guard(action.type, dossier, acting, now, facts.calendar);
  if (refusal !== null) return { ok: false, refusal };
  const from = dossier.holding.stepIndex;
  switch (action.type) {
    case 'accept':
      if (facts.code === undefined) throw new Error('Accepting needs a code.');
      return one({ type: 'dossier_accepted', code: facts.code, fee: facts.fee ?? 0 });
    case 'refuse_at_intake':
      return one({ type: 'intake_refused', reasons: action.reasons });
    case 'pass_on':
      return one({
        type: 'step_passed',
        from,
        note: action.note,
        officerId: null,
        ...placeAt(dossier, from + 1),
      });
    case 'return_to_step': {
      const to = stepIndexOf(dossier, action.toStepId);
      if (to === null || to >= from)
        return refuse(
          'not_possible_now',
          'Bước được chọn không đứng trước bước hiện tại. Xin chọn một bước trước đó để trả lại.',
        );
      return one({
        type: 'step_returned',
        from,
        reason: action.reason,
        officerId: null,
        ...placeAt(dossier, to),
      });
    }
    case 'claim':
      if (acting.kind !== 'officer') throw new Error('Only an officer passes the guard of a claim.');
      return one({ type: 'dossier_assigned', officerId: acting.officerId, claimed: true });
    case 'assign':
      return decideAssignment(dossier, facts);
    case 'request_supplement':
      return decideSupplement(dossier, action, now, facts.calendar);
    case 'take_supplement':
      return one({ type: 'supplement_taken', papers: action.papers });
    case 'request_payment':
      return decidePayment(dossier, action, acting, now);
    case 'confirm_payment': {
      const open = dossier.payments.find((payment) => payment.paidAt === null);
      if (open === undefined) throw new Error('Money is due without an open request.');
      return one({ type: 'payment_confirmed', amount: open.amount, receiptNumber: action.receiptNumber });
    }
    case 'extend':
      return decideExtension(dossier, action, now, facts.calendar);
    case 'approve':
      return one({
        type: 'step_approved',
        from,
        ...placeAt(dossier, from + 1),
        outcome: 'granted',
        reasons: [],
      });
    case 'refuse':
      return one({
        type: 'step_approved',
        from,
        ...placeAt(dossier, registerIndex(dossier)),
        outcome: 'refused',
        reasons: action.reasons,
      });
    case 'withdraw':
      return one({ type: 'dossier_withdrawn', reason: action.reason });
    case 'stop':
      return one({ type: 'dossier_stopped', reason: action.reason });
    case 'finish': {
      const { outcome } = dossier;
      if (outcome === null) throw new Error('A dossier at its register step has been decided.');
      const { resultNumber } = action;
      return one({ type: 'dossier_finished', outcome, resultNumber, ...placeAt(dossier, from + 1) });
    }
    case 'hand_over':
      return one({ type: 'result_handed_over', collector: action.collector, method: action.method });
    case 'correct_result': {
      const to = stepIndexOf(dossier, action.toStepId);
      const kind = to === null ? undefined : dossier.process.steps[to]?.kind;
      if (to === null || kind === 'return' || kind === 'intake')
        return refuse(
          'not_possible_now',
          'Bước được chọn không sửa được kết quả. Xin chọn một bước xử lý, ký duyệt hoặc phát hành.',
        );
      return one({ type: 'result_correction_opened', reason: action.reason, ...placeAt(dossier, to) });
    }
    case 'correct_details':
      return decideDetails(dossier, action);
    case 'renew_link':
      return one({ type: 'link_renewed', reason: action.reason });
  }
}

function decideDetails(dossier: Dossier, action: Extract<Action, { type: 'correct_details' }>): Decision {
  const summary = action.summary === dossier.summary ? null : action.summary;
  const deliveryMethod = action.deliveryMethod === dossier.deliveryMethod ? null : action.deliveryMethod;
  if (summary === null && deliveryMethod === null)
    return refuse('not_possible_now', 'Chưa có thông tin nào thay đổi. Xin sửa ít nhất một mục rồi lưu.');
  return one({ type: 'details_corrected', summary, deliveryMethod, reason: action.reason });
}

function decidePayment(
  dossier: Dossier,
  action: Extract<Action, { type: 'request_payment' }>,
  acting: Acting,
  now: Instant,
): Decision {
  // Once a result exists the clock has ended; money then only holds back the hand-over.
  const stopsClock = action.stopsClock && dossier.status !== 'resolved';
  // A cashier asks for money but changes nothing else: the clock is the holder's business.
  if (stopsClock && acting.kind === 'officer' && !isHolder(dossier, acting))
    return refuse(
      'not_allowed',
      'Chỉ người đang giữ hồ sơ được tạm dừng thời gian giải quyết. Xin bỏ chọn mục này, hoặc nhờ người giữ hồ sơ.',
    );
  const asked = {
    type: 'payment_requested',
    amount: action.amount,
    reason: action.reason,
    stopsClock,
  } as const;
  if (!stopsClock) return one(asked);
  const lastDay = action.payBy ?? dateOf(plusDays(now, paymentDays));
  if (lastDay <= dateOf(now))
    return refuse('not_possible_now', 'Hạn nộp tiền phải sau hôm nay. Xin chọn một ngày khác.');
  return one({ ...asked, payBy: instantAt(lastDay, 17 * 60) });
}

function decideAssignment(dossier: Dossier, facts: DecisionFacts): Decision {
  const { assignee } = facts;
  const step = currentStep(dossier);
  if (assignee === undefined || assignee.agencyId !== dossier.agencyId)
    return refuse('not_possible_now', 'Không có cán bộ này trong cơ quan. Xin chọn lại trong danh sách.');
  if (assignee.unit !== step.unit || !assignee.roles.includes(step.role))
    return refuse(
      'not_possible_now',
      `Cán bộ được chọn không thuộc đơn vị hoặc vai trò của bước ${step.name}. Xin chọn người của bước này.`,
    );
  if (assignee.officerId === dossier.holding.officerId)
    return refuse('not_possible_now', 'Cán bộ này đang giữ hồ sơ. Xin chọn người khác.');
  return one({ type: 'dossier_assigned', officerId: assignee.officerId, claimed: false });
}

function decideSupplement(
  dossier: Dossier,
  action: Extract<Action, { type: 'request_supplement' }>,
  now: Instant,
  calendar: Calendar,
): Decision {
  const unnamed = action.items.find(({ label, target }) => label === idOf(target));
  if (unnamed !== undefined)
    return refuse(
      'not_possible_now',
      `“${unnamed.label}” là mã, công dân không hiểu được. Xin ghi tên giấy tờ hoặc tên mục bằng lời.`,
    );
  const received = dossier.receivedAt;
  const waited = received === null ? 0 : workingDaysBetween(calendar, dateOf(received), dateOf(now));
  if (waited > supplementWindow && action.sectorGround === null)
    return refuse(
      'not_possible_now',
      'Đã quá 3 ngày làm việc kể từ khi tiếp nhận. Xin nêu căn cứ của pháp luật chuyên ngành nếu vẫn được yêu cầu bổ sung.',
    );
  const { answerDays = supplementDays } = action;
  if (answerDays !== supplementDays && action.sectorGround === null)
    return refuse(
      'not_possible_now',
      'Thời hạn bổ sung khác 15 ngày cần căn cứ của pháp luật chuyên ngành. Xin ghi căn cứ hoặc để 15 ngày.',
    );
  const mode = received !== null && dateOf(received) < resetSince ? 'pause' : 'reset';
  // A last day that is off moves to the next working day (Bộ luật Dân sự 2015, Điều 148).
  const lastDay = dateOf(plusDays(now, answerDays));
  const answerDay = isWorkingDay(calendar, lastDay) ? lastDay : nextWorkingDay(calendar, lastDay);
  return one({
    type: 'supplement_requested',
    items: action.items,
    answerBy: instantAt(answerDay, 17 * 60),
    mode,
    sectorGround: action.sectorGround,
  });
}

function decideExtension(
  dossier: Dossier,
  action: Extract<Action, { type: 'extend' }>,
  now: Instant,
  calendar: Calendar,
): Decision {
  const input = deadlineInputOf(dossier);
  if (input === null) throw new Error('Only a received dossier passes the guard of an extension.');
  const extension = { at: now, term: action.term, reason: action.reason };
  const { due } = computeDeadline(calendar, { ...input, extensions: [...input.extensions, extension] });
  const before = computeDeadline(calendar, input).due;
  if (due === null || before === null || due <= before)
    return refuse(
      'not_possible_now',
      'Thời gian thêm chưa dời được ngày hẹn trả. Xin chọn thời gian dài hơn.',
    );
  return one({
    type: 'term_extended',
    term: action.term,
    reason: action.reason,
    apology: action.apology,
    newDue: due,
  });
}

/** A step as events name it. Nobody in particular holds the dossier there until somebody of the unit claims it. */
function placeAt(dossier: Dossier, index: number): { to: number; unit: string } {
  const step = dossier.process.steps[index];
  if (step === undefined) throw new Error('A published process always has a next step here.');
  return { to: index, unit: step.unit };
}

function idOf(target: SupplementItem['target']): string {
  return target.kind === 'paper' ? target.paperId : target.field;
}

function registerIndex(dossier: Dossier): number {
  return dossier.process.steps.findIndex((step) => step.kind === 'register');
}

function stepIndexOf(dossier: Dossier, stepId: string): number | null {
  const index = dossier.process.steps.findIndex((step) => step.id === stepId);
  return index < 0 ? null : index;
}

// decide(dossier, action, actor, now) → events or a refusal. Pure: the heart of every use case.

import { isWorkingDay, nextWorkingDay, workingDaysBetween, type Calendar } from './calendar.ts';
import { computeDeadline } from './deadline.ts';
import type { Action } from './dossier-action.ts';
import { deadlineInputOf, guard, type Acting, type Refusal } from './dossier-guard.ts';
import { currentStep, type Dossier, type DossierEvent } from './dossier.ts';
import type { OfficerRole } from './process.ts';
import { dateOf, instantAt, plusDays, type Instant } from './time.ts';

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
/** Working days after reception within which completion may be asked (NĐ 118/2025 Đ19.5). */
const supplementWindow = 3;
/** Dossiers received from this day restart their term after a supplement; older ones only pause (Đ19.5, §2.5). */
const resetSince = '2025-07-01';

const refuse = (kind: Refusal['kind'], why: string): Decision => ({ ok: false, refusal: { kind, why } });
const one = (event: DossierEvent): Decision => ({ ok: true, events: [event] });

/** Decides one action. `facts` carries the calendar and what the transaction has at hand. */
export function decide(dossier: Dossier, action: Action, acting: Acting, now: Instant, facts: DecisionFacts): Decision {
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
      return one({ type: 'step_passed', from, note: action.note, ...stepAt(dossier, from + 1) });
    case 'return_to_step': {
      const to = stepIndexOf(dossier, action.toStepId);
      if (to === null || to >= from)
        return refuse('not_possible_now', 'Chọn một bước đứng trước bước hiện tại để trả lại.');
      return one({ type: 'step_returned', from, reason: action.reason, ...stepAt(dossier, to) });
    }
    case 'claim':
      if (acting.kind !== 'officer') return refuse('not_allowed', 'Chỉ cán bộ nhận xử lý được.');
      return one({ type: 'dossier_assigned', officerId: acting.officerId, claimed: true });
    case 'assign':
      return decideAssignment(dossier, facts);
    case 'request_supplement':
      return decideSupplement(dossier, action, now, facts.calendar);
    case 'take_supplement':
      return one({ type: 'supplement_taken', papers: action.papers });
    case 'request_payment':
      return one({
        type: 'payment_requested',
        amount: action.amount,
        reason: action.reason,
        // Once a result exists the clock has ended; money then only holds back the hand-over.
        stopsClock: action.stopsClock && dossier.status !== 'resolved',
      });
    case 'confirm_payment': {
      const open = dossier.payments.find((payment) => payment.paidAt === null);
      if (open === undefined) return refuse('not_possible_now', 'Không có khoản nào đang chờ nộp.');
      return one({ type: 'payment_confirmed', amount: open.amount, receiptNumber: action.receiptNumber });
    }
    case 'extend':
      return decideExtension(dossier, action, now, facts.calendar);
    case 'approve':
      return one({ type: 'step_approved', from, ...stepAt(dossier, from + 1), outcome: 'granted', reasons: [] });
    case 'refuse':
      return one({
        type: 'step_approved',
        from,
        ...stepAt(dossier, registerIndex(dossier)),
        outcome: 'refused',
        reasons: action.reasons,
      });
    case 'withdraw':
      return one({ type: 'dossier_withdrawn', reason: action.reason });
    case 'stop':
      return one({ type: 'dossier_stopped', reason: action.reason });
    case 'finish': {
      const { to, unit } = stepAt(dossier, from + 1);
      return one({ type: 'dossier_finished', to, unit, resultNumber: action.resultNumber });
    }
    case 'hand_over':
      return one({ type: 'result_handed_over', collector: action.collector, method: action.method });
    case 'correct_result': {
      const to = stepIndexOf(dossier, action.toStepId);
      if (to === null || dossier.process.steps[to]?.kind === 'return' || dossier.process.steps[to]?.kind === 'intake')
        return refuse('not_possible_now', 'Chọn bước xử lý sẽ sửa kết quả.');
      const { unit } = stepAt(dossier, to);
      return one({ type: 'result_correction_opened', to, unit, reason: action.reason });
    }
    case 'correct_details':
      if (action.summary === null && action.deliveryMethod === null)
        return refuse('not_possible_now', 'Chưa có thông tin nào thay đổi.');
      return one({
        type: 'details_corrected',
        summary: action.summary,
        deliveryMethod: action.deliveryMethod,
        reason: action.reason,
      });
  }
}

function decideAssignment(dossier: Dossier, facts: DecisionFacts): Decision {
  const { assignee } = facts;
  const step = currentStep(dossier);
  if (assignee === undefined || assignee.agencyId !== dossier.agencyId)
    return refuse('not_possible_now', 'Không có cán bộ này trong cơ quan.');
  if (assignee.unit !== step.unit || !assignee.roles.includes(step.role))
    return refuse('not_possible_now', `Cán bộ được chọn không thuộc đơn vị hoặc vai trò của bước ${step.name}.`);
  if (assignee.officerId === dossier.holding.officerId)
    return refuse('not_possible_now', 'Cán bộ này đang giữ hồ sơ.');
  return one({ type: 'dossier_assigned', officerId: assignee.officerId, claimed: false });
}

function decideSupplement(
  dossier: Dossier,
  action: Extract<Action, { type: 'request_supplement' }>,
  now: Instant,
  calendar: Calendar,
): Decision {
  const received = dossier.receivedAt;
  const waited = received === null ? 0 : workingDaysBetween(calendar, dateOf(received), dateOf(now));
  if (waited > supplementWindow && action.sectorGround === null)
    return refuse(
      'not_possible_now',
      'Đã quá 03 ngày làm việc kể từ khi tiếp nhận. Nêu căn cứ của pháp luật chuyên ngành nếu vẫn được yêu cầu bổ sung.',
    );
  const mode = received !== null && dateOf(received) < resetSince ? 'pause' : 'reset';
  // A last day that is off moves to the next working day (Bộ luật Dân sự 2015, Điều 148).
  const lastDay = dateOf(plusDays(now, supplementDays));
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
  if (input === null) return refuse('not_possible_now', 'Hồ sơ chưa được tiếp nhận.');
  const extension = { at: now, term: action.term, reason: action.reason };
  const { due } = computeDeadline(calendar, { ...input, extensions: [...input.extensions, extension] });
  const before = computeDeadline(calendar, input).due;
  if (due === null || before === null || due <= before)
    return refuse('not_possible_now', 'Thời hạn thêm phải dời ngày hẹn trả về sau.');
  return one({ type: 'term_extended', term: action.term, reason: action.reason, apology: action.apology, newDue: due });
}

/** The next holder: nobody in particular until somebody of the unit claims it. */
function stepAt(dossier: Dossier, index: number): { to: number; unit: string; officerId: string | null } {
  const step = dossier.process.steps[index];
  if (step === undefined) throw new Error('A published process always has a next step here.');
  return { to: index, unit: step.unit, officerId: null };
}

function registerIndex(dossier: Dossier): number {
  return dossier.process.steps.findIndex((step) => step.kind === 'register');
}

function stepIndexOf(dossier: Dossier, stepId: string): number | null {
  const index = dossier.process.steps.findIndex((step) => step.id === stepId);
  return index < 0 ? null : index;
}

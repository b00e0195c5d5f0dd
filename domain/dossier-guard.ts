// Who may do what to a dossier now, and if not, why: the same function enables the desk's buttons and guards the server.

import { canExtend, type DeadlineInput } from './deadline.ts';
import type { Calendar } from './calendar.ts';
import type { ActionType } from './dossier-action.ts';
import { currentStep, isEnded, pausesOf, type Dossier } from './dossier.ts';
import type { OfficerRole, StepKind } from './process.ts';
import { statuses } from './status.ts';
import type { Instant } from './time.ts';

/** What a decision must know about the person who acts. */
export interface ActorFacts {
  officerId: string;
  agencyId: string;
  unit: string;
  roles: readonly OfficerRole[];
}

/** The citizen (through chat or web), or a rule of the clock. */
export type Acting = ({ kind: 'officer' } & ActorFacts) | { kind: 'citizen' } | { kind: 'system' };

/** A refusal is a value: `kind` decides the HTTP status, `why` is the sentence a person reads. */
export interface Refusal {
  kind: 'not_allowed' | 'not_possible_now';
  why: string;
}

/** The term a published result's correction gets (NĐ 118/2025 Đ23.1). */
const correctionTerm = { unit: 'working_day', value: 3 } as const;

/** What the deadline engine needs to know of a dossier; null before reception. */
export function deadlineInputOf(dossier: Dossier): DeadlineInput | null {
  if (dossier.receivedAt === null) return null;
  const correction = dossier.correction;
  if (correction !== null)
    return {
      receivedAt: correction.reopenedAt,
      term: correctionTerm,
      pauses: pausesOf(dossier).filter((pause) => pause.from >= correction.reopenedAt),
      extensions: [],
    };
  return {
    receivedAt: dossier.receivedAt,
    term: dossier.term,
    pauses: pausesOf(dossier),
    extensions: dossier.extensions,
  };
}

const notNow = (why: string): Refusal => ({ kind: 'not_possible_now', why });
const notYours = (why: string): Refusal => ({ kind: 'not_allowed', why });

/** Null when the action may be taken now; otherwise why not. */
export function guard(
  type: ActionType,
  dossier: Dossier,
  acting: Acting,
  now: Instant,
  calendar: Calendar,
): Refusal | null {
  return guardState(type, dossier, now, calendar) ?? guardPerson(type, dossier, acting);
}

function guardState(type: ActionType, dossier: Dossier, now: Instant, calendar: Calendar): Refusal | null {
  const { status } = dossier;
  const clock = statuses[status].clock;
  const kind = currentStep(dossier).kind;
  const label = statuses[status].label.toLowerCase();
  const atStep = (...kinds: StepKind[]): Refusal | null => {
    if (status !== 'received' && status !== 'in_process')
      return notNow(`Hồ sơ đang ở trạng thái ${label}, chưa làm bước này được.`);
    return kinds.includes(kind) ? null : notNow(`Bước hiện tại là ${currentStep(dossier).name}, không phải bước này.`);
  };
  switch (type) {
    case 'accept':
      return status === 'submitted' ? null : notNow('Hồ sơ này không còn chờ tiếp nhận.');
    case 'refuse_at_intake':
      return dossier.receivedAt === null && !isEnded(status)
        ? null
        : notNow('Chỉ từ chối tiếp nhận khi hồ sơ chưa được tiếp nhận.');
    case 'pass_on':
      return atStep('intake', 'work');
    case 'return_to_step':
      return dossier.holding.stepIndex === 0
        ? notNow('Hồ sơ đang ở bước đầu tiên, không còn bước trước.')
        : atStep('work', 'approve', 'register');
    case 'claim':
      if (isEnded(status)) return notNow('Hồ sơ đã kết thúc.');
      return dossier.holding.officerId === null ? null : notNow('Hồ sơ đã có người nhận xử lý.');
    case 'assign':
      return isEnded(status) ? notNow('Hồ sơ đã kết thúc.') : null;
    case 'request_supplement':
      return status === 'submitted' ? null : atStep('intake', 'work');
    case 'take_supplement':
      return status === 'awaiting_supplement' ? null : notNow('Hồ sơ không chờ bổ sung.');
    case 'request_payment':
      if (dossier.money === 'due') return notNow('Hồ sơ đã có một khoản đang chờ nộp.');
      return status === 'resolved' || clock === 'running' ? null : notNow(`Hồ sơ đang ${label}.`);
    case 'confirm_payment':
      return dossier.money === 'due' ? null : notNow('Hồ sơ không có khoản nào đang chờ nộp.');
    case 'extend':
      return guardExtension(dossier, now, calendar);
    case 'approve':
    case 'refuse':
      return atStep('approve');
    case 'withdraw':
      if (isEnded(status) || status === 'resolved') return notNow('Hồ sơ đã có kết quả hoặc đã kết thúc.');
      return dossier.outcome === null ? null : notNow('Quyết định đã được ký, không rút được nữa.');
    case 'stop':
      return clock === 'stopped' || clock === 'running' ? null : notNow('Hồ sơ không ở trạng thái dừng được.');
    case 'finish':
      return atStep('register');
    case 'hand_over':
      if (status !== 'resolved') return notNow('Chưa có kết quả để trả.');
      return dossier.money === 'due' ? notNow('Công dân còn khoản phải nộp trước khi nhận kết quả.') : null;
    case 'correct_result':
      return status === 'resolved' || status === 'returned' ? null : notNow('Chưa có kết quả để sửa.');
    case 'correct_details':
      return isEnded(status) ? notNow('Hồ sơ đã kết thúc, không sửa thông tin được.') : null;
  }
}

function guardExtension(dossier: Dossier, now: Instant, calendar: Calendar): Refusal | null {
  const input = deadlineInputOf(dossier);
  if (input === null || statuses[dossier.status].clock !== 'running')
    return notNow('Chỉ hẹn lại khi hồ sơ đang được giải quyết.');
  if (dossier.correction !== null) return notNow('Thời hạn sửa kết quả sai không được gia hạn.');
  const verdict = canExtend(calendar, input, now);
  if (verdict.ok) return null;
  const words = {
    already_extended: 'Mỗi hồ sơ chỉ được hẹn lại một lần, và hồ sơ này đã hẹn lại.',
    too_late: 'Việc hẹn lại phải báo trước ngày hẹn trả ít nhất một ngày; nay đã quá thời điểm đó.',
    no_term: 'Thủ tục này không có thời hạn để gia hạn.',
    paused: 'Thời gian đang tạm dừng, chưa cần hẹn lại.',
  };
  return notNow(words[verdict.why]);
}

/** Roles that may act, beside being the holder of the step. Empty: only the holder. */
const desks: Partial<Record<ActionType, readonly OfficerRole[]>> = {
  accept: ['clerk_in'],
  refuse_at_intake: ['clerk_in'],
  assign: ['dispatcher', 'centre_head'],
  take_supplement: ['clerk_in'],
  confirm_payment: ['cashier', 'clerk_in', 'clerk_out'],
  request_payment: ['cashier'],
  withdraw: ['clerk_in', 'clerk_out'],
  stop: ['centre_head', 'approver'],
  hand_over: ['clerk_out'],
  correct_result: ['clerk_out', 'approver'],
  correct_details: ['clerk_in'],
};

const holderMay: ReadonlySet<ActionType> = new Set([
  'pass_on',
  'return_to_step',
  'request_supplement',
  'take_supplement',
  'request_payment',
  'extend',
  'approve',
  'refuse',
  'finish',
  'hand_over',
  'correct_details',
]);

function guardPerson(type: ActionType, dossier: Dossier, acting: Acting): Refusal | null {
  if (acting.kind === 'system')
    return type === 'stop' ? null : notYours('Việc này phải do cán bộ làm.');
  if (acting.kind === 'citizen')
    return type === 'withdraw' ? null : notYours('Việc này do cán bộ của cơ quan làm.');
  if (acting.agencyId !== dossier.agencyId) return notYours('Hồ sơ thuộc cơ quan khác.');
  if (desks[type]?.some((role) => acting.roles.includes(role))) return null;
  const step = currentStep(dossier);
  const inUnit = acting.unit === step.unit && acting.roles.includes(step.role);
  if (type === 'claim')
    return inUnit ? null : notYours(`Bước này thuộc đơn vị hoặc vai trò khác: ${step.name}.`);
  if (!holderMay.has(type)) return notYours('Vai trò của Anh/Chị không làm việc này.');
  if (!inUnit) return notYours(`Hồ sơ đang ở bước ${step.name}, thuộc đơn vị hoặc vai trò khác.`);
  if (dossier.holding.officerId !== null && dossier.holding.officerId !== acting.officerId)
    return notYours('Hồ sơ do đồng nghiệp khác đang giữ.');
  return null;
}

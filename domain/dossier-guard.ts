// Who may do what to a dossier now, and if not, why: the same function enables the desk's buttons and guards the server.

import type { Calendar } from './calendar.ts';
import { canExtend, type DeadlineInput } from './deadline.ts';
import { currentStep, type Dossier, type DossierStatus, isEnded, pausesOf } from './dossier.ts';
import type { ActionType } from './dossier-action.ts';
import { takesPart } from './dossier-place.ts';
import { type Acting, whyNotTheirs } from './dossier-rights.ts';
import { consultingWaits, nothingAsked, opinionsMissing, waiverWaits } from './guard-opinion.ts';
import { leaseEndOf } from './lease.ts';
import type { StepKind } from './process.ts';
import { statuses } from './status.ts';
import { openRequest } from './supplement.ts';
import type { Instant } from './time.ts';

export { type Acting, type ActorFacts, inPlaceOf } from './dossier-rights.ts';

/** A refusal is a value: `kind` decides the HTTP status, `why` is the sentence a person reads. */
export interface Refusal {
  kind: 'not_allowed' | 'not_possible_now';
  why: string;
  /** True when the desk should show the button all the same, disabled, with this reason: it is about this moment. */
  teaches: boolean;
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
  return promisedInputOf(dossier);
}

/** What the promise made at reception was held against: nothing that a correction did after the first result. */
export function promisedInputOf(dossier: Dossier): DeadlineInput | null {
  const until = dossier.correction?.firstFinishedAt;
  if (dossier.receivedAt === null) return null;
  return {
    receivedAt: dossier.receivedAt,
    term: dossier.term,
    pauses: pausesOf(dossier).filter((pause) => until === undefined || pause.from < until),
    extensions: dossier.extensions,
  };
}

const notNow = (why: string): Refusal => ({ kind: 'not_possible_now', why, teaches: false });
const notYet = (why: string): Refusal => ({ kind: 'not_possible_now', why, teaches: true });
const notYours = (why: string): Refusal => ({ kind: 'not_allowed', why, teaches: false });

/**
 * Null when the action may be taken now; otherwise why not. The moment speaks before the person, so that a second
 * officer reads what has happened meanwhile; but another agency learns nothing, and a button is taught only to
 * those whom it concerns.
 */
export function guard(
  type: ActionType,
  dossier: Dossier,
  acting: Acting,
  now: Instant,
  calendar: Calendar,
): Refusal | null {
  const theirs = whyNotTheirs(type, dossier, acting, now, calendar);
  const stranger = acting.kind === 'officer' && !takesPart(dossier, acting.agencyId);
  const moment = stranger ? null : guardMoment(type, dossier, now, calendar);
  if (theirs === null) return moment;
  return moment === null || moment.teaches ? notYours(theirs) : moment;
}

/** Where a dossier stands, and what can be done there: why anything else has to wait. */
const standing: Record<DossierStatus, string> = {
  submitted: 'Hồ sơ chưa được tiếp nhận. Xin tiếp nhận hồ sơ trước rồi làm việc này.',
  received: 'Hồ sơ đã được tiếp nhận. Xin chuyển bước tiếp để xử lý.',
  in_process: 'Hồ sơ đang được xử lý. Xin xem bước hiện tại để biết việc cần làm.',
  awaiting_supplement: 'Hồ sơ đang chờ công dân bổ sung. Xin nhận bổ sung xong rồi làm việc này.',
  awaiting_payment: 'Hồ sơ đang chờ công dân nộp tiền. Xin xác nhận đã nộp tiền rồi làm việc này.',
  refused_at_intake: 'Hồ sơ không được tiếp nhận và đã kết thúc. Xin lập hồ sơ mới nếu công dân nộp lại.',
  withdrawn: 'Hồ sơ đã được rút theo yêu cầu của công dân. Xin lập hồ sơ mới nếu công dân nộp lại.',
  stopped: 'Hồ sơ đã dừng giải quyết. Xin lập hồ sơ mới nếu công dân nộp lại.',
  resolved: 'Hồ sơ đã có kết quả. Xin trả kết quả, hoặc mở lại để sửa nếu kết quả sai.',
  returned: 'Kết quả đã được trả. Xin mở lại để sửa nếu kết quả sai.',
};

function guardMoment(type: ActionType, dossier: Dossier, now: Instant, calendar: Calendar): Refusal | null {
  const { status } = dossier;
  const { clock } = statuses[status];
  const stands = (possible: boolean) => (possible ? null : notNow(standing[status]));
  switch (type) {
    case 'accept':
      return stands(status === 'submitted');
    case 'refuse_at_intake':
      return stands(dossier.receivedAt === null && !isEnded(status));
    case 'pass_on':
      return atStep(dossier, 'intake', 'work') ?? opinionsFirst(dossier, now);
    case 'return_to_step':
      if (clock === 'running' && dossier.holding.stepIndex === 0)
        return notNow('Hồ sơ đang ở bước đầu tiên, không còn bước trước. Xin chuyển bước tiếp.');
      return atStep(dossier, 'work', 'approve', 'register');
    case 'claim':
      if (isEnded(status) || dossier.holding.officerId === null) return stands(!isEnded(status));
      return notNow('Hồ sơ đã có người nhận xử lý. Nếu cần đổi người, xin lãnh đạo phân công lại.');
    case 'assign':
      return stands(!isEnded(status));
    case 'release':
      if (isEnded(status) || dossier.holding.officerId !== null) return stands(!isEnded(status));
      return notNow('Hồ sơ đang chờ nhận ở đơn vị, chưa ai giữ. Xin nhận xử lý nếu Anh/Chị làm hồ sơ này.');
    case 'keep':
      if (leaseEndOf(dossier, calendar) !== null) return null;
      return notNow('Hồ sơ này không có thời gian giữ phải gia hạn. Xin xử lý tiếp.');
    case 'note':
      return null;
    case 'request_supplement':
      if (dossier.proposal)
        return notYet(
          'Đã có đề nghị bổ sung đang chờ lãnh đạo. Xin chờ lãnh đạo trả lời, hoặc rút đề nghị đó trước.',
        );
      return status === 'submitted' ? null : atStep(dossier, 'intake', 'work');
    case 'confirm_supplement':
    case 'decline_supplement':
      return dossier.proposal ? null : notNow('Không có đề nghị bổ sung nào đang chờ. Xin tải lại trang.');
    case 'answer_supplement':
    case 'return_supplement':
    case 'take_supplement':
      return guardAnswer(type, dossier);
    case 'request_payment':
      if (dossier.money === 'due')
        return notNow('Hồ sơ đã có một khoản đang chờ nộp. Xin xác nhận khoản đó trước.');
      return stands(status === 'resolved' || clock === 'running');
    case 'confirm_payment':
      return dossier.money === 'due'
        ? null
        : notNow(
            'Hồ sơ không có khoản nào đang chờ nộp. Nếu còn khoản phải thu, xin yêu cầu nộp tiền trước.',
          );
    case 'extend':
      return guardExtension(dossier, now, calendar);
    case 'approve':
    case 'refuse':
      return atStep(dossier, 'approve') ?? opinionsFirst(dossier, now);
    case 'withdraw':
      return guardWithdrawal(dossier);
    case 'stop':
      if (dossier.correction !== null && clock === 'running')
        return notYet(
          'Kết quả đã phát hành và đang được sửa nên không dừng được. Xin sửa xong rồi phát hành lại.',
        );
      return stands(clock === 'stopped' || clock === 'running');
    case 'finish':
      return atStep(dossier, 'register') ?? opinionsFirst(dossier, now);
    case 'hand_over':
      if (status !== 'resolved')
        return notNow(isEnded(status) ? standing[status] : 'Chưa có kết quả. Xin phát hành kết quả rồi trả.');
      return dossier.money === 'due'
        ? notYet('Công dân còn khoản phải nộp trước khi nhận kết quả. Xin xác nhận đã nộp tiền rồi trả.')
        : null;
    case 'correct_result':
      if (status === 'resolved' || status === 'returned') return null;
      return notNow(isEnded(status) ? standing[status] : 'Chưa có kết quả để sửa. Xin xử lý tiếp hồ sơ.');
    case 'correct_details':
      return stands(!isEnded(status));
    case 'consult':
      if (clock !== 'running' || status === 'submitted') return notNow(standing[status]);
      return asRefusal(consultingWaits(dossier, now));
    case 'give_opinion':
    case 'record_opinion': {
      const why = nothingAsked(dossier, type === 'record_opinion');
      return why === null ? null : notNow(why);
    }
    case 'waive_opinion':
      return asRefusal(waiverWaits(dossier, now));
    case 'renew_link':
      // A lost receipt still opens the dossier after its end, so its QR can be revoked then too.
      if (dossier.code !== null) return null;
      return notNow('Hồ sơ chưa có giấy tiếp nhận nên chưa có mã QR. Xin tiếp nhận hồ sơ trước.');
  }
}

const asRefusal = (waits: { why: string; teaches: boolean } | null): Refusal | null =>
  waits && { kind: 'not_possible_now', ...waits };

/** Whoever ends a step waits for the opinions it asks for. */
function opinionsFirst(dossier: Dossier, now: Instant): Refusal | null {
  const why = opinionsMissing(dossier, now);
  return why === null ? null : notYet(why);
}

/** The work of a step can be done while the clock runs, at a step of its kind. */
function atStep(dossier: Dossier, ...kinds: StepKind[]): Refusal | null {
  if (statuses[dossier.status].clock !== 'running') return notNow(standing[dossier.status]);
  const { kind, name } = currentStep(dossier);
  return kinds.includes(kind)
    ? null
    : notNow(`Hồ sơ đang ở bước ${name}, việc này thuộc bước khác. Xin làm việc của bước ${name} trước.`);
}

/** What is asked of the citizen is answered once for each round, and looked at before it is asked again. */
function guardAnswer(
  type: 'answer_supplement' | 'return_supplement' | 'take_supplement',
  dossier: Dossier,
): Refusal | null {
  const request = openRequest(dossier);
  if (isEnded(dossier.status)) return notNow(standing[dossier.status]);
  if (request === undefined)
    return notNow('Hồ sơ không chờ bổ sung. Nếu còn thiếu giấy tờ, xin yêu cầu bổ sung trước.');
  if (type === 'answer_supplement' && request.answeredAt !== undefined)
    return notNow('Phần bổ sung đã gửi đủ và đang chờ cán bộ xem. Anh/Chị chưa phải làm gì thêm.');
  if (type === 'return_supplement' && request.answeredAt === undefined)
    return notNow('Công dân chưa gửi đủ phần bổ sung. Xin chờ, hoặc nhận bổ sung tại quầy.');
  return null;
}

/** The citizen may withdraw at any time before the decision is made (NĐ 118/2025 Đ21). */
function guardWithdrawal(dossier: Dossier): Refusal | null {
  if (isEnded(dossier.status) || dossier.status === 'resolved') return notNow(standing[dossier.status]);
  if (dossier.correction !== null)
    return notYet('Kết quả đã phát hành và đang được sửa nên không rút được nữa. Xin chờ kết quả đã sửa.');
  return dossier.outcome === null
    ? null
    : notYet('Quyết định đã được ký nên không rút được nữa. Xin chờ phát hành kết quả.');
}

function guardExtension(dossier: Dossier, now: Instant, calendar: Calendar): Refusal | null {
  const input = deadlineInputOf(dossier);
  if (input === null || statuses[dossier.status].clock !== 'running') return notNow(standing[dossier.status]);
  if (dossier.correction !== null)
    return notNow('Thời hạn sửa kết quả không được gia hạn. Xin hoàn thành việc sửa trong 3 ngày làm việc.');
  const verdict = canExtend(calendar, input, now);
  if (verdict.ok) return null;
  const words = {
    already_extended: 'Mỗi hồ sơ chỉ được hẹn lại một lần, và hồ sơ này đã hẹn lại. Xin ưu tiên giải quyết.',
    too_late: 'Hẹn lại phải báo trước ngày hẹn trả ít nhất một ngày, nay đã quá. Xin ưu tiên giải quyết.',
    no_term: 'Thủ tục này không quy định thời hạn nên không cần hẹn lại. Xin xử lý tiếp hồ sơ.',
    paused: 'Thời gian đang tạm dừng nên chưa cần hẹn lại. Xin chờ công dân hoàn thành việc được yêu cầu.',
  };
  return notYet(words[verdict.why]);
}

// What the office owes a dossier by a certain moment, and whom the clock tells of it: holder, head of the unit, head of the centre.

import { addWorkingMinutes, type Calendar, nextWorkingDay, workingMinutesBetween } from './calendar.ts';
import { momentText } from './clock-time.ts';
import { computeDeadline } from './deadline.ts';
import { currentStep, type Dossier } from './dossier.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import { halfDayOf } from './half-day.ts';
import { lastUsefulMoment } from './step-plan.ts';
import { openRequest } from './supplement.ts';
import { closingOf, workingDayFrom } from './term-end.ts';
import { dateOf, type Instant } from './time.ts';
import { holdsMoney, openingOf, waitingOf } from './waiting.ts';

/**
 * - `answer_filing` what came online is answered within 8 working hours, the counter is alerted after 2 (NĐ 118/2025 Đ17.2)
 * - `forward`       papers received until 15:00 are passed on the same working day, else when the next one begins (Đ18)
 * - `term`          the result is promised for a day; told while there is still time for the steps that are left
 * - `review_answer` what the citizen sent is looked at within 8 working hours, as a filing is
 * - `confirm`       a further request for supplement waits for a leader
 * - `opinion`       another agency did not answer in time: the head of the counter is told (NĐ 118/2025 Đ19.4c)
 * - `lapsed`        the citizen's time is over, but there is money in it: a person decides
 */
export type DutyKind =
  | 'answer_filing'
  | 'forward'
  | 'term'
  | 'review_answer'
  | 'confirm'
  | 'opinion'
  | 'lapsed';

export interface Duty {
  kind: DutyKind;
  /**
   * From when on it deserves attention: the holder's, or that of everybody of the step while nobody holds it. The
   * beginning of a half-day, so that the digest of that half-day already tells it.
   */
  holderAt: Instant;
  /** When it should have been done. */
  dueAt: Instant;
  /** From when on the head of the unit is told, and the head of the centre. Never before the holder. */
  headAt: Instant;
  centreAt: Instant;
}

/** The moments from which on each rung of the ladder has something to attend to; null when nothing is owed. */
export interface Attention {
  holderAt: Instant;
  headAt: Instant;
  centreAt: Instant;
}

/** Working minutes after filing when the counter is alerted, and by when it answers (NĐ 118/2025 Đ17.2). */
const alertMinutes = 2 * 60;
export const answerMinutes = 8 * 60;
/** What is received later than this is passed on when the next working day begins (Đ18). */
const forwardUntil = '15:00:00';
/** The last working hour of a day and the first of the next: when passing on becomes urgent. */
const forwardMinutes = 60;
/** Half a working day: the time a rung of the ladder has before the next is told. */
const rungMinutes = 4 * 60;

/** What is owed to a dossier now, by the clock of its agency. */
export function dutiesOf(dossier: Dossier, calendar: Calendar): Duty[] {
  return [
    answerOf(dossier, calendar),
    forwardOf(dossier, calendar),
    termOf(dossier, calendar),
    reviewOf(dossier, calendar),
    confirmOf(dossier, calendar),
    opinionOf(dossier),
    lapseOf(dossier, calendar),
  ].filter((duty) => duty !== null);
}

export function attentionOf(dossier: Dossier, calendar: Calendar): Attention | null {
  const duties = dutiesOf(dossier, calendar);
  if (duties.length === 0) return null;
  return {
    holderAt: earliest(duties.map((duty) => duty.holderAt)),
    headAt: earliest(duties.map((duty) => duty.headAt)),
    centreAt: earliest(duties.map((duty) => duty.centreAt)),
  };
}

/** `Trả lời hồ sơ nộp trực tuyến trước 16 giờ thứ Hai, 23/11`; of one missed, since when. */
export function dutyText({ kind, dueAt }: Pick<Duty, 'kind' | 'dueAt'>, now: Instant): string {
  const when = momentText(dueAt, dateOf(now));
  const missed = isMissed({ kind, dueAt }, now);
  switch (kind) {
    case 'answer_filing':
      return missed
        ? `Quá giờ trả lời hồ sơ trực tuyến từ ${when}`
        : `Trả lời hồ sơ trực tuyến trước ${when}`;
    case 'forward':
      return missed ? `Quá giờ chuyển hồ sơ giấy từ ${when}` : `Chuyển hồ sơ giấy trước ${when}`;
    case 'term':
      return missed ? `Trễ hẹn trả ${when}` : `Cần làm ngay để kịp hẹn trả ${when}`;
    case 'review_answer':
      return missed ? `Quá giờ xem phần bổ sung từ ${when}` : `Xem phần bổ sung công dân gửi trước ${when}`;
    case 'confirm':
      return missed
        ? `Đề nghị bổ sung lần nữa chờ lãnh đạo quá ${when}`
        : `Lãnh đạo trả lời đề nghị bổ sung lần nữa trước ${when}`;
    case 'opinion':
      return `Cơ quan được hỏi ý kiến không trả lời, quá hạn từ ${when}`;
    case 'lapsed':
      return 'Hết hạn chờ công dân, hồ sơ có khoản tiền: xin xem rồi dừng giải quyết';
  }
}

/** The same for a list: `trả lời trước 16 giờ thứ Hai, 23/11`, `quá giờ trả lời`. */
export function dutyShortText({ kind, dueAt }: Pick<Duty, 'kind' | 'dueAt'>, now: Instant): string {
  const what = {
    answer_filing: 'trả lời',
    forward: 'chuyển',
    term: 'trả',
    review_answer: 'kiểm tra',
    confirm: 'lãnh đạo trả lời',
    opinion: 'lấy ý kiến',
    lapsed: 'xem và dừng',
  }[kind];
  const text = isMissed({ kind, dueAt }, now)
    ? `quá giờ ${what}`
    : `${what} trước ${momentText(dueAt, dateOf(now))}`;
  return kind === 'review_answer' ? `công dân đã gửi đủ, ${text}` : text;
}

/** Late by the minute, but for the promised day, which counts in full. */
export function isMissed({ kind, dueAt }: Pick<Duty, 'kind' | 'dueAt'>, now: Instant): boolean {
  return kind === 'term' ? dateOf(now) > dateOf(dueAt) : now > dueAt;
}

function answerOf({ status, channel, submittedAt }: Dossier, calendar: Calendar): Duty | null {
  if (status !== 'submitted' || channel === 'counter') return null;
  const holderAt = halfDayOf(calendar, addWorkingMinutes(calendar, submittedAt, alertMinutes));
  const dueAt = addWorkingMinutes(calendar, submittedAt, answerMinutes);
  return counterDuty('answer_filing', holderAt, dueAt, calendar);
}

function forwardOf(dossier: Dossier, calendar: Calendar): Duty | null {
  const { status, channel, receivedAt } = dossier;
  if (status !== 'received' || receivedAt === null || channel === 'online') return null;
  if (currentStep(dossier).kind !== 'intake') return null;
  const day = dateOf(receivedAt);
  const closing = closingOf(calendar, day);
  const open =
    workingDayFrom(calendar, day) === day && workingMinutesBetween(calendar, receivedAt, closing) > 0;
  if (open && receivedAt.slice(11, 19) <= forwardUntil) {
    const worked = workingMinutesBetween(calendar, receivedAt, closing);
    const holderAt = halfDayOf(calendar, addWorkingMinutes(calendar, receivedAt, worked - forwardMinutes));
    return counterDuty('forward', holderAt, closing, calendar);
  }
  const opening = openingOf(calendar, nextWorkingDay(calendar, day));
  return counterDuty('forward', opening, addWorkingMinutes(calendar, opening, forwardMinutes), calendar);
}

function termOf(dossier: Dossier, calendar: Calendar): Duty | null {
  const input = dossier.finishedAt === null && dossier.endedAt === null ? deadlineInputOf(dossier) : null;
  const dueAt = input && computeDeadline(calendar, input).due;
  const useful = dueAt && lastUsefulMoment(dossier, calendar);
  if (!dueAt || !useful) return null;
  const next = addWorkingMinutes(calendar, useful, rungMinutes);
  const holderAt = halfDayOf(calendar, useful);
  return { kind: 'term', holderAt, dueAt, headAt: next < dueAt ? next : dueAt, centreAt: dueAt };
}

/** Told once the time is over, until the step is: whoever was silent, where the dossier goes on or waits all the same. */
function opinionOf({ opinions = [], process, holding, endedAt }: Dossier): Duty | null {
  const stepId = process.steps[holding.stepIndex]?.id;
  const missed = opinions.filter(
    ({ stepId: asked, onSilence, closed }) =>
      asked === stepId &&
      endedAt === null &&
      (closed === undefined ? onSilence === 'wait' : closed.how === 'silent' && closed.means === 'report'),
  );
  if (missed.length === 0) return null;
  const dueAt = earliest(missed.map(({ answerBy }) => answerBy));
  return { kind: 'opinion', holderAt: dueAt, dueAt, headAt: dueAt, centreAt: dueAt };
}

function lapseOf(dossier: Dossier, calendar: Calendar): Duty | null {
  const waiting = waitingOf(dossier, calendar);
  if (waiting === null || !holdsMoney(dossier)) return null;
  const { lapsesAt } = waiting;
  return counterDuty('lapsed', lapsesAt, addWorkingMinutes(calendar, lapsesAt, answerMinutes), calendar);
}

function reviewOf(dossier: Dossier, calendar: Calendar): Duty | null {
  const answeredAt = openRequest(dossier)?.answeredAt;
  if (answeredAt === undefined) return null;
  const dueAt = addWorkingMinutes(calendar, answeredAt, answerMinutes);
  return counterDuty('review_answer', halfDayOf(calendar, answeredAt), dueAt, calendar);
}

/** Those who can answer it are told at once. */
function confirmOf({ proposal }: Dossier, calendar: Calendar): Duty | null {
  if (!proposal) return null;
  const from = halfDayOf(calendar, proposal.at);
  const dueAt = addWorkingMinutes(calendar, proposal.at, rungMinutes);
  return { kind: 'confirm', holderAt: from, dueAt, headAt: from, centreAt: from };
}

/** The head of the unit is told when it was missed, the head of the centre half a working day later. */
function counterDuty(kind: DutyKind, holderAt: Instant, dueAt: Instant, calendar: Calendar): Duty {
  return { kind, holderAt, dueAt, headAt: dueAt, centreAt: addWorkingMinutes(calendar, dueAt, rungMinutes) };
}

function earliest(moments: readonly Instant[]): Instant {
  return moments.reduce((first, each) => (each < first ? each : first));
}

// What the phone says when something changes: which events are told, and in which words.

import { beforeText, dayText } from './clock-time.ts';
import type { Dossier, SupplementItem } from './dossier.ts';
import type { DossierEvent } from './dossier-event.ts';
import { moneyText } from './money-words.ts';
import { ratingQuestion } from './rating-words.ts';
import { collectText, mustDoText, outcomeText, statusSentence } from './status-answer.ts';
import type { StatusView } from './status-view.ts';
import { clip, dossierName, itemsText, reasonsText, reasonText, selfName, whenText } from './status-words.ts';
import { isAnsweredByPhoto } from './supplement.ts';
import { dateOf, type Instant } from './time.ts';

export type NoticeKind =
  | 'submitted'
  | 'accepted'
  | 'intake_refused'
  | 'processing'
  | 'supplement_requested'
  | 'supplement_returned'
  | 'supplement_taken'
  | 'payment_requested'
  | 'payment_confirmed'
  | 'extended'
  | 'finished'
  | 'withdrawn'
  | 'stopped'
  | 'handed_over'
  | 'correction_opened'
  | 'reminded'
  | 'rating_answered'
  | 'undone'
  | 'due_moved';

/** The most Zalo takes in one message, in code points. */
export const longestNotice = 2_000;

/**
 * Whether the citizen is told of an event, and as what; null for what concerns the office only. The first passing-on
 * is told, the later ones are not (they are in the answer whenever asked); an approval is told when the result is out.
 * A filing at the counter is not: the receipt is in the citizen's hand.
 */
export function noticeKindFor(
  event: { type: DossierEvent['type']; from?: number },
  dossier: Pick<Dossier, 'channel'>,
): NoticeKind | null {
  switch (event.type) {
    case 'dossier_submitted':
      return dossier.channel === 'counter' ? null : 'submitted';
    case 'dossier_accepted':
      return 'accepted';
    case 'intake_refused':
      return 'intake_refused';
    case 'step_passed':
      return event.from === 0 ? 'processing' : null;
    case 'step_returned':
    case 'dossier_assigned':
    case 'dossier_released':
    case 'lease_renewed':
    case 'note_added':
    case 'step_approved':
    case 'details_corrected':
    case 'link_renewed':
    case 'files_kept':
    case 'filed_again':
    case 'papers_received':
    case 'process_migrated':
    case 'agency_moved':
    case 'supplement_proposed':
    case 'supplement_declined':
    // Where it was sent, the answer says at once that it has come.
    case 'supplement_answered':
    case 'opinions_asked':
    case 'opinion_given':
    case 'opinion_silent':
    case 'opinion_waived':
      return null;
    case 'supplement_returned':
      return 'supplement_returned';
    case 'act_undone':
      return 'undone';
    case 'supplement_requested':
      return 'supplement_requested';
    case 'supplement_taken':
      return 'supplement_taken';
    case 'payment_requested':
      return 'payment_requested';
    case 'payment_confirmed':
      return 'payment_confirmed';
    case 'term_extended':
      return 'extended';
    case 'dossier_finished':
      return 'finished';
    case 'dossier_withdrawn':
      return 'withdrawn';
    case 'dossier_stopped':
      return 'stopped';
    case 'result_handed_over':
      return 'handed_over';
    case 'result_correction_opened':
      return 'correction_opened';
    case 'citizen_reminded':
      return 'reminded';
    case 'due_moved':
      return 'due_moved';
  }
}

/** The text pushed to the phone: what happened first, then what it means in time, then what to do. */
export function noticeText(kind: NoticeKind, view: StatusView, now: Instant): string {
  const sentences = [headline(kind, view, now), promise(kind, view, now), whatToDo(kind, view, now)];
  return clip(sentences.filter((sentence) => sentence !== null).join(' '), longestNotice);
}

function headline(kind: NoticeKind, view: StatusView, now: Instant): string {
  const name = dossierName(view, now);
  switch (kind) {
    case 'submitted':
      return `${view.officeName} đã nhận được hồ sơ ${clip(view.procedureName, 120)} Anh/Chị gửi lúc ${whenText(view.submittedAt, now)}.`;
    case 'accepted':
      return `${name} đã được tiếp nhận.`;
    case 'intake_refused':
      return `${name} chưa được tiếp nhận. Lý do: ${reasonText(view.ended?.reason ?? 'ghi trong phiếu từ chối', 900)}.`;
    case 'processing':
      return `${name} đang được ${view.step?.unitName ?? 'bộ phận chuyên môn'} xử lý.`;
    case 'supplement_requested':
      return view.supplement === null
        ? `${name} cần Anh/Chị bổ sung giấy tờ.`
        : `${name} cần Anh/Chị bổ sung ${itemsText(view.supplement.items)}.`;
    case 'supplement_returned':
      return view.supplement === null
        ? `${name}: phần bổ sung còn phải làm lại.`
        : `${name}: phần bổ sung Anh/Chị gửi còn phải làm lại ${itemsText(view.supplement.items)}.`;
    case 'supplement_taken':
      return `${name}: ${selfName} đã nhận đủ giấy tờ bổ sung.`;
    case 'payment_requested':
      return view.payment === null
        ? `${name} có khoản phải nộp.`
        : `${name} có khoản phải nộp: ${moneyText(view.payment.amount)} (${reasonText(view.payment.reason, 300)}).`;
    case 'payment_confirmed':
      return `${name}: ${selfName} đã nhận đủ khoản tiền Anh/Chị nộp.`;
    case 'extended':
      return `${selfName} xin lỗi Anh/Chị: ${lowerName(name)} chưa xong đúng hẹn vì ${reasonText(view.extension?.reason ?? 'cần thêm thời gian')}.`;
    case 'finished':
      return finishedHeadline(view, name);
    case 'withdrawn':
      return `${name} đã được rút theo yêu cầu của Anh/Chị.`;
    case 'stopped':
      return `${name} đã dừng giải quyết. Lý do: ${reasonText(view.ended?.reason ?? 'ghi trong thông báo', 900)}.`;
    // Its own words were told by chat; where only a template is left, this leads to them.
    case 'rating_answered':
      return `${name}: ${selfName} đã trả lời đánh giá của Anh/Chị, xem ở trang tra cứu.`;
    case 'handed_over':
      return `${name}: kết quả đã được trao cho ${clip(view.handedOver?.collector ?? 'người nhận', 80)}${view.handedOver === null ? '' : ` lúc ${whenText(view.handedOver.at, now)}`}.`;
    case 'correction_opened':
      return `${name}: kết quả được sửa lại vì ${reasonText(view.correction?.reason ?? 'có sai sót')}. ${selfName} xin lỗi Anh/Chị.`;
    case 'reminded':
      return view.supplement === null
        ? `${name} còn khoản chưa nộp${paymentText(view)}.`
        : `${name} còn chờ Anh/Chị bổ sung ${itemsText(view.supplement.items)}.`;
    case 'undone':
      return `${selfName} xin rút lại thông báo ${view.undone?.what ?? 'vừa gửi'} vì ${reasonText(view.undone?.reason ?? 'ghi nhầm', 300)}, mong Anh/Chị thông cảm. ${statusSentence(view, now)}`;
    case 'due_moved':
      return `${name}: ngày hẹn trả được tính lại vì lịch làm việc của cơ quan có thay đổi.`;
  }
}

function paymentText({ payment }: StatusView): string {
  return payment === null ? '' : `: ${moneyText(payment.amount)} (${reasonText(payment.reason, 300)})`;
}

function finishedHeadline(view: StatusView, name: string): string {
  const reasons = view.result?.reasons ?? [];
  const why = reasons.length > 0 ? ` Lý do: ${reasonsText(reasons, 900)}.` : '';
  const sorry =
    view.result?.timeliness === 'late' ? ` ${selfName} xin lỗi Anh/Chị vì trả chậm so với hẹn.` : '';
  return `${name} ${outcomeText(view)}.${why}${sorry}`;
}

/** The date that counts now; null where none does. */
function promise(kind: NoticeKind, view: StatusView, now: Instant): string | null {
  const today = dateOf(now);
  switch (kind) {
    case 'submitted':
      return view.answerDue === null ? null : `Cán bộ trả lời ${beforeText(view.answerDue, today)}.`;
    case 'accepted':
    case 'supplement_taken':
    case 'processing':
    case 'payment_confirmed':
    case 'correction_opened':
    case 'due_moved':
      return view.due === null ? null : `Hẹn trả ${beforeText(view.due, today)}.`;
    case 'extended':
      return view.extension === null
        ? null
        : `Hẹn lại ${beforeText(view.extension.newDue, today)}. Người chịu trách nhiệm: ${clip(view.extension.responsible, 120)}.`;
    case 'supplement_requested':
      if (view.receivedAt === null) return 'Thời gian giải quyết được tính từ khi tiếp nhận đủ giấy tờ.';
      return view.supplement?.mode === 'pause'
        ? 'Thời gian giải quyết tạm dừng, đủ giấy tờ thì tính tiếp.'
        : 'Thời gian giải quyết được tính lại từ khi đủ giấy tờ.';
    case 'payment_requested':
      return view.status === 'awaiting_payment' ? 'Thời gian giải quyết tạm dừng cho đến khi nộp.' : null;
    default:
      return null;
  }
}

function whatToDo(kind: NoticeKind, view: StatusView, now: Instant): string | null {
  switch (kind) {
    case 'supplement_requested':
    case 'supplement_returned':
      return view.supplement === null
        ? null
        : `Anh/Chị gửi ảnh ngay tại Zalo này hoặc trang tra cứu, hoặc mang tới ${view.officeName}, trước ${dayText(dateOf(view.supplement.answerBy), dateOf(now))}.${wordsHint(view.supplement.items)}`;
    case 'payment_requested':
    case 'intake_refused':
      return mustDoText(view, now);
    case 'finished':
      if (view.outcome !== 'refused') return collectText(view, now);
      return [collectText(view, now), appealText(view)].filter((sentence) => sentence !== null).join(' ');
    case 'stopped':
      return `Anh/Chị có thể nộp lại khi đủ điều kiện. ${appealText(view)}`;
    case 'reminded':
      return remindText(view, now);
    case 'handed_over':
      return `Nếu Anh/Chị chưa nhận, xin báo ngay ${view.officeName}. ${ratingQuestion}`;
    case 'submitted':
    case 'accepted':
    case 'supplement_taken':
    case 'processing':
      return view.payment === null || view.code === null
        ? 'Anh/Chị chưa phải làm gì.'
        : mustDoText(view, now);
    default:
      return null;
  }
}

/** How what is to be written is answered in the chat: a number says for what. */
function wordsHint(items: readonly SupplementItem[]): string {
  const place = items.findIndex((item) => !isAnsweredByPhoto(item));
  return place < 0 ? '' : ` Mục cần ghi chữ, Anh/Chị gõ ví dụ: “BS ${place + 1}: nội dung đúng”.`;
}

/** What to do, until when, and what happens otherwise: the one thing a warning is for. */
function remindText(view: StatusView, now: Instant): string {
  const until = view.supplement?.answerBy ?? view.payment?.payBy;
  const by = until === undefined ? 'sớm' : `đến hết ${dayText(dateOf(until), dateOf(now))}`;
  return `Anh/Chị làm việc này tại ${view.officeName} ${by}; sau đó hồ sơ sẽ dừng giải quyết.`;
}

function appealText(view: StatusView): string {
  return `Nếu không đồng ý, Anh/Chị có quyền khiếu nại; hỏi cách làm tại ${view.officeName}.`;
}

function lowerName(name: string): string {
  return name.replace(/^Hồ sơ/, 'hồ sơ');
}

// "Hồ sơ của tôi tới đâu rồi": the answer in words, the same in the chat, on the tracking page and at the desk.

import { beforeText, dayText } from './clock-time.ts';
import { awaitedText } from './guard-opinion.ts';
import { moneyText } from './money-words.ts';
import { statusLabel } from './status.ts';
import type { StatusView } from './status-view.ts';
import { clip, dossierName, itemsText, reasonsText, reasonText, selfName, whenText } from './status-words.ts';
import { dateOf, type Instant } from './time.ts';

/**
 * The whole answer: which step, who holds it, since when, how much time is left, and what the citizen must do, last.
 * Names officers who act, never the applicant or who collected the result.
 */
export function statusSentence(view: StatusView, now: Instant): string {
  const must = mustDoText(view, now) ?? (isOver(view) ? null : 'Anh/Chị chưa phải làm gì.');
  return `${dossierName(view, now)}${stateText(view, now)}${must === null ? '' : ` ${must}`}`;
}

/** What the citizen must do now, as one or two sentences; null when nothing. */
export function mustDoText(view: StatusView, now: Instant): string | null {
  const today = dateOf(now);
  if (view.status === 'awaiting_supplement' && view.supplement !== null) {
    if (view.supplement.answeredAt !== undefined) return null;
    const until = dayText(dateOf(view.supplement.answerBy), today);
    return today <= dateOf(view.supplement.answerBy)
      ? `Anh/Chị gửi bổ sung qua Zalo hoặc trang tra cứu của ${selfName}, hoặc mang tới ${view.officeName}, trước ${until}.`
      : `Hạn bổ sung là ${until}; Anh/Chị liên hệ ${view.officeName} ngay để hồ sơ không bị dừng.`;
  }
  if (view.status === 'resolved') return collectText(view, now);
  if (view.status === 'refused_at_intake')
    return `Anh/Chị có thể bổ sung rồi nộp lại bất cứ lúc nào tại ${view.officeName}.`;
  if (view.payment !== null && !isOver(view))
    return `Anh/Chị nộp ${moneyText(view.payment.amount)} (${reasonText(view.payment.reason, 200)}) tại ${view.officeName}.`;
  return null;
}

/** One line of a list: `Đăng ký khai sinh (000…-0007): đang xử lý, còn 1 ngày làm việc`. */
export function statusLine(view: StatusView, now: Instant): string {
  const name = clip(view.procedureName, 60);
  const state = view.result === null ? statusLabel(view.status).toLowerCase() : resultWord(view);
  const time = timeWords(view, now);
  return `${name}${view.code === null ? '' : ` (${view.code})`}: ${state}${time === null ? '' : `, ${time}`}`;
}

/** `còn 3 ngày làm việc`, `hẹn trả hôm nay`, `quá hẹn 2 ngày làm việc`, `tạm dừng tính thời gian`; null when no clock runs. */
export function timeWords(view: StatusView, now: Instant): string | null {
  if (isOver(view) || view.receivedAt === null || view.result !== null) return null;
  const { urgency, workingDaysLeft, lateWorkingDays } = view.remaining;
  if (urgency === 'paused') return 'tạm dừng tính thời gian';
  if (urgency === 'no_term' || view.due === null) return null;
  if (urgency === 'late')
    return lateWorkingDays > 0 ? `quá hẹn ${lateWorkingDays} ngày làm việc` : 'đã quá ngày hẹn';
  if (dateOf(view.due) === dateOf(now)) return 'hẹn trả hôm nay';
  return `còn ${workingDaysLeft ?? 0} ngày làm việc`;
}

function stateText(view: StatusView, now: Instant): string {
  switch (view.status) {
    case 'submitted':
      return waitingText(view, now);
    case 'received':
    case 'in_process':
      return `: ${correctionText(view)}${holdingText(view, now)}${opinionsText(view, now)} ${dueText(view, now)}`;
    case 'awaiting_supplement':
      if (view.supplement?.answeredAt !== undefined)
        return `: ${selfName} đã nhận phần bổ sung Anh/Chị gửi lúc ${whenText(view.supplement.answeredAt, now)}, cán bộ đang xem.`;
      return view.supplement === null
        ? ': đang chờ Anh/Chị bổ sung giấy tờ.'
        : ` cần Anh/Chị bổ sung ${itemsText(view.supplement.items)}. ${clockText(view)}`;
    case 'awaiting_payment':
      return `: đang chờ Anh/Chị nộp tiền. Thời gian giải quyết tạm dừng cho đến khi nộp, rồi tính tiếp.`;
    case 'resolved':
    case 'returned':
      return resultText(view, now);
    case 'refused_at_intake':
      return ` chưa được tiếp nhận${endedText(view, now)}`;
    case 'withdrawn':
      return ` đã được rút theo yêu cầu của Anh/Chị${endedText(view, now)}`;
    case 'stopped':
      return ` đã dừng giải quyết${endedText(view, now)} Anh/Chị có thể hỏi lý do hoặc khiếu nại tại ${view.officeName}.`;
  }
}

function waitingText(view: StatusView, now: Instant): string {
  const name = view.code === null ? '' : ':';
  if (view.answerDue === null) return `${name} đang chờ ${view.officeName} tiếp nhận.`;
  if (now > view.answerDue)
    return `${name} đang chờ ${view.officeName} tiếp nhận. ${selfName} xin lỗi vì trả lời chậm: đáng lẽ ${beforeText(view.answerDue, dateOf(now))}.`;
  return `${name} đang chờ ${view.officeName} tiếp nhận; cán bộ trả lời ${beforeText(view.answerDue, dateOf(now))}.`;
}

function holdingText(view: StatusView, now: Instant): string {
  if (view.step === null) return 'đang được xử lý.';
  const { name, unitName, officer, since } = view.step;
  const at = whenText(since, now);
  return officer === null
    ? `đang ở bước ${name}, chờ ${unitName} nhận từ ${at}.`
    : `đang ở bước ${name}, ${officer}, ${unitName} giữ từ ${at}.`;
}

/** For whom the office itself waits; after it the citizen reads that there is nothing to do. */
function opinionsText({ opinions }: StatusView, now: Instant): string {
  return opinions.length === 0 ? '' : ` Đang chờ ý kiến ${awaitedText(opinions, now)}.`;
}

function dueText(view: StatusView, now: Instant): string {
  const today = dateOf(now);
  if (view.due === null)
    return view.remaining.urgency === 'paused'
      ? 'Thời gian giải quyết đang tạm dừng.'
      : 'Thủ tục này không có thời hạn theo luật; có kết quả sẽ báo Anh/Chị ngay.';
  if (view.remaining.urgency === 'late') {
    const late = view.remaining.lateWorkingDays;
    const by = late > 0 ? `quá hẹn ${late} ngày làm việc` : 'quá ngày hẹn';
    return `${selfName} xin lỗi Anh/Chị: hồ sơ đã ${by} (hẹn trả ${beforeText(view.due, today)}).`;
  }
  const promise = view.extension === null ? 'Hẹn trả' : `${selfName} xin lỗi vì đã phải hẹn lại; hẹn mới là`;
  const left = dateOf(view.due) === today ? 'hôm nay là ngày hẹn' : timeWords(view, now);
  return `${promise} ${beforeText(view.due, today)}; ${left}.`;
}

function clockText(view: StatusView): string {
  if (view.receivedAt === null) return 'Thời gian giải quyết được tính từ khi tiếp nhận đủ giấy tờ.';
  return view.supplement?.mode === 'reset'
    ? 'Thời gian giải quyết được tính lại từ khi đủ giấy tờ.'
    : 'Thời gian giải quyết tạm dừng, đủ giấy tờ thì tính tiếp.';
}

function correctionText(view: StatusView): string {
  return view.correction === null ? '' : `kết quả đang được sửa vì ${reasonText(view.correction.reason)}; `;
}

function resultText(view: StatusView, now: Instant): string {
  const { result } = view;
  if (result === null) return ` ${outcomeText(view)}.`;
  const why = result.reasons.length > 0 ? ` Lý do: ${reasonsText(result.reasons)}.` : '';
  const number = result.number === null ? '' : ` Số văn bản: ${clip(result.number, 60)}.`;
  const sorry = result.timeliness === 'late' ? ` ${selfName} xin lỗi Anh/Chị vì trả chậm so với hẹn.` : '';
  const given =
    view.handedOver === null ? '' : ` Kết quả đã được trao lúc ${whenText(view.handedOver.at, now)}.`;
  return ` ${outcomeText(view)}.${why}${number}${sorry}${given}`;
}

/** `xong sớm 2 ngày làm việc: đã được giải quyết`. How fast a refusal came is nothing to be proud of. */
export function outcomeText(view: StatusView): string {
  const how = view.outcome === 'refused' ? null : finishedText(view);
  return how === null ? resultWord(view) : `${how}: ${resultWord(view)}`;
}

function resultWord(view: StatusView): string {
  return view.outcome === 'refused' ? 'không được giải quyết' : 'đã được giải quyết';
}

function finishedText({ result }: StatusView): string | null {
  if (result?.timeliness === 'on_time') return 'đã xong đúng hẹn';
  if (result?.timeliness !== 'early') return null;
  return result.workingDaysEarly > 0 ? `xong sớm ${result.workingDaysEarly} ngày làm việc` : 'xong sớm';
}

/** Where and from when to collect; null when the citizen need not come. */
export function collectText(view: StatusView, now: Instant): string | null {
  const thing = view.outcome === 'refused' ? 'Anh/Chị nhận văn bản trả lời' : 'Anh/Chị nhận kết quả';
  const pickUp = view.result?.pickUp ?? null;
  if (view.result === null || view.handedOver !== null) return null;
  if (pickUp !== null) {
    const from = pickUp.from > now ? ` từ ${whenText(pickUp.from, now)}` : '';
    return `${thing} tại ${pickUp.place}${from}; mang theo giấy tiếp nhận và giấy tờ tùy thân.`;
  }
  return view.result.delivery === 'post'
    ? 'Kết quả được gửi qua bưu chính tới địa chỉ Anh/Chị đã đăng ký.'
    : 'Kết quả được trả trực tuyến.';
}

function endedText(view: StatusView, now: Instant): string {
  if (view.ended === null) return '.';
  return ` lúc ${whenText(view.ended.at, now)}. Lý do: ${reasonText(view.ended.reason, 700)}.`;
}

function isOver(view: StatusView): boolean {
  return ['refused_at_intake', 'withdrawn', 'stopped', 'returned'].includes(view.status);
}

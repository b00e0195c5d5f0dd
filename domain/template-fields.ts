// What a paid template or a short message may say of a dossier: how it stands and what to do, without reasons or names of papers.

import { moneyText } from './money-words.ts';
import type { NoticeKind } from './status-notice.ts';
import type { StatusView } from './status-view.ts';
import { clip } from './status-words.ts';
import { dateOf, type Instant, type PlainDate } from './time.ts';

/** The facts a template's parameter may be filled with. */
export type TemplateField =
  | 'code'
  | 'applicantName'
  | 'status'
  | 'procedureName'
  | 'due'
  | 'toldAt'
  | 'mustDo'
  | 'officeName'
  | 'trackingUrl';

/** How Zalo's templates write moments; whoever made the template chose one. */
export const dateFormats = ['dd/mm/yyyy', 'hh:mm dd/mm/yyyy', 'hh:mm:ss dd/mm/yyyy'] as const;
export type DateFormat = (typeof dateFormats)[number];

interface FieldFacts {
  /** In words, for the operator. */
  label: string;
  /** The fewest and, where there is one, the most code points a value has. */
  shortest: number;
  longest: number | null;
  /** Half a code or an address is worse than none. */
  mayBeCut: boolean;
  /** Written in one of the date formats. */
  isMoment: boolean;
  /** Some dossiers have none. */
  mayBeMissing: boolean;
}

const text = { shortest: 1, longest: null, mayBeCut: true, isMoment: false, mayBeMissing: false };
const moment = { shortest: 10, longest: 19, mayBeCut: false, isMoment: true, mayBeMissing: false };

/** A code before there is one: the dossier is not received yet. */
const uncoded = 'chưa-cấp-mã';

export const templateFields: Readonly<Record<TemplateField, FieldFacts>> = {
  code: { ...text, label: 'mã hồ sơ', shortest: uncoded.length, longest: 30, mayBeCut: false },
  applicantName: { ...text, label: 'tên người nộp' },
  status: { ...text, label: 'tình trạng', shortest: 9, longest: 24 },
  procedureName: { ...text, label: 'tên thủ tục' },
  due: { ...moment, label: 'ngày hẹn trả', mayBeMissing: true },
  toldAt: { ...moment, label: 'lúc thông báo' },
  mustDo: { ...text, label: 'việc cần làm', shortest: 15 },
  officeName: { ...text, label: 'nơi tiếp nhận' },
  trackingUrl: { ...text, label: 'địa chỉ tra cứu', shortest: 10, longest: 200, mayBeCut: false },
};

const words: Readonly<Record<NoticeKind, string>> = {
  submitted: 'Đã gửi tới Trung tâm',
  accepted: 'Được tiếp nhận',
  intake_refused: 'Chưa được tiếp nhận',
  processing: 'Đang xử lý',
  supplement_requested: 'Cần bổ sung giấy tờ',
  supplement_returned: 'Cần bổ sung lại',
  supplement_taken: 'Đã nhận đủ bổ sung',
  payment_requested: 'Có khoản phải nộp',
  payment_confirmed: 'Đã nhận đủ tiền',
  extended: 'Được hẹn lại ngày trả',
  finished: 'Đã được giải quyết',
  withdrawn: 'Đã rút hồ sơ',
  stopped: 'Dừng giải quyết',
  handed_over: 'Đã trao kết quả',
  rating_answered: 'Trả lời đánh giá',
  correction_opened: 'Đang sửa kết quả',
  reminded: 'Sắp hết hạn chờ',
  undone: 'Rút lại thông báo',
  due_moved: 'Ngày hẹn tính lại',
};

/** Every kind of notice, as an operator names it. */
export const noticeKinds = Object.keys(words) as NoticeKind[];

/** What a notice is called in two or three words, outcome included; no longer than 24 code points. */
export function shortStatus(kind: NoticeKind, view: Pick<StatusView, 'outcome'>): string {
  return kind === 'finished' && view.outcome === 'refused' ? 'Không được giải quyết' : words[kind];
}

/** The values of every field; a moment is still a moment, null where the dossier has none. */
export function templateValues(
  about: { kind: NoticeKind; view: StatusView; applicantName: string; trackingUrl: string },
  now: Instant,
): Record<TemplateField, string | null> {
  const { kind, view, applicantName, trackingUrl } = about;
  return {
    code: view.code ?? uncoded,
    applicantName,
    status: shortStatus(kind, view),
    procedureName: view.procedureName,
    due: view.due,
    toldAt: now,
    mustDo: shortTask(view),
    officeName: view.officeName,
    trackingUrl,
  };
}

/** `Hồ sơ 000…-0007 (Đăng ký khai sinh): cần bổ sung giấy tờ. Bổ sung giấy tờ trước 11/12/2026. …`, for the SMS interface. */
export function shortMessage(values: Record<TemplateField, string | null>): string {
  const { code, procedureName, status, due, mustDo, officeName, trackingUrl } = values;
  const name = code === uncoded ? '' : ` ${code}`;
  const promise = due === null ? '' : ` Hẹn trả ${dayOf(dateOf(due))}.`;
  return `${clip(officeName ?? '', 80)}: hồ sơ${name} (${clip(procedureName ?? '', 60)}): ${(status ?? '').toLowerCase()}.${promise} ${mustDo}. Xem tại ${trackingUrl}`;
}

/** A moment in one of the formats of templates. */
export function formatMoment(at: Instant, format: DateFormat): string {
  const day = dayOf(dateOf(at));
  if (format === 'dd/mm/yyyy') return day;
  return `${at.slice(11, format === 'hh:mm dd/mm/yyyy' ? 16 : 19)} ${day}`;
}

/** What to do, without why: reasons and names of papers are told where the person has proven who they are. */
function shortTask(view: StatusView): string {
  const { supplement, payment, result } = view;
  if (view.status === 'awaiting_supplement' && supplement !== null)
    return `Bổ sung giấy tờ trước ${dayOf(dateOf(supplement.answerBy))}`;
  if (view.status === 'refused_at_intake') return 'Có thể bổ sung rồi nộp lại';
  if (view.status === 'stopped') return 'Hỏi lý do tại nơi nộp hồ sơ';
  if (view.status === 'resolved' && result?.pickUp) return `Nhận kết quả tại ${result.pickUp.place}`;
  if (payment !== null && view.handedOver === null) return `Nộp ${moneyText(payment.amount)}`;
  return 'Chưa phải làm gì';
}

function dayOf(date: PlainDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

// What a person may ask to happen to a dossier. Imperative; events in `dossier.ts` say what then happened.

import { z } from 'zod';
import { termSchema } from './term.ts';
import { plainDateSchema } from './time.ts';

/** No control characters but those of lines, no half letters: the database could not keep them. */
const plain = /^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u;

/** What a person typed, in composed letters: `ệ` is one sign however it was typed. */
const text = (name: string, longest: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .max(longest, `Rút gọn ${name}, không quá ${longest.toLocaleString('vi-VN')} ký tự.`)
    .regex(plain, `Gõ lại ${name}: có ký tự không đọc được.`);

/** A reason typed at the desk, named in the message when it is missing. */
export const reason = (name: string) => text(name, 2000).min(5, `Ghi rõ ${name}, ít nhất 5 ký tự.`);
/** The catalogue's sentences end where the officer has to go on. */
const whole = (name: string) =>
  reason(name).refine((typed) => !typed.endsWith(':'), `Viết tiếp ${name} sau dấu hai chấm.`);
const reasons = (name: string) =>
  z.array(whole(name)).min(1, `Nêu ít nhất một ${name}.`).max(10, `Gộp ${name}, không quá 10 mục.`);

export const paperReceivedSchema = z.object({
  paperId: z.string().max(10),
  name: text('tên giấy tờ', 1000).min(1, 'Ghi tên giấy tờ.'),
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
  note: text('ghi chú', 500).nullable(),
});

export const supplementItemSchema = z.object({
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('paper'), paperId: z.string().max(10) }),
    z.object({ kind: z.literal('field'), field: z.string().min(1).max(100) }),
  ]),
  label: text('tên giấy tờ hoặc mục', 300).min(1, 'Ghi tên giấy tờ hoặc mục cần bổ sung.'),
  reason: reason('lý do cần bổ sung'),
  reasonCode: z.string().max(40).exactOptional(),
  basis: text('căn cứ', 500).exactOptional(),
});

const requestId = z.string().max(10);
const verdict = z.enum(['agree', 'agree_on_conditions', 'disagree']);

export const deliveryMethodSchema = z.enum(['counter', 'post', 'online']);

/** Every action but the first (submission), with what it needs to be told. */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('refuse_at_intake'), reasons: reasons('lý do từ chối') }),
  z.object({ type: z.literal('pass_on'), note: text('ghi chú', 2000).nullable() }),
  z.object({
    type: z.literal('return_to_step'),
    toStepId: z.string().max(10),
    reason: reason('lý do trả lại'),
  }),
  z.object({ type: z.literal('claim') }),
  z.object({ type: z.literal('assign'), officerId: z.uuid() }),
  z.object({ type: z.literal('release'), reason: reason('lý do trả lại nhóm') }),
  z.object({ type: z.literal('keep') }),
  z.object({ type: z.literal('note'), text: text('ghi chú', 2000).min(2, 'Ghi nội dung cho đồng nghiệp.') }),
  z.object({
    type: z.literal('request_supplement'),
    items: z
      .array(supplementItemSchema)
      .min(1, 'Nêu ít nhất một giấy tờ hoặc mục cần bổ sung.')
      .max(30, 'Gộp các mục cần bổ sung, không quá 30 mục.'),
    /** The sector rule that allows asking later than 3 working days after reception, or another time to answer. */
    sectorGround: text('căn cứ', 500).min(5, 'Ghi rõ căn cứ, ít nhất 5 ký tự.').nullable(),
    /** Calendar days the citizen has, where the sector says another number than fifteen. */
    answerDays: z
      .int('Số ngày bổ sung là số nguyên.')
      .min(1, 'Cho công dân ít nhất 1 ngày.')
      .max(365, 'Thời hạn bổ sung không quá 365 ngày.')
      .exactOptional(),
  }),
  z.object({ type: z.literal('confirm_supplement') }),
  z.object({ type: z.literal('decline_supplement'), reason: reason('lý do không đồng ý') }),
  /** By the citizen alone; what they sent is kept by whoever asks for this act. */
  z.object({
    type: z.literal('answer_supplement'),
    items: z.array(z.int().min(0)).min(1).max(30),
    channel: z.enum(['chat', 'web', 'counter']),
  }),
  z.object({
    type: z.literal('return_supplement'),
    items: z
      .array(z.object({ item: z.int().min(0), reason: reason('chỗ còn phải sửa') }))
      .min(1, 'Chọn ít nhất một mục còn phải sửa.')
      .max(30),
  }),
  z.object({
    type: z.literal('take_supplement'),
    papers: z.array(paperReceivedSchema).max(60),
    /** The content of the request as corrected, where that was asked for. */
    summary: text('nội dung', 1000).min(1, 'Ghi nội dung yêu cầu.').exactOptional(),
  }),
  z.object({
    type: z.literal('request_payment'),
    amount: z
      .int('Số tiền là số nguyên đồng.')
      .min(1_000, 'Số tiền ít nhất 1.000 đồng.')
      .max(10_000_000_000, 'Số tiền quá lớn.'),
    reason: reason('khoản phải nộp'),
    stopsClock: z.boolean(),
    /** The last day to pay, of a sum the clock waits for; thirty days from now when absent. */
    payBy: plainDateSchema.exactOptional(),
  }),
  z.object({ type: z.literal('confirm_payment'), receiptNumber: text('số biên lai', 50).nullable() }),
  z.object({
    type: z.literal('extend'),
    term: termSchema,
    reason: reason('lý do gia hạn'),
    apology: reason('lời xin lỗi'),
  }),
  z.object({ type: z.literal('approve') }),
  z.object({ type: z.literal('refuse'), reasons: reasons('lý do từ chối') }),
  z.object({ type: z.literal('withdraw'), reason: reason('lý do rút hồ sơ') }),
  z.object({ type: z.literal('stop'), reason: reason('lý do dừng') }),
  z.object({ type: z.literal('finish'), resultNumber: text('số văn bản', 60).nullable() }),
  z.object({
    type: z.literal('hand_over'),
    collector: text('họ tên người nhận', 200).min(2, 'Ghi họ tên người nhận kết quả.'),
    method: deliveryMethodSchema,
  }),
  z.object({
    type: z.literal('correct_result'),
    toStepId: z.string().max(10),
    reason: reason('lý do sửa kết quả'),
  }),
  z.object({
    type: z.literal('correct_details'),
    summary: text('nội dung', 1000).min(1, 'Ghi nội dung yêu cầu.').nullable(),
    deliveryMethod: deliveryMethodSchema.nullable(),
    reason: reason('lý do sửa'),
  }),
  z.object({
    type: z.literal('consult'),
    /** What is asked beyond the question of the process. */
    detail: text('nội dung cần hỏi thêm', 2000).nullable(),
  }),
  z.object({ type: z.literal('give_opinion'), requestId, verdict, text: reason('nội dung trả lời') }),
  z.object({
    type: z.literal('record_opinion'),
    requestId,
    verdict,
    text: reason('nội dung trả lời'),
    letterNumber: text('số văn bản', 60).min(1, 'Ghi số văn bản trả lời.'),
    letterDate: plainDateSchema,
  }),
  z.object({ type: z.literal('waive_opinion'), requestId, reason: reason('lý do không chờ ý kiến') }),
  z.object({ type: z.literal('renew_link'), reason: reason('lý do cấp lại mã') }),
]);

export type Action = z.infer<typeof actionSchema>;
export type ActionType = Action['type'];

/** Buttons' words. */
export const actionLabels: Record<ActionType, string> = {
  accept: 'Tiếp nhận',
  refuse_at_intake: 'Không tiếp nhận',
  pass_on: 'Chuyển bước tiếp',
  return_to_step: 'Trả lại bước trước',
  claim: 'Nhận xử lý',
  assign: 'Phân công',
  release: 'Trả lại nhóm',
  keep: 'Giữ tiếp',
  note: 'Ghi chú nội bộ',
  request_supplement: 'Yêu cầu bổ sung',
  confirm_supplement: 'Đồng ý yêu cầu bổ sung',
  decline_supplement: 'Không đồng ý yêu cầu bổ sung',
  answer_supplement: 'Gửi bổ sung',
  return_supplement: 'Yêu cầu làm lại',
  take_supplement: 'Nhận bổ sung',
  request_payment: 'Yêu cầu nộp tiền',
  confirm_payment: 'Xác nhận đã nộp tiền',
  extend: 'Xin lỗi và hẹn lại',
  approve: 'Ký duyệt',
  refuse: 'Từ chối giải quyết',
  withdraw: 'Rút hồ sơ',
  stop: 'Dừng giải quyết',
  finish: 'Phát hành kết quả',
  hand_over: 'Trả kết quả',
  correct_result: 'Sửa kết quả sai',
  correct_details: 'Sửa thông tin',
  renew_link: 'Cấp lại mã QR',
  consult: 'Lấy ý kiến',
  give_opinion: 'Trả lời ý kiến',
  record_opinion: 'Ghi ý kiến nhận được',
  waive_opinion: 'Không chờ ý kiến nữa',
};

// What a person may ask to happen to a dossier. Imperative; events in `dossier.ts` say what then happened.

import { z } from 'zod';
import { termSchema } from './term.ts';

const reason = (name: string) =>
  z.string().trim().min(5, `Ghi rõ ${name}, ít nhất 5 ký tự.`).max(2000, `Rút gọn ${name}, không quá 2.000 ký tự.`);

export const paperReceivedSchema = z.object({
  paperId: z.string().max(10),
  name: z.string().trim().min(1, 'Ghi tên giấy tờ.').max(1000),
  originals: z.int().min(0).max(99),
  copies: z.int().min(0).max(99),
  note: z.string().trim().max(500).nullable(),
});

export const supplementItemSchema = z.object({
  target: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('paper'), paperId: z.string().max(10) }),
    z.object({ kind: z.literal('field'), field: z.string().min(1).max(100) }),
  ]),
  label: z.string().trim().min(1, 'Ghi tên giấy tờ hoặc mục cần bổ sung.').max(300),
  reason: reason('lý do cần bổ sung'),
});

export const deliveryMethodSchema = z.enum(['counter', 'post', 'online']);

/** Every action but the first (submission), with what it needs to be told. */
export const actionSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('refuse_at_intake'), reasons: z.array(reason('lý do từ chối')).min(1).max(10) }),
  z.object({ type: z.literal('pass_on'), note: z.string().trim().max(2000).nullable() }),
  z.object({ type: z.literal('return_to_step'), toStepId: z.string().max(10), reason: reason('lý do trả lại') }),
  z.object({ type: z.literal('claim') }),
  z.object({ type: z.literal('assign'), officerId: z.uuid() }),
  z.object({
    type: z.literal('request_supplement'),
    items: z.array(supplementItemSchema).min(1, 'Nêu ít nhất một giấy tờ hoặc mục cần bổ sung.').max(30),
    /** The sector rule that allows asking later than 3 working days after reception. */
    sectorGround: z.string().trim().min(5).max(500).nullable(),
  }),
  z.object({ type: z.literal('take_supplement'), papers: z.array(paperReceivedSchema).max(60) }),
  z.object({
    type: z.literal('request_payment'),
    amount: z
      .int('Số tiền là số nguyên đồng.')
      .min(1_000, 'Số tiền ít nhất 1.000 đồng.')
      .max(10_000_000_000, 'Số tiền quá lớn.'),
    reason: reason('khoản phải nộp'),
    stopsClock: z.boolean(),
  }),
  z.object({ type: z.literal('confirm_payment'), receiptNumber: z.string().trim().max(50).nullable() }),
  z.object({
    type: z.literal('extend'),
    term: termSchema,
    reason: reason('lý do gia hạn'),
    apology: reason('lời xin lỗi'),
  }),
  z.object({ type: z.literal('approve') }),
  z.object({ type: z.literal('refuse'), reasons: z.array(reason('lý do từ chối')).min(1).max(10) }),
  z.object({ type: z.literal('withdraw'), reason: reason('lý do rút hồ sơ') }),
  z.object({ type: z.literal('stop'), reason: reason('lý do dừng') }),
  z.object({ type: z.literal('finish'), resultNumber: z.string().trim().max(60).nullable() }),
  z.object({
    type: z.literal('hand_over'),
    collector: z.string().trim().min(2, 'Ghi họ tên người nhận kết quả.').max(200),
    method: deliveryMethodSchema,
  }),
  z.object({ type: z.literal('correct_result'), toStepId: z.string().max(10), reason: reason('lý do sửa kết quả') }),
  z.object({
    type: z.literal('correct_details'),
    summary: z.string().trim().min(1).max(1000).nullable(),
    deliveryMethod: deliveryMethodSchema.nullable(),
    reason: reason('lý do sửa'),
  }),
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
  request_supplement: 'Yêu cầu bổ sung',
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
};

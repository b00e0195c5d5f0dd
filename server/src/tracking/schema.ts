// The contract of the citizen's tracking page: what the QR on a receipt opens.

import { z } from 'zod';
import { traceLine, urgency } from '../dossiers/schema.ts';

export const trackingView = z.object({
  code: z.string().nullable(),
  procedureCode: z.string(),
  procedureName: z.string(),
  officeName: z.string(),
  officePhone: z.string().nullable(),
  officeAddress: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  /** The whole answer in one or two sentences. */
  sentence: z.string(),
  /** What the citizen must do now, or null: then `Anh/Chị chưa phải làm gì`. */
  mustDo: z.string().nullable(),
  due: z.string().nullable(),
  dueText: z.string(),
  timeText: z.string(),
  urgency,
  supplement: z
    .object({
      answerBy: z.string(),
      answerByText: z.string(),
      /** True once something came for every item: an officer looks next. */
      answered: z.boolean(),
      items: z.array(
        z.object({
          /** Its place in the request: names it when it is answered. */
          index: z.int(),
          kind: z.enum(['paper', 'field']),
          label: z.string(),
          reason: z.string(),
          basis: z.string().nullable(),
          /** Files received for it since it was asked. */
          sent: z.int(),
          /** What was written for it, as received. */
          value: z.string().nullable(),
        }),
      ),
    })
    .nullable(),
  /** Public events, newest first: no names of officers but the present holder's in the sentence. */
  timeline: z.array(
    z.object({
      at: z.string(),
      /** `thứ Tư, 25/11, 17:00` */ when: z.string(),
      text: z.string(),
      lines: z.array(z.string()),
    }),
  ),
  trace: z.array(traceLine),
  /** The version shown: a withdrawal names it. */
  version: z.int(),
  /** What is awaited now, and from whom. */
  awaited: z.object({ from: z.enum(['citizen', 'office', 'other_agency', 'nobody']), text: z.string() }),
  /** The same in few words of English. */
  english: z.object({ awaited: z.string(), sentence: z.string() }),
  /** Null once there is nothing left to withdraw; `why` null while it is possible. */
  withdrawal: z.object({ why: z.string().nullable(), after: z.array(z.string()) }).nullable(),
  /** Null when no Official Account is connected. */
  zalo: z.object({ oaName: z.string() }).nullable(),
});
export type TrackingView = z.infer<typeof trackingView>;

/** The status alone: what other programs (a chat, a board in the hall, a portal) ask for, often. */
export const trackingStatus = z.object({
  code: z.string().nullable(),
  procedureName: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  /** The whole answer in one or two sentences. */
  sentence: z.string(),
  /** The room that holds it, and since when; null once it has ended. */
  unitName: z.string().nullable(),
  since: z.string().nullable(),
  due: z.string().nullable(),
  /** Negative when late; null while no clock runs. */
  workingDaysLeft: z.int().nullable(),
  timeText: z.string(),
  urgency,
  /** What the citizen must do now; null when nothing. */
  mustDo: z.string().nullable(),
});
export type TrackingStatus = z.infer<typeof trackingStatus>;

/** A fresh single-use code that links a chat to this dossier, and where to send it. */
export const linkCodeAnswer = z.object({
  /** `MC-7Q4KD-29XMT` */
  code: z.string(),
  /** The text to send to the Official Account. */
  text: z.string(),
  /** Opens the Official Account in Zalo. */
  openUrl: z.string(),
  expiresAt: z.string(),
  expiresText: z.string(),
});
export type LinkCodeAnswer = z.infer<typeof linkCodeAnswer>;

const digits = z
  .string()
  .max(40)
  .transform((typed) => typed.replace(/[\s.-]/g, ''))
  .refine((typed) => /^(?:\d{6}|\d{9}|\d{12})$/.test(typed), 'Nhập 6 số cuối căn cước của người nộp hồ sơ.')
  .transform((typed) => typed.slice(-6));

export const lookUpBody = z.object({
  code: z.string().trim().min(1, 'Nhập mã hồ sơ trên giấy tiếp nhận.').max(60, 'Mã hồ sơ quá dài.'),
  digits,
});
export type LookUpBody = z.infer<typeof lookUpBody>;
export const lookUpAnswer = z.object({ token: z.string() });
export type LookUpAnswer = z.infer<typeof lookUpAnswer>;

export const withdrawBody = z.object({
  version: z.int().min(0),
  digits,
  /** May be left out: nobody owes a reason. */
  reason: z
    .string()
    .trim()
    .normalize('NFC')
    .max(500, 'Rút gọn lý do, không quá 500 ký tự.')
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'Gõ lại lý do: có ký tự không đọc được.')
    .refine((typed) => typed === '' || typed.length >= 5, 'Ghi lý do dài hơn một chút, hoặc để trống.'),
});
export type WithdrawBody = z.infer<typeof withdrawBody>;
export const withdrawAnswer = z.object({ status: z.string() });
export type WithdrawAnswer = z.infer<typeof withdrawAnswer>;

/** Who has opened the dossier, the newest first: roles and rooms, no names. */
export const readings = z.object({
  rows: z.array(
    z.object({
      at: z.string(),
      when: z.string(),
      role: z.string(),
      unitName: z.string(),
      agencyName: z.string(),
    }),
  ),
});
export type Readings = z.infer<typeof readings>;

/** What a citizen writes for a field they were asked to correct. */
export const valueBody = z.object({
  value: z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, 'Ghi nội dung đúng của mục này.')
    .max(1000, 'Rút gọn nội dung, không quá 1.000 ký tự.')
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'Gõ lại nội dung: có ký tự không đọc được.'),
});

export const answerTaken = z.object({
  /** The names of what is still missing; empty once everything is there. */
  missing: z.array(z.string()),
});
export type AnswerTaken = z.infer<typeof answerTaken>;

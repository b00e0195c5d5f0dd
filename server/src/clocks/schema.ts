// The contract of clocks: what deserves attention, the working calendar and its changes, the public reckoning of a date.

import { calendarDaySchema } from '@motcua/domain/calendar';
import { plainDateSchema } from '@motcua/domain/time';
import { z } from 'zod';

const nullableText = z.string().nullable();

export const attentionRow = z.object({
  id: z.string(),
  code: nullableText,
  procedureName: z.string(),
  applicantName: z.string(),
  stepName: z.string(),
  unitName: z.string(),
  holderName: nullableText,
  /** As whom the officer sees it. */
  rung: z.enum(['holder', 'head', 'centre']),
  duties: z.array(z.object({ kind: z.string(), text: z.string(), missed: z.boolean() })),
});
export type AttentionRow = z.infer<typeof attentionRow>;

export const attentionQuery = z.object({ offset: z.coerce.number().int().min(0).max(100_000).default(0) });

export const attentionList = z.object({
  /** The half-day it was gathered for: `7 giờ 30 thứ Hai, 7/12`. */
  since: z.string(),
  total: z.int(),
  rows: z.array(attentionRow),
  pageSize: z.int(),
});
export type AttentionList = z.infer<typeof attentionList>;

export const attentionCount = z.object({ count: z.int() });
export type AttentionCount = z.infer<typeof attentionCount>;

export const calendarEdit = z.object({
  /** The version that was looked at: another one answers 409. */
  version: z.int().min(1),
  days: z.array(calendarDaySchema).max(60, 'Mỗi lần đổi không quá 60 ngày. Xin chia thành nhiều lần.'),
  ordinary: z.array(plainDateSchema).max(60, 'Mỗi lần bỏ không quá 60 ngày. Xin chia thành nhiều lần.'),
});
export type CalendarEditBody = z.infer<typeof calendarEdit>;

export const calendarDecision = calendarEdit.extend({
  ground: z
    .string()
    .trim()
    .normalize('NFC')
    .min(10, 'Ghi rõ căn cứ, ít nhất 10 ký tự: công dân đọc được câu này.')
    .max(300, 'Rút gọn căn cứ, không quá 300 ký tự.'),
});
export type CalendarDecisionBody = z.infer<typeof calendarDecision>;

export const calendarPreview = z.object({
  /** Open dossiers looked at, and how many of them move. */
  seen: z.int(),
  moved: z.int(),
  /** The first of them, the earliest old date first. */
  rows: z.array(
    z.object({
      id: z.string(),
      code: nullableText,
      procedureName: z.string(),
      oldDue: z.string(),
      newDue: z.string(),
    }),
  ),
});
export type CalendarPreview = z.infer<typeof calendarPreview>;

export const calendarDecided = z.object({ version: z.int(), expected: z.int() });
export type CalendarDecided = z.infer<typeof calendarDecided>;

export const calendarView = z.object({
  version: z.int(),
  /** `thứ Hai` to `Chủ nhật` with the hours of each. */
  week: z.array(z.object({ day: z.string(), hours: z.string() })),
  /** Announced days from today on. */
  days: z.array(z.object({ date: z.string(), dayText: z.string(), kind: z.string(), name: z.string() })),
  decisions: z.array(
    z.object({
      version: z.int(),
      ground: z.string(),
      decidedText: z.string(),
      expected: z.int(),
      moved: z.int(),
      finished: z.boolean(),
    }),
  ),
  mayDecide: z.boolean(),
});
export type CalendarView = z.infer<typeof calendarView>;

const years = 'Chọn ngày từ 2018 đến 2055.';

/** What anybody may ask: received at this moment, with this term, when is it due? */
export const deadlineQuery = z.object({
  received: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/, 'Ghi ngày giờ nhận dạng 2026-11-23T10:00.')
    .refine((text) => plainDateSchema.safeParse(text.slice(0, 10)).success, 'Không có ngày này trong lịch.')
    .refine((text) => text >= '2018' && text < '2056', years),
  unit: z.enum(['working_day', 'working_hour', 'calendar_day', 'month', 'same_day'], {
    error: 'Chọn đơn vị của thời hạn.',
  }),
  value: z.coerce
    .number('Ghi thời hạn bằng số.')
    .int('Thời hạn là số nguyên.')
    .min(1, 'Thời hạn ít nhất là 1.')
    .max(1000, 'Thời hạn không quá 1.000.')
    .default(1),
  cutoff: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Ghi giờ dạng 15:00.')
    .default('15:00'),
});
export type DeadlineQuery = z.infer<typeof deadlineQuery>;

export const deadlineAnswer = z.object({
  due: z.string(),
  dueText: z.string(),
  /** The term in the words of the law. */
  termText: z.string(),
  trace: z.array(z.object({ date: nullableText, counted: z.boolean(), text: z.string() })),
  /** Whose working days were counted. */
  calendarName: z.string(),
});
export type DeadlineAnswer = z.infer<typeof deadlineAnswer>;

// The dossier that is next in line, and why somebody may leave it to a colleague: every exception has a reason on record.

import { z } from 'zod';
import { type Calendar, nextWorkingDay } from './calendar.ts';
import { dateOf, type Instant } from './time.ts';
import { openingOf } from './waiting.ts';

/** Kinds of reasons, as leaders count them. */
export const skipReasons = {
  not_mine: 'Không thuộc phần việc được giao',
  conflict: 'Người nộp là người thân hoặc có quyền lợi liên quan',
  missing: 'Chờ hồ sơ giấy hoặc số liệu trong cơ quan',
  urgent: 'Lãnh đạo giao việc khác gấp hơn',
  other: 'Lý do khác',
} as const;
export type SkipReason = keyof typeof skipReasons;

export const skipSchema = z
  .object({
    reason: z.enum(
      Object.keys(skipReasons) as [SkipReason, ...SkipReason[]],
      'Chọn một lý do trong danh sách.',
    ),
    note: z
      .string()
      .trim()
      .normalize('NFC')
      .max(500, 'Rút gọn lý do, không quá 500 ký tự.')
      .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'Gõ lại lý do: có ký tự không đọc được.'),
  })
  .refine(({ reason, note }) => reason !== 'other' || note.length >= 5, {
    path: ['note'],
    message: 'Ghi rõ lý do, ít nhất 5 ký tự: lãnh đạo đọc được câu này.',
  });
export type Skip = z.infer<typeof skipSchema>;

/** The reason as one sentence. */
export function skipText({ reason, note }: { reason: string; note: string | null }): string {
  const label = Object.entries(skipReasons).find(([kind]) => kind === reason)?.[1] ?? reason;
  return note === null || note === '' ? label : `${label}: ${note}`;
}

/** Until when who skipped a dossier is not given it again: the next working morning. A skip buries nothing. */
export function skippedUntil(calendar: Calendar, now: Instant): Instant {
  return openingOf(calendar, nextWorkingDay(calendar, dateOf(now)));
}

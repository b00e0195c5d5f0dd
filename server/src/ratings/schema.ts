// The contract of ratings: what a citizen is asked and says, the figures, and what the head follows up.

import { longestRatingWords, ratingLevels } from '@motcua/domain/rating';
import { z } from 'zod';

const nullableText = z.string().nullable();
const level = z.enum(ratingLevels);

export const ratingView = z.object({
  /** `new`; `revisable` and `completable` once rated; `closed` after the last day; `too_early` while the dossier goes on. */
  stage: z.enum(['too_early', 'new', 'revisable', 'completable', 'closed']),
  openUntil: nullableText,
  level: level.nullable(),
  /** By question, the index of the option chosen. */
  answers: z.record(z.string(), z.int()),
  words: nullableText,
  basis: nullableText,
  questions: z.array(z.object({ id: z.string(), text: z.string(), options: z.array(z.string()) })),
  /** By when somebody who is not content is answered, and what they were told; null where nobody has to. */
  reply: z.object({ by: z.string(), text: nullableText }).nullable(),
});
export type RatingView = z.infer<typeof ratingView>;

export const ratingBody = z.object({
  level: level.exactOptional(),
  answers: z
    .record(z.string().max(40), z.int('Chọn một câu trả lời có sẵn.').min(0).max(9))
    .refine((answers) => Object.keys(answers).length <= 20, 'Có nhiều câu trả lời hơn số câu hỏi.')
    .exactOptional(),
  words: z
    .string()
    .trim()
    .normalize('NFC')
    .max(longestRatingWords, 'Rút gọn lời góp ý, không quá 1.000 ký tự.')
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'Gõ lại lời góp ý: có ký tự không đọc được.')
    .exactOptional(),
});
export type RatingBody = z.infer<typeof ratingBody>;

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'Ngày ghi theo dạng 2026-12-31.');
export const ratingPeriod = z.object({ from: day.exactOptional(), to: day.exactOptional() });

const share = z.object({
  of: z.int(),
  count: z.int(),
  share: z.number().nullable(),
  low: z.number().nullable(),
  high: z.number().nullable(),
});

const group = z.object({
  key: z.string(),
  name: z.string(),
  /** Satisfied or very satisfied, of those rated. */
  satisfied: share,
  invited: z.int(),
});

export const ratingFigures = z.object({
  officeName: z.string(),
  from: z.string(),
  to: z.string(),
  /** Rated, of the dossiers that ended in the period. */
  response: share,
  levels: z.object({ very_satisfied: z.int(), satisfied: z.int(), not_satisfied: z.int() }),
  satisfied: share,
  /** Left out of all figures: too many from one place, or for one officer, within minutes. */
  setAside: z.int(),
  questions: z.array(
    z.object({
      id: z.string(),
      letter: z.string(),
      text: z.string(),
      n: z.int(),
      points: z.number().nullable(),
    }),
  ),
  indicators: z.array(
    z.object({ number: z.int(), name: z.string(), points: z.int().nullable(), why: z.string() }),
  ),
  procedures: z.array(group),
});
export type RatingFigures = z.infer<typeof ratingFigures>;

export const followUpRow = z.object({
  dossierId: z.string(),
  code: nullableText,
  procedureName: z.string(),
  officerName: nullableText,
  reasonText: z.string(),
  level: level.nullable(),
  words: nullableText,
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  ratedAt: z.string(),
  dueAt: z.string(),
  takenBy: nullableText,
  reply: nullableText,
  answeredAt: nullableText,
});
export type FollowUpRow = z.infer<typeof followUpRow>;

export const ratingBoard = z.object({
  figures: ratingFigures,
  /** Null for whoever does not lead: officers do not read what is said of each other. */
  lead: z.object({ officers: z.array(group), followUps: z.array(followUpRow) }).nullable(),
});
export type RatingBoard = z.infer<typeof ratingBoard>;

export const followUpReply = z.object({
  reply: z
    .string()
    .trim()
    .normalize('NFC')
    .min(10, 'Ghi câu trả lời cho công dân, ít nhất 10 ký tự.')
    .max(1200, 'Rút gọn câu trả lời, không quá 1.200 ký tự.')
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\t\n\r])*$/u, 'Gõ lại câu trả lời: có ký tự không đọc được.'),
});

export const followUpDone = z.object({ text: z.string() });

// The contract of opinions: what the caller's agency still owes to others.

import { z } from 'zod';

export const opinionQuery = z.object({ offset: z.coerce.number().int().min(0).max(100_000).default(0) });

export const owedOpinion = z.object({
  requestId: z.string(),
  dossierId: z.string(),
  code: z.string().nullable(),
  procedureName: z.string(),
  applicantName: z.string(),
  /** Who asks: the agency that has the dossier now. */
  askedBy: z.string(),
  question: z.string(),
  detail: z.string().nullable(),
  askedAt: z.string(),
  answerBy: z.string(),
  /** `trả lời trước 17 giờ thứ Tư, 25/11`; of one overdue, since when. */
  answerText: z.string(),
  overdue: z.boolean(),
  /** What silence will mean. */
  silenceText: z.string(),
});
export type OwedOpinion = z.infer<typeof owedOpinion>;

export const owedOpinions = z.object({ rows: z.array(owedOpinion), total: z.int(), pageSize: z.int() });
export type OwedOpinions = z.infer<typeof owedOpinions>;

export const owedCount = z.object({ count: z.int() });
export type OwedCount = z.infer<typeof owedCount>;

// The contract of notices at the desk: whom to tell by hand, and what did not arrive.

import { z } from 'zod';

const nullableText = z.string().nullable();

export const pageQuery = z.object({ offset: z.coerce.number().int().min(0).max(100_000).default(0) });

const dossierOf = {
  noticeId: z.string(),
  dossierId: z.string(),
  code: nullableText,
  procedureName: z.string(),
  applicantName: z.string(),
};

/** How many rows each of the two lists holds, by the same predicates that list them. */
export const noticeCounts = z.object({ toTell: z.int(), failed: z.int() });
export type NoticeCounts = z.infer<typeof noticeCounts>;

const listOf = <Row extends z.ZodType>(row: Row) =>
  z.object({ counts: noticeCounts, rows: z.array(row), pageSize: z.int() });

export const toTellRow = z.object({
  ...dossierOf,
  /** `0912 345 678`, as it is dialled; null: a letter, or when the person comes. */
  phone: nullableText,
  address: z.string(),
  /** Ready to be read out. */
  say: z.string(),
  /** Since when it waits to be told. */
  since: z.string(),
  sinceText: z.string(),
  /** Why nothing else reached the person; null when there was no other way. */
  why: nullableText,
});
export type ToTellRow = z.infer<typeof toTellRow>;

export const toTellList = listOf(toTellRow);
export type ToTellList = z.infer<typeof toTellList>;

export const toldWays = ['điện thoại', 'thư', 'trực tiếp'] as const;
export type ToldWay = (typeof toldWays)[number];

export const toldBody = z.object({
  how: z.enum(toldWays, 'Chọn cách đã báo: điện thoại, thư hoặc trực tiếp.'),
});
export type ToldBody = z.infer<typeof toldBody>;

export const toldAnswer = z.object({ toldAt: z.string(), by: z.string(), how: z.enum(toldWays) });
export type ToldAnswer = z.infer<typeof toldAnswer>;

export const failedRow = z.object({
  ...dossierOf,
  text: z.string(),
  /** `tin Zalo`, `tin mẫu Zalo tới số điện thoại`, `SMS`. */
  roadText: z.string(),
  state: z.enum(['failed', 'unknown']),
  /** What happened and what an operator can do. */
  reason: z.string(),
  at: z.string(),
  atText: z.string(),
  /** The person is on the list of those to be told by hand as well. */
  alsoToTell: z.boolean(),
});
export type FailedRow = z.infer<typeof failedRow>;

export const failedList = listOf(failedRow);
export type FailedList = z.infer<typeof failedList>;

/** What the new try will do, as a sentence. */
export const replayAnswer = z.object({ text: z.string() });
export type ReplayAnswer = z.infer<typeof replayAnswer>;

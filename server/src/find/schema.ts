// The contract of finding: search in people's own words, life events, and a procedure as everybody may read it.

import { filingChannelSchema, paperSchema } from '@motcua/domain/procedure';
import { z } from 'zod';
import { publicProcedure } from '../processes/schema.ts';

const nullableText = z.string().nullable();

export const foundRow = z.object({
  code: z.string(),
  shortName: z.string(),
  name: z.string(),
  field: z.string(),
  /** As the catalogue says it: `Ngay trong ngày làm việc`; empty when it says nothing. */
  termText: z.string(),
  feeText: nullableText,
  /** By what it was found, the strongest first. */
  why: z.array(z.enum(['code', 'name', 'meaning', 'papers', 'field'])),
});
export type FoundRow = z.infer<typeof foundRow>;

export const findQuery = z.object({
  /** Whatever a person types; only the beginning of a long text is read. */
  q: z.string().max(20_000).default(''),
  limit: z.coerce.number().int().min(1).max(20).default(10),
});

export const findAnswer = z.object({
  /** Procedures taken in here, best first. */
  rows: z.array(foundRow),
  /**
   * `sure`: the first row is what was meant. `ask`: one question decides, `question` has it. `not_sure`: nothing
   * fits well; rows, if any, are the nearest, and a person is the way on.
   */
  verdict: z.enum(['sure', 'ask', 'not_sure']),
  question: z
    .object({
      text: z.string(),
      /** Two to five; each leads to one procedure. */
      options: z.array(z.object({ label: z.string(), code: z.string() })),
    })
    .nullable(),
  /** What fits but is taken in elsewhere; at most three. */
  elsewhere: z.array(foundRow),
});
export type FindAnswer = z.infer<typeof findAnswer>;

/** The procedures of one occasion in life (`sinh-con`), of one field, or all that are taken in here. */
export const listQuery = z.object({
  event: z.string().max(40).optional(),
  field: z.string().max(300).optional(),
});
export const publicList = z.object({
  rows: z.array(foundRow),
  events: z.array(z.object({ id: z.string(), name: z.string(), says: z.string(), count: z.int() })),
  fields: z.array(z.object({ name: z.string(), count: z.int() })),
});
export type PublicList = z.infer<typeof publicList>;

/** Times that a citizen may count on, over the last year; null where the sample is too small to say. */
export const serviceTimes = z.object({
  /** Dossiers received in the year: `done` have ended, `open` have not and count with the time they have waited. */
  received: z.int(),
  done: z.int(),
  open: z.int(),
  /** Working days by which half, and nine in ten, have their result; open dossiers are counted in. */
  medianDays: z.number().nullable(),
  p90Days: z.number().nullable(),
  /** Shares of those done, 0 to 1; null below ten. */
  lateShare: z.number().nullable(),
  refusedShare: z.number().nullable(),
  /** `Một nửa số hồ sơ xong trong 2 ngày làm việc …` */
  sentence: z.string(),
});
export type ServiceTimes = z.infer<typeof serviceTimes>;

export const procedurePage = publicProcedure.extend({
  shortName: z.string(),
  version: z.int(),
  levels: z.array(z.string()),
  applicants: z.array(z.string()),
  channels: z.array(
    z.object({
      channel: filingChannelSchema,
      label: z.string(),
      termText: z.string(),
      fees: z.array(z.string()),
      note: nullableText,
    }),
  ),
  /** Papers by case: first those of every case (`name` null), then each case with its own. */
  papersByCase: z.array(z.object({ name: nullableText, papers: z.array(paperSchema) })),
  /** `Anh/Chị thuộc trường hợp nào?` Empty when there is only one way; the name is that of `papersByCase`. */
  cases: z.array(z.object({ name: z.string(), papers: z.int() })),
  results: z.array(z.string()),
  /** How it goes, as the catalogue tells it. */
  stepsText: nullableText,
  conditions: nullableText,
  legalBasis: nullableText,
  decision: nullableText,
  agency: nullableText,
  /** An e-form can be filled in for it today. */
  hasForm: z.boolean(),
  /** The day this version came into the catalogue, and `Cập nhật thứ Hai, 7/12, theo Quyết định …`. */
  updatedOn: z.string(),
  updatedText: z.string(),
  serviceTimes,
});
export type ProcedurePage = z.infer<typeof procedurePage>;

/** Looked for at least three times in a month; words without accents and figures. */
export const unfoundList = z.object({
  rows: z.array(z.object({ month: z.string(), times: z.int(), words: z.string() })),
});
export type UnfoundList = z.infer<typeof unfoundList>;

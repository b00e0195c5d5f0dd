// The contract of worklists: the list, what it may be narrowed by, what is what is remembered, next in line, acts on many at once.

import { actionSchema } from '@motcua/domain/dossier-action';
import { skipSchema } from '@motcua/domain/next-dossier';
import { worklistFilterSchema } from '@motcua/domain/worklist-filter';
import { z } from 'zod';
import { urgency } from '../dossiers/schema.ts';

const nullableText = z.string().nullable();

export const tabs = ['mine', 'to_claim', 'unit', 'citizen', 'due_soon', 'late', 'elsewhere'] as const;
export type Tab = (typeof tabs)[number];

export const worklistQuery = worklistFilterSchema.extend({
  tab: z.enum(tabs).default('mine'),
  q: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(100_000).default(0),
});

export const worklistRow = z.object({
  id: z.string(),
  version: z.int(),
  code: nullableText,
  procedureName: z.string(),
  applicantName: z.string(),
  status: z.string(),
  statusLabel: z.string(),
  stepName: z.string(),
  unitName: z.string(),
  holderName: nullableText,
  /** The holder is away and the caller stands in. */
  inPlace: z.boolean(),
  since: z.string(),
  receivedAt: nullableText,
  due: nullableText,
  urgency,
  /** When it goes back to the pile if its holder does not touch it. */
  heldUntil: nullableText,
  /** Negative when late; null without a running clock. */
  workingDaysLeft: z.number().nullable(),
  /** One short phrase: `còn 2 ngày làm việc`, `trễ 1 ngày làm việc`, `chờ công dân từ thứ Hai, 23/11`. */
  timeText: z.string(),
  /** What the counter owes it by the minute: the answer to an online filing, the passing on of papers. */
  duty: z.object({ text: z.string(), missed: z.boolean() }).nullable(),
});
export type WorklistRow = z.infer<typeof worklistRow>;

export const worklist = z.object({
  tab: z.enum(tabs),
  /** How many rows each tab holds, by the same predicate that lists them. */
  counts: z.record(z.enum(tabs), z.int()),
  total: z.int(),
  rows: z.array(worklistRow),
  /** What the caller held until their time ran out, and nobody has taken since. */
  lapsed: z.array(
    z.object({ id: z.string(), version: z.int(), code: nullableText, procedureName: z.string() }),
  ),
  /** Rows asked at once. */
  pageSize: z.int(),
});
export type Worklist = z.infer<typeof worklist>;

/** What the filters offer: only what stands in open dossiers, and those who work here. */
export const worklistChoices = z.object({
  procedures: z.array(z.object({ code: z.string(), name: z.string(), open: z.int() })),
  units: z.array(z.object({ code: z.string(), name: z.string() })),
  officers: z.array(z.object({ id: z.string(), name: z.string(), unit: z.string() })),
});
export type WorklistChoices = z.infer<typeof worklistChoices>;

/** Tab, filters and order as last chosen. No search words: they may be somebody's name. */
export const worklistView = worklistFilterSchema.extend({ tab: z.enum(tabs).exactOptional() });
export type WorklistView = z.infer<typeof worklistView>;
export const keptView = z.object({ view: worklistView.nullable() });
export type KeptView = z.infer<typeof keptView>;

export const nextBody = z.object({
  /** The dossier that is left to others, and why; null for the first. */
  skip: z.object({ dossierId: z.uuid('Mã nội bộ của hồ sơ không đúng dạng.'), why: skipSchema }).nullable(),
});
export type NextBody = z.infer<typeof nextBody>;

export const nextAnswer = z.object({
  /** The dossier that was taken; null when nothing waits. */
  dossier: z
    .object({ id: z.string(), version: z.int(), code: nullableText, procedureName: z.string() })
    .nullable(),
  /** How many were left out because the caller skipped them until the next working day. */
  skipped: z.int(),
});
export type NextAnswer = z.infer<typeof nextAnswer>;

export const skipList = z.object({
  /** Skips of the last thirty days, by officer and by reason. */
  byOfficer: z.array(z.object({ name: z.string(), count: z.int() })),
  byReason: z.array(z.object({ text: z.string(), count: z.int() })),
  total: z.int(),
  rows: z.array(
    z.object({
      id: z.string(),
      code: nullableText,
      procedureName: z.string(),
      officerName: z.string(),
      at: z.string(),
      text: z.string(),
    }),
  ),
});
export type SkipList = z.infer<typeof skipList>;

export const leaseBody = z.object({
  /** Working hours; null: by the plan of each step. */
  hours: z
    .int('Số giờ là số nguyên.')
    .min(1, 'Cho giữ ít nhất 1 giờ làm việc.')
    .max(160, 'Cho giữ không quá 160 giờ làm việc.')
    .nullable(),
});
export type LeaseBody = z.infer<typeof leaseBody>;
export const leaseView = leaseBody.extend({ mayChange: z.boolean() });
export type LeaseView = z.infer<typeof leaseView>;

const [allowed, refused] = [
  ['claim', 'assign', 'pass_on', 'approve', 'release'],
  'Việc này không làm hàng loạt được. Xin làm ở từng hồ sơ.',
] as const;
export type BulkType = (typeof allowed)[number];

/** Most dossiers of one run. */
export const mostAtOnce = 200;

export const bulkBody = z.object({
  action: actionSchema.refine(({ type }) => (allowed as readonly string[]).includes(type), refused),
  dossiers: z
    .array(z.object({ id: z.uuid(), version: z.int().min(1) }))
    .min(1, 'Chọn ít nhất một hồ sơ.')
    .max(mostAtOnce, `Mỗi lần chọn không quá ${mostAtOnce} hồ sơ. Xin chia thành nhiều lần.`),
});
export type BulkBody = z.infer<typeof bulkBody>;

const bulkDossier = {
  id: z.string(),
  code: nullableText,
  procedureName: z.string(),
  applicantName: z.string(),
};

export const bulkPreview = z.object({
  /** How many will be done. */
  possible: z.int(),
  rows: z.array(
    z.object({
      ...bulkDossier,
      possible: z.boolean(),
      /** What will happen, or why it will not. */
      text: z.string(),
    }),
  ),
});
export type BulkPreview = z.infer<typeof bulkPreview>;

const bulkSums = {
  id: z.string(),
  /** The act by its label. */
  label: z.string(),
  createdAt: z.string(),
  total: z.int(),
  done: z.int(),
  refused: z.int(),
  finished: z.boolean(),
};
export const bulkRun = z.object({
  ...bulkSums,
  rows: z.array(
    z.object({ ...bulkDossier, state: z.enum(['waiting', 'done', 'refused']), text: nullableText }),
  ),
});
export type BulkRun = z.infer<typeof bulkRun>;
export const bulkRuns = z.object({ runs: z.array(z.object(bulkSums)) });
export type BulkRuns = z.infer<typeof bulkRuns>;
export const bulkStarted = z.object({ id: z.string() });
export type BulkStarted = z.infer<typeof bulkStarted>;

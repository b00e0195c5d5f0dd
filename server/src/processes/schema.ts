// The contract of processes: the list, one version drawn and proved, publishing, moving running dossiers, the public page.

import { processSchema } from '@motcua/domain/process';
import { z } from 'zod';

const nullableText = z.string().nullable();
const namedCode = z.object({ code: z.string(), name: z.string() });

/** A process as people read it: for the desk and for the public alike. */
export const drawnProcess = z.object({
  steps: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['intake', 'work', 'approve', 'register', 'return']),
      name: z.string(),
      unitName: z.string(),
      roleName: z.string(),
      /** Working minutes, for the length of the bar; the words are `timeText`. */
      minutes: z.int(),
      timeText: nullableText,
      checks: nullableText,
      produces: nullableText,
      /** Other agencies that are asked; those of one round together. */
      consultations: z.array(
        z.object({
          agency: z.string(),
          question: z.string(),
          round: z.int(),
          timeText: z.string(),
          silenceText: z.string(),
        }),
      ),
    }),
  ),
  /** Empty when every dossier goes the same way. */
  cases: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      termText: nullableText,
      totalText: z.string(),
      /** The time of each step in this case, in the order of the steps. */
      times: z.array(
        z.object({ stepId: z.string(), skipped: z.boolean(), minutes: z.int(), timeText: nullableText }),
      ),
    }),
  ),
  totalText: z.string(),
  paidFeeText: nullableText,
});
export type DrawnProcess = z.infer<typeof drawnProcess>;

const finding = z.object({ field: z.string(), problem: z.string(), remedy: z.string() });

export const processQuery = z.object({
  q: z.string().max(200).optional(),
  offset: z.coerce.number().int().min(0).max(1_000_000).optional(),
});
export const processList = z.object({
  rows: z.array(
    z.object({
      code: z.string(),
      title: z.string(),
      /** The version in force today; null when there is none. */
      inForce: z.int().nullable(),
      /** `phiên bản 3 từ thứ Hai, 4/1` */
      comingText: nullableText,
      drafts: z.int(),
      findings: z.int(),
    }),
  ),
  total: z.int(),
  pageSize: z.int(),
  mayPublish: z.boolean(),
});
export type ProcessList = z.infer<typeof processList>;

export const processState = z.enum(['draft', 'coming', 'in_force', 'past']);
export type ProcessState = z.infer<typeof processState>;

export const processVersions = z.object({
  code: z.string(),
  title: z.string(),
  /** Newest first. */
  versions: z.array(
    z.object({ version: z.int(), state: processState, stateText: z.string(), source: nullableText }),
  ),
});
export type ProcessVersions = z.infer<typeof processVersions>;

const violation = z.object({
  kind: z.string(),
  stepName: nullableText,
  problem: z.string(),
  remedy: z.string(),
  /** The acts that lead into it, the filing first. */
  path: z.array(z.string()),
});

export const processView = z.object({
  code: z.string(),
  title: z.string(),
  version: z.int(),
  state: processState,
  stateText: z.string(),
  source: nullableText,
  termText: nullableText,
  drawn: drawnProcess,
  /** What the import found wrong; a draft with any is mended in its file. */
  findings: z.array(finding),
  proof: z.object({
    violations: z.array(violation),
    /** What was looked at, in one sentence. */
    lookedAt: z.string(),
    /** What the term leaves beside the steps; a sentence a case. */
    reserves: z.array(z.string()),
  }),
  /** Null when this officer may publish it now; else why not. */
  whyNotPublish: nullableText,
  /** Running dossiers of the procedure here that another version holds. */
  otherDossiers: z.int(),
  mayMove: z.boolean(),
  /** The process itself, for those who may change it. */
  editable: z
    .object({
      process: processSchema,
      units: z.array(namedCode),
      /** Agencies a step may lie at or ask, with their units. */
      agencies: z.array(namedCode.extend({ units: z.array(namedCode) })),
    })
    .nullable(),
});
export type ProcessView = z.infer<typeof processView>;

export const draftBody = z.object({ process: processSchema });
export type DraftBody = z.infer<typeof draftBody>;
export const draftAnswer = z.object({ version: z.int(), text: z.string() });
export type DraftAnswer = z.infer<typeof draftAnswer>;

export const publishBody = z.object({
  effectiveFrom: z.iso.date('Ghi ngày có hiệu lực theo dạng năm-tháng-ngày.'),
});
export type PublishBody = z.infer<typeof publishBody>;
export const publishAnswer = z.object({ version: z.int(), text: z.string() });
export type PublishAnswer = z.infer<typeof publishAnswer>;

/** Most dossiers one decision moves: a preview a person can read. */
export const mostMoved = 200;

export const movePreview = z.object({
  rows: z.array(
    z.object({
      id: z.string(),
      version: z.int(),
      code: nullableText,
      summary: z.string(),
      from: z.string(),
      /** Where it would stand; null when it stays, with the reason. */
      to: nullableText,
      why: nullableText,
    }),
  ),
  total: z.int(),
});
export type MovePreview = z.infer<typeof movePreview>;

export const moveBody = z.object({
  /** As they were in the preview. */
  dossiers: z
    .array(z.object({ id: z.uuid(), version: z.int().min(1) }))
    .min(1, 'Chọn ít nhất một hồ sơ.')
    .max(mostMoved, `Mỗi lần chuyển nhiều nhất ${mostMoved} hồ sơ.`),
  reason: z.string().trim().normalize('NFC').min(5, 'Ghi rõ lý do, ít nhất 5 ký tự.').max(500),
});
export type MoveBody = z.infer<typeof moveBody>;
export const moveAnswer = z.object({
  moved: z.int(),
  /** Those that stayed, by name, with the reason. */
  stayed: z.array(z.object({ id: z.string(), code: nullableText, why: z.string() })),
  text: z.string(),
});
export type MoveAnswer = z.infer<typeof moveAnswer>;

export const publicProcedure = z.object({
  code: z.string(),
  name: z.string(),
  field: z.string(),
  officeName: z.string(),
  termText: z.string(),
  /** Whole sentences: `Lệ phí: 8.000 đồng`. */
  fees: z.array(z.string()),
  papers: z.array(z.string()),
  inForceText: nullableText,
  process: drawnProcess.nullable(),
});
export type PublicProcedure = z.infer<typeof publicProcedure>;

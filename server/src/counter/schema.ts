// The contract of the counter beside single dossiers: earlier filings, visits, groups, batches.

import { z } from 'zod';

export const filedBeforeBody = z.object({
  identityNumber: z.string().max(20),
  procedureCode: z.string().max(20),
});
export type FiledBeforeBody = z.infer<typeof filedBeforeBody>;

/** A dossier the same person filed of the same procedure, in one sentence. */
export const filedBefore = z.object({ id: z.string(), code: z.string().nullable(), text: z.string() });
export type FiledBefore = z.infer<typeof filedBefore>;
export const filedBeforeAnswer = z.object({ dossiers: z.array(filedBefore) });

/** What the code on the receipt of a visit opens. */
export const visitLinks = z.object({
  dossiers: z.array(z.object({ code: z.string().nullable(), procedureName: z.string(), token: z.string() })),
});
export type VisitLinks = z.infer<typeof visitLinks>;

const dossierIds = z
  .array(z.uuid('Mã nội bộ của hồ sơ không đúng dạng.'))
  .min(1, 'Quét ít nhất một hồ sơ.')
  .max(200, 'Một đợt bàn giao không quá 200 hồ sơ.')
  .refine((ids) => new Set(ids).size === ids.length, 'Có hồ sơ được quét hai lần.');

export const batchBody = z.object({ toUnit: z.string().max(40), dossierIds });
export type BatchBody = z.infer<typeof batchBody>;
export const receiveBody = z.object({ dossierIds });

const batchHead = z.object({
  id: z.string(),
  /** `12/2026` */
  name: z.string(),
  fromUnit: z.string(),
  toUnit: z.string(),
  fromOfficer: z.string(),
  at: z.string(),
  /** The caller belongs to the unit that receives, and did not give it. */
  mayReceive: z.boolean(),
});

export const batchList = z.object({
  /** Units of the agency other than the caller's. */
  units: z.array(z.object({ code: z.string(), name: z.string() })),
  batches: z.array(batchHead.extend({ count: z.int(), missing: z.int() })),
});
export type BatchList = z.infer<typeof batchList>;

export const batchView = batchHead.extend({
  mayTakeBack: z.boolean(),
  lines: z.array(
    z.object({
      dossierId: z.string(),
      code: z.string().nullable(),
      procedureName: z.string(),
      /** Null while its papers are missing. */
      receivedBy: z.string().nullable(),
      receivedAt: z.string().nullable(),
    }),
  ),
});
export type BatchView = z.infer<typeof batchView>;

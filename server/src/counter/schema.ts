// The contract of the counter beside single dossiers: earlier filings, visits, lists, batches.

import { applicantSchema } from '@motcua/domain/applicant';
import { paperReceivedSchema } from '@motcua/domain/dossier-action';
import { z } from 'zod';
import { intakeBody } from '../dossiers/schema.ts';

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

/** Bytes of a spreadsheet: ten thousand rows still arrive, to be told how many they are. */
export const largestList = 4 * 1024 * 1024;
/** Rows of one transaction: taken in together or not at all. */
export const mostInPart = 50;

const listRow = z.object({
  line: z.int().min(1),
  ...applicantSchema.pick({ fullName: true, identityNumber: true, phone: true, address: true, email: true })
    .shape,
  summary: intakeBody.shape.summary,
});

export const listQuery = z.object({ procedureCode: z.string().max(20) });

export const listReading = z.object({
  rows: z.array(
    z.object({
      line: z.int(),
      fullName: z.string(),
      identityNumber: z.string(),
      phone: z.string().nullable(),
      address: z.string(),
      email: z.string().nullable(),
      summary: z.string().nullable(),
    }),
  ),
  errors: z.array(z.object({ line: z.int(), column: z.string(), message: z.string() })),
  /** Columns of the file that are none of the list's. */
  ignored: z.array(z.string()),
});
export type ListReading = z.infer<typeof listReading>;

/** One part of a list: what is the same for all is said once. */
export const listBody = intakeBody
  .pick({
    procedureCode: true,
    caseId: true,
    copies: true,
    deliveryMethod: true,
    fee: true,
    feePaid: true,
    passOn: true,
  })
  .extend({
    papers: z.array(paperReceivedSchema).min(1, 'Đánh dấu ít nhất một giấy tờ đã nhận.').max(60),
    rows: z
      .array(listRow)
      .min(1, 'Danh sách chưa có dòng nào đúng.')
      .max(mostInPart, `Mỗi phần không quá ${mostInPart} dòng.`),
  });
export type ListBody = z.infer<typeof listBody>;

/** In the order of the rows. */
export const listAnswer = z.object({
  taken: z.array(z.object({ line: z.int(), id: z.string(), code: z.string(), due: z.string().nullable() })),
});
export type ListAnswer = z.infer<typeof listAnswer>;

// The contract of drafts: what a citizen fills in, sends and files on the web.

import { filingPlaceKinds } from '@motcua/domain/filing-place';
import { z } from 'zod';

/** Bytes of one part of a file on its way: the last may be smaller. */
export const partBytes = 512 * 1024;

export const beginBody = z.object({ procedureCode: z.string().max(20) });
export const draftLink = z.object({ token: z.string() });
export type DraftLink = z.infer<typeof draftLink>;

export const resumeBody = z.object({
  code: z.string().trim().max(40),
  /** The last six digits of the identity number or telephone it names; null to ask whether they are wanted. */
  digits: z
    .string()
    .trim()
    .regex(/^\d{6}$/, 'Nhập đúng 6 chữ số cuối.')
    .nullable(),
});
export const resumeAnswer = z.object({
  kind: z.enum(['open', 'needs_proof', 'wrong', 'spent']),
  token: z.string().nullable(),
  triesLeft: z.int().nullable(),
});
export type ResumeAnswer = z.infer<typeof resumeAnswer>;

export const answersBody = z.object({
  /** The version the sender saw; without it the changes go in whatever came meanwhile. */
  version: z.int().min(1).exactOptional(),
  changes: z
    .array(
      z.object({
        path: z.string().max(200) /** Any JSON: the check of the form names what will not do. */,
        value: z.unknown().exactOptional(),
      }),
    )
    .min(1)
    .max(200, 'Gửi không quá 200 mục mỗi lần.'),
});

export const draftSaved = z.object({ version: z.int(), savedAt: z.string(), expiresAt: z.string() });
export type DraftSaved = z.infer<typeof draftSaved>;

export const draftPaper = z.object({
  id: z.string(),
  paperId: z.string(),
  type: z.enum(['image/jpeg', 'application/pdf']),
  pages: z.int(),
  bytes: z.int(),
});
export type DraftPaperView = z.infer<typeof draftPaper>;

export const place = z.object({
  kind: z.enum(filingPlaceKinds),
  name: z.string(),
  url: z.string().nullable(),
  /** What is true of it, in words. */
  text: z.string(),
});

/** How a procedure is filed online, before anything is begun. */
export const filingOffer = place.extend({
  /** On the button. */
  action: z.string(),
  /** There is an e-form to fill in. */
  hasForm: z.boolean(),
});
export type FilingOffer = z.infer<typeof filingOffer>;

export const draftView = z.object({
  code: z.string(),
  state: z.enum(['open', 'filed', 'handed_over']),
  version: z.int(),
  savedAt: z.string(),
  expiresAt: z.string(),
  procedure: z.object({ code: z.string(), name: z.string(), shortName: z.string() }),
  office: z.object({ name: z.string(), address: z.string(), phone: z.string().nullable() }),
  place,
  /** Of the e-form of the procedure, which the domain has. */
  formVersion: z.int(),
  answers: z.record(z.string(), z.unknown()),
  papers: z.array(draftPaper),
  /** The papers of the procedure that can be sent. */
  slots: z.array(z.object({ paperId: z.string(), name: z.string() })),
  /** What is still wanting or wrong, in the order in which it is asked. */
  defects: z.array(z.object({ field: z.string(), message: z.string() })),
  /** What comes after filing, how long it takes if it is received now, and what it costs. */
  next: z.object({ due: z.string(), fee: z.string(), steps: z.array(z.string()) }),
  /** Of the dossier it became. */
  trackingToken: z.string().nullable(),
  externalCode: z.string().nullable(),
});
export type DraftView = z.infer<typeof draftView>;

export const uploadQuery = z.object({
  paperId: z.string().max(10),
  /** The bytes of the whole file. */
  total: z.coerce.number().int().min(1),
  /** Where this part begins. */
  from: z.coerce.number().int().min(0),
});
export const uploadProgress = z.object({
  /** How many bytes have arrived without a gap: go on from there. */
  received: z.int(),
  /** The paper, once the file is whole and looked at. */
  paper: draftPaper.nullable(),
});
export type UploadProgress = z.infer<typeof uploadProgress>;

export const submitBody = z.object({
  /** The affirmation of the form, ticked. */
  declared: z.literal(true, 'Đánh dấu vào lời cam đoan trước khi nộp.'),
});

export const externalCodeBody = z.object({
  code: z
    .string()
    .trim()
    .min(5, 'Ghi mã hồ sơ Cổng đã cấp, ít nhất 5 ký tự.')
    .max(60, 'Mã hồ sơ không quá 60 ký tự.')
    .regex(/^[A-Za-z0-9.\-/_ ]+$/, 'Mã hồ sơ chỉ gồm chữ không dấu, số, dấu chấm và gạch.'),
});

/** What was declared when a dossier was filed, in words, for the desk. */
export const declaredView = z.object({
  title: z.string(),
  filer: z.string(),
  messagesTo: z.string(),
  pages: z.array(
    z.object({ title: z.string(), rows: z.array(z.object({ label: z.string(), value: z.string() })) }),
  ),
  /** The ledger names the same answers. */
  unaltered: z.boolean(),
});
export type DeclaredView = z.infer<typeof declaredView>;

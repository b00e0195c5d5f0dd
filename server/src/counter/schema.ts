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

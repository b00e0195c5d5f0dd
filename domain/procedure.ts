// A procedure of the national catalogue as an agency offers it: term, fees, papers, result.

import { z } from 'zod';
import { termSchema } from './term.ts';

/** `1.001193`: one digit, a dot, six digits. */
export const procedureCodeSchema = z.string().regex(/^\d\.\d{6}$/);

export const filingChannelSchema = z.enum(['counter', 'online', 'post']);
export type FilingChannel = z.infer<typeof filingChannelSchema>;

export const paperSchema = z.object({
  /** Stable within one procedure version: `p1`, `p2` … Supplement requests name it. */
  id: z.string().regex(/^p\d{1,3}$/),
  name: z.string().min(1).max(1000),
  originals: z.int().min(0).max(20),
  copies: z.int().min(0).max(20),
  /** False for papers only some cases need; the clerk decides at the counter. */
  required: z.boolean(),
  /** `submit`: kept in the dossier. `show`: looked at and given back (xuất trình). */
  use: z.enum(['submit', 'show']),
  /** The case (trường hợp) the paper belongs to; null when it belongs to all. */
  case: z.string().max(1000).nullable(),
  /** The name or number of the official form, when there is one. */
  form: z.string().max(500).nullable(),
});
export type Paper = z.infer<typeof paperSchema>;

export const feeSchema = z.object({
  label: z.string().min(1).max(1000),
  /** Vietnamese đồng, whole. */
  amount: z.int().min(0).max(1_000_000_000),
  /** `per_dossier`, or per copy / page / case, as the counter asks. */
  per: z.enum(['dossier', 'copy', 'page', 'case']),
});
export type Fee = z.infer<typeof feeSchema>;

export const channelTermSchema = z.object({
  channel: filingChannelSchema,
  term: termSchema,
  /** The term in the catalogue's own words, for the receipt: `03 ngày làm việc`. */
  termText: z.string().max(2000),
  fees: z.array(feeSchema).max(50),
  note: z.string().max(20_000).nullable(),
});

export const procedureSchema = z.object({
  code: procedureCodeSchema,
  name: z.string().min(1).max(2000),
  /** For lists, chat and receipts' second line: at most 60 characters. */
  shortName: z.string().min(1).max(120),
  field: z.string().min(1).max(300),
  levels: z.array(z.enum(['ministry', 'province', 'commune', 'other'])),
  applicants: z.array(z.string().max(300)),
  decision: z.string().max(500).nullable(),
  channels: z.array(channelTermSchema),
  papers: z.array(paperSchema).max(400),
  results: z.array(z.object({ code: z.string().max(100).nullable(), name: z.string().min(1).max(2000) })),
  agency: z.string().max(2000).nullable(),
  conditions: z.string().max(100_000).nullable(),
  legalBasis: z.string().max(100_000).nullable(),
  steps: z.string().max(200_000).nullable(),
});
export type Procedure = z.infer<typeof procedureSchema>;

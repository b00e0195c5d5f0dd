// The contract of the catalogue: finding a procedure and reading it.

import { feeSchema, paperSchema, procedureCodeSchema } from '@motcua/domain/procedure';
import { processStepSchema } from '@motcua/domain/process';
import { termSchema } from '@motcua/domain/term';
import { z } from 'zod';

export const procedureSummary = z.object({
  code: procedureCodeSchema,
  shortName: z.string(),
  name: z.string(),
  field: z.string(),
  termText: z.string(),
});
export type ProcedureSummary = z.infer<typeof procedureSummary>;

export const dueQuery = z.object({ caseId: z.string().max(4).optional() });

export const procedureQuery = z.object({ q: z.string().max(200).optional() });
/** Offered procedures only; without a query the most used first. */
export const procedureList = z.object({ rows: z.array(procedureSummary), total: z.int() });
export type ProcedureList = z.infer<typeof procedureList>;

export const procedureDetail = procedureSummary.extend({
  version: z.int(),
  papers: z.array(paperSchema),
  fees: z.array(feeSchema),
  term: termSchema,
  results: z.array(z.object({ code: z.string().nullable(), name: z.string() })),
  steps: z.array(processStepSchema),
  /** Cases the clerk has to choose from; empty when all dossiers go the same way. */
  cases: z.array(z.object({ id: z.string(), name: z.string(), termText: z.string() })),
  conditions: z.string().nullable(),
  legalBasis: z.string().nullable(),
});
export type ProcedureDetail = z.infer<typeof procedureDetail>;

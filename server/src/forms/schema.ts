// The contract of e-forms: which there are, and each as JSON Schema or as the data our own pages draw.

import { z } from 'zod';

export const formList = z.object({
  forms: z.array(
    z.object({
      procedure: z.string(),
      version: z.number(),
      title: z.string(),
      filledBy: z.string(),
      /** The address of its JSON Schema. */
      schema: z.string(),
    }),
  ),
});
export type FormList = z.infer<typeof formList>;

export const formParams = z.object({
  code: z.string().regex(/^\d\.\d{6}$/, 'Mã thủ tục có dạng 1.001193.'),
});
export const formQuery = z.object({
  /** Absent: the version in use today. */
  version: z.coerce.number('Phiên bản là một con số.').int().min(1).max(1000).optional(),
});

/** A JSON Schema 2020-12 of the answers (docs/forms.md). */
export const formJsonSchema = z.record(z.string(), z.unknown());

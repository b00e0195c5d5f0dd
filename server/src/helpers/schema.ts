// The contract of points outside the office: filing for somebody, what a helper brought in, and who helps how much.

import { z } from 'zod';

export const assistedAnswer = z.object({ id: z.string(), text: z.string() });
export type AssistedAnswer = z.infer<typeof assistedAnswer>;

export const assistedList = z.object({
  total: z.int(),
  rows: z.array(
    z.object({
      id: z.string(),
      code: z.string().nullable(),
      procedureName: z.string(),
      applicantName: z.string(),
      atText: z.string(),
      /** Where it stands and what comes next, as the applicant would read it. */
      statusSentence: z.string(),
    }),
  ),
});
export type AssistedList = z.infer<typeof assistedList>;

export const helperList = z.object({
  rows: z.array(
    z.object({
      officerId: z.string(),
      politeName: z.string(),
      username: z.string(),
      unitName: z.string(),
      supervisorName: z.string().nullable(),
      /** `dùng lần cuối thứ Hai, 7/12`, or that it never was. */
      lastUsedText: z.string(),
      /** Nobody has used it for a month. */
      idle: z.boolean(),
      last30Days: z.int(),
      ever: z.int(),
    }),
  ),
});
export type HelperList = z.infer<typeof helperList>;

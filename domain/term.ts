// A term: how long the law gives to answer a dossier, in the unit in which the law says it.

import { z } from 'zod';

/**
 * - `working_day`  n working days, the day of receipt not counted (Bộ luật Dân sự 2015, Điều 147)
 * - `working_hour` n hours of the office's working time; 8 hours are one day in internal processes
 * - `calendar_day` n days; a last day that is off moves to the next working day (Điều 148)
 * - `month`        n months of 30 days (Điều 146)
 * - `same_day`     the day of receipt, or the next working day when received after `cutoff`
 * - `none`         the law gives no term: never late, listed as such
 */
export const termSchema = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('working_day'), value: z.int().min(1).max(1000) }),
  z.object({ unit: z.literal('working_hour'), value: z.int().min(1).max(8000) }),
  z.object({ unit: z.literal('calendar_day'), value: z.int().min(1).max(3660) }),
  z.object({ unit: z.literal('month'), value: z.int().min(1).max(120) }),
  z.object({ unit: z.literal('same_day'), cutoff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/) }),
  z.object({ unit: z.literal('none') }),
]);

export type Term = z.infer<typeof termSchema>;

const shortUnits = { d: 'working_day', h: 'working_hour', c: 'calendar_day', m: 'month' } as const;

/** Reads `5d`, `8h`, `3c`, `2m`: working days, working hours, calendar days, months. Null when it is none of these. */
export function parseTerm(text: string): Term | null {
  const match = /^(\d{1,4})([dhcm])$/.exec(text.trim().toLowerCase());
  if (match === null) return null;
  const term = { unit: shortUnits[match[2] as keyof typeof shortUnits], value: Number(match[1]) };
  const parsed = termSchema.safeParse(term);
  return parsed.success ? parsed.data : null;
}

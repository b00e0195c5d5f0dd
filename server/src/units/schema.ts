// The contract of administrative units: what a page asks while an address is typed.

import { z } from 'zod';

export const unitsQuery = z.object({
  /** What was typed of a commune's name; absent lists the provinces, or the communes of one. */
  q: z.string().max(100, 'Gõ tên xã, phường ngắn hơn 100 ký tự.').optional(),
  province: z
    .string()
    .regex(/^\d{2}$/, 'Mã tỉnh, thành phố có 2 chữ số.')
    .optional(),
});

const commune = z.object({
  code: z.string(),
  name: z.string(),
  province: z.string(),
  /** `Phường Kiến Tường, Tỉnh Tây Ninh`. */
  text: z.string(),
});

export const unitsAnswer = z.object({
  provinces: z.array(z.object({ code: z.string(), name: z.string() })),
  /** The likeliest first; all of a province when nothing was typed. */
  communes: z.array(commune),
});
export type UnitsAnswer = z.infer<typeof unitsAnswer>;

// The contract of papers: those of a dossier, and the register book.

import { plainDateSchema } from '@motcua/domain/time';
import { z } from 'zod';

const nullableText = z.string().nullable();

export const paperPrint = z.object({ at: z.string(), officerName: z.string(), copy: z.int() });

export const paperRow = z.object({
  /** In the address of its PDF: the number of the event, `control-slip` or `declaration`. */
  id: z.string(),
  name: z.string(),
  /** `Mẫu số 01, Thông tư số 03/2025/TT-VPCP` */
  source: z.string(),
  /** `0007/TNHS`; null for the control slip. */
  numberText: nullableText,
  issuedAt: z.string(),
  issuedBy: z.string(),
  /** When what it tells was taken back. */
  cancelledAt: nullableText,
  /** Oldest first. */
  prints: z.array(paperPrint),
});
export type PaperRow = z.infer<typeof paperRow>;

export const paperList = z.object({
  papers: z.array(paperRow),
  /** Every time the package of the whole dossier was taken out. */
  archived: z.array(paperPrint),
});
export type PaperList = z.infer<typeof paperList>;

const day = (what: string) =>
  plainDateSchema.catch('').refine((value) => value !== '', `Chọn lại ${what}: cần một ngày có thật.`);

export const registerQuery = z
  .object({
    from: day('ngày đầu'),
    to: day('ngày cuối'),
    q: z.string().max(200).optional(),
    /** The book of an agency that was merged into this one; absent: its own. */
    book: z.uuid('Chọn sổ trong danh sách.').optional(),
  })
  .refine(({ from, to }) => from <= to, {
    path: ['to'],
    message: 'Ngày cuối đứng trước ngày đầu. Xin đổi lại hai ngày.',
  });

export const registerPageQuery = registerQuery.and(
  z.object({ offset: z.coerce.number().int().min(0).max(1_000_000).default(0) }),
);

export const registerRow = z.object({
  dossierId: z.string(),
  /** `0007`: the running number in the book of the year. */
  number: z.string(),
  code: z.string(),
  procedureName: z.string(),
  copies: z.string(),
  applicantName: z.string(),
  contact: z.string(),
  unitName: z.string(),
  received: z.string(),
  due: z.string(),
  returned: z.string(),
  delivery: z.string(),
  collector: z.string(),
  note: z.string(),
});

export const registerBook = z.object({ id: z.string(), name: z.string() });
export type RegisterBook = z.infer<typeof registerBook>;

export const registerPage = z.object({
  /** Books of agencies that were merged into this one, beside its own. */
  books: z.array(registerBook),
  total: z.int(),
  rows: z.array(registerRow),
  pageSize: z.int(),
  /** The form of the period: `Mẫu số 07, Thông tư số 03/2025/TT-VPCP`. */
  source: z.string(),
});
export type RegisterPage = z.infer<typeof registerPage>;

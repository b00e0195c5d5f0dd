// What comes from outside becomes something that may be kept: a photograph made anew, or a PDF that is only paper.

import { type FileType, sniff } from '@motcua/domain/paper-file';
import { Problem } from '../platform/problem.ts';
import { checkPdf } from './check-pdf.ts';
import { tameImage } from './tame-image.ts';

/** A file that was looked at. Nothing else is ever kept. */
export interface CheckedFile {
  type: FileType;
  bytes: Buffer;
  pages: number;
  /** Pixels of a photograph; null for a PDF. */
  size: { width: number; height: number } | null;
}

/**
 * Takes long for large photographs: never call it while a transaction is open.
 * @throws Problem with one sentence saying what is wrong and what is accepted
 */
export async function checkFile(bytes: Buffer): Promise<CheckedFile> {
  const sniffed = sniff(bytes);
  if (!sniffed.ok) throw new Problem('unsupported_type', sniffed.why);
  if (sniffed.kind === 'pdf')
    return { type: 'application/pdf', bytes, pages: checkPdf(bytes).pages, size: null };
  const { bytes: tamed, width, height } = await tameImage(bytes);
  return { type: 'image/jpeg', bytes: tamed, pages: 1, size: { width, height } };
}

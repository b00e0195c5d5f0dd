// Papers as PDF: hands the words to a warm process and waits for the paper. Books have a process of their own.

import type { PaperToSet } from './paper-process.ts';
import { openSetter } from './setter.ts';

/** At some ten milliseconds each, the last of them waits less than a second. */
const papers = openSetter({ mostWaiting: 64 });
/** A book of many pages takes seconds: no citizen at the counter waits for it. */
const books = openSetter({ mostWaiting: 4 });

/**
 * The paper as PDF/A-2b. The same words always give the same bytes. Throws `PapersBusy` when too many wait, and a plain
 * error for a paper that cannot be set.
 */
export function setPaper(paper: PaperToSet): Promise<Buffer> {
  return papers.set(paper);
}

/** The same for what may have many pages. */
export function setBook(book: PaperToSet): Promise<Buffer> {
  return books.set(book);
}

/** Ends the processes; what still waits is rejected. A later call would start new ones. */
export async function closePapers(): Promise<void> {
  await Promise.all([papers.close(), books.close()]);
}

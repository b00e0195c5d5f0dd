// Answers as they were written, each with what proves it still true: so many and so large, and then the oldest are forgotten.

import type { Instant } from '@motcua/domain/time';
import type { Link } from '../dossiers/look-up.ts';

export interface KeptAnswer {
  link: Link;
  /** PostgreSQL's mark of the rows it was made of. */
  mark: string;
  /** It was written then, and time alone changes nothing in it before `until`. */
  from: Instant;
  until: Instant;
  /** Its bytes, one letter each: half the memory of the text, and no buffer whose neighbours are kept with it. */
  body: string;
}

/** True while time has not changed its words; a clock that was set back is no proof. */
export function holdsAt({ from, until }: KeptAnswer, now: Instant): boolean {
  return from <= now && now < until;
}

/** What an answer takes besides its body: mark, link, token and the places they are kept in. */
const frameBytes = 600;

/** At most so many answers and so many bytes; who comes after that takes the place of who came first. */
export function keepAnswers({ most, mostBytes }: { most: number; mostBytes: number }) {
  const kept = new Map<string, KeptAnswer>();
  let bytes = 0;
  const forget = (token: string): void => {
    const found = kept.get(token);
    if (found === undefined) return;
    bytes -= found.body.length + frameBytes;
    kept.delete(token);
  };
  return {
    find: (token: string): KeptAnswer | undefined => kept.get(token),
    keep(token: string, answer: KeptAnswer): void {
      forget(token);
      kept.set(token, answer);
      bytes += answer.body.length + frameBytes;
      for (const oldest of kept.keys()) {
        if (kept.size <= most && bytes <= mostBytes) break;
        forget(oldest);
      }
    },
  };
}

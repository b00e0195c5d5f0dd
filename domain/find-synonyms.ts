// What people say for what the catalogue writes, ready to be looked up: occasions of life, popular names, abbreviations.

import { saidOfPeople } from './find-said-people.ts';
import { saidOfWork } from './find-said-work.ts';
import { phrase, type Syllable } from './find-syllables.ts';

export interface Synonym {
  said: readonly Syllable[];
  /** Folded, in order. */
  means: readonly string[];
}

/** By the first folded syllable of what is said; the longest first. */
export const synonyms: ReadonlyMap<string, readonly Synonym[]> = byFirst(
  [...saidOfPeople, ...saidOfWork].flatMap(([said, means]) =>
    said.split('|').map((each) => ({
      said: phrase(each),
      means: phrase(means).map(({ folded }) => folded),
    })),
  ),
);

function byFirst(rows: readonly Synonym[]): Map<string, Synonym[]> {
  const first = new Map<string, Synonym[]>();
  for (const row of rows) {
    const key = row.said[0]?.folded ?? '';
    const found = first.get(key);
    if (found === undefined) first.set(key, [row]);
    else found.push(row);
  }
  for (const list of first.values()) list.sort((one, other) => other.said.length - one.said.length);
  return first;
}

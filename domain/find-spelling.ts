// Words that are written nowhere, read as what was probably meant: typing slips, keys of Telex, missing spaces.

import { untypedWord, withinOneEdit } from './chat-words.ts';

/** What is known of words: how many entries hold them, alone and in pairs. */
export interface Known {
  vocabulary: ReadonlyMap<string, number>;
  hasPair: (pair: string) => boolean;
}

/** A folded word as one or more known ones; the word itself when nothing is near. */
export function respell(
  word: string,
  before: string | undefined,
  after: string | undefined,
  known: Known,
): string[] {
  const { vocabulary } = known;
  if (vocabulary.has(word) || word.length < 2 || word.length > 24 || !/^[a-z]+\d?$/.test(word)) return [word];
  const bare = untypedWord(word);
  if (bare !== word && vocabulary.has(bare)) return [bare];
  const apart = takenApart(word, known);
  if (apart !== null) return apart;
  return [nearest(word, before, after, known) ?? word];
}

/** `khaisinh` is `khai sinh`: two or three known words that stand beside each other somewhere. */
function takenApart(word: string, { vocabulary, hasPair }: Known): string[] | null {
  for (let at = 2; at <= word.length - 2; at++) {
    const first = word.slice(0, at);
    const rest = word.slice(at);
    if (!vocabulary.has(first)) continue;
    if (vocabulary.has(rest) && hasPair(`${first} ${rest}`)) return [first, rest];
    for (let then = 2; then <= rest.length - 2; then++) {
      const [second, third] = [rest.slice(0, then), rest.slice(then)];
      if (hasPair(`${first} ${second}`) && hasPair(`${second} ${third}`)) return [first, second, third];
    }
  }
  return null;
}

/** Any Vietnamese syllable without its accents. */
const syllableShape =
  /^(?:b|c|ch|d|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x)?[aeiouy]{1,3}(?:c|ch|m|n|ng|nh|p|t)?$/;

/** The known word one slip away; one that stands beside a neighbour somewhere before a frequent one. */
function nearest(
  word: string,
  before: string | undefined,
  after: string | undefined,
  { vocabulary, hasPair }: Known,
): string | null {
  if (word.length < 3) return null;
  const couldBe = syllableShape.test(word);
  let best: string | null = null;
  let bestRank = 0;
  for (const [candidate, often] of vocabulary) {
    if (Math.abs(candidate.length - word.length) > 1 || candidate.length < 2) continue;
    if (!withinOneEdit(candidate, word)) continue;
    const beside =
      (before !== undefined && hasPair(`${before} ${candidate}`) ? 1 : 0) +
      (after !== undefined && hasPair(`${candidate} ${after}`) ? 1 : 0);
    // A word that could be one is taken for another only where the other would be at home.
    if (couldBe && beside === 0) continue;
    const rank = beside * 100_000 + often;
    if (rank > bestRank) [best, bestRank] = [candidate, rank];
  }
  return best;
}

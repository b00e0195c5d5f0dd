// Orders procedures found by typing: the one that carries the typed words as they stand comes before one that only begins alike.

import { accentedKey, foldedKey } from '@motcua/domain/folding';

interface Found {
  code: string;
  shortName: string;
  name: string;
}

interface Syllable {
  accented: string;
  folded: string;
}

type Fit = (typed: Syllable, written: Syllable) => boolean;

/** From the surest to the weakest. An accent somebody typed is meant; a word without any may stand for every accent. */
const fits: readonly Fit[] = [
  (typed, written) =>
    typed.accented === typed.folded ? written.folded === typed.folded : written.accented === typed.accented,
  (typed, written) => written.folded === typed.folded,
  (typed, written) => written.folded.startsWith(typed.folded),
];

/**
 * Whole words before beginnings of words ("khai tu" is not "Thủ TỤc đăng ký KHAI sinh"), the words in a row in the
 * short name before scattered ones, the short name before the long one. Equals keep the order they came in.
 */
export function rankFound<Row extends Found>(typed: string, rows: readonly Row[]): Row[] {
  const words = syllablesOf(typed);
  if (words.length === 0) return [...rows];
  return rows
    .map((row) => ({ row, rank: rankOf(words, row) }))
    .toSorted((one, other) => one.rank - other.rank)
    .map(({ row }) => row);
}

/** 0 is best. */
function rankOf(words: readonly Syllable[], row: Found): number {
  const short = syllablesOf(row.shortName);
  const all = syllablesOf(`${row.code} ${row.shortName} ${row.name}`);
  const ranks = fits.flatMap((fit) => [
    inARow(words, short, fit),
    each(words, short, fit),
    each(words, all, fit),
  ]);
  const rank = ranks.indexOf(true);
  return rank === -1 ? ranks.length : rank;
}

function each(words: readonly Syllable[], text: readonly Syllable[], fit: Fit): boolean {
  return words.every((word) => text.some((written) => fit(word, written)));
}

function inARow(words: readonly Syllable[], text: readonly Syllable[], fit: Fit): boolean {
  return text.some((_, start) =>
    words.every((word, index) => {
      const written = text[start + index];
      return written !== undefined && fit(word, written);
    }),
  );
}

function syllablesOf(text: string): Syllable[] {
  return accentedKey(text)
    .split(' ')
    .map((accented) => ({ accented, folded: foldedKey(accented) }))
    .filter(({ folded }) => folded !== '');
}

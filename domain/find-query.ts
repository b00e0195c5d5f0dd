// Reads what a person typed into a search: slips mended, fillers set aside, what is said added as what is written.

import { fillerAt, isFaint } from './find-fillers.ts';
import { type FindIndex, pairsOf } from './find-index.ts';
import { respell } from './find-spelling.ts';
import { mayBe, type Syllable, syllablesOf } from './find-syllables.ts';
import { synonyms } from './find-synonyms.ts';
import { traitsSaid } from './find-traits.ts';

export interface FindQuery {
  /** Words and pairs with their weights, as the index has them. */
  words: ReadonlyMap<string, number>;
  /** Those words that stand for others that were said. */
  meant: ReadonlySet<string>;
  /** Accented syllables that were typed. */
  accented: readonly string[];
  traits: number;
  /** Every pair of neighbours as typed, fillers too. */
  pairs: ReadonlySet<string>;
}

/** So much of a text is read: a question is short, and a novel must not cost more than it. */
const longestText = 600;
const mostSyllables = 60;
const mostMended = 8;

export const queryWeights = {
  faint: 0.2,
  replaced: 0.5,
  meant: 0.75,
  pair: 0.9,
  meantPair: 0.75,
  faintPair: 0.45,
  meantWords: 4,
  head: 0.3,
};

/** `khai sinh`, or the beginning of a name (`^dang ky`): not one word. */
export function isPair(word: string): boolean {
  return word.includes(' ');
}

export function readQuery(index: FindIndex, text: string): FindQuery {
  const typed = mend(index, syllablesOf(text.slice(0, longestText), mostSyllables));
  const weights = typed.map((syllable, at) =>
    isFaint(syllable) && !(syllable.folded === 'khong' && at < typed.length - 1) ? queryWeights.faint : 1,
  );
  const words = new Map<string, number>();
  const meant = new Set<string>();
  const add = (word: string, weight: number) => words.set(word, Math.max(words.get(word) ?? 0, weight));

  for (let at = 0; at < typed.length; at++) {
    const length = fillerAt(typed, at, fitsAt);
    for (let taken = at; taken < at + length; taken++) weights[taken] = 0;
    if (length > 0) at += length - 1;
  }
  let until = 0;
  for (let at = 0; at < typed.length; at++) {
    // Within a longer phrase that was understood, a shorter one is not meant: `nhận con` in `nhận con nuôi`.
    const before = until;
    for (const { said, means } of synonyms.get(typed[at]?.folded ?? '') ?? []) {
      if (at + said.length <= before || !fitsAt(typed, said, at)) continue;
      if (at + said.length < until) continue;
      until = at + said.length;
      for (let place = at; place < at + said.length; place++)
        weights[place] = Math.max(queryWeights.replaced, (weights[place] ?? 0) * queryWeights.replaced);
      // A long name must not outweigh all that was said besides.
      const part = Math.min(1, Math.sqrt(queryWeights.meantWords / means.length));
      for (const [place, word] of means.entries()) {
        if (!words.has(word)) meant.add(word);
        add(word, queryWeights.meant * part);
        const next = means[place + 1];
        if (next === undefined) continue;
        if (!words.has(`${word} ${next}`)) meant.add(`${word} ${next}`);
        add(`${word} ${next}`, queryWeights.meantPair * part);
      }
    }
  }
  for (const [at, { folded }] of typed.entries()) {
    const weight = weights[at] ?? 0;
    if (weight === 0) continue;
    add(folded, weight);
    meant.delete(folded);
    for (const more of [1, 2, 3]) {
      const part = typed.slice(at, at + 1 + more);
      if (part.length === 1 + more && part.every((_, place) => (weights[at + place] ?? 0) > 0))
        words.set(`^${part.map((each) => each.folded).join(' ')}`, queryWeights.head);
    }
    const next = typed[at + 1];
    const nextWeight = weights[at + 1] ?? 0;
    if (next === undefined || nextWeight === 0) continue;
    meant.delete(`${folded} ${next.folded}`);
    add(
      `${folded} ${next.folded}`,
      queryWeights.pair * Math.max(queryWeights.faintPair, Math.sqrt(weight * nextWeight)),
    );
  }
  const accented = typed
    .filter((syllable, at) => syllable.accented !== syllable.folded && (weights[at] ?? 0) >= 0.5)
    .map((syllable) => syllable.accented);
  return { words, meant, accented, traits: traitsSaid(typed), pairs: new Set(pairsOf(typed)) };
}

function mend(index: FindIndex, typed: readonly Syllable[]): Syllable[] {
  let mended = 0;
  const known = { vocabulary: index.vocabulary, hasPair: (pair: string) => index.names.has(pair) };
  return typed.flatMap((syllable, at) => {
    const { folded } = syllable;
    if (index.vocabulary.has(folded) || synonyms.has(folded) || isFaint(syllable) || mended >= mostMended)
      return [syllable];
    const words = respell(folded, typed[at - 1]?.folded, typed[at + 1]?.folded, known);
    if (words.length === 1 && words[0] === folded) return [syllable];
    mended += 1;
    return words.map((word) => ({ accented: word, folded: word }));
  });
}

function fitsAt(text: readonly Syllable[], wanted: readonly Syllable[], at: number): boolean {
  return (
    at + wanted.length <= text.length &&
    wanted.every((written, place) => mayBe(text[at + place] as Syllable, written))
  );
}

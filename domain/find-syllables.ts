// A text as syllables, each with and without its accents; phrases found in it as a person may have typed them.

import { accentedKey, foldedKey } from './folding.ts';

export interface Syllable {
  /** With accents, wherever the tone was put. */
  accented: string;
  folded: string;
}

/** The syllables of a text; at most `most` of them. */
export function syllablesOf(text: string, most = Number.POSITIVE_INFINITY): Syllable[] {
  const syllables: Syllable[] = [];
  for (const accented of accentedKey(text).split(' ')) {
    const folded = foldedKey(accented);
    if (folded === '') continue;
    if (syllables.length >= most) break;
    syllables.push({ accented, folded });
  }
  return syllables;
}

/** A phrase of our own, written with its accents. */
export function phrase(text: string): Syllable[] {
  return syllablesOf(text);
}

/** True when the typed syllable may be the written one: an accent that was typed is meant. */
export function mayBe(typed: Syllable, written: Syllable): boolean {
  return (
    typed.folded === written.folded &&
    (typed.accented === typed.folded || typed.accented === written.accented)
  );
}

/** Where a phrase begins in a text, or -1. */
export function placeOf(text: readonly Syllable[], wanted: readonly Syllable[], from = 0): number {
  for (let start = from; start + wanted.length <= text.length; start++) {
    if (wanted.every((written, at) => mayBe(text[start + at] as Syllable, written))) return start;
  }
  return -1;
}

export function holds(text: readonly Syllable[], wanted: readonly Syllable[]): boolean {
  return placeOf(text, wanted) !== -1;
}

// The code of a draft, `NHAP-7K2Q-M4N9`: what a person reads out or types to go on with it on another channel.

import { linkCodeAlphabet } from './link-code.ts';

/** Days a draft is kept after it was last touched; and how many before its end its person is told. */
export const draftDays = 30;
export const draftWarningDays = 3;

/** Writes a code from random bytes (sixteen or more; about 40 bits). Null when these bytes give none: draw again. */
export function draftCodeOf(random: Uint8Array): string | null {
  const letters: string[] = [];
  for (const byte of random) {
    // 248 is the largest multiple of 31 in a byte: beyond it letters would not be equally likely.
    const letter = byte < 248 ? linkCodeAlphabet[byte % linkCodeAlphabet.length] : undefined;
    if (letter !== undefined) letters.push(letter);
  }
  const code = `NHAP-${letters.slice(0, 4).join('')}-${letters.slice(4, 8).join('')}`;
  return findDraftCode(code) === code ? code : null;
}

const typedDraftCode =
  /(?<![\p{L}\p{N}])NH[AÁ]P[\s\-–—._:]*([2-9A-Z]{4})[\s\-–—._]*([2-9A-Z]{4})(?![\p{L}\p{N}])/iu;

/** A draft's code anywhere in a text, whatever its case and dashes; in the form in which it was given. */
export function findDraftCode(text: string): string | null {
  const found = typedDraftCode.exec(text.normalize('NFC'));
  const both = `${found?.[1] ?? ''}-${found?.[2] ?? ''}`.toUpperCase();
  // Words are no codes: each has a digit.
  return /\d/.test(both) && /^[^01ILO]{9}$/.test(both) ? `NHAP-${both}` : null;
}

/** The address of a draft's page, as it is sent or pasted (`…/nop/<token>`). */
export function findDraftToken(text: string): string | null {
  return /\/nop\/([a-z0-9][a-z0-9-]{1,39}\.[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/.exec(text)?.[1] ?? null;
}

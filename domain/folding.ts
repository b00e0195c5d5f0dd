// Vietnamese text made comparable: composed form, a key without accents, a key where the place of a tone does not matter.

const marks = /[\u0300-\u036f]/g;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const invisible = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g;

/** Text as it is stored: NFC, no invisible characters, no white space at the ends. */
export function composed(text: string): string {
  return text.normalize('NFC').replace(invisible, '').trim();
}

/**
 * The accent-free key for search and understanding: lower case, `đ` as `d`, everything that is neither letter nor
 * digit as one space. `Đăng ký KHAI-SINH` and `dang ky khai sinh` have the same key.
 */
export function foldedKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(invisible, '')
    .replace(marks, '')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * A key that keeps the accents but not where in the syllable the tone stands: `hoà` and `hòa`, `thuý` and `thúy`
 * are equal, `má` and `mà` are not. For ranking exact hits before accent-free ones.
 */
export function accentedKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(invisible, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((syllable) => syllable.replace(tones, '').normalize('NFC') + (syllable.match(tones) ?? []).join(''))
    .join(' ');
}

/** The number of characters as Zalo counts them: code points of the composed text. */
export function lengthOf(text: string): number {
  return Array.from(text.normalize('NFC')).length;
}

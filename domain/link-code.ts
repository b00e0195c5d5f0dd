// The two capabilities a receipt can carry into the chat: a short link code to type, and the token inside the QR.

/** No letter or digit that is mistaken for another when read from a screen. */
export const linkCodeAlphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const groupLength = 5;

/** How long a link code lives, in minutes; it is minted when the tracking page is opened. */
export const linkCodeMinutes = 30;

/**
 * Writes a link code, `MC-7K2QX-M4N9P`, from random bytes (ten or more; about 49 bits). A code always carries a
 * digit in each group, so that no ten letters of ordinary text can be one. Null when these bytes give none: draw again.
 */
export function linkCodeOf(random: Uint8Array): string | null {
  const letters: string[] = [];
  for (const byte of random) {
    // 248 is the largest multiple of 31 in a byte: beyond it letters would not be equally likely.
    const letter = byte < 248 ? linkCodeAlphabet[byte % linkCodeAlphabet.length] : undefined;
    if (letter !== undefined) letters.push(letter);
  }
  const code = `MC-${letters.slice(0, groupLength).join('')}-${letters.slice(groupLength, 2 * groupLength).join('')}`;
  return findLinkCode(code) === code ? code : null;
}

const typedLinkCode =
  /(?<![\p{L}\p{N}])MC[\s\-–—._:]*([0-9A-Z]{5})[\s\-–—._]*([0-9A-Z]{5})(?![\p{L}\p{N}])/iu;

/** A link code anywhere in a text, whatever its case and dashes; in the form in which it was minted. */
export function findLinkCode(text: string): string | null {
  const found = typedLinkCode.exec(text);
  const first = found?.[1]?.toUpperCase() ?? '';
  const second = found?.[2]?.toUpperCase() ?? '';
  return /\d/.test(first) && /\d/.test(second) ? `MC-${first}-${second}` : null;
}

// The office's name and 128 bits: `kien-tuong.x9…`.
const trackingPath = /\/q\/([a-z0-9][a-z0-9-]{1,39}\.[A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])/;
const anyToken = /\/q\/[^\s/?#]+|(?<![\w.-])[a-z0-9][a-z0-9-]{1,39}\.[A-Za-z0-9_-]{22}(?![A-Za-z0-9_-])/g;

/** The token of a tracking address (`…/q/<token>`), as a receipt's QR holds it or a person pastes it. */
export function findQrToken(text: string): string | null {
  return trackingPath.exec(text)?.[1] ?? null;
}

/** Everything in a text that is or looks like one of the two, with what may be kept instead. */
export function withoutCapabilities(text: string): string {
  return text
    .replace(anyToken, '[mã QR]')
    .replace(new RegExp(typedLinkCode, 'giu'), (found, first: string, second: string) =>
      /\d/.test(first + second) ? '[mã liên kết]' : found,
    );
}

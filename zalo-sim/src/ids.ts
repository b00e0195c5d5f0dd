// Ids and secrets that look like Zalo's and are the same on every run with the same seed.

import { createHash } from 'node:crypto';

export interface IdSource {
  /** A digit string that does not fit a JavaScript number, as Zalo's user, OA and app ids. */
  digits(length?: number): string;
  /** A lowercase hex string, as Zalo's message ids. */
  hex(length?: number): string;
  /** An opaque mixed-case token. */
  token(length?: number): string;
}

/** Ids drawn from a seed; `count` is stored with the state, so that a restart never repeats one. */
export function seededIds(seed: string, count: { idsUsed: number }): IdSource {
  const draw = () =>
    createHash('sha512')
      .update(`${seed}:${count.idsUsed++}`)
      .digest();
  return {
    digits(length = 19) {
      const rest = (BigInt(`0x${draw().toString('hex')}`) % 10n ** BigInt(length - 1)).toString();
      return `${1 + (count.idsUsed % 9)}${rest.padStart(length - 1, '0')}`;
    },
    hex: (length = 20) => draw().toString('hex').slice(0, length),
    token(length = 64) {
      let text = '';
      while (text.length < length) text += draw().toString('base64url');
      return text.slice(0, length);
    },
  };
}

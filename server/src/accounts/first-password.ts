// The password an administrator hands over: shown once, kept nowhere, and good for choosing one's own.

import type { Context } from '../platform/context.ts';
import { hashPassword } from './sign-in.ts';

/** Neither 0 and o, nor 1, l and i: it is read aloud and typed from paper. */
const letters = 'abcdefghjkmnpqrstuvwxyz23456789';

/**
 * Made of the officer and the command that asked for it: the same command again shows the same password, though it is
 * written down nowhere.
 */
export async function makeFirstPassword(
  ctx: Pick<Context, 'secrets'>,
  officerId: string,
  key: string,
): Promise<{ password: string; hash: string }> {
  const bytes = Buffer.from(ctx.secrets.fingerprint(`${officerId}/${key}`, 'first-password'), 'base64url');
  const word = (from: number) =>
    [...bytes.subarray(from, from + 4)].map((byte) => letters[byte % letters.length] ?? '').join('');
  const password = [word(0), word(4), word(8)].join('-');
  return { password, hash: await hashPassword(password) };
}

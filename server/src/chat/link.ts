// Link codes: minted where the receipt's QR was opened, used once in a chat.

import { randomBytes } from 'node:crypto';
import { linkCodeMinutes, linkCodeOf } from '@motcua/domain/link-code';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { insertLinkCode, removeDeadLinkCodes } from './following-store.ts';

/** A fresh code for a dossier. Whoever opened the tracking page held the receipt: the code carries that proof on. */
export async function mintLinkCode(
  tx: Tx,
  ctx: Pick<Context, 'secrets'>,
  dossierId: string,
  now: Instant,
): Promise<{ code: string; expiresAt: Instant }> {
  const code = drawCode();
  const expiresAt = plusMinutes(now, linkCodeMinutes);
  await removeDeadLinkCodes(tx, dossierId, now);
  await insertLinkCode(tx, { digest: linkCodeDigest(ctx.secrets, code), dossierId, expiresAt });
  return { code, expiresAt };
}

/** What the database keeps of a code. */
export function linkCodeDigest(secrets: Secrets, code: string): string {
  return secrets.fingerprint(code, 'link-code');
}

function drawCode(): string {
  for (;;) {
    const code = linkCodeOf(randomBytes(24));
    if (code !== null) return code;
  }
}

// The capability in the address of a draft's page, its code for people, and the proof that goes with the code.

import { randomBytes } from 'node:crypto';
import { draftCodeOf } from '@motcua/domain/draft-code';
import type { Secrets } from '../platform/secrets.ts';

/** `kien-tuong.x9…`, as the links of dossiers: whoever has it may read, change and file the draft. */
export function draftToken(secrets: Secrets, tenantId: string, draftId: string): string {
  return `${tenantId}.${secrets.token('draft', tenantId, draftId)}`;
}

/** What the database keeps of a token. */
export function draftLinkDigest(secrets: Secrets, token: string): string {
  return secrets.fingerprint(token, 'draft-link');
}

/** Bound to the draft, so that the same digits in two drafts do not show. */
export function proofDigest(secrets: Secrets, tenantId: string, draftId: string, lastSix: string): string {
  return secrets.fingerprint(`${tenantId}/${draftId}/${lastSix}`, 'draft-proof');
}

export function drawDraftCode(): string {
  for (;;) {
    const code = draftCodeOf(randomBytes(24));
    if (code !== null) return code;
  }
}

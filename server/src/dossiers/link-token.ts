// The capability printed as QR on a receipt, and the proofs of a person: made from the secret key, stored only as digests.

import type { Secrets } from '../platform/secrets.ts';

/**
 * `kien-tuong.x9…`: the tenant (a token arrives before the tenant is known) and 128 bits nobody can guess.
 * The same dossier and generation give the same token, so a receipt can be printed again; the next generation revokes it.
 */
export function linkToken(secrets: Secrets, tenantId: string, dossierId: string, generation: number): string {
  return `${tenantId}.${secrets.token('link', tenantId, dossierId, String(generation))}`;
}

/** The capability on the receipt of a visit: it lists the links of the visit's dossiers that were not renewed since. */
export function visitToken(secrets: Secrets, tenantId: string, visitId: string): string {
  return `${tenantId}.${secrets.token('visit', tenantId, visitId)}`;
}

/** What the database keeps of a token. */
export function linkDigest(secrets: Secrets, token: string): string {
  return secrets.fingerprint(token, 'link');
}

/** The tenant a token names; null when it cannot be a token. */
export function tenantOfToken(token: string): string | null {
  const match = /^([a-z0-9][a-z0-9-]{1,39})\.[A-Za-z0-9_-]{22}$/.exec(token);
  return match?.[1] ?? null;
}

/** What the database keeps of the last six digits: bound to the person, so equal digits do not show. */
export function lastSixDigest(
  secrets: Secrets,
  tenantId: string,
  applicantId: string,
  digits: string,
): string {
  return secrets.fingerprint(`${tenantId}/${applicantId}/${digits}`, 'last-six');
}

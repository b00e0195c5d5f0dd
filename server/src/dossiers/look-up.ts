// Finding a dossier by capability or proof, the same way for the tracking page and the chat.

import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { together } from '../platform/together.ts';
import { lastSixDigest, linkDigest, tenantOfToken } from './link-token.ts';
import {
  type FoundDossier,
  findDossierByLink,
  getLastSixDigest,
  lockDossierByLink,
  type OpenedDossier,
  openDossiersByLink,
} from './look-up-store.ts';

/**
 * Opens dossiers by their tokens for whoever asks now: those who ask at the same moment share one transaction a tenant
 * and one statement. Undefined for unknown and revoked tokens, and for what cannot be a token.
 */
export function openByToken(ctx: Context): (token: string) => Promise<OpenedDossier | undefined> {
  return together(
    async (tokens) => {
      const digests = tokens.map((token) => ({
        tenantId: tenantOfToken(token),
        digest: linkDigest(ctx.secrets, token),
      }));
      const byTenant = Map.groupBy(digests, ({ tenantId }) => tenantId);
      const opened = new Map<string, OpenedDossier>();
      for (const [tenantId, asked] of byTenant)
        if (tenantId !== null) {
          const found = await openDossiersByLink(
            ctx.database,
            tenantId,
            asked.map(({ digest }) => digest),
          );
          // A digest covers the tenant's name too, so that no two tenants share one.
          for (const [digest, dossier] of found) opened.set(digest, dossier);
        }
      return digests.map(({ digest }) => opened.get(digest));
    },
    // One group is read while the answers of the other are written.
    { most: 100, atOnce: 2 },
  );
}

/** The dossier whose capability the token is; undefined for unknown and revoked tokens alike. */
export async function findDossierByToken(
  tx: Tx,
  secrets: Secrets,
  token: string,
): Promise<FoundDossier | undefined> {
  return findDossierByLink(tx, linkDigest(secrets, token));
}

/** The same, for those who make something of the capability: it cannot be revoked before they are done. */
export async function lockDossierByToken(
  tx: Tx,
  secrets: Secrets,
  token: string,
): Promise<FoundDossier | undefined> {
  return lockDossierByLink(tx, linkDigest(secrets, token));
}

/**
 * True when the digits are the last six of the applicant's identity number. Takes the same work for a dossier that
 * does not exist (`dossierId` null), so that time tells nothing.
 */
export async function lastSixMatches(
  tx: Tx,
  secrets: Secrets,
  dossierId: string | null,
  digits: string,
): Promise<boolean> {
  const nobody = '00000000-0000-0000-0000-000000000000';
  const known = await getLastSixDigest(tx, dossierId ?? nobody);
  const typed = Buffer.from(lastSixDigest(secrets, tx.tenantId, known?.applicantId ?? nobody, digits));
  const stored = Buffer.from(known?.digest ?? ''.padEnd(typed.length));
  return stored.length === typed.length && timingSafeEqual(stored, typed);
}

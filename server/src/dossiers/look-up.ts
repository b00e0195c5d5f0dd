// Finding a dossier by capability or proof, the same way for the tracking page and the chat.

import { timingSafeEqual } from 'node:crypto';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Secrets } from '../platform/secrets.ts';
import { together } from '../platform/together.ts';
import { lastSixDigest, linkDigest, tenantOfToken } from './link-token.ts';
import {
  type AskedLink,
  type FoundDossier,
  findDossierByLink,
  getLastSixDigest,
  type LinkAnswer,
  lockDossierByLink,
  openDossiersByLink,
} from './look-up-store.ts';

/** Where the dossier of a token is to be found: made of the token alone, whether or not there is such a dossier. */
export interface Link {
  tenantId: string;
  digest: string;
}

/** Null for what cannot be a token. */
export function linkOf(secrets: Secrets, token: string): Link | null {
  const tenantId = tenantOfToken(token);
  return tenantId === null ? null : { tenantId, digest: linkDigest(secrets, token) };
}

/** `mark` is of what the asker has of it already; null when that is nothing. */
export type OpenLink = (link: Link, mark: string | null) => Promise<LinkAnswer>;

/** Opens dossiers by their links for whoever asks now: those who ask at the same moment share one statement a tenant. */
export function openLinks(ctx: Pick<Context, 'database'>): OpenLink {
  const open = together<Link & AskedLink, LinkAnswer>(
    async (asked) => {
      const places = Map.groupBy(asked.keys(), (place) => asked[place]?.tenantId ?? '');
      const answers: LinkAnswer[] = asked.map(() => undefined);
      for (const [tenantId, mine] of places) {
        const links = mine.map((place) => asked[place] as AskedLink);
        const opened = await openDossiersByLink(ctx.database, tenantId, links);
        mine.forEach((place, index) => {
          answers[place] = opened[index];
        });
      }
      return answers;
    },
    // One group is read while the answers of the other are written.
    { most: 250, atOnce: 2 },
  );
  return ({ tenantId, digest }, mark) => open({ tenantId, digest, mark });
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

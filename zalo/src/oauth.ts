// OAuth v4 for Official Accounts: the permission link, PKCE, and the pair of tokens that must never be lost.

import { createHash } from 'node:crypto';
import type { ZaloHosts } from './hosts.ts';
import { type AppIdentity, type TokenAnswer, tradeCode, tradeRefreshToken } from './token-call.ts';
import type { WireOptions } from './wire.ts';

export type { AppIdentity, OauthAdvice, TokenAnswer, TokenPair } from './token-call.ts';

/** The page where an OA's administrator grants the app its rights. `redirectUri` must equal the registered one. */
export function permissionUrl(options: {
  hosts: Pick<ZaloHosts, 'oauth'>;
  appId: string;
  redirectUri: string;
  codeChallenge?: string;
  state?: string;
}): string {
  const url = new URL('/v4/oa/permission', options.hosts.oauth);
  url.searchParams.set('app_id', options.appId);
  url.searchParams.set('redirect_uri', options.redirectUri);
  if (options.codeChallenge !== undefined) url.searchParams.set('code_challenge', options.codeChallenge);
  if (options.state !== undefined) url.searchParams.set('state', options.state);
  return url.href;
}

/** A PKCE pair from 32 random bytes (RFC 7636, S256). */
export function pkce(randomBytes: Uint8Array): { verifier: string; challenge: string } {
  const verifier = Buffer.from(randomBytes).toString('base64url');
  return { verifier, challenge: createHash('sha256').update(verifier, 'ascii').digest('base64url') };
}

/** Trades the code of the permission page (single use, 10 minutes) for the first pair. */
export function exchangeCode(
  app: AppIdentity,
  grant: { code: string; codeVerifier?: string },
  options?: WireOptions,
): Promise<TokenAnswer> {
  return tradeCode(app, endpoint, grant, options);
}

/**
 * Trades the refresh token for a new pair; the old pair dies at once. Only one caller may do this at a time, and the
 * answer must be saved before it is used: a lost answer is a lost OA.
 */
export function refreshTokens(
  app: AppIdentity,
  refreshToken: string,
  options?: WireOptions,
): Promise<TokenAnswer> {
  return tradeRefreshToken(app, endpoint, refreshToken, options);
}

const endpoint = { path: '/v4/oa/access_token', documentedLifeSeconds: 90_000 };

// OAuth v4 for Official Accounts: the permission link, PKCE, and the token endpoint that says no with HTTP 200.

import { createHash } from 'node:crypto';
import type { ZaloHosts } from './hosts.ts';
import { numberAt, textAt } from './json.ts';
import { callWire, type NoAnswer, type WireOptions } from './wire.ts';

/** What to do about a refusal of the token endpoint. */
export type OauthAdvice =
  /** The refresh token is spent: another process may hold the new pair, read the store again; else grant anew. */
  | 'read_store_again'
  /** The code is spent or expired: send the administrator through the permission page again. */
  | 'restart_grant'
  /** A setting on Zalo's console or ours is wrong: a human must look. */
  | 'operator'
  | 'bug';

export interface TokenPair {
  accessToken: string;
  refreshToken: string;
  /** Advisory: an OA call answering -216 wins over it. */
  expiresInSeconds: number;
  /** Zalo answered without a new refresh token, so `refreshToken` is the one sent. Sound the alarm: it may be spent. */
  refreshTokenKept: boolean;
}

export type TokenAnswer =
  | ({ kind: 'granted' } & TokenPair)
  | { kind: 'refused'; code: number | undefined; reason: string; advice: OauthAdvice }
  /** Unless `unreachable`, Zalo may have carried the request out: the refresh token or code may be spent. */
  | { kind: 'no_answer'; why: NoAnswer };

export interface AppIdentity {
  hosts: Pick<ZaloHosts, 'oauth'>;
  appId: string;
  appSecret: string;
}

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
  const form = new URLSearchParams({ code: grant.code, app_id: app.appId, grant_type: 'authorization_code' });
  if (grant.codeVerifier !== undefined) form.set('code_verifier', grant.codeVerifier);
  return askForTokens(app, form, undefined, options);
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
  const form = new URLSearchParams({
    refresh_token: refreshToken,
    app_id: app.appId,
    grant_type: 'refresh_token',
  });
  return askForTokens(app, form, refreshToken, options);
}

/** Life of an access token when Zalo does not say: the documented 25 hours. */
const documentedLifeSeconds = 90_000;

const adviceByCode: Readonly<Record<number, OauthAdvice>> = {
  [-14002]: 'operator',
  [-14003]: 'operator',
  [-14004]: 'operator',
  [-14005]: 'restart_grant',
  [-14014]: 'read_store_again',
  [-14018]: 'bug',
};

async function askForTokens(
  app: AppIdentity,
  form: URLSearchParams,
  sentRefreshToken: string | undefined,
  options?: WireOptions,
): Promise<TokenAnswer> {
  const url = new URL('/v4/oa/access_token', app.hosts.oauth).href;
  const answer = await callWire(
    { url, method: 'POST', headers: { secret_key: app.appSecret }, body: form },
    options,
  );
  if (answer.kind === 'no_answer') return answer;
  const { body } = answer;
  const accessToken = textAt(body, 'access_token');
  const newRefreshToken = textAt(body, 'refresh_token');
  const refreshToken = newRefreshToken ?? sentRefreshToken;
  // Some refusals carry no numeric error, so the only proof of success is the token itself.
  if (accessToken !== undefined && refreshToken !== undefined) {
    return {
      kind: 'granted',
      accessToken,
      refreshToken,
      expiresInSeconds: lifeOf(numberAt(body, 'expires_in')),
      refreshTokenKept: newRefreshToken === undefined,
    };
  }
  const code = numberAt(body, 'error');
  return {
    kind: 'refused',
    code,
    reason: textAt(body, 'error_name') ?? textAt(body, 'message') ?? 'no access_token in the answer',
    advice: (code === undefined ? undefined : adviceByCode[code]) ?? 'operator',
  };
}

function lifeOf(seconds: number | undefined): number {
  return seconds !== undefined && seconds > 0 ? seconds : documentedLifeSeconds;
}

// The token endpoint, which says no with HTTP 200: one form in, a pair of tokens or a reason out.

import type { ZaloHosts } from './hosts.ts';
import { integerAt, type JsonObject, numberAt, textAt } from './json.ts';
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

/** Which endpoint, and how long its access tokens live when the answer does not say. */
export interface TokenEndpoint {
  path: string;
  documentedLifeSeconds: number;
}

/** Trades the single-use code of a permission page for the first pair. */
export function tradeCode(
  app: AppIdentity,
  endpoint: TokenEndpoint,
  grant: { code: string; codeVerifier?: string },
  options?: WireOptions,
): Promise<TokenAnswer> {
  const form = new URLSearchParams({ code: grant.code, app_id: app.appId, grant_type: 'authorization_code' });
  if (grant.codeVerifier !== undefined) form.set('code_verifier', grant.codeVerifier);
  return askForTokens(app, endpoint, form, undefined, options);
}

/** Trades a refresh token, which works once, for a new pair. */
export function tradeRefreshToken(
  app: AppIdentity,
  endpoint: TokenEndpoint,
  refreshToken: string,
  options?: WireOptions,
): Promise<TokenAnswer> {
  const form = new URLSearchParams({
    refresh_token: refreshToken,
    app_id: app.appId,
    grant_type: 'refresh_token',
  });
  return askForTokens(app, endpoint, form, refreshToken, options);
}

/** Asks once. `sentRefreshToken` is kept as the pair's when the answer brings no new one. */
async function askForTokens(
  app: AppIdentity,
  endpoint: TokenEndpoint,
  form: URLSearchParams,
  sentRefreshToken: string | undefined,
  options?: WireOptions,
): Promise<TokenAnswer> {
  const url = new URL(endpoint.path, app.hosts.oauth).href;
  const headers = { secret_key: app.appSecret };
  const answer = await callWire({ url, method: 'POST', headers, body: form }, options);
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
      expiresInSeconds: secondsAt(body, 'expires_in') ?? endpoint.documentedLifeSeconds,
      refreshTokenKept: newRefreshToken === undefined,
    };
  }
  const code = integerAt(body, 'error');
  return {
    kind: 'refused',
    code,
    reason: textAt(body, 'error_name') ?? textAt(body, 'message') ?? 'no access_token in the answer',
    advice: (code === undefined ? undefined : adviceByCode[code]) ?? 'operator',
  };
}

const adviceByCode: Readonly<Record<number, OauthAdvice>> = {
  [-14002]: 'operator',
  [-14003]: 'operator',
  [-14004]: 'operator',
  [-14005]: 'restart_grant',
  [-14014]: 'read_store_again',
  [-14018]: 'bug',
};

function secondsAt(body: JsonObject, key: string): number | undefined {
  const seconds = numberAt(body, key);
  return seconds !== undefined && seconds > 0 ? seconds : undefined;
}

// "Sign in with Zalo" on a website: the permission link, the tokens, and who signed in. Not an electronic identity.

import { readAnswer, type ZaloAnswer } from './ask.ts';
import { type GraphAccess, getGraph } from './graph.ts';
import type { ZaloHosts } from './hosts.ts';
import { booleanAt, objectAt, textAt } from './json.ts';
import { type AppIdentity, type TokenAnswer, tradeCode, tradeRefreshToken } from './token-call.ts';
import type { WireOptions } from './wire.ts';

/** The page where a person agrees to sign in. `codeChallenge` is that of `pkce` in oauth.ts. */
export function loginUrl(options: {
  hosts: Pick<ZaloHosts, 'oauth'>;
  appId: string;
  redirectUri: string;
  codeChallenge: string;
  state: string;
}): string {
  const url = new URL('/v4/permission', options.hosts.oauth);
  url.searchParams.set('app_id', options.appId);
  url.searchParams.set('redirect_uri', options.redirectUri);
  url.searchParams.set('code_challenge', options.codeChallenge);
  url.searchParams.set('state', options.state);
  return url.href;
}

/** Trades the code that came back for the person's tokens: one hour, and 30 days from the first grant. */
export function exchangeLoginCode(
  app: AppIdentity,
  grant: { code: string; codeVerifier: string },
  options?: WireOptions,
): Promise<TokenAnswer> {
  return tradeCode(app, endpoint, grant, options);
}

/** Trades a person's refresh token for a new pair. Works once. */
export function refreshLogin(
  app: AppIdentity,
  refreshToken: string,
  options?: WireOptions,
): Promise<TokenAnswer> {
  return tradeRefreshToken(app, endpoint, refreshToken, options);
}

export interface ZaloPerson {
  /** The person's id for this app: the `userIdByApp` of webhooks. */
  idByApp: string;
  /** The person's id for the OA, when the app and an OA are linked: the `userId` of webhooks. */
  idByOa: string | undefined;
  name: string | undefined;
  pictureUrl: string | undefined;
  /** Zalo asks for restraint with the data of this person. */
  isSensitive: boolean | undefined;
}

/** Who the token belongs to. No phone number comes this way. */
export async function getMe(access: GraphAccess): Promise<ZaloAnswer<ZaloPerson>> {
  const fields = 'id,name,picture,user_id_by_oa,is_sensitive';
  return readAnswer(await getGraph(access, '/v2.0/me', { fields }), (body) => {
    const idByApp = textAt(body, 'id');
    if (idByApp === undefined) return undefined;
    return {
      idByApp,
      idByOa: textAt(body, 'user_id_by_oa'),
      name: textAt(body, 'name'),
      pictureUrl: textAt(objectAt(objectAt(body, 'picture'), 'data'), 'url'),
      isSensitive: booleanAt(body, 'is_sensitive'),
    };
  });
}

const endpoint = { path: '/v4/access_token', documentedLifeSeconds: 3_600 };

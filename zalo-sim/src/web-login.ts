// Logging in with Zalo on a web page: a person agrees, and the app gets tokens that stand for that person.

import type { GrantLink, OAuthError } from './oauth.ts';
import { challengeOf, oauthError, refuseApp } from './oauth.ts';
import type { Street } from './parts.ts';
import type { WebSession } from './social-model.ts';

const codeMs = 10 * 60_000;
const accessSeconds = 3600;
const refreshMs = 30 * 86_400_000;

export interface WebTokens {
  access_token: string;
  refresh_token: string;
  expires_in: string;
  refresh_token_expires_in: string;
}

/** The person has agreed: where the browser goes now. */
export function agreeAsPerson(street: Street, link: GrantLink, personId: string): string {
  const value = street.ids.token(60);
  const expiresAt = street.now() + codeMs;
  street.state.social.codes.push({ value, personId, expiresAt, challenge: link.challenge });
  const target = new URL(link.redirectUri);
  target.searchParams.set('code', value);
  if (link.state !== null) target.searchParams.set('state', link.state);
  return target.href;
}

/** `POST /v4/access_token`: an hour for the access token; refresh tokens work once, thirty days in all. */
export function exchangeForPerson(
  street: Street,
  secretKey: string | undefined,
  form: URLSearchParams,
): WebTokens | OAuthError {
  const refused = refuseApp(street, secretKey, form);
  if (refused) return refused;
  const { social } = street.state;
  const now = street.now();
  switch (form.get('grant_type')) {
    case 'authorization_code': {
      const code = social.codes.find((one) => one.value === form.get('code'));
      social.codes = social.codes.filter((one) => one !== code && one.expiresAt > now);
      const verifier = form.get('code_verifier') ?? '';
      const proved = !code?.challenge || code.challenge === challengeOf(verifier);
      if (!code || code.expiresAt <= now || !proved) return oauthError(street, -14005, 'Invalid code.');
      return open(street, code.personId, now + refreshMs);
    }
    case 'refresh_token': {
      const session = social.sessions.find((one) => one.refresh === form.get('refresh_token'));
      const alive = session && session.refresh !== null && session.refreshExpiresAt > now;
      if (!alive) return oauthError(street, -14014, 'Invalid refresh token.');
      session.refresh = null;
      return open(street, session.personId, session.refreshExpiresAt);
    }
    default:
      return oauthError(street, -14018, 'Invalid grant type.');
  }
}

/** A token as a Mini App gets it from `getAccessToken()`: it cannot be refreshed. */
export function miniAppToken(street: Street, personId: string): string {
  return newSession(street, personId, null, 0).access;
}

/** Whose access token this is; undefined when it is nobody's any more. */
export function personOfToken(street: Street, token: string | undefined): string | undefined {
  return street.state.social.sessions.find(
    (one) => one.access === token && one.accessExpiresAt > street.now(),
  )?.personId;
}

function open(street: Street, personId: string, refreshExpiresAt: number): WebTokens {
  const refresh = street.ids.token(160);
  const session = newSession(street, personId, refresh, refreshExpiresAt);
  return {
    access_token: session.access,
    refresh_token: refresh,
    expires_in: String(accessSeconds),
    refresh_token_expires_in: String(Math.floor((refreshExpiresAt - street.now()) / 1000)),
  };
}

function newSession(
  street: Street,
  personId: string,
  refresh: string | null,
  refreshExpiresAt: number,
): WebSession {
  const { social } = street.state;
  const now = street.now();
  social.sessions = social.sessions.filter(
    (one) => one.accessExpiresAt > now || (one.refresh !== null && one.refreshExpiresAt > now),
  );
  const access = street.ids.token(120);
  const session = {
    personId,
    access,
    accessExpiresAt: now + accessSeconds * 1000,
    refresh,
    refreshExpiresAt,
  };
  social.sessions.push(session);
  street.tell({ kind: 'setup', personId: null });
  return session;
}

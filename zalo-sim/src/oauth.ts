// OAuth v4 for an OA: a human agrees, codes and refresh tokens work once, errors come as HTTP 200.

import { createHash } from 'node:crypto';
import { postEvent } from './events.ts';
import type { Street } from './parts.ts';

const codeMs = 10 * 60_000;
const accessSeconds = 90_000;
const refreshMs = 90 * 86_400_000;

export interface OAuthError {
  /** Missing in some of Zalo's answers: whoever looks for success must look for tokens. */
  error?: number;
  error_name: string;
  error_reason: string;
  error_description: string;
  ref_doc: string;
}

/** What a permission link asks for. */
export interface GrantLink {
  appId: string;
  redirectUri: string;
  challenge: string | null;
  state: string | null;
}

export interface TokenPair {
  access_token: string;
  refresh_token: string;
  /** Seconds, as text: so does Zalo. */
  expires_in: string;
}

/** Checks a permission link before the human is asked; undefined when it is in order. */
export function checkGrantLink(street: Street, link: GrantLink): OAuthError | undefined {
  const { app } = street.state;
  if (link.appId !== app.id) return oauthError(street, -14002, 'Invalid app id.');
  const registered = app.callbackUrl === null || app.callbackUrl === link.redirectUri;
  return registered && URL.canParse(link.redirectUri)
    ? undefined
    : oauthError(street, -14003, 'Invalid redirect uri.');
}

/** The human has agreed: where the browser goes now, with a code that works once within ten minutes. */
export function agree(street: Street, link: GrantLink): string {
  const value = street.ids.token(60);
  street.state.tokens.codes.push({ value, expiresAt: street.now() + codeMs, challenge: link.challenge });
  street.tell({ kind: 'setup', personId: null });
  const target = new URL(link.redirectUri);
  target.searchParams.set('code', value);
  target.searchParams.set('oa_id', street.state.oa.id);
  if (link.state !== null) target.searchParams.set('state', link.state);
  return target.href;
}

/** `POST /v4/oa/access_token`. Every new pair kills the access token before it. */
export function exchange(
  street: Street,
  secretKey: string | undefined,
  form: URLSearchParams,
): TokenPair | OAuthError {
  const refused = refuseApp(street, secretKey, form);
  if (refused) return refused;
  switch (form.get('grant_type')) {
    case 'authorization_code':
      return useCode(street, form.get('code') ?? '', form.get('code_verifier'));
    case 'refresh_token':
      return useRefreshToken(street, form.get('refresh_token') ?? '');
    default:
      return oauthError(street, -14018, 'Invalid grant type.');
  }
}

/** What is wrong with the app of a token request; undefined when nothing is. */
export function refuseApp(
  street: Street,
  secretKey: string | undefined,
  form: URLSearchParams,
): OAuthError | undefined {
  const { app } = street.state;
  if (form.get('app_id') !== app.id) return oauthError(street, -14002, 'Invalid app id.');
  return secretKey === app.secret ? undefined : oauthError(street, -14004, 'Invalid secret key.');
}

/** Whether this is the access token in force. */
export function isInForce(street: Street, accessToken: string | undefined): boolean {
  const { access } = street.state.tokens;
  return access !== null && access.value === accessToken && access.expiresAt > street.now();
}

/**
 * An unused refresh token, as the console's API Explorer shows one for the first set-up. Asking again
 * gives the same one until somebody uses it, so looking at it harms nobody.
 */
export function consoleRefreshToken(street: Street): string {
  const { tokens } = street.state;
  const unused = tokens.refresh.find((one) => one.source === 'console' && one.expiresAt > street.now());
  return unused?.value ?? newRefreshToken(street, 'console');
}

function useCode(street: Street, code: string, verifier: string | null): TokenPair | OAuthError {
  const { tokens } = street.state;
  const found = tokens.codes.find((one) => one.value === code);
  tokens.codes = tokens.codes.filter((one) => one !== found && one.expiresAt > street.now());
  const challenged = found?.challenge ?? null;
  const proved = challenged === null || challenged === challengeOf(verifier ?? '');
  if (!found || found.expiresAt <= street.now() || !proved)
    return oauthError(street, -14005, 'Invalid code.');
  // A new grant replaces the one before: its refresh tokens are dead, the console's are not.
  tokens.refresh = tokens.refresh.filter((one) => one.source === 'console');
  return newPair(street);
}

function useRefreshToken(street: Street, value: string): TokenPair | OAuthError {
  const { tokens } = street.state;
  const found = tokens.refresh.find((one) => one.value === value && one.expiresAt > street.now());
  if (!found) return oauthError(street, -14014, 'Invalid refresh token.');
  tokens.refresh = tokens.refresh.filter((one) => one !== found && one.expiresAt > street.now());
  return newPair(street);
}

/** The OA removes the app: every token dies, and nothing more is posted once that has been told. */
export function revokePermission(street: Street): void {
  const { app, oa, office, tokens } = street.state;
  Object.assign(tokens, { access: null, refresh: [], codes: [] });
  office.revoked = true;
  postEvent(street, null, { app_id: app.id, oa_id: oa.id, event_name: 'permission_revoked' });
  street.tell({ kind: 'setup', personId: null });
}

function newPair(street: Street): TokenPair {
  street.state.office.revoked = false;
  const value = street.ids.token(120);
  street.state.tokens.access = { value, expiresAt: street.now() + accessSeconds * 1000 };
  const pair: TokenPair = {
    access_token: value,
    refresh_token: newRefreshToken(street, 'grant'),
    expires_in: String(accessSeconds),
  };
  street.tell({ kind: 'setup', personId: null });
  return pair;
}

function newRefreshToken(street: Street, source: 'grant' | 'console'): string {
  const value = street.ids.token(160);
  street.state.tokens.refresh.push({ value, expiresAt: street.now() + refreshMs, source });
  street.tell({ kind: 'setup', personId: null });
  return value;
}

export function challengeOf(verifier: string): string {
  return createHash('sha256').update(verifier, 'ascii').digest('base64url');
}

/** The body of an OAuth refusal. Some of Zalo's lack the number; a switch makes all of them lack it. */
export function oauthError(street: Street, error: number, name: string): OAuthError {
  return {
    ...(!street.state.settings.oauthErrorsWithoutCode && { error }),
    error_name: name,
    error_reason: name,
    error_description: name,
    ref_doc: 'https://developers.zalo.me/docs/social-api/tham-khao/ma-loi',
  };
}

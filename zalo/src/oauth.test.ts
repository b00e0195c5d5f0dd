// Tokens over a real wire: success is a token and nothing else, and no answer is not a no.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { givenWireServer, type Told } from '../test/wire-server.ts';
import { exchangeCode, permissionUrl, pkce, refreshTokens } from './oauth.ts';

const zalo = givenWireServer();

const app = () => ({ hosts: { oauth: zalo.origin }, appId: '360846524940903967', appSecret: 'app secret' });

test('the permission link', () => {
  const link = permissionUrl({
    hosts: { oauth: 'https://oauth.zaloapp.com' },
    appId: '1',
    redirectUri: 'https://motcua.example/zalo/callback',
    codeChallenge: 'c',
    state: 's',
  });
  expect(link).toBe(
    'https://oauth.zaloapp.com/v4/oa/permission?app_id=1&redirect_uri=https%3A%2F%2Fmotcua.example%2Fzalo%2Fcallback&code_challenge=c&state=s',
  );
});

test('PKCE: 43 letters and their hash', () => {
  const { verifier, challenge } = pkce(new Uint8Array(32).fill(255));
  expect(verifier).toMatch(/^[\w-]{43}$/);
  expect(challenge).toBe(createHash('sha256').update(verifier).digest('base64url'));
});

test('a code becomes a pair; the secret travels in a header, the rest in a form', async () => {
  zalo.tell({ json: { access_token: 'a', refresh_token: 'r', expires_in: '90000' } });
  expect(await exchangeCode(app(), { code: 'c', codeVerifier: 'v' })).toEqual({
    kind: 'granted',
    accessToken: 'a',
    refreshToken: 'r',
    expiresInSeconds: 90000,
    refreshTokenKept: false,
  });
  const asked = zalo.last();
  expect(asked).toMatchObject({ method: 'POST', path: '/v4/oa/access_token' });
  expect(asked.headers['secret_key']).toBe('app secret');
  expect(asked.headers['content-type']).toContain('application/x-www-form-urlencoded');
  expect(Object.fromEntries(new URLSearchParams(asked.body))).toEqual({
    code: 'c',
    app_id: '360846524940903967',
    grant_type: 'authorization_code',
    code_verifier: 'v',
  });
});

test('without PKCE no verifier is sent', async () => {
  zalo.tell({ json: { access_token: 'a', refresh_token: 'r' } });
  await exchangeCode(app(), { code: 'c' });
  expect(new URLSearchParams(zalo.last().body).has('code_verifier')).toBe(false);
});

test.each([
  ['90000', 90000],
  [3600, 3600],
  [undefined, 90000],
  ['soon', 90000],
  [0, 90000],
])('expires_in %j lasts %i seconds', async (expires_in, seconds) => {
  zalo.tell({ json: { access_token: 'a', refresh_token: 'r', expires_in } });
  expect(await refreshTokens(app(), 'old')).toMatchObject({ kind: 'granted', expiresInSeconds: seconds });
});

test('a missing refresh token keeps the old one and says so', async () => {
  zalo.tell({ json: { access_token: 'a', expires_in: '90000' } });
  expect(await refreshTokens(app(), 'old')).toMatchObject({ refreshToken: 'old', refreshTokenKept: true });
  expect(Object.fromEntries(new URLSearchParams(zalo.last().body))).toEqual({
    refresh_token: 'old',
    app_id: '360846524940903967',
    grant_type: 'refresh_token',
  });
});

test('a code that brings no refresh token is no success: there is no old one to keep', async () => {
  zalo.tell({ json: { access_token: 'a' } });
  expect(await exchangeCode(app(), { code: 'c' })).toMatchObject({ kind: 'refused', code: undefined });
});

test.each([
  [{ error: -14014, error_name: 'Invalid refresh token.' }, -14014, 'read_store_again'],
  [{ error: -14005, error_name: 'Invalid code' }, -14005, 'restart_grant'],
  [{ error: -14004, error_name: 'Invalid secret_key' }, -14004, 'operator'],
  [{ error: '-14018', error_name: 'Invalid grant_type' }, -14018, 'bug'],
  [{ error: -14099, error_name: 'New' }, -14099, 'operator'],
  [{ error_name: 'no number' }, undefined, 'operator'],
  [{ access_token: '', refresh_token: 'r', error: 0 }, 0, 'operator'],
])('a refusal at HTTP 200 (%#)', async (json, code, advice) => {
  zalo.tell({ json });
  expect(await refreshTokens(app(), 'old')).toMatchObject({ kind: 'refused', code, advice });
});

test.each<[Told, string]>([
  [{ status: 503, text: 'down' }, 'server_error'],
  [{ text: '' }, 'not_json'],
  ['cut', 'connection_lost'],
  ['silence', 'timeout'],
])('no answer is not a refusal (%#)', async (told, why) => {
  zalo.tell(told);
  const answer = await refreshTokens(app(), 'old', { timeoutMs: told === 'silence' ? 50 : 5_000 });
  expect(answer).toEqual({ kind: 'no_answer', why });
});

// The person behind a token: signed in on a website, or sharing a phone number from a Mini App.

import { expect, test } from 'vitest';
import { givenWireServer } from '../test/wire-server.ts';
import { appSecretProof } from './ask.ts';
import { getPhone, getPlace } from './mini-app.ts';
import { exchangeLoginCode, getMe, loginUrl, refreshLogin } from './web-login.ts';

const zalo = givenWireServer();

const app = () => ({ hosts: { oauth: zalo.origin }, appId: '1', appSecret: 's' });
const access = () => ({ hosts: { graph: zalo.origin }, accessToken: 'user-token', appSecret: 's' });

test('the proof is an HMAC in lower-case hex', () => {
  // RFC 4231, test case 2.
  expect(appSecretProof('Jefe', 'what do ya want for nothing?')).toBe(
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  );
});

test('sign in: the link, the code, the refresh', async () => {
  const hosts = { oauth: 'https://oauth.zaloapp.com' };
  const link = { hosts, appId: '1', redirectUri: 'https://a.example/z', codeChallenge: 'c', state: 's' };
  expect(loginUrl(link)).toBe(
    'https://oauth.zaloapp.com/v4/permission?app_id=1&redirect_uri=https%3A%2F%2Fa.example%2Fz&code_challenge=c&state=s',
  );
  zalo.tell(
    { json: { access_token: 'a', refresh_token: 'r' } },
    { json: { error: -14014, error_name: 'no' } },
  );
  expect(await exchangeLoginCode(app(), { code: 'c', codeVerifier: 'v' })).toMatchObject({
    kind: 'granted',
    accessToken: 'a',
    expiresInSeconds: 3_600,
  });
  expect(zalo.last()).toMatchObject({ method: 'POST', path: '/v4/access_token' });
  expect(zalo.last().headers['secret_key']).toBe('s');
  expect(Object.fromEntries(new URLSearchParams(zalo.last().body))).toEqual({
    code: 'c',
    app_id: '1',
    grant_type: 'authorization_code',
    code_verifier: 'v',
  });
  expect(await refreshLogin(app(), 'r')).toMatchObject({ kind: 'refused', code: -14014 });
  expect(new URLSearchParams(zalo.last().body).get('refresh_token')).toBe('r');
});

test('who signed in is told flat, and only to whom can prove the secret', async () => {
  const picture = { data: { url: 'https://p' } };
  zalo.tell({ json: { id: '5521772797177275', name: 'An', picture, user_id_by_oa: '24', error: 0 } });
  expect(await getMe(access())).toEqual({
    kind: 'ok',
    value: {
      idByApp: '5521772797177275',
      idByOa: '24',
      name: 'An',
      pictureUrl: 'https://p',
      isSensitive: undefined,
    },
  });
  expect(zalo.last().path).toBe('/v2.0/me');
  expect(zalo.last().query.get('fields')).toBe('id,name,picture,user_id_by_oa,is_sensitive');
  expect(zalo.last().headers).toMatchObject({
    access_token: 'user-token',
    appsecret_proof: appSecretProof('s', 'user-token'),
  });
  zalo.tell({ json: { error: 0 } }, { json: { error: 452, message: 'Session key invalid' } });
  expect(await getMe(access())).toEqual({ kind: 'no_answer', why: 'not_json' });
  expect(await getMe(access())).toMatchObject({ code: 452, policy: { action: 'refresh_token' } });
});

test('a Mini App’s tokens become a phone number and a place', async () => {
  const place = { provider: 'gps', latitude: '10.75', longitude: '106.64', timestamp: '1666249171003' };
  zalo.tell({ json: { error: 0, data: { number: '84999000111' } } }, { json: { error: 0, data: place } });
  expect(await getPhone(access(), 'code-1')).toEqual({ kind: 'ok', value: '84999000111' });
  expect(zalo.last()).toMatchObject({ method: 'GET', path: '/v2.0/me/info' });
  expect(zalo.last().headers).toMatchObject({ code: 'code-1', secret_key: 's', access_token: 'user-token' });
  expect(await getPlace(access(), 'code-2')).toEqual({
    kind: 'ok',
    value: { latitude: 10.75, longitude: 106.64, provider: 'gps', at: 1666249171003 },
  });
  zalo.tell({ json: { error: 0, data: { number: '' } } });
  expect(await getPhone(access(), 'code-3')).toEqual({ kind: 'no_answer', why: 'not_json' });
});

// Tokens: single use, rotation, the race between two refreshes, PKCE.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { agree, consoleRefreshToken, exchange, isInForce } from '../src/oauth.ts';
import { givenStreet, hour, pairOf, refresh } from './given.ts';

const callback = 'https://mot-cua.test/zalo/callback';

test('a refresh token works once, gives the next one, and kills the access token before', () => {
  const { street } = givenStreet();
  const first = pairOf(refresh(street));
  expect(first.expires_in).toBe('90000');
  expect(isInForce(street, first.access_token)).toBe(true);

  const second = pairOf(refresh(street, first.refresh_token));
  expect(isInForce(street, first.access_token)).toBe(false);
  expect(isInForce(street, second.access_token)).toBe(true);
  expect(refresh(street, first.refresh_token)).toMatchObject({ error: -14014 });
});

test('of two refreshes with the same token one wins and the loser harms nothing', () => {
  const { street } = givenStreet();
  const { refresh_token: shared } = pairOf(refresh(street));
  const first = refresh(street, shared);
  expect(refresh(street, shared)).toMatchObject({ error: -14014 });
  const winner = pairOf(first);
  expect(isInForce(street, winner.access_token)).toBe(true);
  expect(pairOf(refresh(street, winner.refresh_token)).access_token).not.toBe(winner.access_token);
});

test('an access token dies after 25 hours, a refresh token after 90 days', () => {
  const { street, clock } = givenStreet();
  const pair = pairOf(refresh(street));
  clock.now += 25 * hour - 1;
  expect(isInForce(street, pair.access_token)).toBe(true);
  clock.now += 1;
  expect(isInForce(street, pair.access_token)).toBe(false);
  clock.now += 90 * 24 * hour;
  expect(refresh(street, pair.refresh_token)).toMatchObject({ error: -14014 });
});

test('looking at the credentials twice shows the same token and disturbs no one', () => {
  const { street } = givenStreet();
  const pair = pairOf(refresh(street));
  expect(consoleRefreshToken(street)).toBe(consoleRefreshToken(street));
  expect(isInForce(street, pair.access_token)).toBe(true);
});

test('a code works once, within ten minutes, and only for who holds the verifier', () => {
  const { street, clock } = givenStreet();
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const challenge = createHash('sha256').update(verifier).digest('base64url');
  const ask = () => {
    const { id: appId } = street.state.app;
    const target = new URL(agree(street, { appId, redirectUri: callback, challenge, state: 'x' }));
    expect(target.searchParams.get('oa_id')).toBe(street.state.oa.id);
    expect(target.searchParams.get('state')).toBe('x');
    return target.searchParams.get('code') ?? '';
  };
  const use = (code: string, code_verifier: string) => {
    const { app } = street.state;
    const form = { app_id: app.id, grant_type: 'authorization_code', code, code_verifier };
    return exchange(street, app.secret, new URLSearchParams(form));
  };

  const code = ask();
  const granted = pairOf(use(code, verifier));
  expect(use(code, verifier)).toMatchObject({ error: -14005 });
  // Granting again kills what the grant before had handed out.
  expect(pairOf(use(ask(), verifier)).refresh_token).not.toBe(granted.refresh_token);
  expect(refresh(street, granted.refresh_token)).toMatchObject({ error: -14014 });
  expect(use(ask(), 'someone-else')).toMatchObject({ error: -14005 });
  const late = ask();
  clock.now += 10 * 60_000;
  expect(use(late, verifier)).toMatchObject({ error: -14005 });
});

test('the app id, the app secret and the grant type are checked', () => {
  const { street } = givenStreet();
  const { app } = street.state;
  const form = (fields: Record<string, string>) => new URLSearchParams(fields);
  expect(exchange(street, app.secret, form({ app_id: '1' }))).toMatchObject({ error: -14002 });
  expect(exchange(street, 'wrong', form({ app_id: app.id }))).toMatchObject({ error: -14004 });
  const odd = form({ app_id: app.id, grant_type: 'password' });
  expect(exchange(street, app.secret, odd)).toMatchObject({ error: -14018 });
});

// The checklist of a strict stand-in, line by line: OAuth, the OA API, its webhooks, graph. All through HTTP.

import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { proofOf } from '../src/access.ts';
import { deliverOverHttp } from '../src/deliver.ts';
import type { Delivery } from '../src/parts.ts';
import { setBlocked, setFollowing } from '../src/people.ts';
import { bodies, dataText, hour, names } from './given.ts';
import type { OverHttp } from './over-http.ts';
import { overHttp } from './over-http.ts';

type Json = Record<string, unknown> & { error?: number; data?: unknown };

let line: OverHttp;
let received: Delivery[];
let receiver: { status: number };

beforeEach(async () => {
  received = [];
  receiver = { status: 200 };
  line = await overHttp({
    webhookUrl: 'http://receiver.test/hook',
    deliver(delivery) {
      received.push(delivery);
      return Promise.resolve(receiver.status);
    },
  });
  await line.street.courier.idle();
  received.length = 0;
});
afterEach(() => line.close());

async function call(path: string, init: RequestInit = {}): Promise<Json> {
  const answer: Json = JSON.parse(await (await fetch(line.url + path, init)).text());
  return answer;
}

const token = () => line.street.state.tokens.access?.value ?? '';

function post(path: string, body: object): Promise<Json> {
  const headers = { access_token: token(), 'content-type': 'application/json' };
  return call(path, { method: 'POST', headers, body: JSON.stringify(body) });
}

function say(message: object, path = '/v2.0/oa/message'): Promise<Json> {
  return post(path, { recipient: { user_id: line.lan.id }, message });
}

const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';

async function grant(): Promise<string> {
  const { app } = line.street.state;
  const code_challenge = createHash('sha256').update(verifier).digest('base64url');
  const form = { app_id: app.id, redirect_uri: 'https://mot-cua.test/cb', code_challenge };
  const init = { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' } as const;
  const answer = await fetch(`${line.url}/v4/oa/permission`, init);
  return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
}

function use(code: string, code_verifier = verifier): Promise<Json> {
  const { app } = line.street.state;
  const form = { app_id: app.id, grant_type: 'authorization_code', code, code_verifier };
  const headers = { secret_key: app.secret };
  return call('/v4/oa/access_token', { method: 'POST', headers, body: new URLSearchParams(form) });
}

test('OAuth: single-use code (10 min)', async () => {
  const code = await grant();
  expect(await use(code)).toHaveProperty('access_token');
  expect(await use(code)).toMatchObject({ error: -14005 });
  const late = await grant();
  line.clock.now += 10 * 60_000;
  expect(await use(late)).toMatchObject({ error: -14005 });
});

test('OAuth: PKCE check when a challenge was given', async () => {
  expect(await use(await grant(), 'someone-else')).toMatchObject({ error: -14005 });
});

test('OAuth: rotate refresh', async () => {
  const first = await use(await grant());
  const again = String(first['refresh_token']);
  expect(await (await line.refresh(again)).json()).toHaveProperty('refresh_token');
  expect(await (await line.refresh(again)).json()).toMatchObject({ error: -14014 });
});

test('OAuth: kill old access token', async () => {
  const access_token = token();
  await line.refresh();
  expect(await call('/v2.0/oa/getoa', { headers: { access_token } })).toMatchObject({ error: -216 });
});

test('OAuth: string expires_in', async () => {
  expect(await use(await grant())).toMatchObject({ expires_in: '90000' });
});

test('OAuth: errors at 200', async () => {
  const answer = await line.refresh('used');
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ error: -14014, error_name: 'Invalid refresh token.' });
});

test('OA: header-only token', async () => {
  expect(await call(`/v2.0/oa/getoa?access_token=${token()}`)).toMatchObject({ error: -216 });
  const bearer = { authorization: `Bearer ${token()}` };
  expect(await call('/v2.0/oa/getoa', { headers: bearer })).toMatchObject({ error: -216 });
});

test('OA: per-OA oa_type', async () => {
  expect(await say({ text: 'a' }, '/v3.0/oa/message/cs')).toMatchObject({ error: -235 });
  await line.control('POST', 'oa', { oaType: 'business' });
  expect(await say({ text: 'a' })).toMatchObject({ error: -240 });
});

test('OA: 48 h/7 d clocks', async () => {
  line.clock.now += 48 * hour;
  await line.refresh();
  expect(await say({ text: 'a' })).toMatchObject({ data: { quota: { quota_type: 'reply' } } });
  line.clock.now += 1;
  expect(await say({ text: 'a' })).toMatchObject({ data: { quota: { quota_type: 'sub_quota' } } });
  line.clock.now += 5 * 24 * hour;
  await line.refresh();
  expect(await say({ text: 'a' })).toMatchObject({ error: -230 });
});

test('OA: -213/-230/-232/-244 states', async () => {
  const { street, lan } = line;
  lan.lastInteractionAt = null;
  expect(await say({ text: 'a' })).toMatchObject({ error: -213 });
  lan.lastInteractionAt = line.clock.now - 8 * 24 * hour;
  expect(await say({ text: 'a' })).toMatchObject({ error: -230 });
  await line.control('POST', 'settings', { expiredCode: -232, blockedCode: -244 });
  expect(await say({ text: 'a' })).toMatchObject({ error: -232 });
  setBlocked(street, lan, true);
  expect(await say({ text: 'a' })).toMatchObject({ error: -244 });
});

test('OA: length/count limits', async () => {
  expect(await say({ text: 'ế'.repeat(2000).normalize('NFD') })).toMatchObject({ error: 0 });
  expect(await say({ text: 'ế'.repeat(2001) })).toMatchObject({ error: -210 });
  const button = { title: 'Mở', type: 'oa.query.show', payload: 'mở' };
  const many = { template_type: 'button', buttons: Array.from({ length: 6 }, () => button) };
  expect(await say({ text: 'a', attachment: { type: 'template', payload: many } })).toMatchObject({
    error: -210,
  });
});

test('OA: upload kinds/sizes and 7-day expiry', async () => {
  const upload = (kind: string, bytes: string, name: string) => {
    const body = new FormData();
    body.set('file', new File([bytes], name));
    const headers = { access_token: token() };
    return call(`/v2.0/oa/upload/${kind}`, { method: 'POST', body, headers });
  };
  expect(await upload('file', 'không phải PDF', 'a.pdf')).toMatchObject({ error: -201 });
  expect(await upload('file', `%PDF-${'x'.repeat(5 * 1024 * 1024)}`, 'a.pdf')).toMatchObject({ error: -210 });
  const payload = { token: dataText(await upload('file', '%PDF-1.7', 'a.pdf'), 'token') };
  line.clock.now += 7 * 24 * hour;
  line.lan.lastInteractionAt = line.clock.now;
  await line.refresh();
  expect(await say({ attachment: { type: 'file', payload } })).toMatchObject({ error: -100 });
});

test('OA: -32 limiter with headers', async () => {
  await line.control('POST', 'settings', { appCallsPerMinute: 1 });
  line.clock.now += 60_000;
  const first = await line.read();
  expect(first.headers.get('x-ratelimit-limit')).toBe('1');
  expect(first.headers.get('x-ratelimit-remain')).toBe('0');
  expect(await (await line.read()).json()).toMatchObject({ error: -32 });
  line.clock.now += 60_000;
  expect(await (await line.read()).json()).toMatchObject({ error: 0 });
});

test('OA: "error but delivered" fault', async () => {
  await line.control('POST', 'faults', { kind: 'error_but_delivered', times: 1 });
  expect(await say({ text: 'a' })).toMatchObject({ error: -200 });
  expect(line.onPhone()).toBe(1);
});

test('OA: echo + received + seen events', async () => {
  await say({ text: 'a' });
  await line.control('POST', `people/${line.lan.id}/seen`);
  await line.street.courier.idle();
  expect(names(received)).toEqual(['oa_send_text', 'user_received_message', 'user_seen_message']);
});

test('OA: out-of-order and duplicate delivery', async () => {
  await line.control('POST', 'faults', { kind: 'reorder', times: 1 });
  for (const text of ['một', 'hai']) await line.control('POST', `people/${line.lan.id}/write`, { text });
  await line.street.courier.idle();
  expect(bodies(received).map((one) => one.message['text'])).toEqual(['hai', 'một']);
  await line.control('POST', 'faults', { kind: 'duplicate', copies: 2, times: 1 });
  await line.control('POST', `people/${line.lan.id}/write`, { text: 'ba' });
  await line.street.courier.idle();
  expect(received.at(-1)?.body).toBe(received.at(-2)?.body);
});

test('OA: 2 s deadline', async () => {
  const patience = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => AbortSignal.abort());
  const late = deliverOverHttp({ url: `${line.url}/control/state`, headers: {}, body: '{}' });
  await expect(late).rejects.toThrow();
  expect(patience).toHaveBeenCalledWith(2000);
  patience.mockRestore();
});

test('OA: a receiver that points elsewhere has not taken the event', async () => {
  const { app } = line.street.state;
  const body = new URLSearchParams({ app_id: app.id, redirect_uri: `${line.url}/control/state` }).toString();
  expect(await deliverOverHttp({ url: `${line.url}/v4/oa/permission`, headers: {}, body })).toBe(302);
});

test('OA: retry ladder with num_retry, then unsubscribe', async () => {
  receiver.status = 500;
  await line.control('POST', `people/${line.lan.id}/write`, { text: 'a' });
  await line.street.courier.idle();
  for (const seconds of [30, 300, 900, 1800, 3600]) {
    line.clock.now += seconds * 1000;
    await line.street.courier.idle();
  }
  expect(received.map((one) => one.headers['num_retry'])).toEqual([undefined, '1', '2', '3', '4', '5']);
  expect((await line.control('GET', 'subscription')).body).toMatchObject({ subscribed: false });
  setFollowing(line.street, line.lan, false);
  await line.street.courier.idle();
  expect(received).toHaveLength(6);
});

test('OA: console Test POST', async () => {
  expect((await line.control('POST', 'webhook/test')).body).toMatchObject({ status: 200 });
  const [sample] = bodies(received);
  expect(sample).toMatchObject({
    event_name: 'user_send_text',
    message: { msg_id: 'This is message id', text: 'This is testing message' },
  });
  expect(received[0]?.headers['x-zevent-signature']).toMatch(/^mac=[0-9a-f]{64}$/);
});

test('Graph: /me', async () => {
  const { accessToken } = (await line.control('POST', `people/${line.lan.id}/mini-app`)).body;
  const access_token = String(accessToken);
  const appsecret_proof = proofOf(line.street.state.app.secret, access_token);
  const headers = { access_token, appsecret_proof };
  expect(await call('/v2.0/me?fields=id,name', { headers })).toMatchObject({ id: line.lan.idByApp });
  expect(await call('/v2.0/me', { headers: { access_token } })).toMatchObject({ error: 100 });
});

test('Graph: /me/info single-use 2-min codes', async () => {
  const info = async (waitMs: number) => {
    const minted = (await line.control('POST', `people/${line.lan.id}/mini-app`, { kind: 'phone' })).body;
    const secret_key = line.street.state.app.secret;
    const headers = { access_token: String(minted['accessToken']), code: String(minted['code']), secret_key };
    line.clock.now += waitMs;
    const first = await call('/v2.0/me/info', { headers });
    return [first.error, (await call('/v2.0/me/info', { headers })).error];
  };
  expect(await info(119_999)).toEqual([0, 100]);
  expect(await info(120_000)).toEqual([100, 100]);
});

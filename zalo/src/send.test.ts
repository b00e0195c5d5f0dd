// Sending over a real wire: what is known afterwards, for every way the wire can behave.

import { createHmac } from 'node:crypto';
import { expect, test } from 'vitest';
import { givenWireServer, startWireServer, type Told } from '../test/wire-server.ts';
import { sendMessage } from './send.ts';

const zalo = givenWireServer();

function send(more: { apiVersion?: 'v3' | 'v2'; openapi?: string; timeoutMs?: number } = {}) {
  const access = {
    hosts: { openapi: more.openapi ?? zalo.origin },
    accessToken: 'token-1',
    timeoutMs: more.timeoutMs ?? 5_000,
  };
  const message = { text: 'Hồ sơ đã xong' };
  return sendMessage(access, { apiVersion: more.apiVersion ?? 'v3', userId: '246845883529197922', message });
}

test.each([
  ['v3', '/v3.0/oa/message/cs'],
  ['v2', '/v2.0/oa/message'],
] as const)('%s goes to %s, the token in its own header', async (apiVersion, path) => {
  const quota = { quota_type: 'reply', remain: 8, total: 8 };
  zalo.tell({ json: { data: { message_id: 'm1', user_id: 'u', quota }, error: 0, message: 'Success' } });
  expect(await send({ apiVersion })).toEqual({
    kind: 'sent',
    messageId: 'm1',
    quota: { type: 'reply', remain: 8, total: 8 },
  });
  const asked = zalo.last();
  expect(asked).toMatchObject({ method: 'POST', path });
  expect(asked.headers).toMatchObject({ access_token: 'token-1', 'content-type': 'application/json' });
  expect(asked.query.size).toBe(0);
  expect(JSON.parse(asked.body)).toEqual({
    recipient: { user_id: '246845883529197922' },
    message: { text: 'Hồ sơ đã xong' },
  });
});

test('a message id without quotes keeps every digit; a quota without counts is still a quota', async () => {
  zalo.tell({ text: '{"error":0,"data":{"message_id":246845883529197923,"quota":{"quota_type":"reply"}}}' });
  expect(await send()).toEqual({
    kind: 'sent',
    messageId: '246845883529197923',
    quota: { type: 'reply', remain: undefined, total: undefined },
  });
});

test.each([
  [-216, 'refresh_token'],
  [-235, 'switch_to_v2'],
  [-240, 'switch_to_v3'],
  [-230, 'fallback'],
  [-32, 'retry_later'],
  [-211, 'defer'],
  [-219, 'refresh_token'],
  [-999, 'retry_bounded'],
])('%i inside HTTP 200 is a refusal: %s', async (error, action) => {
  zalo.tell({ json: { error, message: 'no' } });
  expect(await send()).toMatchObject({ kind: 'refused', code: error, message: 'no', policy: { action } });
});

test.each<[string, Told, string]>([
  ['a 502 page', { status: 502, text: '<html>Bad gateway</html>' }, 'server_error'],
  ['JSON with status 500', { status: 500, json: { error: 0, data: { message_id: 'm' } } }, 'server_error'],
  ['a page instead of JSON', { text: '<html>' }, 'not_json'],
  ['a redirect', { status: 302, text: '' }, 'not_json'],
  ['JSON without an error field', { json: { data: {} } }, 'not_json'],
  ['a cut line', 'cut', 'connection_lost'],
  ['success without a message id', { json: { error: 0 } }, 'no_message_id'],
  [
    '-200, which may have been delivered',
    { json: { error: -200, message: 'Send message failed' } },
    'zalo_unsure',
  ],
])('nobody knows after %s', async (_name, told, why) => {
  zalo.tell(told);
  expect(await send()).toEqual({ kind: 'unknown_outcome', why });
});

test('nobody knows after silence', async () => {
  zalo.tell('silence');
  expect(await send({ timeoutMs: 50 })).toEqual({ kind: 'unknown_outcome', why: 'timeout' });
});

test('where nobody listens, nothing was sent', async () => {
  const gone = await startWireServer();
  await gone.close();
  expect(await send({ openapi: gone.origin })).toEqual({ kind: 'not_sent', why: 'unreachable' });
});

test('a widget visitor and an answer to a message have recipients of their own', async () => {
  const access = { hosts: { openapi: zalo.origin }, accessToken: 'token-1' };
  const message = { text: 'Chào Anh/Chị' };
  zalo.tell(
    { json: { error: 0, data: { message_id: 'm' } } },
    { json: { error: 0, data: { message_id: 'm' } } },
  );
  await sendMessage(access, { apiVersion: 'v2', anonymousId: 'a', conversationId: 'c', message });
  expect(JSON.parse(zalo.last().body)).toEqual({
    recipient: { anonymous_id: 'a', conversation_id: 'c' },
    message,
  });
  await sendMessage(access, { apiVersion: 'v2', messageId: 'm0', message });
  expect(JSON.parse(zalo.last().body)).toEqual({ recipient: { message_id: 'm0' }, message });
  expect(zalo.last().path).toBe('/v2.0/oa/message');
});

test('the headers of an answer tell how many calls are left this minute, also of a refusal', async () => {
  const headers = { 'x-ratelimit-limit': '4000', 'x-ratelimit-remain': '0' };
  zalo.tell({ headers, json: { error: -32, message: 'limit' } });
  expect(await send()).toMatchObject({
    kind: 'refused',
    policy: { action: 'retry_later', until: 'next_minute' },
    rate: { limit: 4000, remain: 0 },
  });
  zalo.tell({ headers: { 'x-ratelimit-remain': '17' }, json: { error: 0, data: { message_id: 'm' } } });
  expect(await send()).toMatchObject({ kind: 'sent', rate: { limit: undefined, remain: 17 } });
  zalo.tell({ headers: { 'x-ratelimit-remain': '-' }, json: { error: 0, data: { message_id: 'm' } } });
  expect(await send()).not.toHaveProperty('rate');
});

test('with the App Secret at hand, each call proves it', async () => {
  zalo.tell({ json: { error: 0, data: { message_id: 'm' } } });
  const access = { hosts: { openapi: zalo.origin }, accessToken: 'token-1', appSecret: 'app secret' };
  await sendMessage(access, { apiVersion: 'v2', userId: '1', message: { text: 'a' } });
  expect(zalo.last().headers['appsecret_proof']).toBe(
    createHmac('sha256', 'app secret').update('token-1').digest('hex'),
  );
});

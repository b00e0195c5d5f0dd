// The street over HTTP: tokens in headers only, uploads, reading chats, the control API, memory across restarts.

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { RunningStreet, ServerOptions } from '../src/server.ts';
import { startStreet } from '../src/server.ts';
import { dataText } from './given.ts';

const open: RunningStreet[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const running of open.splice(0)) await running.close();
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true });
});

type Json = Record<string, unknown> & { error?: number; data?: unknown };

async function start(options: ServerOptions = {}) {
  const running = await startStreet(options);
  open.push(running);
  const call = async <Answer = Json>(path: string, init: RequestInit = {}) => {
    const answer: Answer = JSON.parse(await (await fetch(running.url + path, init)).text());
    return answer;
  };
  const credentials = () =>
    call<Record<'appId' | 'appSecret' | 'refreshToken', string>>('/control/credentials');
  const post = (path: string, body: object = {}, headers: Record<string, string> = {}) =>
    call(path, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...headers },
    });
  const connect = async () => {
    const { appId, appSecret, refreshToken } = await credentials();
    const form = new URLSearchParams({
      app_id: appId,
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
    });
    const headers = { secret_key: appSecret };
    const pair = await call('/v4/oa/access_token', { method: 'POST', body: form, headers });
    return { access_token: String(pair['access_token']) };
  };
  return { running, call, post, connect, credentials };
}

test('a reused refresh token is refused at HTTP 200', async () => {
  const { running, connect, credentials } = await start();
  const { appId, appSecret, refreshToken } = await credentials();
  await connect();
  const form = { app_id: appId, grant_type: 'refresh_token', refresh_token: refreshToken };
  const answer = await fetch(`${running.url}/v4/oa/access_token`, {
    method: 'POST',
    body: new URLSearchParams(form),
    headers: { secret_key: appSecret },
  });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ error: -14014 });
});

test('the access token counts in the header only', async () => {
  const { call, connect } = await start({ oaName: 'UBND Phường Kiến Tường' });
  const headers = await connect();
  const token = headers.access_token;
  expect(await call('/v2.0/oa/getoa')).toMatchObject({ error: -216 });
  expect(await call(`/v2.0/oa/getoa?access_token=${token}`)).toMatchObject({ error: -216 });
  expect(await call('/v2.0/oa/getoa', { headers: { authorization: `Bearer ${token}` } })).toMatchObject({
    error: -216,
  });
  expect((await call('/v2.0/oa/getoa', { headers })).data).toMatchObject({
    name: 'UBND Phường Kiến Tường',
    oa_type: 4,
    is_verified: true,
  });
});

test('an upload by multipart is sent, and the chat reads back newest first, ten at a time', async () => {
  const { call, post, connect } = await start();
  const headers = await connect();
  const lan = await post('/control/people', { name: 'Lan' });
  await post(`/control/people/${String(lan['id'])}/write`, { text: 'xin chào' });

  const form = new FormData();
  form.set('file', new File(['%PDF-1.7 …'], 'Giấy tiếp nhận.pdf'));
  const upload = await call('/v2.0/oa/upload/file', { method: 'POST', body: form, headers });
  const message = { attachment: { type: 'file', payload: upload.data } };
  const sent = await post('/v2.0/oa/message', { recipient: { user_id: lan['id'] }, message }, headers);
  expect(sent).toMatchObject({ error: 0 });

  const read = (data: object) =>
    call(`/v2.0/oa/conversation?data=${encodeURIComponent(JSON.stringify(data))}`, { headers });
  expect((await read({ user_id: lan['id'], offset: 0, count: 10 })).data).toMatchObject([
    { src: 0, type: 'link', message: 'Giấy tiếp nhận.pdf', to_id: lan['id'] },
    { src: 1, type: 'text', message: 'xin chào', from_display_name: 'Lan' },
  ]);
  expect((await read({ user_id: lan['id'], offset: 1, count: 1 })).data).toHaveLength(1);
  expect(await read({ user_id: lan['id'], offset: 0, count: 11 })).toMatchObject({ error: -210 });
  expect((await call('/v2.0/oa/listrecentchat', { headers })).data).toMatchObject([{ src: 0 }]);
});

test('a photo keeps its bytes and is gone when it expires', async () => {
  let now = Date.now();
  const { running, call, post } = await start({ now: () => now });
  const lan = await post('/control/people', { name: 'Lan' });
  const bytes = Buffer.from('\xff\xd8\xff\xe0 photo', 'latin1');
  const path = `/control/people/${String(lan['id'])}/photo`;
  const sent = await call(path, {
    method: 'POST',
    body: new Uint8Array(bytes),
    headers: { 'content-type': 'image/jpeg' },
  });
  const url = String(sent['url']);
  expect(url.startsWith(`${running.url}/media/`)).toBe(true);
  const answer = await fetch(url);
  expect(answer.headers.get('content-type')).toBe('image/jpeg');
  expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
  now += 7 * 24 * 3_600_000;
  expect((await fetch(url)).status).toBe(404);
});

test('a button is pressed by its place, and a wrong place is said', async () => {
  const { call, post, connect } = await start({ oaType: 'business' });
  const headers = await connect();
  const lan = await post('/control/people', { name: 'Lan' });
  const person = `/control/people/${String(lan['id'])}`;
  await post(`${person}/chat-now`);
  const buttons = [{ title: 'Xem hồ sơ', type: 'oa.query.show', payload: 'hồ sơ của tôi' }];
  const message = { text: 'Chọn', attachment: { type: 'template', payload: { buttons } } };
  const sent = await post('/v3.0/oa/message/cs', { recipient: { user_id: lan['id'] }, message }, headers);
  const msgId = dataText(sent, 'message_id');
  expect(await post(`${person}/click`, { msgId, buttonIndex: 1 })).toHaveProperty('error');
  await post(`${person}/click`, { msgId, buttonIndex: 0 });
  const messages = await call<Json[]>(`/control/messages?person=${String(lan['id'])}&after=1`);
  expect(messages).toMatchObject([{ from: 'person', content: { kind: 'text', text: 'hồ sơ của tôi' } }]);
});

test('a person sees the consent page, agrees, and comes back with a code', async () => {
  const { running, credentials } = await start({ callbackUrl: 'https://mot-cua.test/cb' });
  const { appId } = await credentials();
  const link = new URLSearchParams({ app_id: appId, redirect_uri: 'https://mot-cua.test/cb', state: '"<x>' });
  const page = await (await fetch(`${running.url}/v4/oa/permission?${link.toString()}`)).text();
  expect(page).toContain('Đồng ý cấp quyền');
  expect(page).not.toContain('"<x>');
  const answer = await fetch(`${running.url}/v4/oa/permission`, {
    method: 'POST',
    body: link,
    redirect: 'manual',
  });
  expect(answer.headers.get('location')).toMatch(
    /^https:\/\/mot-cua\.test\/cb\?code=.+&oa_id=\d+&state=%22%3Cx%3E$/,
  );
  link.set('redirect_uri', 'https://evil.test');
  expect(await (await fetch(`${running.url}/v4/oa/permission?${link.toString()}`)).text()).toContain(
    '-14003',
  );
});

test('a restart keeps people, chats, photos, tokens and what was still to be delivered', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'street-'));
  folders.push(folder);
  const options = { dataFile: join(folder, 'street.json'), webhookUrl: 'http://127.0.0.1:9/hook' };
  const first = await start({ ...options, deliver: () => Promise.reject(new Error('down')) });
  const headers = await first.connect();
  const lan = await first.post('/control/people', { name: 'Lan' });
  const photo = Buffer.from('\xff\xd8\xff', 'latin1').toString('base64');
  const path = `/control/people/${String(lan['id'])}/photo`;
  await first.post(path, { dataUrl: `data:image/jpeg;base64,${photo}` });
  await first.running.street.courier.idle();
  await open.pop()?.close();

  const taken: string[] = [];
  const second = await start({
    ...options,
    deliver(delivery) {
      taken.push(delivery.headers['num_retry'] ?? '0');
      return Promise.resolve(200);
    },
  });
  expect(await second.call('/v2.0/oa/getoa', { headers })).toMatchObject({ error: 0 });
  const [message] = await second.call<Json[]>('/control/messages');
  expect((await fetch(String(message?.['url']))).status).toBe(200);
  expect(await second.post('/control/redeliver')).toEqual({ count: 1 });
  expect(taken).toEqual(['1']);
  const hoa = await second.post('/control/people', { name: 'Hoa' });
  expect(hoa['id']).not.toBe(lan['id']);
});

test('what an earlier version kept is opened with what has been added since', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'street-'));
  folders.push(folder);
  const dataFile = join(folder, 'street.json');
  const first = await start({ dataFile });
  const lan = await first.post('/control/people', { name: 'Lan', phone: '84912000101' });
  await open.pop()?.close();
  const kept: Json & { people: Json[]; settings: Json } = JSON.parse(await readFile(dataFile, 'utf8'));
  for (const added of ['zbs', 'office', 'social']) delete kept[added];
  for (const added of ['reach', 'refusedTags', 'shared']) delete kept.people[0]?.[added];
  delete kept.settings['templateNightRule'];
  await writeFile(dataFile, JSON.stringify(kept));
  const second = await start({ dataFile });
  expect(await second.call('/control/people')).toMatchObject([{ id: lan['id'], reach: 'ok', shared: {} }]);
  expect(await second.call('/control/state')).toMatchObject({ settings: { templateNightRule: true } });
  expect(await second.call('/control/templates')).toHaveLength(5);
});

test('a number is kept as the platform writes it, and what is none is said', async () => {
  const { post } = await start();
  const lan = await post('/control/people', { name: 'Lan', phone: '0912 000 101' });
  expect(lan['phone']).toBe('84912000101');
  expect(await post(`/control/people/${String(lan['id'])}/reach`, { phone: '1022' })).toHaveProperty('error');
  expect(await post('/control/people', { name: 'Hoa', phone: 'không có' })).toHaveProperty('error');
  expect(await post('/control/people', { name: 'Hoa', phone: '' })).toMatchObject({ phone: null });
});

test('every module of the phone page is served as JavaScript', async () => {
  const { running } = await start();
  const main = await fetch(`${running.url}/phone/main.ts`);
  expect(main.headers.get('content-type')).toContain('text/javascript');
  const page = await fetch(running.url);
  expect(page.headers.get('content-security-policy')).toContain("default-src 'self'");
  expect((await fetch(`${running.url}/vendor/qr/decode.js`)).status).toBe(200);
});

// Web login, graph.zalo.me, appsecret_proof, removal of the app, and events of any name, all over HTTP.

import { createHash } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { proofOf } from '../src/access.ts';
import { createArticle } from '../src/articles.ts';
import type { Delivery } from '../src/parts.ts';
import type { ServerOptions } from '../src/server.ts';
import { bodies } from './given.ts';
import type { OverHttp } from './over-http.ts';
import { overHttp } from './over-http.ts';

const open: OverHttp[] = [];
type Json = Record<string, unknown>;

afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

async function start(options: ServerOptions = {}) {
  const world = await overHttp(options);
  open.push(world);
  const { app } = world.street.state;
  const call = async (path: string, init: RequestInit = {}) => {
    const answer: Json = JSON.parse(await (await fetch(world.url + path, init)).text());
    return answer;
  };
  const token = (form: Record<string, string>) =>
    call('/v4/access_token', {
      method: 'POST',
      headers: { secret_key: app.secret },
      body: new URLSearchParams({ app_id: app.id, ...form }),
    });
  const verifier = 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk';
  const login = async () => {
    const form = {
      app_id: app.id,
      redirect_uri: 'https://mot-cua.test/vao',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      state: 's',
      person: world.lan.id,
    };
    const answer = await fetch(`${world.url}/v4/permission`, {
      method: 'POST',
      body: new URLSearchParams(form),
      redirect: 'manual',
    });
    return new URL(answer.headers.get('location') ?? '').searchParams.get('code') ?? '';
  };
  const exchange = (code: string, code_verifier = verifier) =>
    token({ grant_type: 'authorization_code', code, code_verifier });
  return { ...world, app, call, token, login, exchange };
}

test('a person logs in: the code works once, with its verifier; refresh tokens work once within thirty days', async () => {
  const { clock, token, login, exchange } = await start();
  const code = await login();
  const pair = await exchange(code);
  expect(pair).toMatchObject({ expires_in: '3600', refresh_token_expires_in: String(30 * 86_400) });
  expect(await exchange(code)).toMatchObject({ error: -14005 });
  expect(await exchange(await login(), 'someone-else')).toMatchObject({ error: -14005 });
  clock.now += 86_400_000;
  const refresh = (value: unknown) => token({ grant_type: 'refresh_token', refresh_token: String(value) });
  const next = await refresh(pair['refresh_token']);
  expect(next).toMatchObject({ refresh_token_expires_in: String(29 * 86_400) });
  expect(await refresh(pair['refresh_token'])).toMatchObject({ error: -14014 });
  clock.now += 29 * 86_400_000;
  expect(await refresh(next['refresh_token'])).toMatchObject({ error: -14014 });
});

test('the login page asks whose phone agrees, and refuses an unregistered callback', async () => {
  const { url, app } = await start({ callbackUrl: 'https://mot-cua.test/vao' });
  const page = async (redirect_uri: string) => {
    const link = new URLSearchParams({ app_id: app.id, redirect_uri });
    return (await fetch(`${url}/v4/permission?${link.toString()}`)).text();
  };
  expect(await page('https://mot-cua.test/vao')).toContain('Nguyễn Thị Lan');
  expect(await page('https://evil.test')).toContain('-14003');
});

test('graph tells who it is, under the id of the app, if the proof is right', async () => {
  const { clock, lan, app, street, call, login, exchange } = await start();
  const access_token = String((await exchange(await login()))['access_token']);
  const me = (appsecret_proof: string, fields = 'id,name,picture') =>
    call(`/v2.0/me?fields=${fields}`, { headers: { access_token, appsecret_proof } });
  const proof = proofOf(app.secret, access_token);
  expect(await me(proof)).toMatchObject({ error: 0, id: lan.idByApp, name: lan.name });
  expect(await me(proof, 'id,user_id_by_oa')).toMatchObject({ user_id_by_oa: lan.id });
  expect(await me(proof, 'phone')).toMatchObject({ error: 100 });
  expect(await me('wrong')).toMatchObject({ error: 100 });
  street.state.settings.graphNeedsProof = false;
  expect(await me('wrong')).toMatchObject({ error: 0 });
  clock.now += 3_600_000;
  expect(await me(proof)).toMatchObject({ error: 452 });
});

test("a Mini App's code gives number or place once, within two minutes, to whoever holds the secret", async () => {
  const { clock, lan, app, control, call } = await start();
  lan.phone = '84912000101';
  const mint = async (kind: string) => (await control('POST', `people/${lan.id}/mini-app`, { kind })).body;
  const info = ({ accessToken, code }: Json, secret_key = app.secret) =>
    call('/v2.0/me/info', {
      headers: { access_token: String(accessToken), code: String(code), secret_key },
    });
  const minted = await mint('phone');
  expect(await info(minted, 'wrong')).toMatchObject({ error: 100 });
  expect(await info(minted)).toEqual({ data: { number: '84912000101' }, error: 0, message: 'Success' });
  expect(await info(minted)).toMatchObject({ error: 100 });
  expect(await info(await mint('location'))).toMatchObject({ data: { provider: 'gps' } });
  const late = await mint('phone');
  clock.now += 120_000;
  expect(await info(late)).toMatchObject({ error: 100 });
});

test('with the console toggle on, calls without a right proof are refused, each host with its code', async () => {
  const { url, street, app } = await start({ settings: { requireAppSecretProof: true } });
  const access_token = street.state.tokens.access?.value ?? '';
  const error = async (path: string, proof?: string) => {
    const headers = { access_token, ...(proof && { appsecret_proof: proof }) };
    const answer: Json = JSON.parse(await (await fetch(url + path, { headers })).text());
    return answer['error'];
  };
  expect(await error('/v2.0/oa/getoa')).toBe(-242);
  expect(await error('/message/quota')).toBe(-1241);
  expect(await error('/v2.0/oa/getoa', proofOf(app.secret, access_token))).toBe(0);
});

test('when the OA removes the app its tokens die, that is told, and then nothing more until a new grant', async () => {
  const received: Delivery[] = [];
  const { street, lan, read, refresh, control } = await start({
    webhookUrl: 'http://receiver.test/hook',
    deliver(delivery) {
      received.push(delivery);
      return Promise.resolve(200);
    },
  });
  await control('POST', 'oa/revoke');
  await control('POST', `people/${lan.id}/write`, { text: 'có ai không' });
  await street.courier.idle();
  expect(bodies(received).at(-1)).toMatchObject({
    event_name: 'permission_revoked',
    oa_id: street.state.oa.id,
  });
  expect(await (await read()).json()).toMatchObject({ error: -219 });
  expect(await (await refresh('any')).json()).toMatchObject({ error: -14014 });
  const fresh = await control('GET', 'credentials');
  await refresh(String(fresh.body['refreshToken']));
  await control('POST', `people/${lan.id}/write`, { text: 'có ai không' });
  await street.courier.idle();
  expect(bodies(received).at(-1)).toMatchObject({ event_name: 'user_send_text' });
});

test('any event can be emitted by name with a valid body, and any body at all', async () => {
  const received: Delivery[] = [];
  const { url, street, lan, control } = await start({
    webhookUrl: 'http://receiver.test/hook',
    deliver(delivery) {
      received.push(delivery);
      return Promise.resolve(200);
    },
  });
  const names: string[] = JSON.parse(await (await fetch(`${url}/control/events/names`)).text());
  expect(names.length).toBeGreaterThan(60);
  for (const event of names) {
    expect((await control('POST', 'events', { event, person: lan.id })).status).toBe(200);
  }
  await street.courier.idle();
  const came = bodies(received).slice(-names.length);
  expect(came.map((one) => one.event_name).sort()).toEqual(names);
  for (const body of came) {
    expect(body['app_id']).toBe(street.state.app.id);
    expect(body['timestamp']).toMatch(/^\d{13}$/);
  }
  const quota = received.find((one) => one.body.includes('"change_oa_daily_quota"'));
  expect(quota?.headers['x-zevent-server']).toBe('ZNS');
  expect((await control('POST', 'events', { event: 'không có' })).status).toBe(400);

  const raw = '{"timestamp":"1","event_name":"la_lung"}';
  await control('POST', 'events', { raw });
  await street.courier.idle();
  const last = received.at(-1);
  expect(last?.body).toBe(raw);
  const { app, oa } = street.state;
  const mac = createHash('sha256').update(`${app.id}${raw}1${oa.secretKey}`).digest('hex');
  expect(last?.headers['x-zevent-signature']).toBe(`mac=${mac}`);
});

test('an article can be read where its link leads, and every reading is counted', async () => {
  const { url, street, clock } = await start();
  const cover = { cover_type: 'photo', photo_url: 'https://mot-cua.test/bia.jpg' };
  const body = [{ type: 'text', content: '<b>Thứ Hai</b>' }];
  const draft = { type: 'normal', title: 'Lịch', author: 'VP', description: 'Tháng 12', cover, body };
  createArticle(street, draft);
  clock.now += 5000;
  const [article] = street.state.office.articles;
  const page = await (await fetch(`${url}/articles/${article?.id ?? ''}`)).text();
  expect(page).toContain('&#60;b&#62;Thứ Hai');
  expect(article?.views).toBe(1);
  expect((await fetch(`${url}/articles/khac`)).status).toBe(404);
});

test('an officer writing by hand, and what people send beyond words, arrive as events of their kinds', async () => {
  const received: Delivery[] = [];
  const { street, lan, control } = await start({
    webhookUrl: 'http://receiver.test/hook',
    deliver(delivery) {
      received.push(delivery);
      return Promise.resolve(200);
    },
  });
  await control('POST', `people/${lan.id}/oa-write`, { text: 'Để tôi xem' });
  await street.courier.idle();
  const echo = bodies(received).find((one) => one.event_name === 'oa_send_text');
  expect(echo).toMatchObject({ sender: { admin_id: expect.stringMatching(/^\d+$/) } });
  for (const act of ['gif', 'video', 'business-card'])
    expect((await control('POST', `people/${lan.id}/${act}`, {})).status).toBe(200);
  await control('POST', `people/${lan.id}/link`, { url: 'https://mot-cua.test' });
  expect((await control('POST', `people/${lan.id}/link`, { url: 'x' })).status).toBe(400);
  expect((await control('POST', `people/${lan.id}/submit-info`, {})).status).toBe(400);
  for (const latitude of ['bắc', 91, ''])
    expect((await control('POST', `people/${lan.id}/location`, { latitude })).status).toBe(400);
  await control('POST', `people/${lan.id}/location`, { latitude: 21.02, longitude: '105.85' });
  await street.courier.idle();
  const came = bodies(received).slice(-5);
  expect(came.map((one) => one.event_name)).toEqual([
    'user_send_gif',
    'user_send_video',
    'user_send_business_card',
    'user_send_link',
    'user_send_location',
  ]);
  expect(came[4]?.message['attachments']).toMatchObject([
    { payload: { coordinates: { latitude: '21.02', longitude: '105.85' } } },
  ]);
  expect(came[2]?.message['attachments']).toMatchObject([
    { type: 'link', payload: { description: expect.stringContaining('"phone":"84') } },
  ]);
});

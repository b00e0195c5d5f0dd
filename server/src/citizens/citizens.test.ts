// Signing in with Zalo: only the browser that began, with proof and PKCE; it shows what the chat follows, and opens nothing more.

import { miniAppToken } from '@motcua/zalo-sim/web-login';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import { type Client, visitor } from '../../test/client.ts';
import type { BeginAnswer, CitizenView, MiniAppAnswer } from './schema.ts';

let world: ChatWorld;
let phone: Phone;
let dossier: { id: string; code: string };
beforeAll(async () => {
  world = await createChatWorld();
  world.running.street.state.settings.graphNeedsProof = true;
  dossier = await world.givenIntake();
  phone = await world.linkedPhone(dossier.id);
});
afterAll(() => world.close());

/** The person agrees on Zalo's page; gives what Zalo adds to the address it sends the browser back to. */
async function agree(url: string, person = phone.person.id): Promise<{ code: string; state: string }> {
  const link = new URL(url);
  const form = new URLSearchParams([...link.searchParams, ['person', person]]);
  const sent = await fetch(link, { method: 'POST', body: form, redirect: 'manual' });
  const back = new URL(sent.headers.get('location') ?? '');
  expect(back.origin + back.pathname).toBe('https://motcua.test/dang-nhap-zalo');
  return { code: back.searchParams.get('code') ?? '', state: back.searchParams.get('state') ?? '' };
}

const begin = async (browser: Client): Promise<string> =>
  (await browser.post<BeginAnswer>('/citizens/zalo/begin', {})).body.url;

async function signedIn(): Promise<Client> {
  const browser = visitor(world.http);
  const back = await agree(await begin(browser));
  const reply = await browser.post<CitizenView>('/citizens/zalo/finish', back);
  expect(reply.status, JSON.stringify(reply.body)).toBe(200);
  return browser;
}

const mine = async (browser: Client) => (await browser.get<CitizenView>('/citizens/me')).body;

test('whoever signs in sees what their chat follows, in its sentences, and no key to it', async () => {
  const browser = await signedIn();
  const view = await mine(browser);
  expect(view.citizen).toMatchObject({
    name: phone.person.name,
    linked: true,
    dossiers: [{ code: dossier.code, sentence: expect.stringContaining(dossier.code) }],
  });
  expect(JSON.stringify(view)).not.toContain(world.tokenOf(dossier.id));
  await phone.say('huỷ liên kết');
  expect((await mine(browser)).citizen?.dossiers).toEqual([]);
  await phone.say(await world.linkCodeFor(dossier.id));
  await phone.say('Đồng ý');
});

test('the cookie is for this server alone, and the database has only its digest', async () => {
  const browser = visitor(world.http);
  const back = await agree(await begin(browser));
  const { cookies } = await browser.post('/citizens/zalo/finish', back);
  expect(cookies.find(({ name }) => name === 'motcua_citizen')).toMatchObject({
    httpOnly: true,
    sameSite: 'Lax',
    secure: true,
    path: '/',
  });
  const token = browser.cookies.get('motcua_citizen') ?? '-';
  expect(await world.everything()).not.toContain(token);
  // No session of a citizen opens the desk.
  const asOfficer = visitor(world.http);
  asOfficer.cookies.set('motcua_session', token);
  expect((await asOfficer.get('/worklist')).status).not.toBe(200);
});

test('another browser, another state, a used code or an old one sign nobody in', async () => {
  const refused = {
    status: 401,
    body: { kind: 'wrong_sign_in', detail: expect.stringContaining('đăng nhập lại') },
  };
  const browser = visitor(world.http);
  const back = await agree(await begin(browser));
  expect(await visitor(world.http).post('/citizens/zalo/finish', back)).toMatchObject(refused);
  expect(await browser.post('/citizens/zalo/finish', { ...back, state: 'x' })).toMatchObject(refused);
  const other = visitor(world.http);
  const theirs = await agree(await begin(other));
  // The code of one sign-in with the verifier of another: PKCE.
  expect(await other.post('/citizens/zalo/finish', { ...theirs, code: back.code })).toMatchObject(refused);
  const late = visitor(world.http);
  const tooLate = await agree(await begin(late));
  world.ctx.clock.advance(11);
  expect(await late.post('/citizens/zalo/finish', tooLate)).toMatchObject(refused);
  const forged = visitor(world.http);
  forged.cookies.set('motcua_zalo', 'v1.AAAA');
  expect(await forged.post('/citizens/zalo/finish', theirs)).toMatchObject(refused);
  expect((await forged.post('/citizens/zalo/begin', { tenant: 'khong-co' })).status).toBe(404);
});

test('a session ends by leaving, by a day without use, and after thirty days', async () => {
  const leaving = await signedIn();
  const kept = leaving.cookies.get('motcua_citizen') ?? '';
  expect((await leaving.delete('/citizens/me')).status).toBe(204);
  leaving.cookies.set('motcua_citizen', kept);
  expect(await mine(leaving)).toMatchObject({ citizen: null });
  const idle = await signedIn();
  const used = await signedIn();
  world.ctx.clock.advance(23 * 60);
  expect((await mine(used)).citizen).not.toBeNull();
  world.ctx.clock.advance(2 * 60);
  expect((await mine(idle)).citizen).toBeNull();
  for (let day = 0; day < 30; day++) {
    await mine(used);
    world.ctx.clock.advance(23 * 60);
  }
  await mine(used);
  world.ctx.clock.advance(23 * 60);
  expect((await mine(used)).citizen).toBeNull();
});

test('the Mini App signs in with its access token, by a header and without a cookie', async () => {
  const app = visitor(world.http);
  const accessToken = miniAppToken(world.running.street, phone.person.id);
  const { status, body } = await app.post<MiniAppAnswer>('/citizens/zalo/mini-app', { accessToken });
  expect(status).toBe(200);
  expect(app.cookies.size).toBe(0);
  const view = await app.get<CitizenView>('/citizens/me', { authorization: `Bearer ${body.token}` });
  expect(view.body.citizen?.dossiers).toHaveLength(1);
  expect(await app.post('/citizens/zalo/mini-app', { accessToken: 'x' })).toMatchObject({ status: 401 });
  expect(await app.get('/citizens/me', { authorization: 'Bearer x' })).toMatchObject({
    body: { citizen: null },
  });
});

test('the pages of the Mini App may ask from Zalo’s origin, no other site may', async () => {
  const { app } = world.http;
  const ask = (origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: '/api/v1/citizens/me',
      headers: { origin, 'access-control-request-method': 'GET' },
    });
  const allowed = await ask('https://h5.zdn.vn');
  expect([allowed.statusCode, allowed.headers['access-control-allow-origin']]).toEqual([
    204,
    'https://h5.zdn.vn',
  ]);
  expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
  expect((await ask('https://evil.test')).headers['access-control-allow-origin']).toBeUndefined();
});

test('whoever withdraws from the account is forgotten here too', async () => {
  const browser = await signedIn();
  const { rows } = await world.owner.query('select user_id from citizen');
  expect(rows).toEqual([{ user_id: phone.person.id }]);
  const { erasePerson } = await import('../chat/person-store.ts');
  await world.ctx.database.tenant(world.tenantId, (tx) =>
    erasePerson(tx, { oaId: world.oaId, userId: phone.person.id }),
  );
  expect(await mine(browser)).toMatchObject({ citizen: null });
});

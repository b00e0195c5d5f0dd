// Signing in: what a guesser meets, how a session lives and ends, and what the cookie carries.

import { afterEach, beforeEach, expect, test } from 'vitest';
import { visitor } from '../../test/client.ts';
import { createWorld, signIn, type World } from '../../test/world.ts';
import { demoPassword } from '../demo/ward-people.ts';

let world: World;
beforeEach(async () => {
  world = await createWorld();
});
afterEach(() => world.close());

const wrongly = (username: string) => signIn(world.http, username, 'not-the-password');

test('the right name and password open a session, and the cookie is closed to scripts and other sites', async () => {
  const { client, reply } = await signIn(world.http, 'HOA', demoPassword);
  expect(reply).toMatchObject({
    status: 200,
    body: { officer: { politeName: 'bà Lê Thị Hoa', roles: ['specialist'] }, demo: true },
  });
  expect(reply.cookies).toEqual([
    expect.objectContaining({
      name: 'motcua_session',
      path: '/',
      httpOnly: true,
      sameSite: 'Strict',
      secure: true,
    }),
  ]);
  expect((await client.get('/session')).status).toBe(200);
});

test('the database keeps no token that opens anything, and no password', async () => {
  const { client } = await signIn(world.http, 'hoa', demoPassword);
  const token = client.cookies.get('motcua_session') ?? '';
  const { rows } = await world.owner.query<{ text: string }>(
    `select s::text || o.password_hash as text from session s join officer o on o.id = s.officer_id`,
  );
  expect(rows).toHaveLength(1);
  for (const secret of [token, token.split('.')[1] ?? '', demoPassword])
    expect(rows[0]?.text).not.toContain(secret);
  expect(rows[0]?.text).toMatch(/\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
});

test('a wrong password, an unknown name, an unknown tenant and a left officer are answered alike', async () => {
  await world.owner.query(`update officer set disabled_at = now() where username = 'duc'`);
  const replies = [
    await wrongly('hoa'),
    await wrongly('nobody-of-this-name'),
    await wrongly('hoa@no-such-tenant'),
    await wrongly("hoa' or '1'='1"),
    await signIn(world.http, 'duc', demoPassword),
  ].map(({ reply }) => ({
    status: reply.status,
    body: reply.body,
    headers: Object.keys(reply.headers),
    cookies: reply.cookies,
  }));
  expect(new Set(replies.map((reply) => JSON.stringify(reply))).size).toBe(1);
  expect(replies[0]).toMatchObject({ status: 401, body: { kind: 'wrong_sign_in' }, cookies: [] });
});

test('five wrong passwords close a name for a quarter of an hour, to the right password too', async () => {
  world.ctx.clock.set('2026-12-07T08:14:30+07:00');
  for (let n = 0; n < 5; n += 1) expect((await wrongly('hoa')).reply.status).toBe(401);
  const right = () => signIn(world.http, 'hoa', demoPassword);
  expect((await right()).reply).toMatchObject({ status: 429, body: { kind: 'too_many' } });
  // The quarter counts from the tries, not from the clock on the wall.
  world.ctx.clock.set('2026-12-07T08:28:59+07:00');
  expect((await right()).reply.status).toBe(429);
  // Other officers are not locked out, and the time of refusal does not grow by asking again.
  expect((await signIn(world.http, 'tung', demoPassword)).reply.status).toBe(200);
  world.ctx.clock.set('2026-12-07T08:29:30+07:00');
  expect((await right()).reply.status).toBe(200);
});

test('twenty guesses at the same moment are no way past the budget', async () => {
  const replies = await Promise.all(Array.from({ length: 20 }, () => wrongly('hoa')));
  const heard = replies.map(({ reply }) => reply.status);
  expect(heard.filter((status) => status === 401)).toHaveLength(5);
  expect(heard.filter((status) => status === 429)).toHaveLength(15);
});

test('one address guessing through many names is stopped, whatever names it takes', async () => {
  const guesser = visitor(world.http);
  const statuses = [];
  for (let n = 0; n < 41; n += 1)
    statuses.push((await guesser.post('/session', { username: `name-${n}`, password: 'x' })).status);
  expect(statuses.slice(0, 40)).toEqual(Array.from({ length: 40 }, () => 401));
  expect(statuses[40]).toBe(429);
  // Somebody at another desk signs in undisturbed.
  expect((await signIn(world.http, 'hoa', demoPassword)).reply.status).toBe(200);
});

test('signing in rightly all day long uses no budget', async () => {
  const desk = visitor(world.http);
  for (let n = 0; n < 45; n += 1)
    expect((await desk.post('/session', { username: 'hoa', password: demoPassword })).status).toBe(200);
});

test('a session ends by signing out, on this desk only', async () => {
  const [here, there] = [await world.signInAs('hoa'), await world.signInAs('hoa')];
  const token = here.cookies.get('motcua_session') ?? '';
  expect((await here.delete('/session')).status).toBe(204);
  expect(here.cookies.has('motcua_session')).toBe(false);
  here.cookies.set('motcua_session', token);
  expect(await here.get('/session')).toMatchObject({ status: 401, body: { kind: 'not_signed_in' } });
  expect((await there.get('/session')).status).toBe(200);
});

test('a session ends after an hour without use, and after twelve in any case', async () => {
  const idle = await world.signInAs('tung');
  const busy = await world.signInAs('hoa');
  world.ctx.clock.advance(59);
  expect((await busy.get('/session')).status).toBe(200);
  world.ctx.clock.advance(1);
  expect((await idle.get('/session')).status).toBe(401);
  for (let hour = 1; hour < 12; hour += 1) {
    expect((await busy.get('/session')).status, `hour ${hour}`).toBe(200);
    world.ctx.clock.advance(59);
  }
  for (const moment of ['2026-12-07T19:49:30+07:00', '2026-12-07T19:59:59+07:00']) {
    world.ctx.clock.set(moment);
    expect((await busy.get('/session')).status, moment).toBe(200);
  }
  world.ctx.clock.set('2026-12-07T20:00:00+07:00');
  expect((await busy.get('/session')).status).toBe(401);
});

test('an officer who leaves, or loses a role, does so at once', async () => {
  const hoa = await world.signInAs('hoa');
  await world.owner.query(
    `update officer_post p set roles = '{}' from officer o where o.id = p.officer_id and username = 'hoa'`,
  );
  expect((await hoa.get('/session')).body).toMatchObject({ officer: { roles: [] } });
  await world.owner.query(`update officer set disabled_at = now() where username = 'hoa'`);
  expect((await hoa.get('/session')).status).toBe(401);
  expect((await hoa.post('/dossiers', {})).status).toBe(401);
});

test('tokens that nobody was given open nothing', async () => {
  const good = (await world.signInAs('hoa')).cookies.get('motcua_session') ?? '';
  const [, random = ''] = good.split('.');
  const guesser = visitor(world.http);
  for (const token of [
    '',
    'x',
    `${world.tenantId}.${'a'.repeat(32)}`,
    `other-tenant.${random}`,
    `${good}x`,
    good.slice(0, -1),
    `${world.tenantId}'; drop table session; --.${random}`,
  ]) {
    guesser.cookies.set('motcua_session', token);
    expect((await guesser.get('/session')).status, token).toBe(401);
  }
});

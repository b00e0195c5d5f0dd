// Ratings on the web and at the desk: one each, official questions, haste set aside, bad ones answered by the head, honest figures.

import { randomUUID } from 'node:crypto';
import { plusDays } from '@motcua/domain/time';
import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { visitor } from '../../test/client.ts';
import { walker } from '../../test/given-handed-over.ts';
import type { RatingBoard, RatingFigures, RatingView } from './schema.ts';

let world: ChatWorld;
let walk: ReturnType<typeof walker>;
beforeAll(async () => {
  world = await createChatWorld();
  walk = walker(world);
});
afterAll(() => world.close());
beforeEach(async () => {
  world.ctx.clock.set(plusDays(world.ctx.clock.now(), 7));
  await stayIn();
});

/** Nobody has to sign in anew because a test let time go by. */
async function stayIn(): Promise<void> {
  await world.owner.query('update session set created_at = $1, last_used_at = $1', [world.ctx.clock.now()]);
}

async function ended(): Promise<{ id: string; path: string }> {
  const taken = await world.givenIntake();
  await walk.handOver(await walk.finish(taken));
  return { id: taken.id, path: `/tracking/${world.tokenOf(taken.id)}/rating` };
}

const today = () => world.ctx.clock.now().slice(0, 10);

test('whoever is not content is answered by the head, in the chat, and reads it on the page', async () => {
  const taken = await world.givenIntake();
  const phone = await world.linkedPhone(taken.id);
  await walk.handOver(await walk.finish(taken));
  await world.later(61);
  expect(await phone.say('không hài lòng')).toEqual([expect.stringMatching(/xin lỗi/)]);
  await stayIn();
  const long = await walk.as('long');
  const { body } = await long.get<RatingBoard>('/ratings');
  expect(body.lead?.followUps[0]).toMatchObject({
    dossierId: taken.id,
    level: 'not_satisfied',
    reasonText: 'Không hài lòng',
    takenBy: null,
    reply: null,
  });
  const hoa = await walk.as('hoa');
  expect((await hoa.get<RatingBoard>('/ratings')).body.lead).toBeNull();
  expect((await hoa.post(`/ratings/${taken.id}/take`, {})).status).toBe(403);
  expect((await long.post(`/ratings/${taken.id}/take`, {})).status).toBe(200);
  expect((await long.post(`/ratings/${taken.id}/answer`, { reply: 'Vâng.' })).status).toBe(422);
  const reply = 'Trung tâm đã bố trí thêm cán bộ buổi sáng, mong Anh/Chị thông cảm.';
  const answered = await long.post<{ text: string }>(`/ratings/${taken.id}/answer`, { reply });
  expect(answered).toMatchObject({ status: 200, body: { text: expect.stringContaining('Zalo') } });
  expect((await long.post(`/ratings/${taken.id}/answer`, { reply })).status).toBe(409);
  await world.settle();
  expect(JSON.stringify(messagesOf(world.running.street, phone.person.id).at(-1)?.content)).toContain(reply);
  const page = await visitor(world.http).get<RatingView>(`/tracking/${world.tokenOf(taken.id)}/rating`);
  expect(page.body.reply?.text).toBe(reply);
});

test('a dossier is rated after its end and not before; every official question has its answers', async () => {
  const taken = await world.givenIntake();
  const citizen = visitor(world.http);
  const path = `/tracking/${world.tokenOf(taken.id)}/rating`;
  expect((await citizen.get<RatingView>(path)).body).toMatchObject({ stage: 'too_early', questions: [] });
  expect(await citizen.post(path, { level: 'satisfied' })).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('sau khi nhận kết quả') },
  });
  await walk.handOver(await walk.finish(taken));
  const { body } = await citizen.get<RatingView>(path);
  expect(body.stage).toBe('new');
  expect(body.questions.map(({ id }) => id)).toEqual([
    'time',
    'agencies',
    'contacts',
    'information',
    'attitude',
    'costs',
    'replies',
  ]);
  const said = { level: 'satisfied', answers: { time: 1, costs: 0 }, words: 'Nên có thêm ghế chờ.' };
  const rated = await citizen.post<RatingView>(path, said);
  expect(rated).toMatchObject({ status: 200, body: { ...said, stage: 'revisable', reply: null } });
});

test('one rating each: adding is no change, the second change is refused, the same key acts once', async () => {
  const { path } = await ended();
  const citizen = visitor(world.http);
  const key = { 'idempotency-key': randomUUID() };
  await citizen.post(path, { level: 'satisfied' }, key);
  await citizen.post(path, { level: 'satisfied' }, key);
  expect((await citizen.post(path, { answers: { time: 0 } })).body).toMatchObject({ stage: 'revisable' });
  expect((await citizen.post(path, { level: 'very_satisfied' })).body).toMatchObject({
    stage: 'completable',
  });
  expect(await citizen.post(path, { level: 'not_satisfied' })).toMatchObject({
    status: 409,
    body: { detail: expect.stringContaining('đã được đổi một lần') },
  });
  const { rows } = await world.owner.query('select count(*)::int as n from rating where level = 2');
  expect(rows[0].n).toBe(1);
});

test.each([
  [{}, 409, 'mức hài lòng trước'],
  [{ level: 'rất hài lòng' }, 422, 'level'],
  [{ level: 'satisfied', answers: { time: 7 } }, 409, 'không có trong các lựa chọn'],
  [{ level: 'satisfied', answers: { online: 0 } }, 409, 'không có trong các lựa chọn'],
  [{ level: 'satisfied', answers: { __proto__x: 0 } }, 409, 'không có trong các lựa chọn'],
  [{ level: 'satisfied', words: 'a'.repeat(1001) }, 422, '1.000 ký tự'],
])('what cannot be a rating is refused with the remedy: %j', async (body, status, told) => {
  const { path } = await ended();
  const reply = await visitor(world.http).post(path, body);
  expect(reply.status).toBe(status);
  expect(JSON.stringify(reply.body)).toContain(told);
});

test('not after thirty days, not without the receipt, not from a browser in which an officer works', async () => {
  const { path } = await ended();
  const nhung = await walk.as('nhung');
  expect(await nhung.post(path, { level: 'very_satisfied' })).toMatchObject({
    status: 403,
    body: { detail: expect.stringContaining('tài khoản cán bộ') },
  });
  const citizen = visitor(world.http);
  expect(
    (await citizen.post(path.replace(/\.[\w-]+\//, '.AAAAAAAAAAAAAAAAAAAAAA/'), { level: 'satisfied' }))
      .status,
  ).toBe(404);
  world.ctx.clock.advance(31 * 24 * 60);
  expect((await citizen.get<RatingView>(path)).body.stage).toBe('closed');
  expect((await citizen.post(path, { level: 'satisfied' })).status).toBe(409);
});

test('nobody to reach: the answer to a bad rating lies on the list of people to call', async () => {
  const { id, path } = await ended();
  await visitor(world.http).post(path, { level: 'satisfied', answers: { costs: 2 } });
  const long = await walk.as('long');
  const { body } = await long.get<RatingBoard>('/ratings');
  expect(body.lead?.followUps.find(({ dossierId }) => dossierId === id)).toMatchObject({
    reasonText: expect.stringContaining('khoản chi ngoài'),
    answers: [{ answer: 'Có trả thêm' }],
  });
  const told = await long.post<{ text: string }>(`/ratings/${id}/answer`, {
    reply: 'Trung tâm đã kiểm tra và hoàn lại khoản thu sai.',
  });
  expect(told.body.text).toContain('Cần báo');
  const { rows } = await world.owner.query(
    `select p.road from dispatch p join notice n on n.id = p.notice_id where n.dossier_id = $1 and n.kind = 'rating_answered'`,
    [id],
  );
  expect(rows).toEqual([{ road: 'paper' }]);
});

test('many from one device within minutes are kept, marked, and left out of the figures, which say so', async () => {
  const device = visitor(world.http);
  for (let n = 0; n < 5; n++) await device.post((await ended()).path, { level: 'very_satisfied' });
  const other = await ended();
  await visitor(world.http).post(other.path, { level: 'not_satisfied' });
  const anyone = visitor(world.http);
  const { body } = await anyone.get<RatingFigures>(
    `/public/${world.tenantId}/ratings?from=${today()}&to=${today()}`,
  );
  expect(body).toMatchObject({
    setAside: 5,
    response: { count: 1, of: 1 },
    levels: { very_satisfied: 0, satisfied: 0, not_satisfied: 1 },
    satisfied: { count: 0, of: 1, low: 0 },
  });
  expect(body.satisfied.high).toBeGreaterThan(0.7);
  expect(body.procedures).toEqual([]);
  expect(body.indicators.map(({ number }) => number)).toEqual([1, 2, 6, 8, 9]);
  expect(JSON.stringify(body)).not.toContain('Lê Thị Hoa');
});

test('a period that ends before it begins is refused by name', async () => {
  const anyone = visitor(world.http);
  const reply = await anyone.get(`/public/${world.tenantId}/ratings?from=2026-12-31&to=2026-12-01`);
  expect(reply).toMatchObject({ status: 422, body: { fields: [{ field: 'from' }] } });
  expect((await anyone.get('/public/khong-co/ratings')).status).toBe(404);
});

// The rules of domain/chat-order.ts, held against the real program: events in any order, repeated, and very late.

import { createHash } from 'node:crypto';
import { afterMoment, type ChatMoment, nothingYet } from '@motcua/domain/chat-order';
import { toEpochMs } from '@motcua/domain/time';
import { array, constantFrom, integer, record, sample } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';

let world: ChatWorld;
let start: number;
beforeAll(async () => {
  world = await createChatWorld();
  start = toEpochMs(world.ctx.clock.now());
});
afterAll(() => world.close());

// As long as those of Zalo: four digits stand in any hash, and one test looks for its person everywhere.
let people = 4_031_855_201_934_009_000n;

/** Posts one event of a person as Zalo would; `late` is how long after `start` it happened, in milliseconds. */
async function post(userId: string, event: ChatMoment, text = 'xin chào'): Promise<void> {
  const { app, oa } = world.running.street.state;
  const timestamp = String(start + event.ms);
  const common = { app_id: app.id, timestamp, user_id_by_app: userId };
  const wrote = { event_name: 'user_send_text', sender: { id: userId }, recipient: { id: oa.id } };
  const told = { event_name: 'user_received_message', sender: { id: oa.id }, recipient: { id: userId } };
  const bodies: Record<ChatMoment['kind'], object> = {
    followed: { event_name: 'follow', oa_id: oa.id, follower: { id: userId } },
    unfollowed: { event_name: 'unfollow', oa_id: oa.id, follower: { id: userId } },
    withdrew: { event_name: 'user_withdraw', oa_id: oa.id, user_id: userId },
    wrote: { ...wrote, message: { text, msg_id: `${userId}-${event.ms}` } },
    told: { ...told, message: { msg_id: `told-${userId}-${event.ms}` } },
  };
  const payload = JSON.stringify({ ...bodies[event.kind], ...common });
  const mac = createHash('sha256')
    .update(app.id + payload + timestamp + oa.secretKey)
    .digest('hex');
  const reply = await world.http.app.inject({
    method: 'POST',
    url: '/zalo/webhook',
    headers: { 'content-type': 'application/json', 'x-zevent-signature': `mac=${mac}` },
    payload,
  });
  expect(reply.statusCode).toBe(200);
}

async function standing(userId: string) {
  const { rows } = await world.owner.query(
    `select follow_changed_ms::float8 - $2 as "followMs", newest_ms::float8 - $2 as "newestMs",
       case when follow_changed_ms is not null then unfollowed_at is null end as follows,
       conversation -> 'state' ->> 'kind' as asked
     from chat_person where user_id = $1`,
    [userId, start],
  );
  return rows[0];
}

async function heard(userId: string): Promise<number> {
  const { rows } = await world.owner.query(
    `select count(*)::int as heard from chat_message where user_id = $1 and direction = 'in'`,
    [userId],
  );
  return rows[0].heard;
}

test('a sample of shuffled and repeated lists ends as the model says', async () => {
  const kinds = ['followed', 'unfollowed', 'wrote', 'told'] as const;
  const event = record({ kind: constantFrom(...kinds), ms: integer({ min: 0, max: 5 }) });
  const lists = sample(array(event, { minLength: 4, maxLength: 7 }), { numRuns: 12, seed: 20_261_122 });
  for (const events of lists) {
    const userId = String(++people);
    // Each is worked through before the next comes: the worst of orders.
    for (const one of [...events, ...events.slice(0, 2)]) {
      await post(userId, one);
      await world.settle();
    }
    const { followMs, follows, newestMs } = events.reduce(afterMoment, nothingYet);
    expect(await standing(userId)).toMatchObject({ followMs, follows, newestMs });
    expect(await heard(userId)).toBe(
      new Set(events.filter((one) => one.kind === 'wrote').map(({ ms }) => ms)).size,
    );
  }
});

test('words two hours late are answered by themselves; what was asked since stays asked', async () => {
  const userId = String(++people);
  await post(userId, { kind: 'wrote', ms: 7_200_000 }, 'menu');
  await world.settle();
  expect(await standing(userId)).toMatchObject({ asked: 'asked_menu' });
  await post(userId, { kind: 'wrote', ms: 0 }, '3');
  await world.settle();
  expect(await standing(userId)).toMatchObject({ asked: 'asked_menu', newestMs: 7_200_000 });
  expect(await heard(userId)).toBe(2);
});

test('who was erased is not brought back by what was done before', async () => {
  const userId = String(++people);
  await post(userId, { kind: 'wrote', ms: 1 });
  await post(userId, { kind: 'withdrew', ms: 10 });
  await world.settle();
  await post(userId, { kind: 'wrote', ms: 5 });
  await post(userId, { kind: 'followed', ms: 10 });
  await world.settle();
  expect(await standing(userId)).toBeUndefined();
  expect(await world.everything()).not.toContain(userId);
  await post(userId, { kind: 'wrote', ms: 11 });
  await world.settle();
  expect(await standing(userId)).toMatchObject({ newestMs: 11 });
});

test('a repeat of days later is known', async () => {
  const userId = String(++people);
  const event = { kind: 'wrote', ms: 1 } as const;
  await Promise.all(Array.from({ length: 20 }, () => post(userId, event)));
  await world.settle();
  for (const days of [1, 2, 4]) {
    await world.later(days * 24 * 60);
    await post(userId, event);
    await world.settle();
  }
  expect(await heard(userId)).toBe(1);
});

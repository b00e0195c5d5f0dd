// Zalo went silent: it is noticed, said, and when events come again what people wrote meanwhile is read back, once.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld, type Phone } from '../../test/chat-world.ts';
import { type SilenceFound, watchSilence } from '../oa/silence.ts';
import { oaStatuses } from '../oa/status.ts';
import { reconcile } from './reconcile.ts';

let world: ChatWorld;
let phone: Phone;
beforeAll(async () => {
  world = await createChatWorld();
  phone = world.phone('Bà Sáu');
});
afterAll(() => world.close());

async function heard(): Promise<string[]> {
  const { rows } = await world.owner.query(
    `select text from chat_message where user_id = $1 and direction = 'in' order by id`,
    [phone.person.id],
  );
  return rows.map((row) => row.text);
}

async function foundSilent(): Promise<SilenceFound[]> {
  const found: SilenceFound[] = [];
  await watchSilence(world.ctx, (each) => found.push(each));
  return found;
}

test('a silence of a lively account is told once, and ends with reading back what was missed', async () => {
  // Monday to Friday, something in every working hour.
  for (let day = 0; day < 5; day += 1) {
    for (let hour = 0; hour < 9; hour += 1) {
      await phone.say('menu');
      await world.later(60);
    }
    await world.later(15 * 60);
  }
  const { street } = world.running;
  const before = (await heard()).length;
  expect(await foundSilent()).toEqual([]);

  // The subscription is gone: what people write is in Zalo's history and nowhere else.
  await world.later(2 * 24 * 60);
  street.faults.add({ kind: 'delay', ms: 30 * 24 * 3_600_000 });
  await phone.say('tôi hỏi lúc mất sóng');
  await phone.sendPhoto(new Uint8Array([1, 2, 3]), 'ảnh lúc mất sóng');
  await world.later(8 * 60);
  expect(await foundSilent()).toMatchObject([
    { oaId: world.oaId, sentence: expect.stringMatching(/developers\.zalo\.me.*Webhook.*bật lại/) },
  ]);
  expect(await foundSilent()).toEqual([]);
  expect(await oaStatuses(world.ctx, world.tenantId)).toMatchObject([
    { healthy: false, sentence: expect.stringMatching(/^Không có sự kiện nào từ Zalo/) },
  ]);
  expect((await heard()).length).toBe(before);

  street.faults.clear();
  await world.later(30);
  await phone.say('có lại rồi');
  expect(await foundSilent()).toEqual([]);
  await world.settle();
  const all = await heard();
  expect(all.filter((text) => text.includes('lúc mất sóng'))).toHaveLength(2);
  expect(await oaStatuses(world.ctx, world.tenantId)).toMatchObject([{ healthy: true }]);

  // By hand, and when Zalo at last delivers: known already.
  expect(await reconcile(world.ctx, { tenantId: world.tenantId, oaId: world.oaId }, 0)).toMatchObject({
    kind: 'done',
    messages: 0,
  });
  await world.later(31 * 24 * 60);
  expect((await heard()).length).toBe(all.length);
}, 120_000);

// Answers leave once: after a crash or a silent Zalo the echo decides, and one repeat is the most there is.

import { fromEpochMs } from '@motcua/domain/time';
import { findPerson, messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { markArrived, settleByEcho } from './message-store.ts';
import { lockPerson } from './person-store.ts';
import { queueMessage } from './queue-message.ts';
import { sendChatMessage } from './send.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await createChatWorld();
});
afterAll(() => world.close());

/** A message that was about to be sent when the process died. */
async function interrupted(text: string) {
  const phone = world.phone(text);
  await phone.say('xin chào');
  const chat = { oaId: world.oaId, userId: phone.person.id };
  const id = world.ctx.newId();
  const now = world.ctx.clock.now();
  await world.ctx.database.tenant(world.tenantId, async (tx) => {
    await lockPerson(tx, chat, now);
    await queueMessage(tx, { id, ...chat, text }, now);
  });
  await world.owner.query(
    `update chat_message set state = 'sending', attempts = 1, sending_at = $2 where id = $1`,
    [id, now],
  );
  const arrived = () =>
    messagesOf(world.running.street, findPerson(world.running.street, chat.userId)?.id ?? '').filter(
      ({ content }) => content.kind === 'text' && content.text === text,
    ).length;
  return { id, chat, arrived };
}

const row = async (id: string) => {
  const { rows } = await world.owner.query(
    'select state, resent, message_id from chat_message where id = $1',
    [id],
  );
  return rows[0];
};

it('waits for the echo after a crash, and believes it', async () => {
  const { id, chat, arrived } = await interrupted('tin một');
  await world.settle();
  expect(await row(id)).toMatchObject({ state: 'unknown', resent: 0 });
  expect(arrived()).toBe(0);
  await world.ctx.database.tenant(world.tenantId, (tx) =>
    settleByEcho(tx, chat, { messageId: 'm-1', text: 'tin một' }, world.ctx.clock.now()),
  );
  await world.later(5);
  expect(await row(id)).toMatchObject({ state: 'sent', resent: 0, message_id: 'm-1' });
  expect(arrived()).toBe(0);
});

it('sends once more when no echo came in half a minute, and counts it', async () => {
  const { id, arrived } = await interrupted('tin hai');
  await world.settle();
  await world.later(1);
  expect(arrived()).toBe(1);
  expect(await row(id)).toMatchObject({ state: 'received', resent: 1 });
  await world.ctx.database.tenant(world.tenantId, () => sendChatMessage(world.ctx, world.tenantId, id));
  expect(arrived()).toBe(1);
});

it('never sends a third time', async () => {
  const { id, arrived } = await interrupted('tin ba');
  await world.owner.query(`update chat_message set resent = 1 where id = $1`, [id]);
  await world.settle();
  await world.later(5);
  expect(arrived()).toBe(0);
  expect(await row(id)).toMatchObject({ state: 'unknown', resent: 1 });
});

it('moves forward only, whatever order receipts come in', async () => {
  const { id, chat } = await interrupted('tin bốn');
  const at = fromEpochMs(1_796_605_300_000);
  await world.ctx.database.tenant(world.tenantId, async (tx) => {
    await settleByEcho(tx, chat, { messageId: 'm-4', text: 'tin bốn' }, at);
    await markArrived(tx, ['m-4'], 'seen', at);
    await markArrived(tx, ['m-4'], 'received', at);
    await settleByEcho(tx, chat, { messageId: 'm-4', text: 'tin bốn' }, at);
  });
  expect(await row(id)).toMatchObject({ state: 'seen' });
});

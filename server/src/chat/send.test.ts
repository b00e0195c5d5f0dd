// Answers leave once: after a crash or a silent Zalo the conversation and the echo decide, and one repeat is the most there is.

import { plusMinutes } from '@motcua/domain/time';
import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { settleByEcho } from './message-store.ts';
import { lockPerson } from './person-store.ts';
import { queueMessage } from './queue-message.ts';
import { sendChatMessage } from './send.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await createChatWorld();
});
beforeEach(() => world.running.street.faults.clear());
afterAll(() => world.close());

async function someone(name: string) {
  const phone = world.phone(name);
  await phone.say('xin chào');
  const chat = { oaId: world.oaId, userId: phone.person.id };
  const plan = async (text: string, more: { urgent?: boolean; sendAfter?: string } = {}) => {
    const id = world.ctx.newId();
    await world.ctx.database.tenant(world.tenantId, async (tx) => {
      await lockPerson(tx, chat, world.ctx.clock.now());
      await queueMessage(tx, { id, ...chat, text, ...more }, world.ctx.clock.now());
    });
    return id;
  };
  const shown = () =>
    messagesOf(world.running.street, chat.userId).flatMap(({ from, content }) =>
      from === 'oa' && content.kind === 'text' ? [content.text] : [],
    );
  const said = shown().length;
  return { chat, plan, arrived: () => shown().slice(said) };
}

/** A message that was about to be sent when the process died. */
async function interrupted(text: string) {
  const person = await someone(text);
  const id = await person.plan(text);
  const now = world.ctx.clock.now();
  await world.owner.query(
    `update chat_message set state = 'sending', attempts = 1, sending_at = $2, look_at = $3 where id = $1`,
    [id, now, plusMinutes(now, 1 / 3)],
  );
  return { ...person, id };
}

const row = async (id: string) => {
  const { rows } = await world.owner.query(
    'select state, resent, message_id, state_reason, attempts, look_at, refusals from chat_message where id = $1',
    [id],
  );
  return rows[0];
};

it('waits for the echo after a crash, and believes it', async () => {
  const { id, chat, arrived } = await interrupted('tin một');
  await world.settle();
  expect(await row(id)).toMatchObject({ state: 'sending', resent: 0 });
  expect(arrived()).toEqual([]);
  await world.ctx.database.tenant(world.tenantId, (tx) =>
    settleByEcho(tx, chat, { messageId: 'm-1', text: 'tin một' }, world.ctx.clock.now()),
  );
  await world.later(5);
  expect(await row(id)).toMatchObject({ state: 'sent', resent: 0, message_id: 'm-1', look_at: null });
  expect(arrived()).toEqual([]);
});

it('sends once more when no echo came in half a minute, and counts it', async () => {
  const { id, arrived } = await interrupted('tin hai');
  await world.settle();
  await world.later(1);
  expect(arrived()).toEqual(['tin hai']);
  expect(await row(id)).toMatchObject({ state: 'received', resent: 1, attempts: 2 });
  await sendChatMessage(world.ctx, world.tenantId, id);
  expect(arrived()).toEqual(['tin hai']);
});

it('never sends a third time', async () => {
  const { id, arrived } = await interrupted('tin ba');
  await world.owner.query(`update chat_message set resent = 1 where id = $1`, [id]);
  await world.settle();
  await world.later(5);
  expect(arrived()).toEqual([]);
  expect(await row(id)).toMatchObject({ state: 'unknown', resent: 1, look_at: null });
});

it('finds in the conversation what was delivered in silence, and does not send it again', async () => {
  const { plan, arrived } = await someone('Chị Lan');
  world.running.street.faults.add({ kind: 'error_but_delivered', times: 1 });
  world.running.street.faults.add({ kind: 'drop_echo' });
  const id = await plan('Hồ sơ đã xong');
  await world.settle();
  expect(await row(id)).toMatchObject({ state: 'unknown', message_id: null });
  await world.later(2 / 60);
  expect(arrived()).toEqual(['Hồ sơ đã xong']);
  expect(await row(id)).toMatchObject({ state: 'received', resent: 0, look_at: null });
});

it('does not take the same words of another day, or of another message, for its own', async () => {
  const { plan, arrived } = await someone('Chị Hai');
  const first = await plan('Vâng ạ');
  await world.settle();
  world.running.street.faults.add({ kind: 'html_at_200', times: 1, families: ['send'] });
  const second = await plan('Vâng ạ');
  await world.settle();
  await world.later(1 / 60);
  expect((await row(first)).state).toBe('received');
  expect(await row(second)).toMatchObject({ state: 'unknown', resent: 0 });
  await world.later(1);
  expect(await row(second)).toMatchObject({ state: 'received', resent: 1 });
  expect(arrived()).toEqual(['Vâng ạ', 'Vâng ạ']);
});

it('lets nothing overtake a message in doubt, and goes on by itself when the doubt is over', async () => {
  const { plan, arrived } = await someone('Anh Ba');
  world.running.street.faults.add({ kind: 'html_at_200', times: 1, families: ['send'] });
  await plan('một');
  await plan('hai');
  await plan('ba', { urgent: false });
  await plan('bốn');
  await world.settle();
  await world.later(10 / 60);
  expect(arrived()).toEqual([]);
  await world.later(1);
  // A notice leaves room for the answers, and keeps its place among notices.
  expect(arrived()).toEqual(['một', 'hai', 'bốn', 'ba']);
});

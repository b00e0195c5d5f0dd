// What becomes of a message: receipts in any order end alike, refusals as the table says, and nobody is told twice.

import { plusMinutes } from '@motcua/domain/time';
import { killTokens } from '@motcua/zalo-sim/fault-tokens';
import { appendMessage, makePerson, messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import type { DeliveryOutcome } from '../oa/deliver.ts';
import type { Tx } from '../platform/database.ts';
import { deliverTurn, type Taken, take } from './deliver-turn.ts';
import { markArrived, settleByEcho } from './message-store.ts';
import { lockPerson } from './person-store.ts';
import { queueMessage } from './queue-message.ts';
import { lockLine } from './send-store.ts';
import { settle } from './settle.ts';

let world: ChatWorld;
beforeAll(async () => {
  world = await createChatWorld();
  // The account learns which version of the API is its own.
  await planned('tin đầu');
  await world.settle();
});
beforeEach(() => world.running.street.faults.clear());
afterAll(() => world.close());

const now = () => world.ctx.clock.now();
const inTx = <T>(work: (tx: Tx) => Promise<T>) => world.ctx.database.tenant(world.tenantId, work);

/** A message to somebody who has just written. */
async function planned(text: string, urgent = true) {
  const person = makePerson(world.running.street, { name: text });
  Object.assign(person, { follows: true, lastInteractionAt: Date.parse(now()) });
  const chat = { oaId: world.oaId, userId: person.id };
  const id = world.ctx.newId();
  await inTx(async (tx) => {
    await lockPerson(tx, chat, now());
    await queueMessage(tx, { id, ...chat, text, urgent }, now());
  });
  const shown = () =>
    messagesOf(world.running.street, person.id).flatMap(({ from, content }) =>
      from === 'oa' && content.kind === 'text' ? [content.text] : [],
    );
  return { id, chat, shown };
}

async function taken(message: { id: string; chat: { oaId: string; userId: string } }): Promise<Taken> {
  const turn = await inTx(async (tx) => {
    await lockLine(tx, message.chat);
    return take(world.ctx, tx, message.id, now());
  });
  if (turn === null) throw new Error('It was its turn.');
  return turn;
}

const row = async (id: string) => {
  const { rows } = await world.owner.query(
    `select state, message_id, resent, attempts, refusals, state_reason, due_at::text, look_at, received_at::text, seen_at::text
     from chat_message where id = $1`,
    [id],
  );
  return rows[0];
};

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length < 2) return [[...items]];
  return items.flatMap((first, place) =>
    permutations(items.filter((_, index) => index !== place)).map((rest) => [first, ...rest]),
  );
}

it('ends in the same state whatever order answer, echo, receipts, repeats and silence come in', async () => {
  const sent = (messageId: string): DeliveryOutcome => ({ kind: 'sent', messageId, quota: undefined });
  const silent: DeliveryOutcome = { kind: 'unknown_outcome', why: 'timeout' };
  const seenAt = plusMinutes(now(), 3);
  const receivedAt = plusMinutes(now(), 1);
  const happenings = ['sent', 'echo', 'received', 'seen', 'silence'] as const;
  const ends = new Set<string>();
  let count = 0;
  for (const order of permutations(happenings)) {
    count += 1;
    const zaloId = `z-${count}`;
    const message = await planned(`tin ${count}`);
    const { chat } = message;
    const { turn } = await taken(message);
    await inTx(async (tx) => {
      // Zalo repeats itself: all of it once more, in the same order.
      for (const what of [...order, ...order]) {
        await lockLine(tx, chat);
        if (what === 'sent') await settle(world.ctx, tx, turn, sent(zaloId), null);
        if (what === 'silence') await settle(world.ctx, tx, turn, silent, null);
        if (what === 'echo') await settleByEcho(tx, chat, { messageId: zaloId, text: turn.text }, now());
        if (what === 'seen') await markArrived(tx, chat, [zaloId], 'seen', seenAt);
        if (what === 'received') await markArrived(tx, chat, [zaloId], 'received', receivedAt);
      }
    });
    const { message_id: id, due_at: _due, ...end } = await row(message.id);
    expect(id).toBe(zaloId);
    ends.add(JSON.stringify(end));
  }
  expect(count).toBe(120);
  expect([...ends]).toHaveLength(1);
  expect([...ends][0]).toMatch(/"state":"seen".*"resent":0.*"state_reason":null.*"look_at":null/);
  expect(await world.owner.query('select 1 from receipt_ahead')).toMatchObject({ rowCount: 0 });
  await world.owner.query(`delete from graphile_worker._private_jobs`);
}, 120_000);

it('a receipt that overtakes our own note of the number is not lost, through the webhook', async () => {
  world.running.street.faults.add({ kind: 'receipt_before_echo' });
  world.running.street.faults.add({ kind: 'error_but_delivered', times: 1 });
  const { id, shown } = await planned('tin vượt trước');
  await world.settle();
  await world.later(1);
  expect(await row(id)).toMatchObject({ state: 'received', resent: 0 });
  expect(shown()).toEqual(['tin vượt trước']);
});

it.each([
  [-234, { state: 'planned', due: '06:05:00' }],
  [-218, { state: 'planned', due: '06:05:00' }],
  [-248, { state: 'failed' }],
  [-210, { state: 'failed' }],
  [-233, { state: 'failed' }],
  [-237, { state: 'failed' }],
  [-227, { state: 'failed', refused: -227 }],
  [-244, { state: 'failed', refused: -244 }],
])('a refusal with %i is put into practice', async (code, expected) => {
  world.running.street.faults.add({ kind: 'error_code', code, times: 1, families: ['send'] });
  const message = await planned(`tin ${code}`);
  await world.settle();
  const end = await row(message.id);
  expect(end).toMatchObject({ state: expected.state, look_at: null });
  expect(end.state_reason).toMatch(/\S/);
  if ('due' in expected) expect(end.due_at).toContain(expected.due);
  const { rows } = await world.owner.query('select refused_code from chat_person where user_id = $1', [
    message.chat.userId,
  ]);
  expect(rows[0].refused_code).toBe('refused' in expected ? expected.refused : null);
  const next = world.ctx.newId();
  await inTx((tx) => queueMessage(tx, { id: next, ...message.chat, text: `sau ${code}` }, now()));
  await world.settle();
  expect((await row(next)).state).toBe('received');
  await world.owner.query(`update chat_message set state = 'failed' where state = 'planned'`);
});

it('an unknown code is looked into and tried three times more, then it has failed', async () => {
  world.running.street.faults.add({ kind: 'error_code', code: -9_999, families: ['send'] });
  const { id, shown } = await planned('tin lạ');
  await world.settle();
  for (const [minutes, refusals] of [
    [1, 2],
    [3, 3],
  ] as const) {
    expect(await row(id)).toMatchObject({ state: 'unknown', refusals: refusals - 1 });
    await world.later(minutes);
  }
  await world.later(6);
  expect(await row(id)).toMatchObject({ state: 'failed', refusals: 3, resent: 0, attempts: 4 });
  expect(shown()).toEqual([]);
});

it('not finding it in a part of the conversation proves nothing: it is not sent again', async () => {
  const { street } = world.running;
  street.faults.add({ kind: 'hang_up', effect: false, times: 1, families: ['send'] });
  const { id, chat, shown } = await planned('tin giữa cuộc nói dài');
  await world.settle();
  const pile = (count: number) => {
    for (let n = 0; n < count; n += 1)
      appendMessage(street, {
        personId: chat.userId,
        from: 'person',
        content: { kind: 'text', text: 'một câu nữa', buttons: [] },
        quoteMsgId: null,
        silent: true,
      });
  };
  pile(60);
  for (let tick = 0; tick < 4; tick += 1) await world.later(1);
  expect(await row(id)).toMatchObject({ state: 'unknown', resent: 0, look_at: expect.anything() });
  for (let tick = 0; tick < 9; tick += 1) await world.later(1);
  expect(await row(id)).toMatchObject({ state: 'unknown', resent: 0, look_at: null });
  expect(shown()).toEqual([]);
});

it('a token that dies while a message is in doubt is replaced by whoever reads the conversation', async () => {
  const { street } = world.running;
  street.faults.add({ kind: 'hang_up', times: 1, families: ['send'] });
  street.faults.add({ kind: 'drop_echo' });
  street.faults.add({ kind: 'drop_receipt' });
  const { id, shown } = await planned('tin với mã đã chết');
  await world.settle();
  expect(await row(id)).toMatchObject({ state: 'unknown' });
  killTokens(street, 'access');
  await world.later(1);
  expect(await row(id)).toMatchObject({ state: 'sent', resent: 0 });
  expect(shown()).toHaveLength(1);
});

it('when the account itself is refused, everything waits, visibly, and goes when it is put right', async () => {
  const { street } = world.running;
  street.faults.add({ kind: 'error_code', code: -321, families: ['send'] });
  const first = await planned('tin chờ một');
  await world.settle();
  const second = await planned('tin chờ hai', false);
  for (let n = 0; n < 15; n += 1) await world.later(10);
  for (const { id } of [first, second]) expect((await row(id)).state).toBe('planned');
  expect((await row(first.id)).state_reason).toContain('Zalo Cloud');
  const { rows } = await world.owner.query('select state, state_reason from zalo_oa');
  expect(rows[0]).toMatchObject({ state: 'refused' });
  street.faults.clear();
  await world.later(5);
  await world.later(1);
  for (const { id } of [first, second]) expect((await row(id)).state).toBe('received');
});

it('fails nothing while Zalo is away for three days, and is done within a minute of its return', async () => {
  const { street } = world.running;
  street.faults.add({ kind: 'refused' });
  const messages = [await planned('ngày một'), await planned('ngày hai', false), await planned('ngày ba')];
  await world.settle();
  for (let hours = 0; hours < 72; hours += 4) {
    await world.later(239);
    await world.later(1);
  }
  for (const { id } of messages) expect(['planned', 'unknown']).toContain((await row(id)).state);
  street.faults.clear();
  for (let tick = 0; tick < 4; tick += 1) await world.later(15 / 60);
  for (const { id, shown } of messages) {
    expect((await row(id)).state).toBe('received');
    expect(shown()).toHaveLength(1);
  }
});

it('a worker that slept sends nothing once its turn may be over, and settles nothing that another has taken', async () => {
  const sleeper = await planned('tin của người ngủ quên');
  const turn = await taken(sleeper);
  await deliverTurn(world.ctx, world.tenantId, { ...turn, beginBy: performance.now() - 1 });
  expect(sleeper.shown()).toEqual([]);
  expect(await row(sleeper.id)).toMatchObject({ state: 'planned', look_at: null });

  const again = await taken(sleeper);
  const refusal: DeliveryOutcome = {
    kind: 'refused',
    code: -210,
    message: '',
    policy: { code: -210, known: true, action: 'bug', sentence: 'cũ' },
  };
  await inTx((tx) => settle(world.ctx, tx, turn.turn, refusal, null));
  expect(await row(sleeper.id)).toMatchObject({ state: 'sending', attempts: 2 });
  await deliverTurn(world.ctx, world.tenantId, again);
  expect(sleeper.shown()).toEqual(['tin của người ngủ quên']);
});

it('an answer put off to the next day leaves before a newer one, in its turn, whether or not the quota is back', async () => {
  const { street } = world.running;
  const person = makePerson(street, { name: 'Hết lượt' });
  const chat = { oaId: world.oaId, userId: person.id };
  const ask = async (text: string): Promise<void> => {
    Object.assign(person, { follows: true, lastInteractionAt: Date.parse(now()) });
    await inTx(async (tx) => {
      await lockPerson(tx, chat, now());
      await queueMessage(tx, { id: world.ctx.newId(), ...chat, text, urgent: true }, now());
    });
    await world.settle();
  };
  const shown = () =>
    messagesOf(street, person.id).flatMap(({ from, content }) =>
      from === 'oa' && content.kind === 'text' ? [content.text] : [],
    );
  street.faults.add({ kind: 'error_code', code: -211, families: ['send'] });
  await ask('một');
  await ask('hai');
  await ask('ba');
  expect(shown()).toEqual([]);
  const { rows } = await world.owner.query(
    'select text, attempts, refusals > 0 as refused, put_off as behind from chat_message where user_id = $1 order by turn',
    [person.id],
  );
  // Only the oldest tries its luck: were the quota back in between, a newer one would overtake it.
  expect(rows).toEqual([
    { text: 'một', attempts: 3, refused: true, behind: false },
    { text: 'hai', attempts: 0, refused: false, behind: true },
    { text: 'ba', attempts: 0, refused: false, behind: true },
  ]);
  street.faults.clear();
  world.ctx.clock.advance(60);
  await ask('bốn');
  expect(shown()).toEqual(['một', 'hai', 'ba', 'bốn']);

  street.faults.add({ kind: 'error_code', code: -211, families: ['send'] });
  await ask('năm');
  await ask('sáu');
  street.faults.clear();
  await world.later(24 * 60);
  expect(shown().slice(4)).toEqual(['năm', 'sáu']);
});

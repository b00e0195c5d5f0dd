// One person, several hands at once: whatever the order in which their transactions take place, each of the person's messages is answered once, in the person's order.

import { toEpochMs } from '@motcua/domain/time';
import { makePerson, messagesOf } from '@motcua/zalo-sim/people';
import { assert, asyncProperty, constantFrom, type Scheduler, scheduler } from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { signedText } from '../../test/webhook-samples.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/database.ts';
import { openLog } from '../platform/log.ts';
import { type Intake, openIntake } from './intake.ts';
import { processChat } from './process.ts';
import { sendChatMessage } from './send.ts';

/** More of them: MOTCUA_INTERLEAVINGS=5000. */
const interleavings = Number(process.env['MOTCUA_INTERLEAVINGS'] ?? 150);
const stories = [
  ['menu', 'xin chào', 'cảm ơn'],
  ['xin chào', 'menu', 'xin chào'],
  ['hồ sơ của tôi', 'cảm ơn', 'menu'],
] as const;

let world: ChatWorld;
/** What a calm day answers to each story. */
const calm = new Map<string, readonly string[]>();
beforeAll(async () => {
  world = await createChatWorld();
  for (const story of stories) {
    const phone = world.phone('Người bình thường');
    const answers: string[] = [];
    for (const text of story) answers.push(...(await phone.say(text)));
    calm.set(story.join(), answers);
  }
  // From here on Zalo posts only what a test hands over: what the street tells by itself would come at its own times.
  world.running.street.state.webhook.url = null;
});
afterAll(() => world.close());

/**
 * The context of one hand. Each of its transactions takes place when the scheduler says so, and nobody else's begins
 * before this hand asks for its next one, or is done: so the scheduler alone decides the order of all of them.
 */
function openHand(order: Scheduler, name: string): { ctx: Context; done(): void } {
  let yieldTurn = () => {};
  const done = () => yieldTurn();
  const database: Database = {
    ...world.ctx.database,
    tenant: async (tenantId, work) => {
      done();
      const turn = Promise.withResolvers<void>();
      await order.schedule(Promise.resolve(), name, undefined, async (begin) => {
        yieldTurn = turn.resolve;
        taken.push(name);
        await begin();
        await turn.promise;
      });
      return world.ctx.database.tenant(tenantId, work);
    },
  };
  return { ctx: { ...world.ctx, database }, done };
}

let people = 0;
/** Whose transactions took place, in their order. */
let taken: string[] = [];
const orders = new Set<string>();

async function play(order: Scheduler, story: readonly string[]): Promise<readonly string[]> {
  const { street } = world.running;
  const { app, oa } = street.state;
  const person = makePerson(street, { name: 'Người vội' });
  const now = toEpochMs(world.ctx.clock.now());
  Object.assign(person, { follows: true, lastInteractionAt: now });
  people += 1;
  taken = [];
  const posts = story.map((text, n) =>
    signedText(app, oa, { id: `${people}-${n}`, userId: person.id, text, at: now + n }),
  );
  const chat = { oaId: world.oaId, userId: person.id };

  /** Zalo posts one message after the other, each when the one before was taken. A second line repeats them. */
  const post = async (name: string): Promise<void> => {
    const hand = openHand(order, name);
    const intake: Intake = await openIntake({ ctx: hand.ctx, log: openLog({ level: 'silent' }) });
    for (const { body, headers } of posts) {
      const { kind } = await intake.receive(Buffer.from(body), headers['x-zevent-signature']);
      expect(['taken', 'repeated']).toContain(kind);
    }
    await intake.stop();
    hand.done();
  };
  /** A worker, without the queue that keeps workers apart: hears, sends what is planned, looks again. */
  const work = async (name: string): Promise<void> => {
    const hand = openHand(order, name);
    for (let round = 0; round < story.length; round += 1) {
      await processChat(hand.ctx, world.tenantId, chat);
      for (const id of await planned(person.id)) await sendChatMessage(hand.ctx, world.tenantId, id);
    }
    hand.done();
  };
  const hands = [post('Zalo'), post('Zalo again'), work('worker 1'), work('worker 2')];
  await order.waitFor(Promise.all(hands));
  orders.add(taken.join());
  await world.settle();
  return messagesOf(street, person.id).flatMap(({ from, content }) =>
    from === 'oa' && content.kind === 'text' ? [content.text] : [],
  );
}

async function planned(userId: string): Promise<string[]> {
  const { rows } = await world.owner.query<{ id: string }>(
    `select id from chat_message where user_id = $1 and direction = 'out' and state = 'planned' order by turn desc`,
    [userId],
  );
  return rows.map(({ id }) => id);
}

test(`${interleavings} interleavings: the answers of a calm day, in order, each once`, {
  timeout: 60_000 + interleavings * 1_000,
}, async () => {
  await assert(
    asyncProperty(scheduler(), constantFrom(...stories), async (order, story) => {
      expect(await play(order, story)).toEqual(calm.get(story.join()));
    }),
    { numRuns: interleavings, endOnFailure: true },
  );
  expect(orders.size).toBeGreaterThan(interleavings / 2);
});

// A backlog leaves within Zalo's limit and uses it; whoever waits for an answer does not wait for the backlog.

import { messagesOf } from '@motcua/zalo-sim/people';
import { describeTraffic } from '@motcua/zalo-sim/rate-limit';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';
import { countMessages, givenPeople, planMessage } from '../../test/given-messages.ts';
import { plansOf } from '../../test/plans-of.ts';
import type { Context } from '../platform/context.ts';
import { openDatabase } from '../platform/database.ts';
import { pumpWaiting } from './pump.ts';
import { sendChatMessage } from './send.ts';
import {
  findSendable,
  hasPlanned,
  isAnyHeld,
  listDoubts,
  nextMoment,
  nextOfPerson,
  takeTurn,
} from './send-store.ts';

let world: ChatWorld;
beforeEach(async () => {
  world = await createChatWorld();
  // Nothing is to be heard of what is sent: this is about sending.
  world.running.street.state.webhook.url = null;
});
afterEach(() => world.close());

const second = 1 / 60;
const ref = () => ({ tenantId: world.tenantId, oaId: world.oaId });

const count = (where: string) => countMessages(world, where);

it('two processes use up each minute and are never refused; answers leave meanwhile', {
  timeout: 120_000,
}, async () => {
  const { street } = world.running;
  const other: Context = { ...world.ctx, database: openDatabase(world.connectionString) };
  const met = await givenPeople(world, 90);
  street.state.settings.appCallsPerMinute = 200;
  await world.owner.query(
    `insert into chat_message (tenant_id, id, oa_id, user_id, direction, text, state, urgent, planned_at, due_at)
     select $1, gen_random_uuid(), $2, who.id, 'out', 'Tin ' || n, 'planned', false, $4, $4
     from generate_series(1, 5) n, unnest($3::text[]) who (id) order by n`,
    [world.tenantId, world.oaId, met.map(({ id }) => id), world.ctx.clock.now()],
  );
  const late: string[] = [];
  for (let tick = 0; (await count(`state = 'planned'`)) > 0 && tick < 300; tick += 1) {
    await Promise.all([pumpWaiting(world.ctx, ref()), pumpWaiting(other, ref())]);
    if ([5, 25, 45].includes(tick % 60)) {
      const person = met[tick] ?? met[0];
      const id = await planMessage(world, person?.id ?? '', `Trả lời ${tick}`, true);
      await sendChatMessage(tick % 60 === 25 ? world.ctx : other, world.tenantId, id);
      if ((await count(`id = '${id}' and state = 'sent'`)) === 0) late.push(id);
    }
    world.ctx.clock.advance(second);
  }
  await other.database.close();
  expect(await count(`state = 'sent' and not urgent`)).toBe(450);
  expect(late).toEqual([]);
  const { refused, minutes } = describeTraffic(street);
  expect(refused).toBe(0);
  const full = minutes.slice(0, -1);
  expect(full.length).toBeGreaterThanOrEqual(2);
  for (const minute of full) expect(minute.taken / 200).toBeGreaterThanOrEqual(0.995);
  // In everybody's own order.
  for (const person of met) {
    const texts = messagesOf(street, person.id).flatMap(({ content }) =>
      content.kind === 'text' && content.text.startsWith('Tin') ? [content.text] : [],
    );
    expect(texts).toEqual(['Tin 1', 'Tin 2', 'Tin 3', 'Tin 4', 'Tin 5']);
  }
});

it('after a refusal for speed the whole account waits for the next minute', async () => {
  const { street } = world.running;
  const met = await givenPeople(world, 40);
  for (const person of met) await planMessage(world, person.id, 'Tin', false);
  world.ctx.clock.advance(10 * second);
  street.faults.add({ kind: 'error_code', code: -32, times: 16, families: ['send'] });
  await pumpWaiting(world.ctx, ref());
  const before = describeTraffic(street).taken;
  for (let tick = 11; tick < 60; tick += 1) {
    await pumpWaiting(world.ctx, ref());
    world.ctx.clock.advance(second);
  }
  expect(describeTraffic(street).taken).toBe(before);
  street.faults.clear();
  world.ctx.clock.advance(5 * second);
  await pumpWaiting(world.ctx, ref());
  expect(await count(`state = 'sent'`)).toBe(40);
  expect(await count(`resent > 0`)).toBe(0);
});

// 1,000,000 is as true and takes a minute: MOTCUA_BACKLOG=1000000.
const backlog = Number(process.env['MOTCUA_BACKLOG'] ?? 20_000);

it(`an answer leaves at once behind ${backlog} notices`, { timeout: 300_000 }, async () => {
  const [person] = await givenPeople(world, 1);
  const { owner, tenantId, oaId } = world;
  await owner.query(
    `insert into chat_person (tenant_id, oa_id, user_id, first_seen_at)
     select $1, $2, 'p' || n, $3 from generate_series(1, $4::int) n`,
    [tenantId, oaId, world.ctx.clock.now(), backlog / 5],
  );
  await owner.query(
    `insert into chat_message (tenant_id, id, oa_id, user_id, direction, text, state, urgent, planned_at, due_at)
     select $1, gen_random_uuid(), $2, 'p' || (1 + n % ($4 / 5)), 'out', 'Tin', 'planned', false, $3, $3
     from generate_series(1, $4::int) n`,
    [tenantId, oaId, world.ctx.clock.now(), backlog],
  );
  await owner.query('analyze');
  world.ctx.clock.advance(second);
  const at = world.ctx.clock.now();
  const plans = await plansOf(world, async (tx) => {
    for (const urgent of [true, false]) {
      await findSendable(tx, oaId, urgent, at);
      await hasPlanned(tx, oaId, urgent, at);
    }
    await nextMoment(tx, oaId, at);
    await listDoubts(tx, oaId, at);
    await isAnyHeld(tx, oaId);
    await nextOfPerson(tx, { oaId, userId: 'p7' }, at);
    await takeTurn(tx, world.ctx.newId(), at, at);
  });
  expect(plans).toMatch(/Index/);
  expect(plans).not.toMatch(/Seq Scan|Hash/);

  const bulk = pumpWaiting(world.ctx, ref());
  const id = await planMessage(world, person?.id ?? '', 'Hồ sơ đã xong', true);
  const from = performance.now();
  await sendChatMessage(world.ctx, tenantId, id);
  const took = performance.now() - from;
  expect(await count(`id = '${id}' and state = 'sent'`)).toBe(1);
  expect(took).toBeLessThan(1_000);
  await bulk;
});

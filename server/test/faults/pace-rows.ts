// Rows of the fault table about time: answers that come slowly or never, Zalo's limit by the minute, quotas used up.

import type { Person } from '@motcua/zalo-sim/model';
import { messagesOf } from '@motcua/zalo-sim/people';
import { describeTraffic } from '@motcua/zalo-sim/rate-limit';
import { pumpWaiting } from '../../src/chat/pump.ts';
import { sendChatMessage } from '../../src/chat/send.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { createChatWorld } from '../chat-world.ts';
import { countMessages, givenPeople, planMessage } from '../given-messages.ts';
import { nothingWrong } from './reckoning.ts';
import { type FaultRow, type Found, hour, spread, underFire } from './row.ts';

export const paceRows: readonly FaultRow[] = [
  {
    id: 'R-17',
    name: 'answers slow, by the byte, without end; others answered meanwhile',
    mayRepeat: true,
    play: slow,
  },
  { id: 'R-18', name: 'a backlog at Zalo’s limit, answers in between', play: atTheLimit },
  underFire({
    id: 'R-18',
    name: 'the quota used up for five hours',
    async play(fire, size) {
      fire.strike({ kind: 'error_code', code: -211, families: ['send'], forMs: 5 * hour });
      await fire.live(20 * size, { minutes: 20, every: 2 });
      await fire.calm(48);
      return {};
    },
  }),
];

/** Real milliseconds: the sockets of a few hang while the others are answered. */
async function slow(seed: number, size: number): Promise<Found> {
  const world = await createChatWorld({ seed: `slow-${seed}` });
  try {
    const { street } = world.running;
    const everybody = await givenPeople(world, 23);
    const [trickled, endless, late] = everybody;
    street.faults.add({ kind: 'trickle', ms: 60, personId: trickled?.id ?? '', families: ['send'] });
    street.faults.add({ kind: 'never_ends', personId: endless?.id ?? '', families: ['send'] });
    street.faults.add({ kind: 'slow', ms: 2_000, personId: late?.id ?? '', families: ['send'] });
    const heldMs: number[] = [];
    const othersMs: number[] = [];
    const answer = async (person: Person, text: string, tookMs: number[]) => {
      const id = await planMessage(world, person.id, text, true);
      const began = performance.now();
      await sendChatMessage(world.ctx, world.tenantId, id);
      tookMs.push(performance.now() - began);
    };
    const held = everybody.slice(0, 3).map((person) => answer(person, 'Trả lời 1', heldMs));
    for (let round = 1; round <= size; round += 1)
      for (const person of everybody.slice(3)) await answer(person, `Trả lời ${round}`, othersMs);
    const meanwhile = 3 - heldMs.length;
    await Promise.all(held);
    if (meanwhile === 0) throw new Error('Nothing hung while the others were answered.');
    street.faults.clear();
    for (let n = 0; n < 4; n += 1) await world.later(1);
    const arrived = everybody.map(
      ({ id }) => messagesOf(street, id).filter(({ from }) => from === 'oa').length,
    );
    const wanted = everybody.map((_, n) => (n < 3 ? 1 : size));
    const over = arrived.map((n, at) => n - (wanted[at] ?? 0));
    return {
      ...nothingWrong,
      planned: wanted.reduce((sum, n) => sum + n, 0),
      lost: over.reduce((sum, n) => sum + Math.max(0, -n), 0),
      extra: over.reduce((sum, n) => sum + Math.max(0, n), 0),
      counted: await countMessages(world, 'resent > 0'),
      stuck: await countMessages(world, `state in ('planned', 'sending')`),
      numbers: { ...spread('othersMs', othersMs), heldMs: Math.round(Math.max(...heldMs)) },
    };
  } finally {
    await world.close();
  }
}

/** Two processes, 200 calls a minute, three minutes' worth of notices, and people who wait for an answer. */
async function atTheLimit(seed: number, size: number): Promise<Found> {
  const world = await createChatWorld({ seed: `limit-${seed}` });
  const other = { ...world.ctx, database: openDatabase(world.connectionString, { max: 6 }) };
  const ref = { tenantId: world.tenantId, oaId: world.oaId };
  try {
    const { street } = world.running;
    // This is about sending: nothing is heard of it.
    street.state.webhook.url = null;
    street.state.settings.appCallsPerMinute = 200;
    const everybody = await givenPeople(world, 100);
    const userIdOf = (n: number) => (everybody[n % 100] as Person).id;
    const notices = 200 * (2 + size);
    for (let n = 0; n < notices; n += 1)
      await planMessage(world, userIdOf(n), `Tin ${Math.floor(n / 100)}`, false);
    let late = 0;
    let answers = 0;
    for (let second = 0; (await countMessages(world, `state = 'planned'`)) > 0 && second < 600; second += 1) {
      await Promise.all([pumpWaiting(world.ctx, ref), pumpWaiting(other, ref)]);
      if ([5, 25, 45].includes(second % 60)) {
        const id = await planMessage(world, userIdOf(second), `Trả lời ${second}`, true);
        await sendChatMessage(answers % 2 === 0 ? world.ctx : other, world.tenantId, id);
        late += 1 - (await countMessages(world, `id = '${id}' and state = 'sent'`));
        answers += 1;
      }
      world.ctx.clock.advance(1 / 60);
    }
    const { refused, minutes } = describeTraffic(street);
    const shares = minutes.slice(0, -1).map(({ taken }) => taken / 200);
    const share = Math.round(Math.min(...shares) * 10_000) / 100;
    if (refused > 0 || late > 0 || share < 99.5)
      throw new Error(`${refused} refused, ${late} answers waited, the worst minute used ${share} %`);
    const disorder = everybody.filter(({ id }) => {
      const texts = messagesOf(street, id).flatMap(({ content }) =>
        content.kind === 'text' && content.text.startsWith('Tin') ? [content.text] : [],
      );
      return texts.join() !== texts.toSorted().join();
    }).length;
    const planned = notices + answers;
    const sent = await countMessages(world, `state = 'sent'`);
    return {
      ...nothingWrong,
      planned,
      lost: planned - sent,
      disorder,
      numbers: { sharePercent: share, refused, answers, answersLate: late, minutes: shares.length },
    };
  } finally {
    await other.database.close();
    await world.close();
  }
}

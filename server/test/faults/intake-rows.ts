// Rows of the fault table about webhooks: repeated, late, forged, by the hundred, and full of hostile words.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileTexts } from '@motcua/domain/hostile-texts.fixture';
import { toEpochMs } from '@motcua/domain/time';
import { makePerson, messagesOf } from '@motcua/zalo-sim/people';
import Fastify from 'fastify';
import { expect, vi } from 'vitest';
import { registerChatRoutes } from '../../src/chat/routes.ts';
import { openLog } from '../../src/platform/log.ts';
import { burst } from '../burst.ts';
import { createChatWorld } from '../chat-world.ts';
import { createIntakeWorld } from '../intake-world.ts';
import { signedText, webhookSamples } from '../webhook-samples.ts';
import { nothingWrong } from './reckoning.ts';
import { during, type FaultRow, type Found, hour, spread, underFire } from './row.ts';

export const intakeRows: readonly FaultRow[] = [
  during('R-10', 'every event five times, side by side', [{ kind: 'duplicate', copies: 5 }]),
  during('R-10', 'every third event again a day later', [
    { kind: 'duplicate', copies: 2, ms: 24 * hour, numRetry: true, share: 0.3 },
  ]),
  during('R-11', 'events out of order, also across people', [
    { kind: 'reorder', depth: 3, across: true, share: 0.5 },
  ]),
  during('R-11', 'events two hours late', [{ kind: 'delay', ms: 2 * hour, share: 0.2 }]),
  during('R-11', 'receipts before echoes, echoes and receipts lost', [
    { kind: 'receipt_before_echo', share: 0.5 },
    { kind: 'drop_echo', share: 0.2 },
    { kind: 'drop_receipt', share: 0.2 },
  ]),
  { id: 'R-12', name: 'forged and crooked webhooks', play: judgeAll },
  { id: 'R-13', name: 'two hundred people a second', play: crowd },
  underFire({
    id: 'R-31',
    name: 'hostile texts',
    async play(fire, size) {
      const phone = fire.phones[0];
      let answered = 0;
      for (const text of hostileTexts(10 + 20 * size, 31).slice(10)) {
        answered += (await phone?.say(text))?.length ?? 0;
        await phone?.say('menu');
      }
      await fire.calm();
      return { answered };
    },
  }),
];

/** Every sample of the table, `size` times: the verdict, and that a refused one has left nothing anywhere. */
async function judgeAll(_seed: number, size: number): Promise<Found> {
  const world = await createIntakeWorld();
  const http = Fastify();
  registerChatRoutes(http, world.intake(), openLog({ level: 'silent' }));
  const { app, oa } = world.street.state;
  const { refused, accepted } = webhookSamples(app, oa);
  const kept = async (): Promise<number> => {
    const { rows } = await world.ctx.database.pool.query<{ n: number }>(
      `select (select count(*) from webhook_event)::int + (select count(*) from graphile_worker.jobs)::int as n`,
    );
    return (rows[0]?.n ?? 0) + world.intake().state().waiting;
  };
  const tookMs: number[] = [];
  const judge = async (make: () => ReturnType<(typeof refused)[string]>, isRefused: boolean) => {
    const before = await kept();
    const { body, header, headers = {} } = make();
    const signature = header === undefined ? {} : { 'x-zevent-signature': header };
    const all =
      headers === null ? signature : { 'content-type': 'application/json', ...signature, ...headers };
    const began = performance.now();
    const reply = await http.inject({ method: 'POST', url: '/zalo/webhook', headers: all, payload: body });
    if (isRefused) tookMs.push(performance.now() - began);
    const left = (await kept()) - before;
    // Past two a second an address of forgers is told to slow down: a refusal too.
    return isRefused
      ? [400, 401, 413, 429].includes(reply.statusCode) && left === 0
      : reply.statusCode === 200 && left > 0;
  };
  let right = 0;
  let all = 0;
  try {
    for (let round = 0; round < size; round += 1)
      for (const [samples, isRefused] of [
        [refused, true],
        [accepted, false],
      ] as const)
        for (const make of Object.values(samples)) {
          all += 1;
          if (await judge(make, isRefused)) right += 1;
        }
  } finally {
    await http.close();
    await world.close();
  }
  return {
    ...nothingWrong,
    lost: all - right,
    numbers: { right: `${right}/${all}`, ...spread('refusalMs', tookMs) },
  };
}

/** An open loop of webhooks; then everybody must have been heard, and answered, as often as they wrote, in order. */
async function crowd(seed: number, size: number): Promise<Found> {
  const spoolFolder = mkdtempSync(join(tmpdir(), 'motcua-crowd-'));
  const world = await createChatWorld({ seed: `crowd-${seed}`, spoolFolder });
  try {
    const { street } = world.running;
    const { app, oa } = street.state;
    const people = Array.from({ length: 50 }, (_, n) =>
      Object.assign(makePerson(street, { name: `Người ${n}` }), {
        follows: true,
        lastInteractionAt: toEpochMs(world.ctx.clock.now()),
      }),
    );
    const post = async (n: number): Promise<string> => {
      const { headers, body } = signedText(app, oa, {
        id: `crowd-${n}`,
        userId: people[n % people.length]?.id ?? '',
        text: `chào lần ${n}`,
        at: toEpochMs(world.ctx.clock.now()) + n,
      });
      const reply = await world.http.app.inject({
        method: 'POST',
        url: '/zalo/webhook',
        headers,
        payload: body,
      });
      return String(reply.statusCode);
    };
    const { sent, answers, p50Ms, p99Ms, maxMs, tooLate } = await burst(post, {
      perSecond: 200,
      seconds: size,
    });
    if (tooLate > 0) throw new Error(`${tooLate} answers took more than two seconds`);
    // A machine that is too busy for PostgreSQL takes some to the disk: what lies there must be written first.
    await vi.waitFor(
      async () => {
        expect((await world.http.app.inject('/readyz')).json().intake).toEqual({
          mode: 'direct',
          waiting: 0,
        });
      },
      { timeout: 60_000, interval: 20 },
    );
    await world.settle();
    await world.later(1);
    let answered = 0;
    let disorder = 0;
    for (const { id } of people) {
      answered += messagesOf(street, id).filter(({ from }) => from === 'oa').length;
      const { rows } = await world.owner.query<{ text: string }>(
        `select text from chat_message where user_id = $1 and direction = 'in' order by turn`,
        [id],
      );
      const numbers = rows.map(({ text }) => Number(text.replace(/\D/g, '')));
      if (numbers.join() !== numbers.toSorted((a, b) => a - b).join()) disorder += 1;
    }
    return {
      ...nothingWrong,
      asked: sent,
      planned: answered,
      lost: Math.max(0, sent - answered) + sent - (answers['200'] ?? 0),
      extra: Math.max(0, answered - sent),
      disorder,
      numbers: { p50Ms, p99Ms, maxMs },
    };
  } finally {
    await world.close();
    rmSync(spoolFolder, { recursive: true });
  }
}

// Limits per address: each route and address has its own count, and a minute ends it.

import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { limitPerAddress } from './address-limit.ts';

async function office(times = 1) {
  const clock = { ms: 30_000 };
  const app = Fastify({ trustProxy: 'loopback' });
  app.setErrorHandler((_error, _request, reply) => reply.status(429).send());
  app.addHook(
    'onRequest',
    limitPerAddress({ general: 3, times }, () => clock.ms),
  );
  app.get('/often', { config: { perMinute: false } }, async () => 'x');
  app.get('/rarely', { config: { perMinute: 1 } }, async () => 'x');
  app.get('/usual', async () => 'x');
  const ask = (url: string, address = '203.0.113.7') =>
    app.inject({ url, headers: { 'x-forwarded-for': address } });
  return {
    clock,
    ask,
    statuses: async (url: string, n: number) => {
      const statuses: number[] = [];
      for (let i = 0; i < n; i++) statuses.push((await ask(url)).statusCode);
      return statuses;
    },
  };
}

test('a route has the limit it names, else the general one, or none', async () => {
  const { statuses } = await office();
  expect(await statuses('/rarely', 2)).toEqual([200, 429]);
  expect(await statuses('/usual', 4)).toEqual([200, 200, 200, 429]);
  expect(await statuses('/often', 9)).not.toContain(429);
  expect(await statuses('/no-such-page', 4)).toEqual([404, 404, 404, 429]);
});

test('another address and another route have counts of their own; the next minute begins anew', async () => {
  const { clock, ask, statuses } = await office();
  expect(await statuses('/rarely', 2)).toEqual([200, 429]);
  expect((await ask('/rarely', '203.0.113.8')).statusCode).toBe(200);
  expect((await ask('/usual')).statusCode).toBe(200);
  const refused = await ask('/rarely');
  expect(refused.headers['retry-after']).toBe('30');
  clock.ms += 30_000;
  expect((await ask('/rarely')).statusCode).toBe(200);
});

test('for a measurement all limits are so many times as high', async () => {
  const { statuses } = await office(4);
  expect(await statuses('/rarely', 5)).toEqual([200, 200, 200, 200, 429]);
});

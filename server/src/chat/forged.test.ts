// Forgeries and honest oddities, one table: each is judged before anything is written, in the database or on the disk.

import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createIntakeWorld, type IntakeWorld } from '../../test/intake-world.ts';
import { type Posted, type WebhookSamples, webhookSamples } from '../../test/webhook-samples.ts';
import { openLog } from '../platform/log.ts';
import { registerChatRoutes } from './routes.ts';
import { countSpooled } from './spool.ts';

let world: IntakeWorld;
let http: FastifyInstance;
let samples: WebhookSamples;
let oa: { id: string; secretKey: string };
beforeAll(async () => {
  world = await createIntakeWorld();
  oa = world.street.state.oa;
  samples = webhookSamples(world.street.state.app, oa);
  http = Fastify();
  registerChatRoutes(http, world.intake(), openLog({ level: 'silent' }));
});
afterAll(async () => {
  await http.close();
  await world.close();
});

const account = { id: '', secret: '', secretKey: '' };
const names = webhookSamples(account, account);
const sampleOf = (verdict: 'refused' | 'accepted', name: string): Posted => {
  const make = samples[verdict][name];
  if (make === undefined) throw new Error(`No sample is called ${name}.`);
  return make();
};

async function post({ body, header, headers = {} }: Posted): Promise<number> {
  const signed = header === undefined ? {} : { 'x-zevent-signature': header };
  const all = headers === null ? signed : { 'content-type': 'application/json', ...signed, ...headers };
  const reply = await http.inject({ method: 'POST', url: '/zalo/webhook', headers: all, payload: body });
  return reply.statusCode;
}

async function kept(): Promise<number> {
  const { rows } = await world.ctx.database.pool.query<{ count: number }>(
    `select (select count(*) from webhook_event)::int + (select count(*) from graphile_worker.jobs)::int as count`,
  );
  return (rows[0]?.count ?? 0) + countSpooled(world.spoolFolder).waiting;
}

describe.each(['open', 'refuse'] as const)('with the gate to PostgreSQL: %s', (gate) => {
  beforeAll(async () => {
    world.gateToDatabase[gate]();
    if (gate === 'refuse') await post(samples.honest());
    await vi.waitFor(() => expect(world.intake().state().mode).toBe(gate === 'open' ? 'direct' : 'spooling'));
  });
  afterAll(() => world.gateToDatabase.open());

  test.each(Object.keys(names.refused))('refused: %s', async (name) => {
    const before = await kept();
    const status = await post(sampleOf('refused', name));
    // Whose account it is cannot be asked while the database is away: then nothing is judged.
    expect([400, 401, 413, ...(gate === 'refuse' ? [503] : [])]).toContain(status);
    expect(await kept()).toBe(before);
  });

  test.each(Object.keys(names.accepted))('accepted: %s', async (name) => {
    const before = await kept();
    expect(await post(sampleOf('accepted', name))).toBe(200);
    expect(await kept()).toBeGreaterThan(before);
  });
});

test('in chunks, over a real socket', async () => {
  const address = await http.listen({ port: 0, host: '127.0.0.1' });
  const { body, header } = samples.honest();
  const send = (signature: string) =>
    fetch(`${address}/zalo/webhook`, {
      method: 'POST',
      headers: { 'x-zevent-signature': signature },
      body: new Blob([body.slice(0, 50), body.slice(50)]).stream(),
      duplex: 'half',
    });
  expect((await send(header ?? '')).status).toBe(200);
  expect((await send(`mac=${'0'.repeat(64)}`)).status).toBe(401);
});

test('a new secret counts at once, and the old one no longer', async () => {
  await vi.waitFor(() => expect(world.intake().state().mode).toBe('direct'), { timeout: 10_000 });
  const before = samples.honest();
  expect(await post(before)).toBe(200);
  const old = oa.secretKey;
  oa.secretKey = 'reset-in-the-console';
  await world.connect();
  // What was read a moment ago is not asked for again: forgers cannot make us ask.
  await vi.waitFor(async () => expect(await post(samples.honest())).toBe(200));
  const body = samples.json();
  expect(await post({ body, header: `mac=${samples.hash(body, old)}` })).toBe(401);
});

test('a forger fills neither the log nor shuts Zalo out', async () => {
  const statuses = new Set<number>();
  for (let n = 0; n < 200; n += 1)
    statuses.add(await post({ body: samples.json(), header: `mac=${'0'.repeat(64)}` }));
  expect(statuses).toEqual(new Set([401, 429]));
  expect(await post(samples.honest())).toBe(200);
});

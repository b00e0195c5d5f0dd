// Forgeries and honest oddities, one table: each is judged before anything is written, in the database or on the disk.

import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { createIntakeWorld, type IntakeWorld } from '../../test/intake-world.ts';
import { openLog } from '../platform/log.ts';
import { registerChatRoutes } from './routes.ts';
import { countSpooled } from './spool.ts';

let world: IntakeWorld;
let http: FastifyInstance;
let app: { id: string; secret: string };
let oa: { id: string; secretKey: string };
beforeAll(async () => {
  world = await createIntakeWorld();
  ({ app, oa } = world.street.state);
  http = Fastify();
  registerChatRoutes(http, world.intake(), openLog({ level: 'silent' }));
});
afterAll(async () => {
  await http.close();
  await world.close();
});

const at = '1796605200000';
let messages = 0;
const event = (more: object = {}) => ({
  app_id: app.id,
  sender: { id: '1001' },
  recipient: { id: oa.id },
  event_name: 'user_send_text',
  message: { text: 'hồ sơ tới đâu', msg_id: `m-${++messages}` },
  timestamp: at,
  ...more,
});
const json = (more?: object) => JSON.stringify(event(more));
const hash = (body: string | Buffer, time = at, id = app.id, key = oa.secretKey) =>
  createHash('sha256').update(id).update(body).update(time).update(key).digest('hex');

interface Posted {
  body: string | Buffer;
  header: string | undefined;
  /** Null: none but the signature's. */
  headers?: Record<string, string> | null;
}
const honest = (body: string | Buffer = json(), time = at): Posted => ({
  body,
  header: `mac=${hash(body, time)}`,
});

const refused: Record<string, () => Posted> = {
  'no header': () => ({ body: json(), header: undefined }),
  'an empty header': () => ({ body: json(), header: '' }),
  'only the prefix': () => ({ body: json(), header: 'mac=' }),
  'an HMAC instead of the hash': () => {
    const body = json();
    return {
      body,
      header: `mac=${createHmac('sha256', oa.secretKey)
        .update(app.id + body + at)
        .digest('hex')}`,
    };
  },
  'another prefix': () => {
    const body = json();
    return { body, header: `sha256=${hash(body)}` };
  },
  'half a digest': () => {
    const body = json();
    return { body, header: `mac=${hash(body).slice(0, 32)}` };
  },
  'two digests, the second right': () => {
    const body = json();
    return { body, header: `mac=${'0'.repeat(64)},mac=${hash(body)}` };
  },
  'the JSON written anew': () => {
    const body = json();
    return { body: JSON.stringify(JSON.parse(body), null, 1), header: `mac=${hash(body)}` };
  },
  'the secret of another account': () => {
    const body = json();
    return { body, header: `mac=${hash(body, at, app.id, 'the key of another OA')}` };
  },
  'the App Secret': () => {
    const body = json();
    return { body, header: `mac=${hash(body, at, app.id, app.secret)}` };
  },
  'no secret': () => {
    const body = json();
    return { body, header: `mac=${hash(body, at, app.id, '')}` };
  },
  'the app id of the body': () => {
    const body = json({ app_id: '666' });
    return { body, header: `mac=${hash(body, at, '666')}` };
  },
  'a changed byte': () => {
    const body = json();
    return { body: body.replace('tới', 'toi'), header: `mac=${hash(body)}` };
  },
  'another timestamp than the body’s': () => {
    const body = json();
    return { body, header: `mac=${hash(body, '1796605200001')}` };
  },
  'the key of the timestamp twice': () => {
    const body = json().replace('{', '{"timestamp":"1",');
    return { body, header: `mac=${hash(body, '1')}` };
  },
  'a byte order mark put in front': () => {
    const body = json();
    return { body: `\ufeff${body}`, header: `mac=${hash(body)}` };
  },
  'white space put behind': () => {
    const body = json();
    return { body: `${body}\n`, header: `mac=${hash(body)}` };
  },
  'a megabyte': () => ({ body: json({ note: 'a'.repeat(1_000_000) }), header: `mac=${'a'.repeat(64)}` }),
  'compressed after it was signed': () => {
    const body = json();
    return { body: gzipSync(body), header: `mac=${hash(body)}`, headers: { 'content-encoding': 'gzip' } };
  },
  'an account of nobody': () => honest(json({ recipient: { id: '999' } })),
  'an account of nobody, an app of nobody': () => {
    const body = json({ recipient: { id: '999' }, app_id: '998' });
    return { body, header: `mac=${hash(body, at, '998', 'x')}` };
  },
};

const accepted: Record<string, () => Posted> = {
  'as Zalo writes it': () => honest(),
  'without the prefix': () => {
    const body = json();
    return { body, header: hash(body) };
  },
  'in capitals': () => {
    const body = json();
    return { body, header: `MAC=${hash(body).toUpperCase()}` };
  },
  'the timestamp as a number': () => honest(json({ timestamp: Number(at) })),
  'of twelve hours ago: Zalo’s last retry': () => {
    const old = String(Number(at) - 12 * 3_600_000);
    return { ...honest(json({ timestamp: old }), old), headers: { num_retry: '5' } };
  },
  'another content type': () => ({ ...honest(), headers: { 'content-type': 'text/plain' } }),
  'no content type': () => ({ ...honest(Buffer.from(json())), headers: null }),
  'signed with its byte order mark': () => honest(`\ufeff${json()}`),
  'signed with the white space behind': () => honest(`${json()}\n`),
  'other keys twice': () => honest(json().replace('{', '{"event_name":"follow",')),
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
    if (gate === 'refuse') await post(honest());
    await vi.waitFor(() => expect(world.intake().state().mode).toBe(gate === 'open' ? 'direct' : 'spooling'));
  });
  afterAll(() => world.gateToDatabase.open());

  test.each(Object.entries(refused))('refused: %s', async (_, make) => {
    const before = await kept();
    const status = await post(make());
    // Whose account it is cannot be asked while the database is away: then nothing is judged.
    expect([400, 401, 413, ...(gate === 'refuse' ? [503] : [])]).toContain(status);
    expect(await kept()).toBe(before);
  });

  test.each(Object.entries(accepted))('accepted: %s', async (_, make) => {
    const before = await kept();
    expect(await post(make())).toBe(200);
    expect(await kept()).toBeGreaterThan(before);
  });
});

test('in chunks, over a real socket', async () => {
  const address = await http.listen({ port: 0, host: '127.0.0.1' });
  const { body, header } = honest();
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
  const before = honest();
  expect(await post(before)).toBe(200);
  const old = oa.secretKey;
  oa.secretKey = 'reset-in-the-console';
  await world.connect();
  // What was read a moment ago is not asked for again: forgers cannot make us ask.
  await vi.waitFor(async () => expect(await post(honest())).toBe(200));
  const body = json();
  expect(await post({ body, header: `mac=${hash(body, at, app.id, old)}` })).toBe(401);
});

test('a forger fills neither the log nor shuts Zalo out', async () => {
  const statuses = new Set<number>();
  for (let n = 0; n < 200; n += 1)
    statuses.add(await post({ body: json(), header: `mac=${'0'.repeat(64)}` }));
  expect(statuses).toEqual(new Set([401, 429]));
  expect(await post(honest())).toBe(200);
});

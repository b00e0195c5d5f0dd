// The webhook seen from outside: proven or refused, once, in order; nothing is written for what is not proven.

import { createHash, createHmac } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ChatWorld, createChatWorld } from '../../test/chat-world.ts';

let world: ChatWorld;
let app: { id: string; secret: string };
let oa: { id: string; secretKey: string };

beforeAll(async () => {
  world = await createChatWorld();
  ({ app, oa } = world.running.street.state);
});
afterAll(() => world.close());

let messages = 0;
const event = (userId: string, more: Record<string, unknown> = {}): Record<string, unknown> => ({
  app_id: app.id,
  sender: { id: userId },
  recipient: { id: oa.id },
  event_name: 'user_send_text',
  message: { text: 'xin chào', msg_id: `test-${++messages}` },
  timestamp: '1796605200000',
  ...more,
});
const sign = (body: string, timestamp = '1796605200000', { id, key } = { id: app.id, key: oa.secretKey }) =>
  createHash('sha256')
    .update(id + body + timestamp + key)
    .digest('hex');
const post = async (body: string | Buffer, signature?: string, headers: Record<string, string> = {}) => {
  const reply = await world.http.app.inject({
    method: 'POST',
    url: '/zalo/webhook',
    headers: {
      'content-type': 'application/json',
      ...(signature === undefined ? {} : { 'x-zevent-signature': signature }),
      ...headers,
    },
    payload: body,
  });
  return reply.statusCode;
};
const stored = async () => {
  const { rows } = await world.owner.query<{ count: number }>(
    'select count(*)::int as count from webhook_event',
  );
  return rows[0]?.count ?? 0;
};

describe('what is proven is taken once', () => {
  it.each([
    ['as Zalo signs', (mac: string) => `mac=${mac}`],
    ['without prefix', (mac: string) => mac],
    ['in capitals', (mac: string) => `mac=${mac.toUpperCase()}`],
  ])('%s', async (_, write) => {
    const body = JSON.stringify(event('1001'));
    const before = await stored();
    expect(await post(body, write(sign(body)))).toBe(200);
    expect(await stored()).toBe(before + 1);
    for (let again = 0; again < 3; again++)
      expect(await post(body, write(sign(body)), { num_retry: '1' })).toBe(200);
    expect(await stored()).toBe(before + 1);
    await world.settle();
  });

  it('fifty at once are one', async () => {
    const phone = world.phone('Mười');
    const body = JSON.stringify(event(phone.person.id));
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body, sign(body))));
    expect(new Set(answers)).toEqual(new Set([200]));
    await world.settle();
    const { rows } = await world.owner.query(
      'select direction from chat_message where user_id = $1 order by direction',
      [phone.person.id],
    );
    expect(rows.map((row) => row.direction)).toEqual(['in', 'out']);
  });

  it("the console's test is answered and makes nothing", async () => {
    const body = JSON.stringify(
      event('0', { message: { msg_id: 'This is message id', text: 'This is testing message' } }),
    );
    const before = await stored();
    expect(await post(body, sign(body))).toBe(200);
    expect(await stored()).toBe(before);
  });

  it('an unknown kind is kept and counted, without secrets', async () => {
    const body = JSON.stringify(
      event('1002', { event_name: 'user_send_hologram', note: 'mật khẩu: Hoa123 và 012345' }),
    );
    expect(await post(body, sign(body))).toBe(200);
    const { rows } = await world.owner.query(
      `select state, raw, redacted from webhook_event where name = 'user_send_hologram'`,
    );
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ state: 'kept', raw: null });
    expect(rows[0].redacted).not.toMatch(/Hoa123|012345/);
  });
});

describe('what is not proven is refused before anything is written', () => {
  const forged: Record<string, () => [string, string | undefined]> = {
    'no signature': () => [JSON.stringify(event('1')), undefined],
    'an empty signature': () => [JSON.stringify(event('1')), ''],
    'an HMAC': () => {
      const body = JSON.stringify(event('1'));
      return [body, createHmac('sha256', oa.secretKey).update(body).digest('hex')];
    },
    'the App Secret': () => {
      const body = JSON.stringify(event('1'));
      return [body, sign(body, '1796605200000', { id: app.id, key: app.secret })];
    },
    'no secret': () => {
      const body = JSON.stringify(event('1'));
      return [body, sign(body, '1796605200000', { id: app.id, key: '' })];
    },
    "the forger's own app": () => {
      const body = JSON.stringify(event('1', { app_id: '666' }));
      return [body, sign(body, '1796605200000', { id: '666', key: 'forged' })];
    },
    'an account of nobody': () => {
      const body = JSON.stringify(event('1', { recipient: { id: '999' }, app_id: '998' }));
      return [body, sign(body)];
    },
    'another account under our app': () => {
      const body = JSON.stringify(event('1', { recipient: { id: '999' } }));
      return [body, sign(body)];
    },
    'a changed byte': () => {
      const body = JSON.stringify(event('1'));
      return [body.replace('chào', 'chao'), sign(body)];
    },
    'a body written anew': () => {
      const body = JSON.stringify(event('1'));
      return [JSON.stringify(JSON.parse(body), null, 1), sign(body)];
    },
    'another timestamp': () => {
      const body = JSON.stringify(event('1'));
      return [body, sign(body, '1796605200001')];
    },
    'two timestamps': () => {
      const body = JSON.stringify(event('1')).replace('{', '{"timestamp":"1",');
      return [body, sign(body)];
    },
  };
  it.each(Object.entries(forged))('%s', async (_, make) => {
    const before = await stored();
    expect(await post(...make())).toBe(401);
    expect(await stored()).toBe(before);
  });
  it.each(['', 'null', '[]', '"x"', '{', '{}', '<html>', '\u0000', '{"event_name":5}'.slice(0, 8)])(
    '%j is not an event',
    async (body) => {
      const before = await stored();
      expect(await post(body, sign(body))).toBe(400);
      expect(await stored()).toBe(before);
    },
  );
  it('more than a megabyte', async () => {
    const body = JSON.stringify(event('1', { message: { text: 'a'.repeat(1_100_000), msg_id: 'big' } }));
    expect(await post(body, sign(body))).toBe(413);
  });
});

it("a person's messages are answered in Zalo's order, whatever order they come in", async () => {
  const phone = world.phone('Mười Một');
  const said = (text: string, timestamp: number) =>
    JSON.stringify(
      event(phone.person.id, { message: { text, msg_id: `order-${text}` }, timestamp: String(timestamp) }),
    );
  const texts = ['một', 'hai', 'ba', 'bốn', 'năm'];
  const bodies = texts.map(
    (text, at) => [said(text, 1_796_605_200_000 + at), String(1_796_605_200_000 + at)] as const,
  );
  for (const at of [3, 0, 4, 2, 1]) {
    const [body, timestamp] = bodies[at] ?? ['', ''];
    expect(await post(body, sign(body, timestamp))).toBe(200);
  }
  await world.settle();
  const { rows } = await world.owner.query(
    `select text from chat_message where user_id = $1 and direction = 'in' order by id`,
    [phone.person.id],
  );
  expect(rows.map((row) => row.text)).toEqual(texts);
});

// The plan of faults: doses, determinism, the control API that reads it, limits, the clock, the subscription.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { badDay } from '../src/bad-day.ts';
import { familyOf } from '../src/fault-calls.ts';
import { readFault } from '../src/faults-input.ts';
import type { FaultSpec } from '../src/faults-kinds.ts';
import type { Street } from '../src/parts.ts';
import { write } from '../src/people.ts';
import { sendMessage } from '../src/sending.ts';
import { bodies, givenFollower, givenStreet, hour } from './given.ts';
import type { OverHttp } from './over-http.ts';
import { overHttp } from './over-http.ts';

let line: OverHttp;

beforeAll(async () => {
  line = await overHttp();
});
afterEach(() => line.street.faults.clear());
afterAll(() => line.close());

const call = { family: 'send', path: '/v2.0/oa/message', personId: null } as const;

function pattern(street: Street, spec: FaultSpec, calls: number): string {
  street.faults.add(spec);
  return Array.from({ length: calls }, () => (street.faults.onCall(call).length > 0 ? 'x' : '.')).join('');
}

test('doses: the next few, after the first few, for a while, a share', () => {
  const { street, clock } = givenStreet();
  expect(pattern(street, { kind: 'refused', times: 3 }, 5)).toBe('xxx..');
  expect(pattern(street, { kind: 'refused', skip: 2, times: 1 }, 5)).toBe('..x..');
  expect(street.faults.clear()).toBe(2);
  expect(pattern(street, { kind: 'refused', forMs: hour }, 2)).toBe('xx');
  clock.now += hour;
  expect(street.faults.onCall(call)).toEqual([]);
  expect(street.faults.list()).toMatchObject([{ id: 'f3', seen: 2, struck: 2, over: true }]);
  const fifth = pattern(street, { kind: 'refused', share: 0.2 }, 2000);
  expect(fifth.replaceAll('.', '').length).toBeGreaterThan(340);
  expect(fifth.replaceAll('.', '').length).toBeLessThan(460);
});

test('the same seed and the same calls make the same strokes, whatever else goes on', () => {
  const spec = { kind: 'refused', share: 0.3 } as const;
  const alone = pattern(givenStreet({ seed: 'a' }).street, spec, 200);
  const { street } = givenStreet({ seed: 'a' });
  street.faults.add(spec);
  street.faults.add({ kind: 'drop_echo', share: 0.5 });
  const among = Array.from({ length: 200 }, () => {
    street.faults.onEvent({ eventName: 'oa_send_text', personId: null });
    return street.faults.onCall(call).length > 0 ? 'x' : '.';
  });
  expect(among.join('')).toBe(alone);
  expect(pattern(givenStreet({ seed: 'b' }).street, spec, 200)).not.toBe(alone);
});

test('a day under many faults is the same day again, byte for byte, also across a restart', async () => {
  const first = await nastyDay(false);
  expect(await nastyDay(false)).toBe(first);
  expect(await nastyDay(true)).toBe(first);
  expect(first).toContain('accepted_not_delivered');
});

async function nastyDay(restart: boolean): Promise<string> {
  let { street, received, clock } = givenStreet({ seed: 'nasty' });
  const lanId = givenFollower(street).id;
  street.faults.add({ kind: 'reorder', share: 0.3, depth: 3 });
  street.faults.add({ kind: 'duplicate', copies: 2, share: 0.2, ms: 1000 });
  street.faults.add({ kind: 'drop_receipt', share: 0.2 });
  street.faults.add({ kind: 'accepted_not_delivered', share: 0.2 });
  const came: string[] = [];
  for (let turn = 0; turn < 40; turn += 1) {
    if (restart && turn === 20) {
      came.push(...received.map((one) => one.body));
      await street.courier.rest();
      const { now } = clock;
      ({ street, received, clock } = givenStreet({ seed: 'nasty', state: structuredClone(street.state) }));
      clock.now = now;
    }
    const lan = street.state.people.find((one) => one.id === lanId);
    if (!lan) throw new Error('nobody');
    write(street, lan, { text: `tin ${turn}` });
    sendMessage(street, 2, { recipient: { user_id: lanId }, message: { text: `đáp ${turn}` } });
    clock.now += 500;
    await street.courier.idle();
  }
  return JSON.stringify([...came, ...received.map((one) => one.body), street.faults.strikes()]);
}

test('faults over the control API: added, listed with their count, cleared one by one or all', async () => {
  const added = await line.control('POST', 'faults', { kind: 'error_code', code: -248, times: 1 });
  expect(added).toMatchObject({ status: 200, body: { spec: { kind: 'error_code' }, struck: 0 } });
  expect(await (await line.send()).json()).toMatchObject({ error: -248 });
  const id = String(added.body['id']);
  const listed = await line.control('GET', 'faults');
  expect(listed.body).toMatchObject([{ id, seen: 1, struck: 1, over: true }]);
  const strikes = await line.control('GET', 'faults/strikes');
  expect(strikes.body).toMatchObject([{ faultId: id, where: '/v2.0/oa/message', personId: line.lan.id }]);
  await line.control('POST', 'faults', { kind: 'refused' });
  expect((await line.control('DELETE', `faults/${id}`)).body).toEqual({ cleared: 1 });
  expect((await line.control('DELETE', `faults/${id}`)).status).toBe(404);
  expect((await line.control('DELETE', 'faults')).body).toEqual({ cleared: 1 });
  expect((await line.control('GET', 'faults')).body).toEqual([]);
});

test('a bad day is a little of most faults, each of them readable as if a stranger had sent it', async () => {
  const started = await line.control('POST', 'faults/bad-day');
  expect(started.body).toHaveLength(badDay.length);
  expect(badDay.map((spec) => readFault({ ...spec }))).toEqual(badDay);
});

test.each([
  ['/v4/oa/access_token', 'oauth'],
  ['/v2.0/oa/message', 'send'],
  ['/v3.0/oa/message/cs', 'send'],
  ['/v3.0/oa/message/template', 'template'],
  ['/message/template/hashphone', 'template'],
  ['/message/template-tag', 'reading'],
  ['/v2.0/oa/upload/image', 'upload'],
  ['/v2.0/oa/conversation', 'reading'],
  ['/v2.0/article/create', 'article'],
  ['/v2.0/me/info', 'graph'],
  ['/v4/oa/permission', undefined],
  ['/control/faults', undefined],
  ['/', undefined],
])('%s is of the family %s', (path, family) => {
  expect(familyOf(path)).toBe(family);
});

test.each([
  [{ kind: 'explode' }, 'kind'],
  [{}, 'kind'],
  [{ kind: 'slow' }, 'ms'],
  [{ kind: 'slow', ms: '5' }, 'ms'],
  [{ kind: 'refused', share: 1.5 }, 'share'],
  [{ kind: 'refused', share: 0 }, 'share'],
  [{ kind: 'refused', times: 0 }, 'times'],
  [{ kind: 'refused', families: ['sending'] }, 'families'],
  [{ kind: 'refused', events: ['follow'] }, 'events'],
  [{ kind: 'duplicate', copies: 51 }, 'copies'],
  [{ kind: 'drop_echo', families: ['send'] }, 'families'],
  [{ kind: 'error_code', code: 0 }, 'code'],
])('%j is refused, naming %s', async (spec, field) => {
  const answer = await line.control('POST', 'faults', spec);
  expect(answer).toMatchObject({ status: 400, body: { field } });
  expect(String(answer.body['error'])).toContain(field);
});

test('over the calls of a minute is -32 with both headers; the next minute is fresh, and all is counted', async () => {
  const own = await overHttp({ settings: { appCallsPerMinute: 5, oaCallsPerMinute: 3 } });
  own.clock.now += 1000;
  const remain: (string | null)[] = [];
  for (let turn = 0; turn < 5; turn += 1) {
    const answer = await own.read();
    expect(answer.headers.get('x-ratelimit-limit')).toBe('3');
    remain.push(answer.headers.get('x-ratelimit-remain'));
    expect(await answer.json()).toMatchObject({ error: turn < 3 ? 0 : -32 });
  }
  expect(remain).toEqual(['2', '1', '0', '0', '0']);
  expect(await (await own.refresh()).json()).toHaveProperty('access_token');
  own.clock.now += 59_000;
  expect(await (await own.read()).json()).toMatchObject({ error: 0 });
  expect((await own.control('GET', 'limits')).body).toMatchObject({
    appCallsPerMinute: 5,
    taken: 4,
    refused: 2,
    minutes: [
      { permitted: 3, taken: 3, refused: 2 },
      { permitted: 3, taken: 1, refused: 0 },
    ],
  });
  expect((await own.control('GET', 'limits?minutes=1')).body['minutes']).toMatchObject([{ taken: 1 }]);
  await own.close();
});

test('a platform that is down counts nothing', async () => {
  line.street.faults.add({ kind: 'refused' });
  const before = (await line.control('GET', 'limits')).body['taken'];
  await expect(line.read()).rejects.toThrow();
  expect((await line.control('GET', 'limits')).body['taken']).toBe(before);
});

test('the clock goes forward only where it is the street’s own', async () => {
  expect((await line.control('POST', 'clock', { advanceMs: hour })).status).toBe(409);
  const own = await overHttp({ ownsClock: true });
  expect(await own.control('POST', 'clock', { advanceMs: -1 })).toMatchObject({
    status: 400,
    body: { field: 'advanceMs' },
  });
  await own.control('POST', 'clock', { advanceMs: 8 * 24 * hour });
  expect(own.street.now()).toBe(own.clock.now + 8 * 24 * hour);
  await own.refresh();
  expect(await (await own.send()).json()).toMatchObject({ error: -230 });
  await own.close();
});

test('tokens are killed by name', async () => {
  expect((await line.control('POST', 'tokens/kill', { token: 'all' })).status).toBe(400);
  expect((await line.control('POST', 'tokens/kill', { token: 'access' })).body).toMatchObject({
    accessMsLeft: 0,
  });
  await line.refresh();
});

test('the ladder shows what waits; after it only the console subscribes again, and what was lost stays lost', async () => {
  let status = 500;
  const came: string[] = [];
  const own = await overHttp({
    webhookUrl: 'http://receiver.test/hook',
    retryLadder: [1000],
    deliver(delivery) {
      if (status === 200) came.push(delivery.body);
      return Promise.resolve(status);
    },
  });
  await own.street.courier.idle();
  expect((await own.control('GET', 'subscription')).body).toMatchObject({
    subscribed: true,
    pauses: [1000],
    trying: [{ eventName: 'follow', retries: 1, nextAt: own.clock.now + 1000 }],
  });
  own.clock.now += 1000;
  await own.street.courier.idle();
  expect((await own.control('GET', 'subscription')).body).toMatchObject({
    subscribed: false,
    lost: 1,
    trying: [],
  });
  status = 200;
  expect((await own.control('POST', 'subscription')).body).toMatchObject({ subscribed: true, lost: 1 });
  write(own.street, own.lan, { text: 'còn ai không' });
  await own.street.courier.idle();
  expect(bodies(came.map((body) => ({ url: '', headers: {}, body }))).map((one) => one.event_name)).toEqual([
    'user_send_text',
  ]);
  await own.close();
});

test('switches and the package are checked before they change', async () => {
  const change = (path: string, body: object) => line.control('POST', path, body);
  expect(await change('settings', { syntaxFilters: true })).toMatchObject({
    status: 400,
    body: { field: 'syntaxFilters' },
  });
  expect(await change('settings', { blockedCode: -1 })).toMatchObject({
    status: 400,
    body: { field: 'blockedCode' },
  });
  expect(await change('settings', { eventsOff: 'follow' })).toMatchObject({ status: 400 });
  expect(await change('settings', { appCallsPerMinute: null })).toMatchObject({
    body: { appCallsPerMinute: null },
  });
  expect((await line.read()).headers.get('x-ratelimit-limit')).toBeNull();
  await change('settings', { appCallsPerMinute: 4000 });
  expect(await change('oa', { packageQuota: { total: -1 } })).toMatchObject({
    body: { field: 'packageQuota' },
  });
  expect(await change('oa', { name: 'Khác', oaType: 'doanh nghiệp' })).toMatchObject({
    status: 400,
    body: { field: 'oaType' },
  });
  expect(line.street.state.oa).toMatchObject({ type: 'state', name: 'Official Account thử nghiệm' });
  for (const url of ['localhost:8080', 'ftp://nhan.test', undefined])
    expect(await change('webhook', { url })).toMatchObject({ status: 400, body: { field: 'url' } });
  const { packageQuota } = (await change('oa', { packageQuota: { total: 5, used: 5 } })).body;
  expect(packageQuota).toEqual({ total: 5, used: 5 });
  line.clock.now += 49 * hour;
  await line.refresh();
  expect(await (await line.send()).json()).toMatchObject({ error: -211 });
});

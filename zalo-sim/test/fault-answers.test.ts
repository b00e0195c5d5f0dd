// Faults of answers, each seen over HTTP: what comes over the wire, and whether the work was done.

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { killTokens } from '../src/fault-tokens.ts';
import type { AnswerFault, FaultSpec } from '../src/faults-kinds.ts';
import { sendPhoto } from '../src/people.ts';
import { pairOf, refresh } from './given.ts';
import type { OverHttp } from './over-http.ts';
import { overHttp } from './over-http.ts';

let line: OverHttp;

beforeAll(async () => {
  line = await overHttp();
});
afterEach(() => line.street.faults.clear());
afterAll(() => line.close());

/** Sends once under a fault: the answer, or undefined when the connection gave none; and what arrived. */
async function sendUnder(spec: FaultSpec) {
  line.street.faults.add(spec);
  const before = line.onPhone();
  const answer = await line.send().catch(() => undefined);
  const text = await answer?.text().catch(() => undefined);
  return {
    status: answer?.status,
    type: answer?.headers.get('content-type'),
    text,
    arrived: line.onPhone() - before,
  };
}

const json: unknown = expect.stringContaining('application/json');
const html: unknown = expect.stringContaining('text/html');
const page: unknown = expect.stringMatching(/^<!DOCTYPE html>/);

test.each<[AnswerFault, object]>([
  [
    { kind: 'server_error', status: 503 },
    { status: 503, type: html, text: page, arrived: 0 },
  ],
  [
    { kind: 'server_error', effect: true },
    { status: 502, type: html, text: page, arrived: 1 },
  ],
  [{ kind: 'html_at_200' }, { status: 200, type: html, text: page, arrived: 0 }],
  [{ kind: 'empty_body' }, { status: 200, text: '', arrived: 1 }],
  [
    { kind: 'empty_body', effect: false },
    { status: 200, text: '', arrived: 0 },
  ],
  [{ kind: 'hang_up' }, { status: undefined, arrived: 1 }],
  [
    { kind: 'hang_up', effect: false },
    { status: undefined, arrived: 0 },
  ],
  [{ kind: 'refused' }, { status: undefined, arrived: 0 }],
  [
    { kind: 'error_code', code: -211 },
    { text: '{"error":-211,"message":"Out of quota"}', arrived: 0 },
  ],
  [
    { kind: 'error_but_delivered' },
    { status: 200, type: json, text: '{"error":-200,"message":"Send message failed"}', arrived: 1 },
  ],
])('%j', async (fault, seen) => {
  expect(await sendUnder(fault)).toMatchObject(seen);
});

test('a cut answer is the first half of the true one, and the message has arrived', async () => {
  const { text, arrived } = await sendUnder({ kind: 'cut_json' });
  expect(text).toMatch(/^\{"data":\{"message_id":"[0-9a-f]{20}"/);
  expect(() => JSON.parse(text ?? '') as unknown).toThrow(SyntaxError);
  expect(arrived).toBe(1);
});

test('an unknown code stands in no table', async () => {
  const { text, arrived } = await sendUnder({ kind: 'unknown_code' });
  const answer: { error: number } = JSON.parse(text ?? '');
  expect(answer.error).toBeLessThanOrEqual(-5000);
  expect(arrived).toBe(0);
});

test('a slow answer waits, and its work is done at once', async () => {
  line.street.faults.add({ kind: 'slow', ms: 40 });
  const before = line.onPhone();
  const startedAt = performance.now();
  const answer = line.send();
  await expect.poll(() => line.onPhone(), { interval: 1 }).toBe(before + 1);
  expect(await (await answer).json()).toMatchObject({ error: 0 });
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(39);
});

test('slow work is done late, also for a caller who has gone', async () => {
  line.street.faults.add({ kind: 'slow', ms: 30, workToo: true });
  const before = line.onPhone();
  const patience = new AbortController();
  const answer = line.send('chào', patience.signal);
  await expect.poll(() => line.street.faults.list()[0]?.struck, { interval: 1 }).toBe(1);
  patience.abort();
  await expect(answer).rejects.toThrow();
  expect(line.onPhone()).toBe(before);
  await expect.poll(() => line.onPhone(), { interval: 1 }).toBe(before + 1);
});

test('slow goes beside another fault', async () => {
  line.street.faults.add({ kind: 'slow', ms: 20 });
  const startedAt = performance.now();
  expect(await sendUnder({ kind: 'error_code', code: -32 })).toMatchObject({ arrived: 0 });
  expect(performance.now() - startedAt).toBeGreaterThanOrEqual(19);
});

test('a trickled answer is whole in the end', async () => {
  const { text } = await sendUnder({ kind: 'trickle', ms: 1 });
  expect(JSON.parse(text ?? '')).toMatchObject({ error: 0 });
});

test.each(['never_ends', 'delivered_but_silent'] as const)(
  '%s: the message arrives, the caller gives up',
  async (kind) => {
    line.street.faults.add({ kind });
    const before = line.onPhone();
    const patience = new AbortController();
    const answer = line.send('chào', patience.signal).then((one) => one.text());
    await expect.poll(() => line.onPhone(), { interval: 1 }).toBe(before + 1);
    patience.abort();
    await expect(answer).rejects.toThrow();
  },
);

test('an accepted message that never arrives is answered 0, echoed to nobody, and in no chat', async () => {
  const posts = line.street.state.posts.length;
  const messages = line.street.state.messages.length;
  const { text, arrived } = await sendUnder({ kind: 'accepted_not_delivered' });
  expect(JSON.parse(text ?? '')).toMatchObject({ error: 0, data: { user_id: line.lan.id } });
  expect(arrived).toBe(0);
  expect(line.street.state.posts).toHaveLength(posts);
  expect(line.street.state.messages).toHaveLength(messages);
});

test('a fault strikes only what it is aimed at', async () => {
  line.street.faults.add({ kind: 'error_code', code: -221, families: ['reading'], path: '/v2.0/oa/get*' });
  line.street.faults.add({ kind: 'error_code', code: -248, personId: 'somebody else' });
  expect(await (await line.read()).json()).toMatchObject({ error: -221 });
  expect(await (await line.send()).json()).toMatchObject({ error: 0 });
  expect((await line.control('GET', 'limits')).status).toBe(200);
});

test('fetching a photo fails only when that is aimed at', async () => {
  const photo = sendPhoto(line.street, line.lan, { bytes: Buffer.from('\xff\xd8\xff', 'latin1') });
  const place =
    'place' in photo.content && 'mediaId' in photo.content.place ? photo.content.place.mediaId : '';
  const statusOf = async () => (await fetch(`${line.url}/media/${place}`)).status;
  line.street.faults.add({ kind: 'server_error' });
  expect(await statusOf()).toBe(200);
  line.street.faults.add({ kind: 'server_error', families: ['media'] });
  expect(await statusOf()).toBe(502);
});

test('a killed access token is refused, and a refresh brings a new one', async () => {
  killTokens(line.street, 'access');
  expect(await (await line.read()).json()).toMatchObject({ error: -216 });
  expect(await (await line.refresh()).json()).toHaveProperty('access_token');
  expect(await (await line.read()).json()).toMatchObject({ error: 0 });
  killTokens(line.street, 'both');
  expect(await (await line.refresh()).json()).toMatchObject({ error: -14014 });
  pairOf(refresh(line.street));
});

test('a lost refresh has spent its token', async () => {
  const spent = pairOf(refresh(line.street)).refresh_token;
  line.street.faults.add({ kind: 'refresh_lost', times: 1 });
  await expect(line.refresh(spent)).rejects.toThrow();
  expect(await (await line.refresh(spent)).json()).toMatchObject({ error: -14014 });
  pairOf(refresh(line.street));
});

test('a refresh without refresh token leaves the one used in force', async () => {
  const kept = pairOf(refresh(line.street)).refresh_token;
  line.street.faults.add({ kind: 'refresh_without_token', times: 1 });
  const answer: object = JSON.parse(await (await line.refresh(kept)).text());
  expect(answer).toHaveProperty('access_token');
  expect(answer).not.toHaveProperty('refresh_token');
  expect(await (await line.refresh(kept)).json()).toHaveProperty('refresh_token');
});

test('of two refreshes under way at once, the one that came second is refused', async () => {
  const token = pairOf(refresh(line.street)).refresh_token;
  line.street.faults.add({ kind: 'slow', ms: 20, families: ['oauth'], times: 1 });
  const answers = await Promise.all([line.refresh(token), line.refresh(token)]);
  const bodies = await Promise.all(answers.map(async (one) => JSON.parse(await one.text()) as unknown));
  expect(bodies).toContainEqual(expect.objectContaining({ error: -14014 }));
  expect(bodies).toContainEqual(expect.objectContaining({ expires_in: '90000' }));
});

test('an OAuth error of your choice has the shape of OAuth', async () => {
  line.street.faults.add({ kind: 'error_code', code: -14012, message: 'No.', families: ['oauth'] });
  expect(await (await line.refresh()).json()).toMatchObject({ error: -14012, error_name: 'No.' });
});

// Two hundred ways to answer wrongly: a message is sent when Zalo says so with an id, and never otherwise.

import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { givenWireServer, startWireServer, type Told } from '../test/wire-server.ts';
import { parseJson } from './json.ts';
import { sendMessage } from './send.ts';
import { sendTemplateByPhone } from './template-send.ts';
import { mostAnswerBytes } from './wire.ts';

const zalo = givenWireServer();

const chat = { apiVersion: 'v2', userId: '1', message: { text: 'Hồ sơ đã xong' } } as const;
const template = { templateId: '7', data: { ma: 'a' }, phone: '84999000111', trackingId: 't' };

test.each<[Told, string, number]>([
  ['half', 'connection_lost', 5_000],
  ['trickle', 'timeout', 60],
  ['flood', 'not_json', 5_000],
  [{ text: '' }, 'not_json', 5_000],
  [{ text: '{"error":0,"data":{"message_id":"m"' }, 'not_json', 5_000],
  [{ text: '<html><body>{"error":0}</body></html>' }, 'not_json', 5_000],
  [{ text: '[{"error":0,"data":{"message_id":"m"}}]' }, 'not_json', 5_000],
  [{ status: 404, json: { error: 0, data: { message_id: 'm' } } }, 'not_json', 5_000],
  [{ text: `{"error":0,"data":{"message_id":"m"}${' '.repeat(mostAnswerBytes)}}` }, 'not_json', 5_000],
])('nobody knows after %j', async (told, why, timeoutMs) => {
  zalo.tell(told);
  const access = { hosts: { openapi: zalo.origin }, accessToken: 't', timeoutMs };
  expect(await sendMessage(access, chat)).toEqual({ kind: 'unknown_outcome', why });
});

test('a redirect is not followed: the token goes nowhere else', async () => {
  const elsewhere = await startWireServer();
  const headers = { location: `${elsewhere.origin}/v2.0/oa/message` };
  zalo.tell({ status: 307, headers, text: '' });
  elsewhere.tell({ json: { error: 0, data: { message_id: 'm' } } });
  const access = { hosts: { openapi: zalo.origin }, accessToken: 't' };
  expect(await sendMessage(access, chat)).toEqual({ kind: 'unknown_outcome', why: 'not_json' });
  expect(elsewhere.asked).toEqual([]);
  await elsewhere.close();
});

test('an answer of exactly the most bytes is still read', async () => {
  const json = '{"error":0,"data":{"message_id":"m"}}';
  zalo.tell({ text: json + ' '.repeat(mostAnswerBytes - json.length) });
  const access = { hosts: { openapi: zalo.origin }, accessToken: 't' };
  expect(await sendMessage(access, chat)).toMatchObject({ kind: 'sent', messageId: 'm' });
});

const errorField = fc.oneof(
  fc.constantFrom<unknown>(
    0,
    '0',
    -0,
    0.5,
    '',
    ' ',
    '0x0',
    '0.0',
    '00',
    null,
    true,
    false,
    [],
    [0],
    {},
    '-216',
  ),
  fc.integer({ min: -2_000, max: 100 }),
  fc.jsonValue(),
);
const idField = fc.oneof(fc.constantFrom<unknown>('', ' ', null, 0, 7, {}, []), fc.string(), fc.jsonValue());
const body = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ error: errorField, data: fc.record({ message_id: idField, msg_id: idField }) }),
  },
  { weight: 2, arbitrary: fc.record({ error: errorField, data: fc.jsonValue() }, { requiredKeys: [] }) },
  { weight: 1, arbitrary: fc.jsonValue() },
);
const text = fc.oneof(
  { weight: 4, arbitrary: body.map((value) => JSON.stringify(value)) },
  {
    weight: 1,
    arbitrary: fc.tuple(body, fc.nat(60)).map(([value, at]) => JSON.stringify(value).slice(0, at)),
  },
  { weight: 1, arbitrary: fc.string() },
);
const status = fc.constantFrom(200, 200, 200, 200, 201, 302, 400, 429, 500, 503);

test('200 generated answers: sent exactly when error is 0, the status a success and the id there', async () => {
  await fc.assert(
    fc.asyncProperty(text, status, async (told, code) => {
      const fetch = () => Promise.resolve(new Response(told, { status: code }));
      const access = { hosts: { openapi: 'http://z', business: 'http://z' }, accessToken: 't', fetch };
      const outcomes = [
        [await sendMessage(access, chat), 'message_id'],
        [await sendTemplateByPhone(access, template), 'msg_id'],
      ] as const;
      for (const [outcome, idName] of outcomes) {
        const id = saidId(told, code, idName);
        expect(outcome.kind === 'sent' ? outcome.messageId : undefined).toBe(id);
        if (outcome.kind === 'refused') expect(outcome.code).not.toBe(0);
        expect(outcome.kind).not.toBe('not_sent');
      }
    }),
    { numRuns: 200 },
  );
});

/** The slow reading of what was said: the id if it is a success, else undefined. */
function saidId(told: string, code: number, idName: string): string | undefined {
  if (code < 200 || code > 299) return undefined;
  const parsed = parseJson(told);
  const said = typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? parsed : {};
  const error: unknown = Reflect.get(said, 'error');
  if (error !== 0 && !(typeof error === 'string' && /^-?0+$/.test(error))) return undefined;
  const data: unknown = Reflect.get(said, 'data');
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const id: unknown = Reflect.get(data, idName);
  const written = typeof id === 'number' ? String(id) : id;
  return typeof written === 'string' && written.trim() !== '' ? written.trim() : undefined;
}

// The webhook against forgers: table R-12, and what must still pass.

import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { eventKey, isConsoleTest, parseEvent, verifySignature } from './webhook.ts';

const appId = '360846524940903967';
const secretKey = 'oa-secret-key';
const timestamp = '1543908534740';
const text =
  `{"app_id":"${appId}","sender":{"id":"246845883529197922"},"recipient":{"id":"388613280878808645"},` +
  `"event_name":"user_send_text","message":{"text":"hồ sơ tới đâu","msg_id":"96d3cdf3af150460909"},"timestamp":"${timestamp}"}`;
const body = Buffer.from(text);

function mac(bytes: Buffer, options: { app?: string; at?: string; key?: string } = {}): string {
  const { app = appId, at = timestamp, key = secretKey } = options;
  return createHash('sha256').update(app).update(bytes).update(at).update(key).digest('hex');
}

function verdict(rawBody: Buffer, header: string | undefined, mine = { appId, secretKey }): boolean {
  return verifySignature({ ...mine, rawBody, header });
}

const hmac = createHmac('sha256', secretKey).update(appId).update(body).update(timestamp).digest('hex');
const spaced = Buffer.from(JSON.stringify(JSON.parse(text), null, 1));
const changed = Buffer.from(text.replace('tới', 'toi'));
const otherApp = Buffer.from(text.replace(appId, '999'));
const doubled = Buffer.from(text.replace('"timestamp":', `"timestamp":"1","timestamp":`));
const escaped = Buffer.from(text.replace('{', `{"\\u0074imestamp":"1",`));
const slid = Buffer.concat([body, Buffer.from('15')]);
const zipped = gzipSync(body);
const marked = Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), body]);
const huge = Buffer.from(text.replace('tới', 'x'.repeat(1_048_576)));

const forgeries: [name: string, rawBody: Buffer, header: string | undefined][] = [
  ['no header', body, undefined],
  ['an empty header', body, ''],
  ['a prefix without a digest', body, 'mac='],
  ['a digest cut short', body, `mac=${mac(body).slice(0, 62)}`],
  ['a digest with more behind it', body, `mac=${mac(body)}00`],
  ['another prefix', body, `sha256=${mac(body)}`],
  ['two prefixes', body, `mac=mac=${mac(body)}`],
  ['an HMAC instead of the hash', body, `mac=${hmac}`],
  ['another secret: the App Secret or that of another OA', body, `mac=${mac(body, { key: 'app-secret' })}`],
  ['no secret at all', body, `mac=${mac(body, { key: '' })}`],
  ['the app id taken from the body', otherApp, `mac=${mac(otherApp, { app: '999' })}`],
  ['the JSON written anew', spaced, `mac=${mac(body)}`],
  ['one word changed', changed, `mac=${mac(body)}`],
  ['another timestamp hashed than the body says', body, `mac=${mac(body, { at: '1543908534741' })}`],
  ['two timestamps, the first one signed', doubled, `mac=${mac(doubled, { at: '1' })}`],
  ['two timestamps, the last one signed', doubled, `mac=${mac(doubled)}`],
  ['a second timestamp in escapes', escaped, `mac=${mac(escaped)}`],
  ['more bytes behind the object, even signed', slid, `mac=${mac(slid)}`],
  ['more bytes behind the object afterwards', slid, `mac=${mac(body)}`],
  ['a byte order mark put in front afterwards', marked, `mac=${mac(body)}`],
  ['gzip that nobody unpacked', zipped, `mac=${mac(zipped)}`],
  ['a megabyte with the digest of the short body', huge, `mac=${mac(body)}`],
  ['the timestamp only inside the text', Buffer.from(`{"a":"\\"timestamp\\":\\"5\\""}`), `mac=${mac(body)}`],
];

test.each(forgeries)('refused: %s', (_name, rawBody, header) => {
  expect(verdict(rawBody, header)).toBe(false);
});

const numeric = Buffer.from(text.replace(`"${timestamp}"`, timestamp));
const nested = Buffer.from(
  text.replace('{"text"', '{"timestamp":"7","note":"\\"timestamp\\":\\"8\\" }","text"'),
);
const spaceAround = Buffer.from(` ${text.replace('"timestamp":', '"timestamp" :\n ')}\n`);

test.each<[name: string, rawBody: Buffer, header: string]>([
  ['as Zalo writes it', body, `mac=${mac(body)}`],
  ['without the prefix', body, mac(body)],
  ['in upper case', body, `MAC=${mac(body).toUpperCase()}`],
  ['with spaces around the header', body, ` mac=${mac(body)} `],
  ['the timestamp as a number', numeric, `mac=${mac(numeric)}`],
  ['other timestamps deeper down and in texts', nested, `mac=${mac(nested)}`],
  ['spaces around everything', spaceAround, `mac=${mac(spaceAround)}`],
  ['signed with its byte order mark', marked, `mac=${mac(marked)}`],
  ['the JSON written anew and signed anew', spaced, `mac=${mac(spaced)}`],
  ['arrived in chunks', Buffer.concat([body.subarray(0, 70), body.subarray(70)]), `mac=${mac(body)}`],
  ['a megabyte, honestly signed', huge, `mac=${mac(huge)}`],
])('accepted: %s', (_name, rawBody, header) => {
  expect(verdict(rawBody, header)).toBe(true);
});

test('an empty secret or app id of our own proves nothing', () => {
  expect(verdict(body, mac(body, { key: '' }), { appId, secretKey: '' })).toBe(false);
  expect(verdict(body, mac(body, { app: '' }), { appId: '', secretKey })).toBe(false);
});

test.each(['12345678901234567890123', '-5', '1e3', 'null', '"12 "', '"\\u0031"', '{}', '""'])(
  'a timestamp of %s is not one',
  (value) => {
    const bytes = Buffer.from(`{"timestamp":${value}}`);
    const lexeme = value.replaceAll('"', '');
    expect(verdict(bytes, mac(bytes, { at: lexeme }))).toBe(false);
  },
);

test('the console’s sample is recognised; a citizen is not taken for it', () => {
  const sample = text
    .replace('96d3cdf3af150460909', 'This is message id')
    .replace('hồ sơ tới đâu', 'This is testing message');
  expect(isConsoleTest(parse(sample))).toBe(true);
  expect(isConsoleTest(parse(text))).toBe(false);
  expect(isConsoleTest(parse(text.replace('hồ sơ tới đâu', 'This is testing message')))).toBe(false);
});

test('a redelivery has the same key, another message another', () => {
  expect(eventKey(parse(text))).toBe('user_send_text:388613280878808645:96d3cdf3af150460909');
  expect(eventKey(parse(text.replace('1543908534740', '1543908534999')))).toBe(eventKey(parse(text)));
  expect(eventKey(parse(text.replace('96d3cdf3', '96d3cdf4')))).not.toBe(eventKey(parse(text)));
  expect(eventKey(parse(text.replace('388613280878808645', '2')))).not.toBe(eventKey(parse(text)));
});

test('following twice counts twice, and one follow delivered twice counts once', () => {
  const follow = (at: string) =>
    eventKey(
      parse(
        `{"event_name":"follow","oa_id":"1","follower":{"id":"2"},"timestamp":"${at}","source":"oa_profile"}`,
      ),
    );
  expect(follow('1000')).toBe(follow('1000'));
  expect(follow('1000')).not.toBe(follow('2000'));
});

test('a key stays short however many messages were seen', () => {
  const seen = (last: string) =>
    eventKey(
      parse(
        JSON.stringify({
          event_name: 'user_seen_message',
          sender: { id: '1' },
          recipient: { id: '2' },
          message: { msg_ids: [...Array.from({ length: 500 }, (_, index) => `message-${index}`), last] },
          timestamp,
        }),
      ),
    );
  expect(seen('a').length).toBeLessThanOrEqual(200);
  expect(seen('a')).not.toBe(seen('b'));
});

function parse(json: string) {
  const event = parseEvent(Buffer.from(json));
  if (!event) throw new Error(`not an event: ${json}`);
  return event;
}

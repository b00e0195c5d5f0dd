// Webhooks as Zalo signs them, and as forgers, proxies and misreadings of the documents would: each with its verdict.

import { createHash, createHmac } from 'node:crypto';
import { gzipSync } from 'node:zlib';

export interface Posted {
  body: string | Buffer;
  header: string | undefined;
  /** Null: none but the signature's. */
  headers?: Record<string, string> | null;
}

export interface WebhookSamples {
  /** An event as Zalo would sign it. */
  honest(): Posted;
  /** An event as Zalo would write it. */
  json(): string;
  /** The signature of these bytes, without its prefix; with another key when one is given. */
  hash(body: string | Buffer, key?: string): string;
  /** Each must be refused before it has any effect. */
  refused: Record<string, () => Posted>;
  /** Each must be taken. */
  accepted: Record<string, () => Posted>;
}

/** A post as Zalo makes it: the bytes, and the digest over them that only Zalo and we can make. */
function signed(
  app: { id: string },
  oa: { secretKey: string },
  event: { timestamp: string } & Record<string, unknown>,
): { headers: { 'content-type': string; 'x-zevent-signature': string }; body: string } {
  const body = JSON.stringify({ app_id: app.id, ...event });
  const digest = createHash('sha256').update(app.id + body + event.timestamp + oa.secretKey);
  const headers = { 'content-type': 'application/json', 'x-zevent-signature': `mac=${digest.digest('hex')}` };
  return { headers, body };
}

/** What a person writes, as Zalo posts it; the same `id` is the same event. `at` in epoch milliseconds. */
export function signedText(
  app: { id: string },
  oa: { id: string; secretKey: string },
  { id, userId, text, at }: { id: string; userId: string; text: string; at: number },
): ReturnType<typeof signed> {
  return signed(app, oa, {
    event_name: 'user_send_text',
    sender: { id: userId },
    recipient: { id: oa.id },
    message: { text, msg_id: id },
    timestamp: String(at),
  });
}

const at = '1796605200000';

/** `app` and `oa` are the street's own, read anew for every sample. */
export function webhookSamples(
  app: { id: string; secret: string },
  oa: { id: string; secretKey: string },
): WebhookSamples {
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

  return {
    honest: () => honest(),
    json: () => json(),
    hash: (body, key) => hash(body, at, app.id, key),
    refused,
    accepted,
  };
}

// The webhook's two questions: did Zalo write these bytes, and what do they say.

import { createHash, timingSafeEqual } from 'node:crypto';
import { readEventBody } from './event-readers.ts';
import type { EventBase, EventBody, ZaloEvent } from './events.ts';
import { isObject, type JsonObject, numberAt, objectAt, parseJson, textAt } from './json.ts';
import { timestampLexeme } from './timestamp.ts';

export type { ZaloEvent } from './events.ts';

/**
 * True when the header proves the bytes: `sha256(appId + body + timestamp + OA secret key)`, a plain hash and not an
 * HMAC, over the bytes as received, with the timestamp's characters as received. Accepts `mac=<hex>` and bare hex in
 * any case. `appId` and `secretKey` must be the receiver's own, never read from the body; an empty one proves
 * nothing. Compares in constant time, and refuses a missing or misshapen header before hashing.
 */
export function verifySignature(claim: {
  appId: string;
  rawBody: Buffer;
  /** The OA Secret Key of the console's Webhook page; not the App Secret. */
  secretKey: string;
  /** `X-ZEvent-Signature`, as received. */
  header: string | undefined;
}): boolean {
  const mac = /^(?:mac=)?([0-9a-f]{64})$/i.exec(claim.header?.trim() ?? '')?.[1];
  if (mac === undefined || claim.appId === '' || claim.secretKey === '') return false;
  const timestamp = timestampLexeme(claim.rawBody);
  if (timestamp === undefined) return false;
  const expected = createHash('sha256')
    .update(claim.appId)
    .update(claim.rawBody)
    .update(timestamp)
    .update(claim.secretKey)
    .digest();
  return timingSafeEqual(expected, Buffer.from(mac, 'hex'));
}

/**
 * Reads a body into the union of events.ts. Undefined when it is not a JSON object with an `event_name`. Never
 * throws; a name or shape that is not known becomes `kind: 'unknown'`, to be kept and counted. `server` is the header
 * `X-ZEvent-Server`, if there was one: `ZNS` marks the receipt of a template message whose own fields do not.
 */
export function parseEvent(rawBody: Buffer, server?: string): ZaloEvent | undefined {
  // TextDecoder drops a byte order mark, which JSON.parse would refuse.
  const body = parseJson(new TextDecoder().decode(rawBody));
  const name = textAt(body, 'event_name');
  if (!isObject(body) || name === undefined) return undefined;
  const base: EventBase = {
    name,
    appId: textAt(body, 'app_id'),
    oaId: oaIdOf(name, body),
    at: numberAt(body, 'timestamp'),
    digest: createHash('sha256').update(rawBody).digest('hex'),
  };
  const content: EventBody = readEventBody(name, body, server === 'ZNS') ?? {
    kind: 'unknown',
    partyIds: partyIdsOf(body),
  };
  return { ...base, ...content };
}

/**
 * The key under which an event counts once: Zalo delivers at least once and in any order. Built from message ids
 * where there are any, from the person and the moment where not, else from the bytes. At most 200 characters.
 */
export function eventKey(event: ZaloEvent): string {
  const parts = identityOf(event) ?? [event.digest];
  const key = [event.name, event.oaId ?? '', ...parts].join(':');
  return key.length <= 200
    ? key
    : `${event.name.slice(0, 60)}:${createHash('sha256').update(key).digest('hex')}`;
}

/** True for the sample the console posts when the URL is saved or "Test" is pressed: answer 200, create nothing. */
export function isConsoleTest(event: ZaloEvent): boolean {
  return 'msgId' in event && event.msgId === 'This is message id';
}

function identityOf(event: ZaloEvent): (string | number)[] | undefined {
  switch (event.kind) {
    case 'user_sent':
    case 'oa_sent':
    case 'anonymous_sent':
    case 'oa_sent_anonymous':
    case 'group_message':
    case 'user_received':
    case 'template_received':
      return [event.msgId];
    case 'user_seen':
      return [...event.msgIds];
    case 'followed':
    case 'unfollowed':
    case 'chat_opened':
    case 'info_submitted':
    case 'user_withdrew':
      return event.at === undefined ? undefined : [event.userId, event.at];
    default:
      return undefined;
  }
}

/** The OA is the recipient of what people do, the sender of its own messages and of receipts about them. */
function oaIdOf(name: string, body: JsonObject): string | undefined {
  const ofOa = name.startsWith('oa_') || name === 'user_received_message' || name === 'user_seen_message';
  const party = textAt(objectAt(body, ofOa ? 'sender' : 'recipient'), 'id');
  return textAt(body, 'oa_id') ?? textAt(body, 'oaId') ?? party;
}

function partyIdsOf(body: JsonObject): string[] {
  return ['sender', 'recipient', 'follower'].flatMap((role) => textAt(objectAt(body, role), 'id') ?? []);
}

// Webhook events: what each looks like on the wire, and handing them to the courier.

import type { Message, Person, WebhookPost } from './model.ts';
import type { Street } from './parts.ts';
import { eventSuffix, wireContent } from './wire-content.ts';

export type Body = Record<string, unknown> & { event_name: string };

/**
 * A message of a person (`user_send_…`) or the echo of one of the OA (`oa_send_…`). `adminId` stands in echoes of what
 * a human wrote in the OA Manager, and only there.
 */
export function postMessageEvent(street: Street, message: Message, adminId?: string): void {
  const { oa } = street.state;
  const person = personOf(street, message.personId);
  const [sender, recipient, prefix] =
    message.from === 'oa' ? [oa.id, person.id, 'oa_send'] : [person.id, oa.id, 'user_send'];
  const body = {
    app_id: street.state.app.id,
    sender: { id: sender, ...(adminId !== undefined && { admin_id: adminId }) },
    user_id_by_app: person.idByApp,
    recipient: { id: recipient },
    event_name: `${prefix}_${eventSuffix(message.content)}`,
    message: {
      ...wireContent(street, message.content),
      msg_id: message.id,
      ...(message.quoteMsgId && { quote_msg_id: message.quoteMsgId }),
    },
  };
  postEvent(street, person, body, { messageId: message.id });
}

/** The phone has received a message of the OA. */
export function postReceived(street: Street, message: Message): void {
  postReceipt(street, message.personId, 'user_received_message', { msg_id: message.id });
}

/** The person has looked at messages of the OA. */
export function postSeen(street: Street, personId: string, messageIds: string[]): void {
  postReceipt(street, personId, 'user_seen_message', { msg_ids: messageIds });
}

/** `user_reacted_message`, or `oa_reacted_message` when the OA did. */
export function postReaction(
  street: Street,
  message: Message,
  icon: string,
  by: 'user' | 'oa' = 'user',
): void {
  const person = personOf(street, message.personId);
  const ids = [{ id: person.id }, { id: street.state.oa.id }];
  const [sender, recipient] = by === 'user' ? ids : ids.reverse();
  postEvent(street, person, {
    app_id: street.state.app.id,
    sender,
    user_id_by_app: person.idByApp,
    recipient,
    event_name: `${by}_reacted_message`,
    message: { msg_id: message.id, react_icon: icon },
  });
}

/** `follow` and `unfollow` have neither sender nor recipient. */
export function postFollowing(street: Street, person: Person, eventName: 'follow' | 'unfollow'): void {
  postEvent(street, person, {
    oa_id: street.state.oa.id,
    follower: { id: person.id },
    user_id_by_app: person.idByApp,
    event_name: eventName,
    ...(eventName === 'follow' && { source: 'oa_profile' }),
    app_id: street.state.app.id,
  });
}

/** `user_click_chatnow` (first tap on "Nhắn tin") and `user_withdraw` (the data-subject right). */
export function postPersonEvent(
  street: Street,
  person: Person,
  eventName: 'user_click_chatnow' | 'user_withdraw',
): void {
  postEvent(street, person, {
    oa_id: street.state.oa.id,
    user_id: person.id,
    user_id_by_app: person.idByApp,
    event_name: eventName,
    app_id: street.state.app.id,
  });
}

/** The sample that the console posts on "Test" and on saving an address: signed, about nobody. */
export async function postTest(street: Street): Promise<{ status: number | null; ms: number }> {
  const timestamp = String(street.now());
  const body = JSON.stringify({
    app_id: street.state.app.id,
    sender: { id: '246845883529197922' },
    user_id_by_app: '552177279717587730',
    recipient: { id: '388613280878808645' },
    event_name: 'user_send_text',
    message: { msg_id: 'This is message id', text: 'This is testing message' },
    timestamp,
  });
  const sample = newPost(street, null, null, { eventName: 'user_send_text', timestamp, body });
  await street.courier.postOnce(sample);
  const attempt = sample.attempts[0];
  return { status: attempt?.status ?? null, ms: attempt?.ms ?? 0 };
}

/** Signs nothing yet, only writes the body down and hands it to the courier, in the person's line. */
export function postEvent(
  street: Street,
  person: Person | null,
  body: Body,
  more: { messageId?: string; server?: 'ZNS' } = {},
): void {
  // An app that was removed hears nothing more.
  if (street.state.office.revoked && body.event_name !== 'permission_revoked') return;
  const timestamp = String(street.now());
  const text = JSON.stringify({ ...body, timestamp });
  const event = { eventName: body.event_name, timestamp, body: text };
  const post = newPost(street, person?.id ?? null, more.messageId ?? null, event);
  street.courier.enqueue(more.server ? { ...post, server: more.server } : post);
}

/** Posts a body of anybody's making, signed over exactly these bytes with its own timestamp. */
export function postRaw(street: Street, text: string, about: { eventName: string; timestamp: string }): void {
  street.courier.enqueue(newPost(street, null, null, { ...about, body: text }));
}

function postReceipt(street: Street, personId: string, eventName: string, message: object): void {
  postEvent(street, personOf(street, personId), {
    app_id: street.state.app.id,
    sender: { id: street.state.oa.id },
    recipient: { id: personId },
    event_name: eventName,
    message,
  });
}

function newPost(
  street: Street,
  personId: string | null,
  messageId: string | null,
  event: { eventName: string; timestamp: string; body: string },
): WebhookPost {
  const id = street.ids.hex(16);
  return {
    id,
    personId,
    messageId,
    ...event,
    attempts: [],
    status: 'waiting',
    nextAt: street.now(),
  };
}

function personOf(street: Street, id: string): Person {
  const person = street.state.people.find((one) => one.id === id);
  if (!person) throw new Error(`nobody on the street has the id ${id}`);
  return person;
}

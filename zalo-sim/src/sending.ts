// The OA sends a message: type of OA, recipient, limits, window, then the chat, the echo and the receipt.

import type { Answer } from './answer.ts';
import { isRefusal, refuse, succeed } from './answer.ts';
import { broadcast } from './broadcast.ts';
import { readContent } from './content.ts';
import { postMessageEvent } from './events.ts';
import type { Fields } from './json.ts';
import { fieldsOf, textOf } from './json.ts';
import type { Message, Person } from './model.ts';
import type { Street } from './parts.ts';
import { appendMessage, findPerson, receive } from './people.ts';
import { reactAsOa } from './reactions.ts';
import { sendToVisitor } from './visitors.ts';
import { quotaFor } from './window.ts';

/** A quoted message must be this young. */
const quoteMs = 48 * 3_600_000;
/** What answers said of free replies until March 2026. */
const replyTotals = { remain: 8, total: 8 };

/**
 * `POST /v3.0/oa/message/cs` (version 3) or `/v2.0/oa/message` (version 2), after the token was checked.
 * An OA of a state agency may only use version 2, every other only version 3; broadcasts, reactions and
 * answers to visitors exist on version 2 alone, for both.
 */
export function sendMessage(street: Street, version: 2 | 3, body: unknown): Answer {
  const { oa } = street.state;
  const recipient = fieldsOf(fieldsOf(body)['recipient']);
  if (version === 3 && oa.type === 'state') return refuse(-235);
  if (version === 2) {
    if (recipient['target'] !== undefined) return broadcast(street, body);
    if (recipient['anonymous_id'] !== undefined) return sendToVisitor(street, body);
    if (fieldsOf(body)['sender_action'] !== undefined) return reactAsOa(street, body);
    if (oa.type === 'business') return refuse(-240);
  }
  const person = recipientOf(street, recipient, version);
  return person ? sendToPerson(street, version, { person, body }) : refuse(-201, 'user_id is invalid!');
}

/** By user id, or (version 2) whoever wrote the message that is answered. */
function recipientOf(street: Street, recipient: Fields, version: 2 | 3): Person | undefined {
  const answered = version === 2 ? textOf(recipient['message_id']) : undefined;
  if (answered === undefined) return findPerson(street, textOf(recipient['user_id']) ?? '');
  const message = street.state.messages.find((one) => one.id === answered && one.from === 'person');
  return message && findPerson(street, message.personId);
}

function sendToPerson(street: Street, version: 2 | 3, order: { person: Person; body: unknown }): Answer {
  const { person, body } = order;
  const { oa, settings } = street.state;
  const message = fieldsOf(fieldsOf(body)['message']);
  const content = readContent(street, message, version);
  if (isRefusal(content)) return content;
  const quoteMsgId = textOf(message['quote_message_id']) ?? null;
  if (quoteMsgId !== null && (content.kind !== 'text' || !mayQuote(street, person, quoteMsgId))) {
    return refuse(-201, 'quote_message_id is invalid!');
  }
  const quota = quotaFor(street, person);
  if (isRefusal(quota)) return quota;

  if (quota.quota_type === 'sub_quota') oa.packageQuota.used += 1;
  const answer = (id: string) => {
    const told =
      settings.replyQuotaTotals && quota.quota_type === 'reply' ? { ...quota, ...replyTotals } : quota;
    return succeed({ message_id: id, user_id: person.id, sent_time: String(street.now()), quota: told });
  };
  if (street.faults.onSend('send', person.id)) return answer(street.ids.hex(20));
  const sent = appendMessage(street, { personId: person.id, from: 'oa', content, quoteMsgId, silent: false });
  postMessageEvent(street, sent);
  if (person.online) receive(street, sent);
  else street.tell({ kind: 'message', personId: person.id });
  return answer(sent.id);
}

function mayQuote(street: Street, person: Person, messageId: string): boolean {
  const quoted: Message | undefined = street.state.messages.find((one) => one.id === messageId);
  return quoted?.personId === person.id && street.now() - quoted.at <= quoteMs;
}

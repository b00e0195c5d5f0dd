// The OA sends a message: type of OA, recipient, limits, window, then the chat, the echo and the receipt.

import type { Answer } from './answer.ts';
import { isRefusal, refuse, succeed } from './answer.ts';
import { readContent } from './content.ts';
import { postMessageEvent } from './events.ts';
import { fieldsOf, textOf } from './json.ts';
import type { Message, Person } from './model.ts';
import type { Street } from './parts.ts';
import { appendMessage, findPerson, receive } from './people.ts';
import { quotaFor } from './window.ts';

/** A quoted message must be this young. */
const quoteMs = 48 * 3_600_000;

/**
 * `POST /v3.0/oa/message/cs` (version 3) or `/v2.0/oa/message` (version 2), after the token was checked.
 * An OA of a state agency may only use version 2, every other only version 3.
 */
export function sendMessage(street: Street, version: 2 | 3, body: unknown): Answer {
  const { oa } = street.state;
  if (version === 3 && oa.type === 'state') return refuse(-235);
  if (version === 2 && oa.type === 'business') return refuse(-240);

  const person = findPerson(street, textOf(fieldsOf(fieldsOf(body)['recipient'])['user_id']) ?? '');
  if (!person) return refuse(-201, 'user_id is invalid!');
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
  const sent = appendMessage(street, { personId: person.id, from: 'oa', content, quoteMsgId, silent: false });
  postMessageEvent(street, sent);
  if (person.online) receive(street, sent);
  else street.tell({ kind: 'message', personId: person.id });
  return succeed({ message_id: sent.id, user_id: person.id, sent_time: String(sent.at), quota });
}

function mayQuote(street: Street, person: Person, messageId: string): boolean {
  const quoted: Message | undefined = street.state.messages.find((one) => one.id === messageId);
  return quoted?.personId === person.id && street.now() - quoted.at <= quoteMs;
}

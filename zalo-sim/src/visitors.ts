// People who write through the chat widget of a web page without being logged in.

import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import { readContent } from './content.ts';
import { postEvent } from './events.ts';
import { fieldsOf, textOf } from './json.ts';
import type { Content } from './model.ts';
import type { Visitor } from './office-model.ts';
import type { Street } from './parts.ts';
import { eventSuffix, wireContent } from './wire-content.ts';

/** A visitor opens the widget. Nothing is told until something is written. */
export function makeVisitor(street: Street): Visitor {
  const visitor = { anonymousId: street.ids.hex(32), conversationId: street.ids.hex(24) };
  street.state.office.visitors.push(visitor);
  return visitor;
}

/** `anonymous_send_…` and the echo `oa_send_anonymous_…`. Returns the message's id. */
export function postVisitorEvent(
  street: Street,
  visitor: Visitor,
  from: 'visitor' | 'oa',
  content: Content,
): string {
  const id = street.ids.hex(20);
  const ids = [{ id: visitor.anonymousId }, { id: street.state.oa.id }];
  const [sender, recipient] = from === 'visitor' ? ids : ids.reverse();
  const prefix = from === 'visitor' ? 'anonymous_send' : 'oa_send_anonymous';
  postEvent(street, null, {
    app_id: street.state.app.id,
    sender,
    recipient,
    event_name: `${prefix}_${eventSuffix(content)}`,
    message: {
      ...wireContent(street, content),
      msg_id: id,
      conversation_id: visitor.conversationId,
    },
  });
  return id;
}

/** `recipient {anonymous_id, conversation_id}`: text, image, file or sticker. */
export function sendToVisitor(street: Street, body: unknown): Answer {
  const { anonymous_id, conversation_id } = fieldsOf(fieldsOf(body)['recipient']);
  const visitor = street.state.office.visitors.find((one) => one.anonymousId === textOf(anonymous_id));
  if (!visitor) return refuse(-201, 'anonymous_id is invalid!');
  if (visitor.conversationId !== conversation_id) return refuse(-201, 'conversation_id is invalid!');
  const content = readContent(street, fieldsOf(fieldsOf(body)['message']), 2);
  if ('error' in content) return content;
  if (!['text', 'image', 'file', 'sticker'].includes(content.kind)) return refuse(-233);
  const id = postVisitorEvent(street, visitor, 'oa', content);
  return succeed({ message_id: id, anonymous_id, conversation_id });
}

// The OA Manager: a human of the office writes to a person without any app.

import { postMessageEvent } from './events.ts';
import type { Content, Message, Person } from './model.ts';
import type { Street } from './parts.ts';
import { appendMessage, receive } from './people.ts';

/** Whoever is on duty; the same person on every street. */
const adminId = '1000000000000000001';

/** The echo carries `sender.admin_id`: so an app hears that a human has taken over. Windows do not bind humans. */
export function writeAsOfficer(street: Street, person: Person, text: string): Message {
  const content: Content = { kind: 'text', text, buttons: [] };
  const message = appendMessage(street, {
    personId: person.id,
    from: 'oa',
    content,
    quoteMsgId: null,
    silent: false,
  });
  postMessageEvent(street, message, adminId);
  if (person.online && !person.blocked) receive(street, message);
  else street.tell({ kind: 'message', personId: person.id });
  return message;
}

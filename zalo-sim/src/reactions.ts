// The OA reacts to a message: `sender_action`, eight icons, at most fifty on one message, no quota.

import type { Answer } from './answer.ts';
import { isRefusal, refuse, succeed } from './answer.ts';
import { postReaction } from './events.ts';
import { fieldsOf, textOf } from './json.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';
import { quotaFor } from './window.ts';

export const icons: readonly string[] = [':>', '--b', ':-((', '/-strong', '/-heart', ':-h', ':o', '/-remove'];
const mostReactions = 50;

export function reactAsOa(street: Street, body: unknown): Answer {
  const action = fieldsOf(fieldsOf(body)['sender_action']);
  const person = findPerson(street, textOf(fieldsOf(fieldsOf(body)['recipient'])['user_id']) ?? '');
  if (!person) return refuse(-201, 'user_id is invalid!');
  const icon = textOf(action['react_icon']) ?? '';
  if (!icons.includes(icon)) return refuse(-201, 'react_icon is invalid!');
  const id = textOf(action['react_message_id']);
  const message = street.state.messages.find((one) => one.id === id && one.personId === person.id);
  if (!message) return refuse(-201, 'react_message_id is invalid!');
  if ((message.reactions ?? 0) >= mostReactions) return refuse(-210);
  const quota = quotaFor(street, person);
  if (isRefusal(quota)) return quota;
  message.reactions = (message.reactions ?? 0) + 1;
  message.reaction = icon === '/-remove' ? null : icon;
  postReaction(street, message, icon, 'oa');
  street.tell({ kind: 'message', personId: person.id });
  return succeed({ message_id: message.id, user_id: person.id });
}

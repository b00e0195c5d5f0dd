// What people do with template messages: give stars, tap an answer, refuse kinds of them.

import type { Message, Person, Reach, TemplateCard } from './model.ts';
import type { Street } from './parts.ts';
import { postRating, postResponse } from './zbs-events.ts';
import type { TemplateTag } from './zbs-model.ts';

/** Gives one to five stars, once; false when the message asks for none or has been rated. */
export function rate(
  street: Street,
  message: Message,
  given: { rate: number; note?: string; feedbacks?: string[] },
): boolean {
  const card = cardIn(message);
  if (!card || card.levels.length === 0 || card.rating !== null) return false;
  if (!Number.isInteger(given.rate) || given.rate < 1 || given.rate > card.levels.length) return false;
  const { note = '', feedbacks = [] } = given;
  card.rating = { rate: given.rate, note, feedbacks, at: street.now() };
  postRating(street, message, card);
  street.tell({ kind: 'message', personId: message.personId });
  return true;
}

/** Taps an answer of the Response component, once; false when there is none at this place. */
export function respond(street: Street, message: Message, index: number): boolean {
  const card = cardIn(message);
  const answer = card?.responses[index];
  if (!card || answer === undefined || card.response !== null) return false;
  card.response = answer;
  postResponse(street, message, card);
  street.tell({ kind: 'message', personId: message.personId });
  return true;
}

/** How this person's number takes template messages from now on. */
export function setReach(
  street: Street,
  person: Person,
  change: { reach?: Reach; refusedTags?: TemplateTag[]; phone?: string | null; admin?: boolean },
): void {
  Object.assign(person, change);
  street.tell({ kind: 'person', personId: person.id });
}

function cardIn(message: Message): TemplateCard | undefined {
  return message.content.kind === 'template' ? message.content : undefined;
}

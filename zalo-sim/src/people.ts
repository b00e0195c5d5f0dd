// What people do with their phones; each act is a webhook event, as Zalo would send it.

import {
  postFollowing,
  postMessageEvent,
  postPersonEvent,
  postReaction,
  postReceived,
  postSeen,
} from './events.ts';
import { keepPersonal } from './media.ts';
import type { Button, Content, Message, Person } from './model.ts';
import type { Street } from './parts.ts';
import { stranger } from './stranger.ts';
import { postTemplateReceived } from './zbs-events.ts';

/** A person with a phone, who has not met the OA yet. */
export function makePerson(street: Street, about: { name: string; phone?: string | null }): Person {
  const person: Person = {
    id: street.ids.digits(),
    idByApp: street.ids.digits(),
    name: about.name,
    phone: about.phone ?? null,
    ...stranger(),
  };
  street.state.people.push(person);
  street.tell({ kind: 'person', personId: person.id });
  return person;
}

export function findPerson(street: Street, id: string): Person | undefined {
  return street.state.people.find((one) => one.id === id);
}

/** Follows or leaves the OA; doing it twice is once. Following is an interaction. */
export function setFollowing(street: Street, person: Person, follows: boolean): void {
  if (person.follows === follows) return;
  person.follows = follows;
  if (follows) touch(street, person);
  postFollowing(street, person, follows ? 'follow' : 'unfollow');
  street.tell({ kind: 'person', personId: person.id });
}

/** Refuses messages of the OA. Zalo tells the OA nothing about it. */
export function setBlocked(street: Street, person: Person, blocked: boolean): void {
  person.blocked = blocked;
  street.tell({ kind: 'person', personId: person.id });
}

/** Switches the phone on or off; switching it on brings what was waiting. */
export function setOnline(street: Street, person: Person, online: boolean): void {
  person.online = online;
  if (online) {
    for (const message of messagesOf(street, person.id)) {
      if (message.from === 'oa' && message.receivedAt === null) receive(street, message);
    }
  }
  street.tell({ kind: 'person', personId: person.id });
}

/** Taps "Nhắn tin" on the OA's page: tells the OA once, and only if they never met. */
export function clickChatNow(street: Street, person: Person): boolean {
  if (person.clickedChatNow || person.lastInteractionAt !== null) return false;
  person.clickedChatNow = true;
  touch(street, person);
  postPersonEvent(street, person, 'user_click_chatnow');
  street.tell({ kind: 'person', personId: person.id });
  return true;
}

/** Uses the data-subject right: the OA must erase or restrict what it holds about this person. */
export function withdrawData(street: Street, person: Person): void {
  person.withdrawn = true;
  postPersonEvent(street, person, 'user_withdraw');
  street.tell({ kind: 'person', personId: person.id });
}

/** Says something. `silent` is for hidden button queries. */
export function write(
  street: Street,
  person: Person,
  said: { text: string; quoteMsgId?: string | null; silent?: boolean },
): Message {
  const content: Content = { kind: 'text', text: said.text, buttons: [] };
  return say(street, person, content, { quoteMsgId: said.quoteMsgId ?? null, silent: said.silent ?? false });
}

/** Sends a photo; its bytes stay fetchable at the event's `url` until they expire. */
export function sendPhoto(
  street: Street,
  person: Person,
  photo: { bytes: Uint8Array; name?: string; text?: string },
): Message {
  const media = keepPersonal(street, 'image', { name: photo.name ?? 'photo.jpg', bytes: photo.bytes });
  return say(street, person, { kind: 'image', place: { mediaId: media.id }, text: photo.text ?? '' });
}

export function sendFile(street: Street, person: Person, file: { bytes: Uint8Array; name: string }): Message {
  const media = keepPersonal(street, 'file', file);
  const type = file.name.includes('.') ? (file.name.split('.').at(-1) ?? '') : '';
  const { size, checksum } = media;
  const place = { mediaId: media.id };
  return say(street, person, { kind: 'file', place, name: file.name, size, type, checksum });
}

export function sendVoice(street: Street, person: Person, bytes: Uint8Array): Message {
  const media = keepPersonal(street, 'audio', { name: 'voice.amr', bytes });
  return say(street, person, { kind: 'audio', place: { mediaId: media.id } });
}

export function sendSticker(street: Street, person: Person, stickerId: string): Message {
  return say(street, person, { kind: 'sticker', stickerId });
}

export function sendLocation(
  street: Street,
  person: Person,
  at: { latitude: string; longitude: string },
): Message {
  return say(street, person, { kind: 'location', ...at });
}

/** Presses a button under a message; a query button says its text, the others only open something. */
export function pressButton(street: Street, person: Person, button: Button): Message | undefined {
  if (button.type !== 'oa.query.show' && button.type !== 'oa.query.hide') return undefined;
  return write(street, person, { text: button.query, silent: button.type === 'oa.query.hide' });
}

/** Looks at the chat: everything unseen of the OA is seen now. Returns how many messages that were. */
export function see(street: Street, person: Person): number {
  const unseen = messagesOf(street, person.id).filter((one) => one.from === 'oa' && one.seenAt === null);
  if (unseen.length === 0 || !person.online) return 0;
  for (const message of unseen) message.seenAt = street.now();
  // Template messages sent to a number are told received, never seen.
  const ids = unseen.filter((one) => !isToNumber(one)).map((one) => one.id);
  if (ids.length > 0) postSeen(street, person.id, ids);
  street.tell({ kind: 'message', personId: person.id });
  return unseen.length;
}

export function react(street: Street, message: Message, icon: string): void {
  message.reaction = icon === '/-remove' ? null : icon;
  postReaction(street, message, icon);
  street.tell({ kind: 'message', personId: message.personId });
}

/** Moves the last interaction back, so that a window closes without waiting. */
export function ageWindow(street: Street, person: Person, hours: number): void {
  if (person.lastInteractionAt !== null) person.lastInteractionAt -= hours * 3_600_000;
  street.tell({ kind: 'person', personId: person.id });
}

/** A message of the OA arrives on a phone that is on. */
export function receive(street: Street, message: Message): void {
  message.receivedAt = street.now();
  if (isToNumber(message)) postTemplateReceived(street, message);
  else postReceived(street, message);
  street.tell({ kind: 'message', personId: message.personId });
}

/** Everything between the OA and one person, oldest first. */
export function messagesOf(street: Street, personId: string): Message[] {
  return street.state.messages.filter((one) => one.personId === personId);
}

/** Appends a message to the street; used by both sides of a chat. */
export function appendMessage(
  street: Street,
  message: Pick<Message, 'personId' | 'from' | 'content' | 'quoteMsgId' | 'silent'>,
): Message {
  const full: Message = {
    id: street.ids.hex(20),
    order: (street.state.messages.at(-1)?.order ?? 0) + 1,
    at: street.now(),
    reaction: null,
    acknowledgedAt: null,
    receivedAt: null,
    seenAt: null,
    ...message,
  };
  street.state.messages.push(full);
  return full;
}

/** Anything a person sends is an interaction, a message of the chat and an event. */
export function say(
  street: Street,
  person: Person,
  content: Content,
  how: { quoteMsgId: string | null; silent: boolean } = { quoteMsgId: null, silent: false },
): Message {
  touch(street, person);
  const message = appendMessage(street, { personId: person.id, from: 'person', content, ...how });
  postMessageEvent(street, message);
  street.tell({ kind: 'message', personId: person.id });
  return message;
}

function isToNumber(message: Message): boolean {
  return message.content.kind === 'template' && message.content.to !== null;
}

function touch(street: Street, person: Person): void {
  person.lastInteractionAt = street.now();
  person.withdrawn = false;
}

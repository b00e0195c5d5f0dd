// The street as the control API shows it: people with their windows, messages with fetchable addresses.

import { urlOf } from './media.ts';
import type { Message, Person } from './model.ts';
import type { Street } from './parts.ts';
import { messagesOf } from './people.ts';
import { allowedMs, freeMs } from './window.ts';
import { stickerUrl } from './wire-content.ts';

export function describeStreet(street: Street) {
  const { app, oa, tokens, webhook, settings, people } = street.state;
  return {
    now: street.now(),
    ownsClock: street.ownsClock,
    appId: app.id,
    oa: { id: oa.id, name: oa.name, type: oa.type, verified: oa.verified, packageQuota: oa.packageQuota },
    webhook,
    /** Whether an app holds an access token in force. */
    connected: tokens.access !== null && tokens.access.expiresAt > street.now(),
    settings,
    people: people.map((person) => describePerson(street, person)),
  };
}

export function describePerson(street: Street, person: Person) {
  const messages = messagesOf(street, person.id).filter((one) => !one.silent);
  const last = messages.at(-1);
  const { lastInteractionAt } = person;
  const left = (span: number) =>
    lastInteractionAt === null ? 0 : Math.max(0, lastInteractionAt + span - street.now());
  return {
    ...person,
    unread: messages.filter((one) => one.from === 'oa' && one.receivedAt !== null && one.seenAt === null)
      .length,
    lastMessage: last ? describeMessage(street, last) : null,
    window: { freeMsLeft: left(freeMs), allowedMsLeft: left(allowedMs) },
  };
}

export function describeMessage(street: Street, message: Message) {
  const { content } = message;
  const url = 'place' in content ? urlOf(street, content.place) : null;
  const picture = content.kind === 'sticker' ? stickerUrl(street, content.stickerId) : url;
  return { ...message, url: picture };
}

export type StreetView = ReturnType<typeof describeStreet>;
export type PersonView = ReturnType<typeof describePerson>;
export type MessageView = ReturnType<typeof describeMessage>;

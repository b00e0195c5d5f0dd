// What the OA may read: people, itself, quotas, and chats newest first, ten at a time.

import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import { writtenDay } from './calendar.ts';
import { fieldsOf, textOf } from './json.ts';
import { urlOf } from './media.ts';
import type { Content, Message, Person } from './model.ts';
import type { Street } from './parts.ts';
import { findPerson, messagesOf } from './people.ts';
import { stickerUrl } from './wire-content.ts';

const pageLength = 10;

/** `GET /v3.0/oa/user/detail` */
export function readUserDetail(street: Street, data: unknown): Answer {
  const { oa, settings } = street.state;
  if (oa.type === 'state' && !settings.stateOaMayReadUserDetail) return refuse(-235);
  const person = askedPerson(street, data);
  if (!person) return refuse(-201, 'user_id is invalid!');
  if (person.lastInteractionAt === null) return refuse(-213);
  return succeed({
    ...profileOf(street, person),
    user_alias: person.alias,
    user_last_interaction_date: writtenDay(person.lastInteractionAt),
    dynamic_param: '',
  });
}

/** `GET /v2.0/oa/getprofile`: closed for businesses since 2024, still open for state agencies. */
export function readProfile(street: Street, data: unknown): Answer {
  if (street.state.oa.type === 'business') return refuse(-240);
  const person = askedPerson(street, data);
  if (!person) return refuse(-201, 'user_id is invalid!');
  return person.lastInteractionAt === null ? refuse(-213) : succeed(profileOf(street, person));
}

/** `GET /v2.0/oa/getoa` */
export function readOa(street: Street): Answer {
  const { oa, people, zbs } = street.state;
  return succeed({
    oa_id: oa.id,
    name: oa.name,
    description: '',
    oa_alias: '',
    is_verified: oa.verified,
    oa_type: oa.type === 'state' ? 4 : 2,
    cate_name: oa.type === 'state' ? 'Cơ quan nhà nước' : 'Doanh nghiệp',
    num_follower: people.filter((one) => one.follows).length,
    avatar: `${street.origin()}/phone/oa.svg`,
    cover: '',
    package_name: zbs.account.package ? 'Gói trả phí' : 'Gói miễn phí',
    package_valid_through_date: '',
    package_auto_renew_date: '',
    linked_ZCA: zbs.account.linked ? 'ZCA' : '',
  });
}

/** `GET /v2.0/oa/conversation`: one person's chat, newest first. */
export function readConversation(street: Street, data: unknown): Answer {
  const person = askedPerson(street, data);
  if (!person) return refuse(-201, 'user_id is invalid!');
  return page(street, data, messagesOf(street, person.id).reverse());
}

/** `GET /v2.0/oa/listrecentchat`: the last message of every chat, newest chat first. */
export function readRecentChats(street: Street, data: unknown): Answer {
  const last = new Map<string, Message>();
  for (const message of street.state.messages) {
    last.delete(message.personId);
    last.set(message.personId, message);
  }
  return page(street, data, [...last.values()].reverse());
}

function page(street: Street, data: unknown, messages: Message[]): Answer {
  const offset = Number(fieldsOf(data)['offset'] ?? 0);
  const count = Number(fieldsOf(data)['count'] ?? pageLength);
  if (!Number.isInteger(offset) || !Number.isInteger(count) || offset < 0 || count < 1) return refuse(-201);
  if (count > pageLength) return refuse(-210);
  return succeed(messages.slice(offset, offset + count).map((message) => wireMessage(street, message)));
}

function wireMessage(street: Street, message: Message) {
  const { oa } = street.state;
  const person = findPerson(street, message.personId);
  const oaSide = { id: oa.id, name: oa.name, avatar: `${street.origin()}/phone/oa.svg` };
  const personSide = { id: message.personId, name: person?.name ?? '', avatar: '' };
  const [from, to] = message.from === 'oa' ? [oaSide, personSide] : [personSide, oaSide];
  return {
    src: message.from === 'oa' ? 0 : 1,
    time: message.at,
    message_id: message.id,
    ...historyContent(street, message.content),
    from_id: from.id,
    to_id: to.id,
    from_display_name: from.name,
    to_display_name: to.name,
    from_avatar: from.avatar,
    to_avatar: to.avatar,
  };
}

function historyContent(street: Street, content: Content) {
  switch (content.kind) {
    case 'text':
      return { type: 'text', message: content.text };
    case 'image':
    case 'gif': {
      const url = urlOf(street, content.place);
      return { type: content.kind === 'gif' ? 'GIF' : 'photo', message: content.text, url, thumb: url };
    }
    case 'audio':
      return { type: 'voice', message: '', url: urlOf(street, content.place) };
    case 'file':
      return { type: 'link', message: content.name, url: urlOf(street, content.place) };
    case 'sticker':
      return { type: 'sticker', message: '', url: stickerUrl(street, content.stickerId) };
    case 'location': {
      const { latitude, longitude } = content;
      return { type: 'location', message: '', location: JSON.stringify({ latitude, longitude }) };
    }
    case 'video':
      return { type: 'video', message: content.description, url: urlOf(street, content.place) };
    case 'link':
    case 'business_card': {
      const { url, thumbnail, description } = content;
      return { type: 'link', message: '', url, thumb: thumbnail, description };
    }
    case 'request_info':
      return { type: 'text', message: `${content.title}\n${content.subtitle}` };
    case 'article': {
      const links = content.articles.map(({ title, description, coverUrl, url }) => ({
        title,
        description,
        thumb: coverUrl,
        url,
      }));
      return { type: 'links', message: '', links };
    }
    case 'template':
      return { type: 'text', message: [content.title, ...content.paragraphs].join('\n') };
    case 'list': {
      const links = content.elements.map(({ title, subtitle, imageUrl, url }) => ({
        title,
        description: subtitle,
        thumb: imageUrl ?? '',
        url: url ?? '',
      }));
      return { type: 'links', message: '', links };
    }
  }
}

function profileOf(street: Street, person: Person) {
  const avatar = `${street.origin()}/phone/person.svg`;
  return {
    user_id: person.id,
    user_id_by_app: person.idByApp,
    user_external_id: person.externalId,
    display_name: person.name,
    is_sensitive: false,
    user_is_follower: person.follows,
    avatar,
    avatars: { 120: avatar, 240: avatar },
    tags_and_notes_info: {
      notes: [],
      tag_names: street.state.office.tags
        .filter((tag) => tag.personIds.includes(person.id))
        .map((tag) => tag.name),
    },
    shared_info: person.shared,
  };
}

function askedPerson(street: Street, data: unknown): Person | undefined {
  return findPerson(street, textOf(fieldsOf(data)['user_id']) ?? '');
}

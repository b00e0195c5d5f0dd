// Reads a message that the OA wants to send and holds it against Zalo's limits.

import type { Answer } from './answer.ts';
import { isRefusal, refuse } from './answer.ts';
import type { Fields } from './json.ts';
import { fieldsOf, isWebAddress, lengthOf, listOf, textOf } from './json.ts';
import { findUpload } from './media.ts';
import type { Button, Content, ListElement } from './model.ts';
import type { Street } from './parts.ts';

export const limits = {
  text: 2000,
  buttons: 5,
  buttonTitle: 100,
  buttonQuery: 1000,
  smsContent: 160,
  listElements: 5,
  listTitle: 100,
  listSubtitle: 500,
} as const;

/** The message's content, or the refusal that Zalo gives for the whole message. */
export function readContent(street: Street, message: Fields, version: 2 | 3): Content | Answer {
  const attachment = fieldsOf(message['attachment']);
  if (attachment['type'] === undefined) return readText(message, []);
  const payload = fieldsOf(attachment['payload']);
  if (attachment['type'] === 'file') return readFile(street, message, payload);
  if (attachment['type'] !== 'template') return refuse(-233);
  switch (payload['template_type']) {
    case undefined:
    case 'button':
      return readText(message, listOf(payload['buttons']));
    case 'media':
      return readPicture(street, message, payload);
    case 'list':
      return version === 3 && !street.state.settings.listOnV3 ? refuse(-233) : readList(payload);
    case 'request_user_info':
      return readInfoRequest(message, payload);
    default:
      return refuse(-233);
  }
}

function readText(message: Fields, rawButtons: unknown[]): Content | Answer {
  const text = textOf(message['text']);
  if (text === undefined || text.trim() === '') return refuse(-201, 'text is invalid!');
  if (lengthOf(text) > limits.text || rawButtons.length > limits.buttons) return refuse(-210);
  const buttons: Button[] = [];
  for (const raw of rawButtons) {
    const button = readButton(fieldsOf(raw));
    if (isRefusal(button)) return button;
    buttons.push(button);
  }
  return { kind: 'text', text, buttons };
}

function readButton(raw: Fields): Button | Answer {
  const title = textOf(raw['title']) ?? '';
  if (title.trim() === '') return refuse(-201, 'title is invalid!');
  if (lengthOf(title) > limits.buttonTitle) return refuse(-210);
  const payload = fieldsOf(raw['payload']);
  switch (raw['type']) {
    case 'oa.open.url': {
      const url = textOf(payload['url']) ?? '';
      return isWebAddress(url) ? { title, type: raw['type'], url } : refuse(-201, 'url is invalid!');
    }
    case 'oa.query.show':
    case 'oa.query.hide': {
      const query = textOf(raw['payload']) ?? '';
      if (query === '') return refuse(-201, 'payload is invalid!');
      return lengthOf(query) > limits.buttonQuery ? refuse(-210) : { title, type: raw['type'], query };
    }
    case 'oa.open.sms': {
      const phone = textOf(payload['phone_code']) ?? '';
      const content = textOf(payload['content']) ?? '';
      if (!isPhone(phone)) return refuse(-201, 'phone_code is invalid!');
      return lengthOf(content) > limits.smsContent
        ? refuse(-210)
        : { title, type: raw['type'], phone, content };
    }
    case 'oa.open.phone': {
      const phone = textOf(payload['phone_code']) ?? '';
      return isPhone(phone) ? { title, type: raw['type'], phone } : refuse(-201, 'phone_code is invalid!');
    }
    default:
      return refuse(-201, 'type is invalid!');
  }
}

function readPicture(street: Street, message: Fields, payload: Fields): Content | Answer {
  const elements = listOf(payload['elements']).map(fieldsOf);
  const element = elements[0];
  if (!element || elements.length !== 1) return refuse(-201, 'elements is invalid!');
  if (payload['buttons'] !== undefined) return refuse(-201, 'buttons is invalid!');
  const kind = element['media_type'];
  if (kind === 'sticker') return readSticker(message, element);
  if (kind !== 'image' && kind !== 'gif') return refuse(-201, 'media_type is invalid!');
  if (kind === 'gif' && !(Number(element['width']) > 0 && Number(element['height']) > 0)) {
    return refuse(-201, 'width is invalid!');
  }
  const text = textOf(message['text']) ?? '';
  if (lengthOf(text) > limits.text) return refuse(-210);
  const ticket = textOf(element['attachment_id']);
  if (ticket !== undefined) {
    const media = findUpload(street, ticket, kind);
    return media ? { kind, place: { mediaId: media.id }, text } : refuse(-100);
  }
  const url = textOf(element['url']) ?? '';
  return isWebAddress(url) ? { kind, place: { url }, text } : refuse(-201, 'url is invalid!');
}

function readSticker(message: Fields, element: Fields): Content | Answer {
  if (message['text'] !== undefined) return refuse(-201, 'text is invalid!');
  const stickerId = textOf(element['attachment_id']) ?? '';
  return stickerId === '' ? refuse(-201, 'attachment_id is invalid!') : { kind: 'sticker', stickerId };
}

/** Asks a person for name, phone and address: one element, all three of its fields. */
function readInfoRequest(message: Fields, payload: Fields): Content | Answer {
  const elements = listOf(payload['elements']).map(fieldsOf);
  const [element] = elements;
  if (!element || elements.length !== 1) return refuse(-201, 'elements is invalid!');
  if (message['text'] !== undefined) return refuse(-201, 'text is invalid!');
  const title = textOf(element['title']) ?? '';
  const subtitle = textOf(element['subtitle']) ?? '';
  const imageUrl = textOf(element['image_url']) ?? '';
  if (title.trim() === '') return refuse(-201, 'title is invalid!');
  if (subtitle.trim() === '') return refuse(-201, 'subtitle is invalid!');
  if (!isWebAddress(imageUrl)) return refuse(-201, 'image_url is invalid!');
  if (lengthOf(title) > limits.listTitle || lengthOf(subtitle) > limits.listSubtitle) return refuse(-210);
  return { kind: 'request_info', title, subtitle, imageUrl, answered: false };
}

function readFile(street: Street, message: Fields, payload: Fields): Content | Answer {
  if (message['text'] !== undefined) return refuse(-201, 'text is invalid!');
  const media = findUpload(street, textOf(payload['token']) ?? '', 'file');
  if (!media) return refuse(-100);
  const { name, size, checksum } = media;
  const type = name.split('.').at(-1)?.toLowerCase() ?? '';
  return { kind: 'file', place: { mediaId: media.id }, name, size, type, checksum };
}

function readList(payload: Fields): Content | Answer {
  const raw = listOf(payload['elements']).map(fieldsOf);
  if (raw.length === 0) return refuse(-201, 'elements is invalid!');
  if (raw.length > limits.listElements) return refuse(-210);
  const elements: ListElement[] = [];
  for (const [index, one] of raw.entries()) {
    const title = textOf(one['title']) ?? '';
    const subtitle = textOf(one['subtitle']) ?? '';
    if (title.trim() === '') return refuse(-201, 'title is invalid!');
    if (index === 0 && subtitle.trim() === '') return refuse(-201, 'subtitle is invalid!');
    if (lengthOf(title) > limits.listTitle || lengthOf(subtitle) > limits.listSubtitle) return refuse(-210);
    const action = fieldsOf(one['default_action']);
    const url = action['type'] === 'oa.open.url' ? (textOf(action['url']) ?? '') : null;
    const imageUrl = textOf(one['image_url']) ?? null;
    if (imageUrl !== null && !isWebAddress(imageUrl)) return refuse(-201, 'image_url is invalid!');
    if (url !== null && !isWebAddress(url)) return refuse(-201, 'url is invalid!');
    elements.push({ title, subtitle, imageUrl, url });
  }
  return { kind: 'list', elements };
}

/** Short numbers of hotlines too: no source gives them a least length. */
function isPhone(phone: string): boolean {
  return /^84\d{3,13}$/.test(phone);
}

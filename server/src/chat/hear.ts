// What a message from Zalo's wire says to the conversation: words to understand, or a thing with one meaning.

import type { Intent, Listening } from '@motcua/domain/chat-intent';
import { understand } from '@motcua/domain/chat-understand';
import type { Attachment, MessageContent } from '@motcua/zalo/events';
import type { ZaloHosts } from '@motcua/zalo/hosts';
import { fetchSent, type PhotoReading, readPhoto } from './photo.ts';

/** What came with a message: the reading of a photo, and the bytes of a photo or file. */
export interface Attached {
  photo: PhotoReading | null;
  bytes: Buffer | null;
}

/** Fetched and read before any transaction is opened. */
export async function lookAtAttached(zalo: ZaloHosts, content: MessageContent): Promise<Attached> {
  const [part] = content.attachments.filter(({ type }) => type === 'image' || type === 'file');
  if (part?.type !== 'image' && part?.type !== 'file') return { photo: null, bytes: null };
  const bytes = await fetchSent(zalo, part.url);
  if (part.type === 'file') return { photo: null, bytes };
  const photo = await readPhoto(bytes);
  return { photo, bytes: photo.kind === 'photo_without_qr' ? bytes : null };
}

/** The intent of a message, given what was asked before. */
export function hear(content: MessageContent, photo: PhotoReading | null, listening: Listening): Intent {
  if (photo?.kind === 'qr_token') return photo;
  const [attachment] = content.attachments;
  const words = [content.text ?? '', attachment?.type === 'link' ? attachment.url : ''].join(' ').trim();
  const said = words === '' ? null : understand(words, listening);
  if (said !== null && (said.kind !== 'unknown' || attachment === undefined)) return said;
  if (photo !== null) return photo;
  return attachment === undefined ? { kind: 'unknown', words: [] } : thing(attachment);
}

/** How a message is kept in the history: its words, and in brackets what came with them. */
export function inWords(content: MessageContent): string {
  const things = content.attachments.map((part) => `[${thingNames[part.type]}]`);
  return [content.text ?? '', ...things].join(' ').trim();
}

function thing(attachment: Attachment): Intent {
  switch (attachment.type) {
    case 'sticker':
      return { kind: 'sticker' };
    case 'audio':
      return { kind: 'voice' };
    case 'location':
      return { kind: 'location' };
    case 'file':
      return { kind: 'file' };
    default:
      return { kind: 'other_media' };
  }
}

const thingNames: Record<Attachment['type'], string> = {
  image: 'ảnh',
  gif: 'ảnh động',
  audio: 'tin thoại',
  video: 'video',
  link: 'liên kết',
  sticker: 'nhãn dán',
  location: 'vị trí',
  file: 'tệp',
  business_card: 'danh thiếp',
  template: 'tin mẫu',
  other: 'tin khác',
};

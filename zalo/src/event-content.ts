// Reads what a webhook message contains: text, quotation, attachments and shared personal information.

import type { Attachment, MessageContent, SharedInfo } from './events.ts';
import { type JsonObject, listAt, numberAt, objectAt, parseJson, textAt } from './json.ts';

/** The content of `message`, or undefined without a message id: such a message could not be told from its repeats. */
export function readContent(body: JsonObject, messageType: string): MessageContent | undefined {
  const message = objectAt(body, 'message');
  const msgId = textAt(message, 'msg_id');
  if (msgId === undefined) return undefined;
  return {
    messageType,
    msgId,
    text: textAt(message, 'text'),
    quoteMsgId: textAt(message, 'quote_msg_id'),
    attachments: listAt(message, 'attachments').map((item) => readAttachment(item, messageType)),
  };
}

function readAttachment(item: unknown, messageType: string): Attachment {
  // A business card travels as a link; only the event's name tells.
  const wireType = textAt(item, 'type') ?? messageType;
  const type = messageType === 'business_card' ? messageType : wireType;
  return attachmentOf(type, objectAt(item, 'payload')) ?? { type: 'other', wireType };
}

function attachmentOf(type: string, payload: JsonObject): Attachment | undefined {
  const url = textAt(payload, 'url');
  switch (type) {
    case 'image':
    case 'gif':
    case 'audio':
    case 'video':
    case 'link':
      if (url === undefined) return undefined;
      return {
        type,
        url,
        thumbnail: textAt(payload, 'thumbnail'),
        description: textAt(payload, 'description'),
      };
    case 'sticker':
      return { type, url, id: textAt(payload, 'id') };
    case 'location':
      return readLocation(payload);
    case 'file':
      if (url === undefined) return undefined;
      return {
        type,
        url,
        name: textAt(payload, 'name'),
        bytes: numberAt(payload, 'size'),
        checksum: textAt(payload, 'checksum'),
        format: textAt(payload, 'type'),
      };
    case 'business_card': {
      const card = parseJson(textAt(payload, 'description') ?? '');
      return { type, url, phone: textAt(card, 'phone'), qrCodeUrl: textAt(card, 'qrCodeUrl') };
    }
    case 'template':
      return {
        type,
        id: textAt(payload, 'zinstant_id'),
        text: textAt(payload, 'text'),
        url: textAt(payload, 'link_url'),
      };
    default:
      return undefined;
  }
}

function readLocation(payload: JsonObject): Attachment | undefined {
  const coordinates = objectAt(payload, 'coordinates');
  const latitude = numberAt(coordinates, 'latitude');
  const longitude = numberAt(coordinates, 'longitude');
  if (latitude === undefined || longitude === undefined) return undefined;
  return { type: 'location', latitude, longitude };
}

/** `info` of `user_submit_info`, in the shape of today (`full_address`, two tiers) or of before (three tiers). */
export function readSharedInfo(body: JsonObject): SharedInfo {
  const info = objectAt(body, 'info');
  const full = objectAt(info, 'full_address');
  return {
    name: textAt(info, 'name'),
    phone: textAt(info, 'phone'),
    dateOfBirth: textAt(info, 'user_dob'),
    gender: textAt(info, 'gender'),
    address: textAt(full, 'user_address') ?? textAt(info, 'address'),
    ward: textAt(full, 'user_ward') ?? textAt(info, 'ward'),
    district: textAt(info, 'district'),
    city: textAt(full, 'user_city') ?? textAt(info, 'city'),
  };
}

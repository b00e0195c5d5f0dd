// One reader per event name: from Zalo's several envelopes to the union of events.ts.

import { callReaders } from './call-readers.ts';
import { readContent, readSharedInfo } from './event-content.ts';
import type { EventBody } from './events.ts';
import { type JsonObject, listAt, numberAt, objectAt, textAt } from './json.ts';
import { templateReaders } from './template-readers.ts';

/**
 * Reads the body of a named event; undefined when the name or its shape is not known. `fromTemplates` says that the
 * server of template messages sent it, which a receipt's own fields may leave open.
 */
export function readEventBody(name: string, body: JsonObject, fromTemplates: boolean): EventBody | undefined {
  if (name === 'user_received_message') return readReceipt(body, fromTemplates);
  const exact = Object.hasOwn(readers, name) ? readers[name] : undefined;
  if (exact) return exact(body);
  if (groupEvents.has(name)) return readGroupChange(body);
  return readMessageEvent(name, body);
}

const messageEvents: readonly [
  prefix: string,
  read: (body: JsonObject, messageType: string) => EventBody | undefined,
][] = [
  ['user_send_group_', (body, type) => readGroupMessage(body, type, 'user')],
  ['oa_send_group_', (body, type) => readGroupMessage(body, type, 'oa')],
  ['oa_send_anonymous_', readOaSentAnonymous],
  ['anonymous_send_', readAnonymousSent],
  ['user_send_', readUserSent],
  ['oa_send_', readOaSent],
];

const messageTypes = new Set(
  'text image gif link audio video sticker location business_card file list template'.split(' '),
);

function readMessageEvent(name: string, body: JsonObject): EventBody | undefined {
  const match = messageEvents.find(([prefix]) => name.startsWith(prefix));
  const messageType = match && name.slice(match[0].length);
  return match && messageType !== undefined && messageTypes.has(messageType)
    ? match[1](body, messageType)
    : undefined;
}

function readUserSent(body: JsonObject, messageType: string): EventBody | undefined {
  const person = personOf(body, idOf(body, 'sender'));
  const content = readContent(body, messageType);
  return person && content && { kind: 'user_sent', ...person, ...content };
}

function readOaSent(body: JsonObject, messageType: string): EventBody | undefined {
  const person = personOf(body, idOf(body, 'recipient'));
  const content = readContent(body, messageType);
  const adminId = textAt(objectAt(body, 'sender'), 'admin_id');
  return person && content && { kind: 'oa_sent', adminId, ...person, ...content };
}

function readAnonymousSent(body: JsonObject, messageType: string): EventBody | undefined {
  const anonymousId = idOf(body, 'sender');
  const content = readContent(body, messageType);
  const conversationId = textAt(objectAt(body, 'message'), 'conversation_id');
  if (anonymousId === undefined || !content) return undefined;
  return { kind: 'anonymous_sent', anonymousId, conversationId, ...content };
}

function readOaSentAnonymous(body: JsonObject, messageType: string): EventBody | undefined {
  const anonymousId = idOf(body, 'recipient');
  const content = readContent(body, messageType);
  const conversationId = textAt(objectAt(body, 'message'), 'conversation_id');
  if (anonymousId === undefined || !content) return undefined;
  return { kind: 'oa_sent_anonymous', anonymousId, conversationId, ...content };
}

function readGroupMessage(body: JsonObject, messageType: string, by: 'user' | 'oa'): EventBody | undefined {
  const groupId = textAt(body, 'group_id') ?? idOf(body, 'recipient');
  const content = readContent(body, messageType);
  if (groupId === undefined || !content) return undefined;
  return { kind: 'group_message', by, groupId, senderId: idOf(body, 'sender'), ...content };
}

const groupEvents = new Set([
  'create_group',
  'user_join_group',
  'user_request_join_group',
  'accept_request_join_group',
  'react_request_join_group',
  'reject_request_join_group',
  'add_group_admin',
  'remove_group_admin',
  'update_group_info',
  'user_out_group',
  'delete_group',
]);

function readGroupChange(body: JsonObject): EventBody | undefined {
  const groupId = textAt(body, 'group_id');
  return groupId === undefined ? undefined : { kind: 'group_changed', groupId };
}

/** Template messages share this name with chat messages; only these two fields, or the header, tell them apart. */
function readReceipt(body: JsonObject, fromTemplates: boolean): EventBody | undefined {
  const message = objectAt(body, 'message');
  const msgId = textAt(message, 'msg_id');
  const recipient = idOf(body, 'recipient');
  if (msgId === undefined || recipient === undefined) return undefined;
  const trackingId = textAt(message, 'tracking_id');
  const deliveredAt = numberAt(message, 'delivery_time');
  if (fromTemplates || trackingId !== undefined || deliveredAt !== undefined) {
    return { kind: 'template_received', recipient, msgId, trackingId, deliveredAt };
  }
  return { kind: 'user_received', userId: recipient, userIdByApp: textAt(body, 'user_id_by_app'), msgId };
}

type Reader = (body: JsonObject) => EventBody | undefined;

const readers: Readonly<Record<string, Reader>> = {
  user_seen_message(body) {
    const person = personOf(body, idOf(body, 'recipient'));
    const message = objectAt(body, 'message');
    const single = textAt(message, 'msg_id');
    const msgIds = [...textsAt(message, 'msg_ids'), ...(single === undefined ? [] : [single])];
    return person && msgIds.length > 0 ? { kind: 'user_seen', ...person, msgIds } : undefined;
  },
  user_reacted_message: (body) => readReaction(body, 'user'),
  oa_reacted_message: (body) => readReaction(body, 'oa'),
  follow(body) {
    const person = personOf(body, idOf(body, 'follower'));
    return person && { kind: 'followed', ...person, source: textAt(body, 'source') };
  },
  unfollow(body) {
    const person = personOf(body, idOf(body, 'follower'));
    return person && { kind: 'unfollowed', ...person };
  },
  user_click_chatnow(body) {
    const person = personOf(body, textAt(body, 'user_id') ?? idOf(body, 'sender'));
    return person && { kind: 'chat_opened', ...person };
  },
  user_submit_info(body) {
    const person = personOf(body, idOf(body, 'sender'));
    return person && { kind: 'info_submitted', ...person, info: readSharedInfo(body) };
  },
  user_withdraw(body) {
    const person = personOf(body, textAt(body, 'user_id') ?? idOf(body, 'sender'));
    return person && { kind: 'user_withdrew', ...person };
  },
  add_user_to_tag: (body) => readTagChange(body, 'tag_added'),
  remove_user_from_tag: (body) => readTagChange(body, 'tag_removed'),
  remove_tag(body) {
    const tag = textAt(objectAt(body, 'tag'), 'name');
    return tag === undefined ? undefined : { kind: 'tag_deleted', tag };
  },
  update_user_info: (body) => ({
    kind: 'user_info_updated',
    userId: textAt(body, 'user_id') ?? idOf(body, 'sender') ?? textAt(objectAt(body, 'data'), 'user_id'),
    method: textAt(objectAt(body, 'data'), 'method'),
  }),
  permission_revoked: () => ({ kind: 'permission_revoked' }),
  widget_interaction_accepted(body) {
    const data = objectAt(body, 'data');
    const userId = textAt(data, 'user_id');
    if (userId === undefined) return undefined;
    const userExternalId = textAt(data, 'user_external_id');
    return { kind: 'widget_accepted', userId, userExternalId, url: textAt(data, 'url') };
  },
  widget_failed_to_sync_user_external_id(body) {
    const data = objectAt(body, 'data');
    const userId = textAt(data, 'user_id');
    if (userId === undefined) return undefined;
    const userExternalId = textAt(data, 'user_external_id');
    return { kind: 'widget_sync_failed', userId, userExternalId, message: textAt(data, 'message') };
  },
  extension_purchased(body) {
    const extensionId = textAt(body, 'extension_id');
    const sub = objectAt(body, 'extension_sub_info');
    if (extensionId === undefined) return undefined;
    return {
      kind: 'extension_purchased',
      extensionId,
      validFrom: textAt(sub, 'valid_start_date'),
      validThrough: textAt(sub, 'valid_through_date'),
      months: numberAt(sub, 'duration_month'),
    };
  },
  shop_has_order: () => ({ kind: 'shop_ordered' }),
  ...callReaders,
  ...templateReaders,
};

function readReaction(body: JsonObject, by: 'user' | 'oa'): EventBody | undefined {
  const message = objectAt(body, 'message');
  const msgId = textAt(message, 'msg_id');
  const person = personOf(body, idOf(body, by === 'user' ? 'sender' : 'recipient'));
  if (msgId === undefined || !person) return undefined;
  return { kind: 'reacted', by, ...person, msgId, icon: textAt(message, 'react_icon') };
}

function readTagChange(body: JsonObject, kind: 'tag_added' | 'tag_removed'): EventBody | undefined {
  const tag = objectAt(body, 'tag');
  const name = textAt(tag, 'name');
  return name === undefined ? undefined : { kind, userIds: textsAt(tag, 'user_ids'), tag: name };
}

function personOf(body: JsonObject, userId: string | undefined) {
  return userId === undefined ? undefined : { userId, userIdByApp: textAt(body, 'user_id_by_app') };
}

function idOf(body: JsonObject, role: 'sender' | 'recipient' | 'follower'): string | undefined {
  return textAt(objectAt(body, role), 'id');
}

function textsAt(value: JsonObject, key: string): string[] {
  return listAt(value, key).flatMap((item) => textAt({ item }, 'item') ?? []);
}

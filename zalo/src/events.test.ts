// Every event of the platform is read into its kind; what cannot be read is kept as unknown, never thrown at.

import { expect, test } from 'vitest';
import { parseEvent } from './webhook.ts';

const oa = '388613280878808645';
const user = '246845883529197922';

function read(event: object) {
  return parseEvent(Buffer.from(JSON.stringify({ app_id: '3608', timestamp: '1543908534740', ...event })));
}

function fromUser(name: string, message: object) {
  return read({
    event_name: name,
    sender: { id: user },
    recipient: { id: oa },
    user_id_by_app: '55',
    message,
  });
}

const fromOa = { sender: { id: oa }, recipient: { id: user } };

test('a text from a citizen', () => {
  expect(fromUser('user_send_text', { text: 'hs tới đâu', msg_id: 'm1', quote_msg_id: 'm0' })).toMatchObject({
    kind: 'user_sent',
    name: 'user_send_text',
    appId: '3608',
    oaId: oa,
    at: 1543908534740,
    userId: user,
    userIdByApp: '55',
    messageType: 'text',
    msgId: 'm1',
    text: 'hs tới đâu',
    quoteMsgId: 'm0',
    attachments: [],
  });
});

test('an echo tells whether a human wrote it', () => {
  const echo = (sender: object) =>
    read({ event_name: 'oa_send_text', ...fromOa, sender, message: { text: 't', msg_id: 'm' } });
  expect(echo({ id: oa, admin_id: '9' })).toMatchObject({
    kind: 'oa_sent',
    oaId: oa,
    userId: user,
    adminId: '9',
  });
  expect(echo({ id: oa })).toMatchObject({ kind: 'oa_sent', adminId: undefined });
});

test('receipts: a chat message and a template message share a name', () => {
  const received = (message: object) => read({ event_name: 'user_received_message', ...fromOa, message });
  expect(received({ msg_id: 'm' })).toMatchObject({
    kind: 'user_received',
    oaId: oa,
    userId: user,
    msgId: 'm',
  });
  expect(received({ msg_id: 'm', tracking_id: 't', delivery_time: '1601032301000' })).toMatchObject({
    kind: 'template_received',
    trackingId: 't',
    deliveredAt: 1601032301000,
  });
  const bare = { event_name: 'user_received_message', ...fromOa, message: { msg_id: 'm' } };
  const raw = Buffer.from(JSON.stringify(bare));
  expect(parseEvent(raw, 'ZNS')).toMatchObject({ kind: 'template_received', recipient: user, msgId: 'm' });
  expect(parseEvent(raw, undefined)).toMatchObject({ kind: 'user_received' });
  expect(
    read({ event_name: 'user_seen_message', ...fromOa, message: { msg_ids: ['a', 'b'] } }),
  ).toMatchObject({
    kind: 'user_seen',
    msgIds: ['a', 'b'],
  });
});

const group = { oa_id: oa, group_id: 'g' };
const data = { user_id: user, user_external_id: 'x' };
const message = { msg_id: 'm', text: 't' };
test.each<[string, object, object]>([
  [
    'follow',
    { oa_id: oa, follower: { id: user }, source: 'oa_profile' },
    { kind: 'followed', userId: user, oaId: oa },
  ],
  ['unfollow', { oa_id: oa, follower: { id: user } }, { kind: 'unfollowed', userId: user }],
  ['user_click_chatnow', { oa_id: oa, user_id: user }, { kind: 'chat_opened', userId: user }],
  ['user_withdraw', { oa_id: oa, user_id: user }, { kind: 'user_withdrew', userId: user }],
  [
    'user_reacted_message',
    { sender: { id: user }, recipient: { id: oa }, message: { msg_id: 'm', react_icon: '/-heart' } },
    { kind: 'reacted', by: 'user', userId: user, icon: '/-heart' },
  ],
  [
    'oa_reacted_message',
    { ...fromOa, message: { msg_id: 'm', react_icon: ':>' } },
    { kind: 'reacted', by: 'oa', userId: user, oaId: oa },
  ],
  [
    'add_user_to_tag',
    { oa_id: oa, tag: { user_ids: [user], name: 't' } },
    { kind: 'tag_added', userIds: [user], tag: 't' },
  ],
  ['remove_user_from_tag', { oa_id: oa, tag: { user_ids: [user], name: 't' } }, { kind: 'tag_removed' }],
  ['remove_tag', { oa_id: oa, tag: { name: 't' } }, { kind: 'tag_deleted', tag: 't' }],
  [
    'update_user_info',
    { oa_id: oa, user_id: user, data: { method: 'dynamic_url' } },
    { kind: 'user_info_updated', method: 'dynamic_url' },
  ],
  ['permission_revoked', { oa_id: oa }, { kind: 'permission_revoked', oaId: oa }],
  [
    'widget_interaction_accepted',
    { oa_id: oa, data: { ...data, url: 'u' } },
    { kind: 'widget_accepted', userId: user, userExternalId: 'x' },
  ],
  [
    'widget_failed_to_sync_user_external_id',
    { oa_id: oa, data: { ...data, message: 'no' } },
    { kind: 'widget_sync_failed', message: 'no' },
  ],
  [
    'extension_purchased',
    {
      oa_id: oa,
      extension_id: 'e',
      extension_sub_info: { valid_start_date: 'a', valid_through_date: 'b', duration_month: 6 },
    },
    { kind: 'extension_purchased', validThrough: 'b', months: 6 },
  ],
  [
    'anonymous_send_text',
    { sender: { id: 'anon' }, recipient: { id: oa }, message: { ...message, conversation_id: 'c' } },
    { kind: 'anonymous_sent', anonymousId: 'anon', conversationId: 'c', oaId: oa },
  ],
  [
    'oa_send_anonymous_file',
    { sender: { id: oa }, recipient: { id: 'anon' }, message },
    { kind: 'oa_sent_anonymous', anonymousId: 'anon', messageType: 'file', oaId: oa },
  ],
  [
    'oa_send_consent',
    { oa_id: oa, phone: '84', request_type: 'SENT', create_time: 1, expired_time: '2' },
    { kind: 'call_consent_asked', phone: '84', requestType: 'SENT', askedAt: 1, expiresAt: 2 },
  ],
  [
    'user_reply_consent',
    { oa_id: oa, phone: '84', user_consent: 'ALLOW', confirmed_time: 1, expired_time: 0 },
    { kind: 'call_consent_answered', answer: 'ALLOW', answeredAt: 1, expiresAt: undefined },
  ],
  ['oa_call_user', { oa_id: oa, user_id: user, call_id: 'c' }, { kind: 'called', by: 'oa' }],
  [
    'user_call_oa',
    {
      oa_id: oa,
      user_id: user,
      call_id: 'c',
      call_type: 'AUDIO',
      init_time: 1,
      call_duration: 900,
      waiting_time: 5,
      talk_time: 800,
      status_code: 1,
    },
    {
      kind: 'called',
      by: 'user',
      callType: 'AUDIO',
      startedAt: 1,
      durationMs: 900,
      waitingSeconds: 5,
      talkMs: 800,
      statusCode: '1',
    },
  ],
  ['create_group', group, { kind: 'group_changed', groupId: 'g', name: 'create_group' }],
  ['react_request_join_group', group, { kind: 'group_changed' }],
  [
    'user_send_group_text',
    { ...group, sender: { id: user }, message },
    { kind: 'group_message', by: 'user', groupId: 'g', senderId: user },
  ],
  [
    'oa_send_group_image',
    { ...group, sender: { id: oa }, message },
    { kind: 'group_message', by: 'oa', messageType: 'image' },
  ],
  ['shop_has_order', { oa_id: oa }, { kind: 'shop_ordered' }],
  [
    'user_feedback',
    {
      oa_id: oa,
      message: {
        rating_type: 'csat',
        option: 'five_emotions',
        msg_id: 'm',
        rate: 5,
        note: 'n',
        feedbacks: ['f'],
        submit_time: '16',
        tracking_id: 't',
      },
    },
    {
      kind: 'rated',
      ratingType: 'csat',
      option: 'five_emotions',
      rate: 5,
      feedbacks: ['f'],
      submittedAt: 16,
    },
  ],
  [
    'user_click_response_button',
    {
      oa_id: oa,
      msg_id: 'm',
      message: { submit_time: '1', button_type: 'response', data: 'Có', tracking_id: 't' },
    },
    { kind: 'response_clicked', msgId: 'm', buttonType: 'response', data: 'Có', submittedAt: 1 },
  ],
  [
    'change_template_status',
    { oa_id: oa, template_id: '7', status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' } },
    { kind: 'template_status_changed', templateId: '7', to: 'ENABLE' },
  ],
  [
    'change_template_quality',
    { oa_id: oa, template_id: '7', quality: 'LOW' },
    { kind: 'template_quality_changed', quality: 'LOW' },
  ],
  [
    'change_oa_daily_quota',
    { oaId: oa, quota: { prev_value: '500', new_value: '5000' } },
    { kind: 'daily_quota_changed', oaId: oa, from: 500, to: 5000 },
  ],
  ['change_oa_template_tags', { oa_id: oa }, { kind: 'template_tags_changed' }],
  [
    'change_template_quota',
    { oa_id: oa, template_id: '7' },
    { kind: 'template_quota_changed', templateId: '7' },
  ],
  ['event_journey_acknowledged', { oa_id: oa }, { kind: 'journey_acknowledged' }],
  ['event_journey_time_out', { oa_id: oa }, { kind: 'journey_timed_out' }],
])('%s', (event_name, fields, expected) => {
  expect(read({ event_name, ...fields })).toMatchObject(expected);
});

test('an id without quotes keeps every digit', () => {
  const raw = `{"event_name":"user_send_text","sender":{"id":246845883529197923},"recipient":{"id":388613280878808647},"message":{"msg_id":"m"},"timestamp":1543908534740}`;
  expect(parseEvent(Buffer.from(raw))).toMatchObject({
    userId: '246845883529197923',
    oaId: '388613280878808647',
    at: 1543908534740,
  });
});

test.each<[string, object]>([
  ['a name nobody knows', { event_name: 'user_send_hologram', sender: { id: user }, recipient: { id: oa } }],
  ['a name every object has', { event_name: 'constructor', sender: { id: user }, recipient: { id: oa } }],
  [
    'a message without its id',
    { event_name: 'user_send_text', sender: { id: user }, recipient: { id: oa }, message: {} },
  ],
  [
    'branches of the wrong kind',
    { event_name: 'follow', sender: [user], recipient: { id: oa }, follower: 'x' },
  ],
])('unknown, and kept: %s', (_name, event) => {
  expect(read(event)).toMatchObject({ kind: 'unknown', oaId: oa });
  expect(read(event)).toMatchObject({ partyIds: expect.arrayContaining([oa]) });
});

test.each(['', 'null', '[]', '7', '{"event_name":', '{"event_name":{}}', '{}', '\u0000', '"x"'])(
  'not an event at all: %j',
  (raw) => {
    expect(parseEvent(Buffer.from(raw))).toBeUndefined();
  },
);

test('bytes that are not UTF-8 do not throw', () => {
  expect(parseEvent(Buffer.from([0xff, 0xfe, 0x7b]))).toBeUndefined();
});

// Every webhook event by name, with a valid body: for receivers that must meet one without the story behind it.

import type { Make } from './event-shapes.ts';
import {
  attached,
  call,
  file,
  fromOa,
  fromPerson,
  fromVisitor,
  inGroup,
  link,
  ofOa,
  ofPerson,
  picture,
  sticker,
  tag,
  template,
  text,
  toVisitor,
} from './event-shapes.ts';
import type { Body } from './events.ts';
import type { Person } from './model.ts';
import type { Street } from './parts.ts';
import { sharedBy } from './submit-info.ts';

const groupEvents = [
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
];

const hourMs = 3_600_000;

/** Names that can be emitted. */
export function knownEvents(): string[] {
  return [...Object.keys(samples), ...groupEvents].sort();
}

/** A valid body of this event about this person; undefined when the name is not Zalo's. */
export function sampleEvent(street: Street, name: string, person: Person): Body | undefined {
  const make = samples[name];
  const { app, oa } = street.state;
  if (make) return { app_id: app.id, event_name: name, ...make(street, person) };
  if (!groupEvents.includes(name)) return undefined;
  return { app_id: app.id, event_name: name, oa_id: oa.id, group_id: street.ids.hex(20) };
}

/** Whether the platform marks this event as one of template messages. */
export function isTemplateEvent(name: string): boolean {
  return /^(change_|event_journey_|user_feedback$|user_click_response_button$)/.test(name);
}

const samples: Record<string, Make> = {
  user_send_text: fromPerson(text),
  user_send_image: fromPerson(attached('image', picture)),
  user_send_gif: fromPerson(attached('gif', picture)),
  user_send_link: fromPerson(attached('link', link)),
  user_send_audio: fromPerson(attached('audio', (street) => ({ url: `${street.origin()}/voice.amr` }))),
  user_send_video: fromPerson(attached('video', (street) => ({ ...picture(street), description: '' }))),
  user_send_sticker: fromPerson(attached('sticker', sticker)),
  user_send_location: fromPerson(
    attached('location', () => ({ coordinates: { latitude: '10.7769', longitude: '106.7009' } })),
  ),
  user_send_business_card: fromPerson(
    attached('link', (street) => ({
      ...link(street),
      description: JSON.stringify({ phone: '84912000199', qrCodeUrl: `${street.origin()}/qr` }),
    })),
  ),
  user_send_file: fromPerson(attached('file', file)),
  oa_send_text: fromOa(text),
  oa_send_image: fromOa(attached('image', picture)),
  oa_send_gif: fromOa(attached('gif', picture)),
  oa_send_list: fromOa(attached('link', link)),
  oa_send_file: fromOa(attached('file', file)),
  oa_send_sticker: fromOa(attached('sticker', sticker)),
  oa_send_template: fromOa(attached('template', template)),
  user_received_message: (street, person) => ({
    sender: { id: street.state.oa.id },
    recipient: { id: person.id },
    message: { msg_id: street.ids.hex(20) },
  }),
  user_seen_message: (street, person) => ({
    sender: { id: street.state.oa.id },
    recipient: { id: person.id },
    message: { msg_ids: [street.ids.hex(20)] },
  }),
  follow: (street, { id, idByApp }) => ({
    oa_id: street.state.oa.id,
    follower: { id },
    user_id_by_app: idByApp,
    source: 'oa_profile',
  }),
  unfollow: (street, { id, idByApp }) => ({
    oa_id: street.state.oa.id,
    follower: { id },
    user_id_by_app: idByApp,
  }),
  user_click_chatnow: ofPerson(),
  user_withdraw: ofPerson(),
  user_submit_info: (street, person) => ({
    sender: { id: person.id },
    user_id_by_app: person.idByApp,
    recipient: { id: street.state.oa.id },
    info: sharedBy(street, person),
  }),
  user_reacted_message: fromPerson(() => ({ react_icon: '/-heart' })),
  oa_reacted_message: fromOa(() => ({ react_icon: '/-strong' })),
  add_user_to_tag: ofOa(tag),
  remove_user_from_tag: ofOa(tag),
  remove_tag: ofOa(() => ({ tag: { name: 'Cần gọi lại' } })),
  update_user_info: ofPerson(() => ({ data: { method: 'dynamic_url' } })),
  permission_revoked: ofOa(() => ({})),
  widget_interaction_accepted: ofOa((street, { id }) => ({
    data: { user_id: id, user_external_id: 'tai-khoan-1', url: `${street.origin()}/` },
  })),
  widget_failed_to_sync_user_external_id: ofOa((_street, { id }) => ({
    data: { user_id: id, user_external_id: 'tai-khoan-1', message: 'user already has user_external_id' },
  })),
  extension_purchased: ofOa((street) => ({
    extension_id: '1',
    extension_sub_info: {
      valid_start_date: String(street.now()),
      valid_through_date: String(street.now() + 720 * hourMs),
      duration_month: 1,
    },
  })),
  anonymous_send_text: fromVisitor(text),
  anonymous_send_image: fromVisitor(attached('image', picture)),
  anonymous_send_file: fromVisitor(attached('file', file)),
  anonymous_send_sticker: fromVisitor(attached('sticker', sticker)),
  oa_send_anonymous_text: toVisitor(text),
  oa_send_anonymous_image: toVisitor(attached('image', picture)),
  oa_send_anonymous_file: toVisitor(attached('file', file)),
  oa_send_anonymous_sticker: toVisitor(attached('sticker', sticker)),
  user_send_group_text: inGroup(text),
  user_send_group_image: inGroup(attached('image', picture)),
  oa_send_group_text: inGroup(text),
  oa_send_group_image: inGroup(attached('image', picture)),
  shop_has_order: ofOa(() => ({})),
  oa_send_consent: ofOa((street, { phone }) => ({
    phone: phone ?? '84912000199',
    request_type: 'SENT',
    create_time: String(street.now()),
    expired_time: String(street.now() + 24 * hourMs),
  })),
  user_reply_consent: ofOa((street, { phone }) => ({
    phone: phone ?? '84912000199',
    user_consent: 'ALLOW',
    confirmed_time: String(street.now()),
    expired_time: '0',
  })),
  oa_call_user: call,
  user_call_oa: call,
  user_feedback: ofOa((street) => ({
    message: {
      rating_type: 'csat',
      option: 'five_emotions',
      rate: 5,
      note: '',
      feedbacks: ['Đúng hẹn'],
      submit_time: String(street.now()),
      msg_id: street.ids.hex(20),
      tracking_id: 'mau',
    },
  })),
  user_click_response_button: ofOa((street) => ({
    msg_id: street.ids.hex(20),
    message: {
      submit_time: String(street.now()),
      button_type: 'response',
      data: 'Tôi sẽ bổ sung đúng hạn',
      tracking_id: 'mau',
    },
  })),
  change_template_status: ofOa(() => ({
    template_id: '410001',
    status: { prev_status: 'PENDING_REVIEW', new_status: 'ENABLE' },
    reason: '',
  })),
  change_template_quality: ofOa(() => ({ template_id: '410001', quality: 'MEDIUM' })),
  change_template_quota: ofOa(() => ({
    template_id: '410001',
    quota: { prev_value: '500', new_value: '200' },
  })),
  change_oa_daily_quota: ({ state }) => ({
    oaId: state.oa.id,
    quota: { prev_value: '500', new_value: '5000' },
  }),
  change_oa_template_tags: ofOa(() => ({ tags: ['1', '2'] })),
  event_journey_acknowledged: ofOa((street) => ({ journey_id: street.ids.hex(20) })),
  event_journey_time_out: ofOa((street) => ({ journey_id: street.ids.hex(20) })),
};

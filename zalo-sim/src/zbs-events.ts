// Webhook events of template messages: received, rated, answered, and what happens to templates and quotas.

import { createHash } from 'node:crypto';
import type { Body } from './events.ts';
import { postEvent } from './events.ts';
import type { Message, Person, TemplateCard } from './model.ts';
import type { Street } from './parts.ts';
import type { Quality, Template, TemplateStatus } from './zbs-model.ts';

/** `user_received_message` of a message to a number: the recipient is the number or hash it was sent to. */
export function postTemplateReceived(street: Street, message: Message): void {
  const { content } = message;
  if (content.kind !== 'template') return;
  post(street, personOf(street, message), {
    event_name: 'user_received_message',
    sender: { id: street.state.oa.id },
    recipient: { id: content.to ?? message.personId },
    message: {
      delivery_time: String(street.now()),
      msg_id: message.id,
      ...(content.trackingId !== null && { tracking_id: content.trackingId }),
    },
    app_id: street.state.app.id,
  });
}

/** `user_feedback`: carries no user id; receivers join on `msg_id` or `tracking_id`. */
export function postRating(street: Street, message: Message, card: TemplateCard): void {
  if (card.rating === null) return;
  const { rate, note, feedbacks, at } = card.rating;
  post(street, personOf(street, message), {
    event_name: 'user_feedback',
    oa_id: street.state.oa.id,
    app_id: street.state.app.id,
    message: {
      rating_type: 'csat',
      option: 'five_emotions',
      rate,
      note,
      feedbacks,
      submit_time: String(at),
      msg_id: message.id,
      tracking_id: card.trackingId ?? '',
    },
  });
}

/** `user_click_response_button`: here `msg_id` stands outside `message`. */
export function postResponse(street: Street, message: Message, card: TemplateCard): void {
  post(street, personOf(street, message), {
    event_name: 'user_click_response_button',
    oa_id: street.state.oa.id,
    msg_id: message.id,
    message: {
      submit_time: String(street.now()),
      button_type: 'response',
      data: card.response ?? '',
      tracking_id: card.trackingId ?? '',
    },
    app_id: street.state.app.id,
  });
}

export function postTemplateStatus(street: Street, template: Template, before: TemplateStatus): void {
  post(street, null, {
    event_name: 'change_template_status',
    oa_id: street.state.oa.id,
    app_id: street.state.app.id,
    template_id: template.id,
    status: { prev_status: before, new_status: template.status },
    reason: template.reason,
  });
}

export function postTemplateQuality(street: Street, templateId: string, quality: Quality): void {
  post(street, null, {
    event_name: 'change_template_quality',
    oa_id: street.state.oa.id,
    app_id: street.state.app.id,
    template_id: templateId,
    quality,
  });
}

/** `oaId` in camel case is Zalo's own spelling here. */
export function postDailyQuota(street: Street, before: number, after: number): void {
  post(street, null, {
    event_name: 'change_oa_daily_quota',
    oaId: street.state.oa.id,
    app_id: street.state.app.id,
    quota: { prev_value: String(before), new_value: String(after) },
  });
}

export function postTemplateTags(street: Street): void {
  post(street, null, {
    event_name: 'change_oa_template_tags',
    oa_id: street.state.oa.id,
    app_id: street.state.app.id,
    tags: street.state.zbs.allowedTags.map(String),
  });
}

/** SHA-256 of a number written `84…`, as `/message/template/hashphone` wants it. */
export function hashOfPhone(phone: string): string {
  return createHash('sha256').update(phone).digest('hex');
}

function post(street: Street, person: Person | null, body: Body): void {
  postEvent(street, person, body, { server: 'ZNS' });
}

function personOf(street: Street, message: Message): Person | null {
  return street.state.people.find((one) => one.id === message.personId) ?? null;
}

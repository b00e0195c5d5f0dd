// Readers for the events of template messages (ZBS) and their quotas.

import type { EventBody } from './events.ts';
import { type JsonObject, listAt, numberAt, objectAt, textAt } from './json.ts';

export const templateReaders: Readonly<Record<string, (body: JsonObject) => EventBody | undefined>> = {
  user_feedback(body) {
    const message = objectAt(body, 'message');
    const msgId = textAt(message, 'msg_id');
    if (msgId === undefined) return undefined;
    return {
      kind: 'rated',
      msgId,
      trackingId: textAt(message, 'tracking_id'),
      ratingType: textAt(message, 'rating_type'),
      option: textAt(message, 'option'),
      rate: numberAt(message, 'rate'),
      note: textAt(message, 'note'),
      feedbacks: listAt(message, 'feedbacks').filter((item) => typeof item === 'string'),
      submittedAt: numberAt(message, 'submit_time'),
    };
  },
  user_click_response_button(body) {
    const message = objectAt(body, 'message');
    const msgId = textAt(body, 'msg_id') ?? textAt(message, 'msg_id');
    if (msgId === undefined) return undefined;
    return {
      kind: 'response_clicked',
      msgId,
      trackingId: textAt(message, 'tracking_id'),
      buttonType: textAt(message, 'button_type'),
      data: textAt(message, 'data'),
      submittedAt: numberAt(message, 'submit_time'),
    };
  },
  change_template_status(body) {
    const templateId = textAt(body, 'template_id');
    const status = objectAt(body, 'status');
    if (templateId === undefined) return undefined;
    return {
      kind: 'template_status_changed',
      templateId,
      from: textAt(status, 'prev_status'),
      to: textAt(status, 'new_status'),
      reason: textAt(body, 'reason'),
    };
  },
  change_template_quality(body) {
    const templateId = textAt(body, 'template_id');
    if (templateId === undefined) return undefined;
    return { kind: 'template_quality_changed', templateId, quality: textAt(body, 'quality') };
  },
  change_template_quota: (body) => ({
    kind: 'template_quota_changed',
    templateId: textAt(body, 'template_id'),
  }),
  change_oa_template_tags: (body) => ({
    kind: 'template_tags_changed',
    templateId: textAt(body, 'template_id'),
  }),
  change_oa_daily_quota(body) {
    const quota = objectAt(body, 'quota');
    return {
      kind: 'daily_quota_changed',
      from: numberAt(quota, 'prev_value'),
      to: numberAt(quota, 'new_value'),
    };
  },
  event_journey_acknowledged: () => ({ kind: 'journey_acknowledged' }),
  event_journey_time_out: () => ({ kind: 'journey_timed_out' }),
};

// What became of template messages: delivered or not, how many are left today, how people rated them.

import { readAnswer, type ZaloAnswer } from './ask.ts';
import { listAt, numberAt, objectAt, textAt } from './json.ts';
import { getZbs, type ZbsAccess } from './zbs-access.ts';

export interface TemplateMessageStatus {
  /** `none`: Zalo knows no such message. `other`: a number not known yet. */
  status: 'none' | 'pushed' | 'delivered' | 'other';
  /** Epoch milliseconds. */
  deliveredAt: number | undefined;
}

const statuses: Readonly<Record<string, TemplateMessageStatus['status']>> = {
  '-1': 'none',
  '0': 'pushed',
  '1': 'delivered',
};

/** Whether a message reached the phone: for receipts that never came. */
export async function getTemplateMessageStatus(
  access: ZbsAccess,
  messageId: string,
): Promise<ZaloAnswer<TemplateMessageStatus>> {
  const answer = await getZbs(access, '/message/status', { message_id: messageId });
  return readAnswer(answer, (body) => {
    const data = objectAt(body, 'data');
    const status = textAt(data, 'status');
    if (status === undefined) return undefined;
    return { status: statuses[status] ?? 'other', deliveredAt: numberAt(data, 'delivery_time') };
  });
}

export interface TemplateQuota {
  today: number | undefined;
  remainingToday: number | undefined;
  promotionToday: number | undefined;
}

/** How many template messages the OA may send today. The ladder moves with their quality. */
export async function getTemplateQuota(access: ZbsAccess): Promise<ZaloAnswer<TemplateQuota>> {
  return readAnswer(await getZbs(access, '/message/quota'), (body) => {
    const data = objectAt(body, 'data');
    return {
      today: numberAt(data, 'dailyQuota'),
      remainingToday: numberAt(data, 'remainingQuota'),
      promotionToday: numberAt(data, 'dailyQuotaPromotion'),
    };
  });
}

/** How people take the OA's template messages, `HIGH` to `LOW`: now, and over seven days. */
export async function getTemplateQuality(
  access: ZbsAccess,
): Promise<ZaloAnswer<{ now: string | undefined; last7Days: string | undefined }>> {
  return readAnswer(await getZbs(access, '/quality'), (body) => {
    const data = objectAt(body, 'data');
    return { now: textAt(data, 'oaCurrentQuality'), last7Days: textAt(data, 'oa7dayQuality') };
  });
}

/** The kinds of template the OA may send: `TRANSACTION`, `CUSTOMER_CARE`, `PROMOTION`. */
export async function listTemplateTags(access: ZbsAccess): Promise<ZaloAnswer<readonly string[]>> {
  return readAnswer(await getZbs(access, '/message/template-tag'), (body) =>
    listAt(body, 'data').filter((tag) => typeof tag === 'string'),
  );
}

export interface Rating {
  messageId: string;
  trackingId: string | undefined;
  /** 1–5 stars. */
  rate: number | undefined;
  /** The answers that were ticked. */
  feedbacks: readonly string[];
  note: string | undefined;
  /** Epoch milliseconds. */
  submittedAt: number | undefined;
}

/** One page of the ratings of a rating template, given between two moments (epoch milliseconds). */
export async function listRatings(
  access: ZbsAccess,
  question: { templateId: string; from: number; to: number; offset?: number; limit?: number },
): Promise<ZaloAnswer<{ total: number | undefined; ratings: readonly Rating[] }>> {
  const answer = await getZbs(access, '/rating/get', {
    template_id: question.templateId,
    from_time: question.from,
    to_time: question.to,
    offset: question.offset ?? 0,
    limit: question.limit ?? 100,
  });
  return readAnswer(answer, (body) => {
    const data = objectAt(body, 'data');
    const ratings = listAt(data, 'data').flatMap((row) => readRating(row) ?? []);
    return { total: numberAt(data, 'total'), ratings };
  });
}

function readRating(row: unknown): Rating | undefined {
  const messageId = textAt(row, 'msgId');
  if (messageId === undefined) return undefined;
  return {
    messageId,
    trackingId: textAt(row, 'trackingId'),
    rate: numberAt(row, 'rate'),
    feedbacks: listAt(row, 'feedbacks').filter((item) => typeof item === 'string'),
    note: textAt(row, 'note'),
    submittedAt: numberAt(row, 'submitDate'),
  };
}

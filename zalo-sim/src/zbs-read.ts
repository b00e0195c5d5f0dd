// What the OA may read of template messages: where one is, quotas, quality, templates, ratings.

import type { Answer } from './answer.ts';
import { succeed } from './answer.ts';
import type { Street } from './parts.ts';
import { timeoutOf, usedToday } from './zbs-account.ts';
import { refuseZbs } from './zbs-answer.ts';
import type { Template, TemplateParam, TemplateStatus } from './zbs-model.ts';

type Query = (name: string) => string | undefined;

const statusNumbers: Record<TemplateStatus, number> = { ENABLE: 1, PENDING_REVIEW: 2, REJECT: 3, DISABLE: 4 };
const tagNames = { 1: 'TRANSACTION', 2: 'CUSTOMER_CARE', 3: 'PROMOTION' } as const;
const longestPage = 100;

/** `GET /message/status?message_id=`: −1 no such message, 0 pushed, 1 delivered. */
export function readStatus(street: Street, query: Query): Answer {
  const id = query('message_id') ?? '';
  if (id === '') return refuseZbs(-107);
  const message = street.state.messages.findLast((one) => one.id === id && one.content.kind === 'template');
  // A message lost on its way has been pushed, and is on no phone.
  const lost = street.state.zbs.charges.some((charge) => charge.messageId === id);
  if (!message && !lost) return succeed({ delivery_time: '', message: 'Message not found', status: -1 });
  const receivedAt = message?.receivedAt ?? null;
  const delivered = receivedAt !== null;
  return succeed({
    delivery_time: delivered ? String(receivedAt) : '',
    message: delivered ? 'Message was delivered' : 'Message was pushed',
    status: delivered ? 1 : 0,
  });
}

/** `GET /message/quota` */
export function readDailyQuota(street: Street): Answer {
  const { zbs } = street.state;
  const remaining = Math.max(0, zbs.dailyQuota - usedToday(street).total);
  return succeed({
    dailyQuota: String(zbs.dailyQuota),
    remainingQuota: String(remaining),
    dailyQuotaPromotion: null,
    remainingQuotaPromotion: null,
    monthlyPromotionQuota: null,
    remainingMonthlyPromotionQuota: null,
    estimatedNextMonthPromotionQuota: null,
  });
}

/** `GET /quality` */
export function readQuality(street: Street): Answer {
  const { quality } = street.state.zbs;
  return succeed({ oaCurrentQuality: quality, oa7dayQuality: quality });
}

/** `GET /message/template-tag`: the kinds of messages the OA may send. */
export function readTags(street: Street): Answer {
  return succeed(street.state.zbs.allowedTags.map((tag) => tagNames[tag]));
}

/** `GET /template/all?offset&limit≤100&status` */
export function readTemplates(street: Street, query: Query): Answer {
  const offset = Number(query('offset') ?? 0);
  const limit = Number(query('limit') ?? longestPage);
  const status = query('status');
  const right = Number.isInteger(offset) && offset >= 0 && Number.isInteger(limit) && limit >= 1;
  if (!right || limit > longestPage) return refuseZbs(-132);
  const wanted = street.state.zbs.templates
    .filter((one) => status === undefined || String(statusNumbers[one.status]) === status)
    .sort((one, other) => other.createdAt - one.createdAt);
  const data = wanted.slice(offset, offset + limit).map((one) => ({
    templateId: Number(one.id),
    templateName: one.name,
    createdTime: one.createdAt,
    status: one.status,
    templateQuality: one.quality,
  }));
  return { ...succeed(data), metadata: { total: wanted.length } };
}

/** `GET /template/info/v2?template_id` */
export function readTemplateInfo(street: Street, query: Query): Answer {
  const template = findTemplate(street, query);
  if (!template) return refuseZbs(-109);
  return succeed({
    templateId: Number(template.id),
    templateName: template.name,
    status: template.status,
    reason: template.reason,
    listParams: template.params.map(describeParam),
    listButtons: template.buttons,
    timeout: timeoutOf(template),
    previewUrl: `${street.origin()}/control/templates/${template.id}`,
    templateQuality: template.quality,
    templateTag: tagNames[template.tag],
    price: String(template.price),
    price_sdt: String(template.price),
    price_uid: String(template.priceByUid),
  });
}

/** `GET /template/sample-data?template_id`: a value for every parameter that the template would take. */
export function readSampleData(street: Street, query: Query): Answer {
  const template = findTemplate(street, query);
  if (!template) return refuseZbs(-109);
  return succeed(Object.fromEntries(template.params.map((param) => [param.name, sampleOf(param)])));
}

/** `GET` or `POST /rating/get?template_id&from_time&to_time&offset&limit`, times in milliseconds. */
export function readRatings(street: Street, query: Query): Answer {
  if (!findTemplate(street, query)) return refuseZbs(-109);
  const from = Number(query('from_time') ?? 0);
  const to = Number(query('to_time') ?? Number.MAX_SAFE_INTEGER);
  const offset = Number(query('offset') ?? 0);
  const limit = Number(query('limit') ?? longestPage);
  if (![from, to, offset, limit].every(Number.isFinite) || limit > longestPage) return refuseZbs(-132);
  const found = street.state.messages.flatMap(({ id, content }) => {
    if (content.kind !== 'template' || content.templateId !== query('template_id')) return [];
    const { rating, trackingId } = content;
    if (rating === null || rating.at < from || rating.at > to) return [];
    const { rate, note, feedbacks, at } = rating;
    const row = { rating_type: 'csat', option: 'five_emotions', note, rate, submitDate: String(at) };
    return [{ ...row, msgId: id, feedbacks, trackingId: trackingId ?? '' }];
  });
  return succeed({ total: found.length, data: found.slice(offset, offset + limit) });
}

function findTemplate(street: Street, query: Query): Template | undefined {
  return street.state.zbs.templates.find((one) => one.id === query('template_id'));
}

function describeParam(param: TemplateParam) {
  const { name, required, maxLength, minLength, acceptNull } = param;
  return { name, require: required, type: typeOf(param), maxLength, minLength, acceptNull };
}

function typeOf({ kind }: TemplateParam): string {
  if (kind === 11) return 'DATE';
  if (kind === 14) return 'CURRENCY';
  return kind === 10 ? 'NUMBER' : 'STRING';
}

function sampleOf(param: TemplateParam): string {
  if (param.format !== null) {
    const parts: Record<string, string> = { 'dd/mm': '23/11', yyyy: '2026', hh: '09', mm: '30', ss: '00' };
    return param.format.replaceAll(/dd\/mm|yyyy|hh|mm|ss/g, (part) => parts[part] ?? part);
  }
  if ([2, 10, 12, 14].includes(param.kind)) return '123456';
  return param.name.slice(0, param.maxLength);
}

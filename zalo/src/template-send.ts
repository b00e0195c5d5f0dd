// Sends one template message, by phone number or to a person of the OA, and says honestly what is known afterwards.

import { createHash } from 'node:crypto';
import type { ZaloAnswer, ZaloRefusal } from './ask.ts';
import { type OaAccess, postOaApi } from './call.ts';
import { oaErrorPolicy } from './errors.ts';
import { isObject, numberAt, objectAt, textAt } from './json.ts';
import { checkLength, checkPresent, type LimitProblem } from './limits.ts';
import type { ErrorPolicy } from './policy.ts';
import type { UnknownOutcome } from './send.ts';
import { checkTemplateData, type TemplateParameter } from './template-parameters.ts';
import type { RateLimit } from './wire.ts';
import { postZbs, type ZbsAccess } from './zbs-access.ts';
import { zbsErrorPolicy } from './zbs-errors.ts';

export interface TemplateContent {
  templateId: string;
  /** One text for each blank of the template. */
  data: Readonly<Record<string, string>>;
  /** The template's blanks (`getTemplate`), to measure the texts against before sending. */
  parameters?: readonly TemplateParameter[];
}

export interface TemplateByPhone extends TemplateContent {
  /** Our own name for the message, 1–48 characters; comes back in receipts. Zalo does not use it against repeats. */
  trackingId: string;
  /** `development` reaches administrators of the app and the OA only. */
  mode?: 'development';
  /** `over_quota` may exceed the daily quota, for templates of tag 1 and 2. */
  sendingMode?: 'normal' | 'over_quota';
}

export interface TemplateSent {
  kind: 'sent';
  messageId: string;
  /** Zalo's clock, epoch milliseconds. */
  sentAt: number | undefined;
  /** How many more may be sent, when Zalo says: by number today, by user id from the quota that paid. */
  remaining: number | undefined;
  rate?: RateLimit;
}

export type TemplateOutcome =
  | TemplateSent
  | ZaloRefusal
  /** No connection was made: trying again cannot repeat the message. */
  | { kind: 'not_sent'; why: 'unreachable' }
  /** Zalo would have refused it, so it never left. */
  | { kind: 'not_sent'; why: 'malformed'; problems: readonly LimitProblem[] }
  | UnknownOutcome;

/** To whoever uses this number on Zalo. `phone` is `84…` (`phoneForZalo`); one such message costs money. */
export function sendTemplateByPhone(
  access: ZbsAccess,
  send: TemplateByPhone & { phone: string },
): Promise<TemplateOutcome> {
  const wrong = isZaloPhone(send.phone) ? [] : [malformed('phone')];
  return sendByPhone(access, '/message/template', { phone: send.phone }, send, wrong);
}

/** The same without telling Zalo the number: only a Zalo user's number is recognised by its hash (`hashPhone`). */
export function sendTemplateByHashedPhone(
  access: ZbsAccess,
  send: TemplateByPhone & { hashedPhone: string },
): Promise<TemplateOutcome> {
  const wrong = /^[0-9a-f]{64}$/.test(send.hashedPhone) ? [] : [malformed('hash_phone')];
  return sendByPhone(access, '/message/template/hashphone', { hash_phone: send.hashedPhone }, send, wrong);
}

/** To a person known to the OA by id; cheaper. Refused with -249 when this template needs a phone number. */
export async function sendTemplateByUser(
  access: OaAccess,
  send: TemplateContent & { userId: string },
): Promise<TemplateOutcome> {
  const problems = [...present('user_id', send.userId), ...checkContent(send)];
  if (problems.length > 0) return { kind: 'not_sent', why: 'malformed', problems };
  const body = { user_id: send.userId, ...wireContent(send) };
  return outcomeOf(await postOaApi(access, '/v3.0/oa/message/template', body, policyByUser), 'message_id');
}

/** `84…` from a Vietnamese number as people write it (`0912 345 678`, `+84…`); undefined when it is none. */
export function phoneForZalo(written: string): string | undefined {
  const digits = written.replace(/[\s.()-]/g, '').replace(/^(?:\+84|0084|0)/, '84');
  return isZaloPhone(digits) ? digits : undefined;
}

/** SHA-256, lower-case hex, of a number in the form `84…`. */
export function hashPhone(phone: string): string {
  return createHash('sha256').update(phone).digest('hex');
}

/** The host is the OA API's, the matter that of templates; the tables share no code but -100, an unknown failure here. */
function policyByUser(code: number): ErrorPolicy {
  const policy = zbsErrorPolicy(code);
  return policy.known ? policy : oaErrorPolicy(code);
}

async function sendByPhone(
  access: ZbsAccess,
  path: string,
  recipient: object,
  send: TemplateByPhone,
  wrong: readonly LimitProblem[],
): Promise<TemplateOutcome> {
  const tooLong = checkLength('tracking_id', send.trackingId, 48);
  const problems = [...wrong, ...(tooLong ? [tooLong] : []), ...checkContent(send)];
  if (problems.length > 0) return { kind: 'not_sent', why: 'malformed', problems };
  const answer = await postZbs(access, path, {
    ...recipient,
    ...wireContent(send),
    tracking_id: send.trackingId,
    sending_mode: send.sendingMode === 'over_quota' ? '3' : '1',
    mode: send.mode,
  });
  return outcomeOf(answer.kind === 'ok' ? { ...answer, value: answer.value['data'] } : answer, 'msg_id');
}

function outcomeOf(answer: ZaloAnswer<unknown>, idField: 'msg_id' | 'message_id'): TemplateOutcome {
  if (answer.kind === 'no_answer') {
    if (answer.why === 'unreachable') return { kind: 'not_sent', why: answer.why };
    return { kind: 'unknown_outcome', why: answer.why };
  }
  if (answer.kind === 'refused') {
    return answer.policy.action === 'uncertain' ? { kind: 'unknown_outcome', why: 'zalo_unsure' } : answer;
  }
  const { value, rate } = answer;
  const messageId = textAt(value, idField)?.trim() ?? '';
  if (messageId === '') return { kind: 'unknown_outcome', why: 'no_message_id' };
  const quota = isObject(value) ? objectAt(value, 'quota') : {};
  const remaining = numberAt(quota, 'remainingQuota') ?? numberAt(quota, 'remain');
  return {
    kind: 'sent',
    messageId,
    sentAt: numberAt(value, 'sent_time'),
    remaining,
    ...(rate && { rate }),
  };
}

function checkContent(content: TemplateContent): LimitProblem[] {
  return [
    ...present('template_id', content.templateId),
    ...(Object.keys(content.data).length === 0 && content.parameters === undefined
      ? [missing('template_data')]
      : []),
    ...checkTemplateData(content.parameters ?? [], content.data),
  ];
}

function wireContent(content: TemplateContent): object {
  const texts = Object.entries(content.data).map(([name, text]) => [name, text.normalize('NFC')]);
  return { template_id: content.templateId, template_data: Object.fromEntries(texts) };
}

function isZaloPhone(phone: string): boolean {
  return /^84[1-9]\d{7,9}$/.test(phone);
}

function present(field: string, text: string): LimitProblem[] {
  const problem = checkPresent(field, text);
  return problem ? [problem] : [];
}

function malformed(field: string): LimitProblem {
  return { kind: 'malformed', field };
}

function missing(field: string): LimitProblem {
  return { kind: 'missing', field };
}

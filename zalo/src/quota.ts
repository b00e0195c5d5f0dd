// What the OA may still send: to one person, from its packages, in answer to one message.

import { type OaAccess, type OaAnswer, postOaApi } from './call.ts';
import { isObject, numberAt, objectAt, textAt } from './json.ts';

export interface Allowance {
  remain: number | undefined;
  total: number | undefined;
}

export interface UserQuota {
  /** Epoch milliseconds; undefined when the person and the OA never met. */
  lastInteractionAt: number | undefined;
  /** Answers within 48 hours; Zalo leaves it out where they are not counted. */
  reply: Allowance | undefined;
  promotionToday: Allowance | undefined;
  promotionThisMonth: Allowance | undefined;
}

/** What may be sent to one person, and when they last did anything, by version 3. */
export async function getUserQuota(access: OaAccess, userId: string): Promise<OaAnswer<UserQuota>> {
  const answer = await postOaApi(access, '/v3.0/oa/quota/message', { user_id: userId });
  if (answer.kind !== 'ok') return answer;
  const promotion = objectAt(answer.value, 'promotion');
  const value = {
    lastInteractionAt: numberAt(answer.value, 'last_interaction'),
    reply: allowanceOf(objectAt(answer.value, 'cs_reply'), ''),
    promotionToday: allowanceOf(promotion, 'daily_'),
    promotionThisMonth: allowanceOf(promotion, 'monthly_'),
  };
  return { ...answer, value };
}

export interface QuotaAsset extends Allowance {
  assetId: string;
  /** As Zalo writes it. */
  validThrough: string | undefined;
}

/** The packages a kind of message may be paid from, by version 3. */
export async function listQuotaAssets(
  access: OaAccess,
  question: {
    owner: 'OA' | 'APP';
    product: 'cs' | 'transaction';
    type: 'sub_quota' | 'purchase_quota' | 'reward_quota';
  },
): Promise<OaAnswer<readonly QuotaAsset[]>> {
  const answer = await postOaApi(access, '/v3.0/oa/quota/message', {
    quota_owner: question.owner,
    product_type: question.product,
    quota_type: question.type,
  });
  if (answer.kind !== 'ok') return answer;
  const rows: readonly unknown[] = Array.isArray(answer.value) ? answer.value : [];
  return { ...answer, value: rows.flatMap((row) => readAsset(row) ?? []) };
}

/** The active package by version 2, or with a message's id what is left for answering that message. */
export async function getQuotaV2(
  access: OaAccess,
  messageId?: string,
): Promise<OaAnswer<Allowance & { type: string | undefined }>> {
  const question = messageId === undefined ? {} : { message_id: messageId };
  const answer = await postOaApi(access, '/v2.0/oa/quota/message', question);
  if (answer.kind !== 'ok') return answer;
  const data = isObject(answer.value) ? answer.value : {};
  return {
    ...answer,
    value: { type: textAt(data, 'type'), remain: numberAt(data, 'remain'), total: numberAt(data, 'total') },
  };
}

function readAsset(row: unknown): QuotaAsset | undefined {
  const assetId = textAt(row, 'asset_id');
  if (assetId === undefined) return undefined;
  return {
    assetId,
    validThrough: textAt(row, 'valid_through'),
    remain: numberAt(row, 'remain'),
    total: numberAt(row, 'total'),
  };
}

function allowanceOf(data: object, prefix: string): Allowance | undefined {
  const remain = numberAt(data, `${prefix}remain`);
  const total = numberAt(data, `${prefix}total`);
  return remain === undefined && total === undefined ? undefined : { remain, total };
}

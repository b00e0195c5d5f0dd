// Sends one chat message to one person, and says honestly when nobody can know whether it arrived.

import { type OaAccess, type OaRefusal, postOaApi } from './call.ts';
import { isObject, numberAt, objectAt, textAt } from './json.ts';
import type { OaMessage } from './messages.ts';
import type { NoAnswer } from './wire.ts';

/** `v3` for businesses; `v2` for OAs of state agencies, which answer -235 on v3. */
export type ApiVersion = 'v3' | 'v2';

export interface MessageQuota {
  /** `reply`, `welcome_msg`, `sub_quota`, `purchase_quota`, `reward_quota`. */
  type: string;
  remain: number | undefined;
  total: number | undefined;
}

export type SendOutcome =
  | { kind: 'sent'; messageId: string; quota: MessageQuota | undefined }
  | OaRefusal
  /** No connection was made, so nothing was sent: trying again cannot repeat the message. */
  | { kind: 'not_sent'; why: 'unreachable' }
  /** The message may have arrived: wait for its echo or read the conversation before sending again. */
  | { kind: 'unknown_outcome'; why: Exclude<NoAnswer, 'unreachable'> | 'zalo_unsure' | 'no_message_id' };

const paths: Record<ApiVersion, string> = { v3: '/v3.0/oa/message/cs', v2: '/v2.0/oa/message' };

/** Sends once. Never retries, never changes version: both are decisions with a memory, which this has not. */
export async function sendMessage(
  access: OaAccess,
  send: { apiVersion: ApiVersion; userId: string; message: OaMessage },
): Promise<SendOutcome> {
  const body = { recipient: { user_id: send.userId }, message: send.message };
  const answer = await postOaApi(access, paths[send.apiVersion], body);
  if (answer.kind === 'no_answer') {
    if (answer.why === 'unreachable') return { kind: 'not_sent', why: answer.why };
    return { kind: 'unknown_outcome', why: answer.why };
  }
  if (answer.kind === 'refused') {
    return answer.policy.action === 'uncertain' ? { kind: 'unknown_outcome', why: 'zalo_unsure' } : answer;
  }
  const messageId = textAt(answer.value, 'message_id');
  if (messageId === undefined) return { kind: 'unknown_outcome', why: 'no_message_id' };
  return { kind: 'sent', messageId, quota: quotaOf(answer.value) };
}

function quotaOf(data: unknown): MessageQuota | undefined {
  const quota = isObject(data) ? objectAt(data, 'quota') : {};
  const type = textAt(quota, 'quota_type');
  if (type === undefined) return undefined;
  return { type, remain: numberAt(quota, 'remain'), total: numberAt(quota, 'total') };
}

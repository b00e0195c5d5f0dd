// Sends one chat message to one person, and says honestly when nobody can know whether it arrived.

import { type OaAccess, type OaAnswer, type OaRefusal, postOaApi } from './call.ts';
import { isObject, numberAt, objectAt, textAt } from './json.ts';
import type { OaMessage } from './messages.ts';
import type { NoAnswer, RateLimit } from './wire.ts';

/** `v3` for businesses; `v2` for OAs of state agencies, which answer -235 on v3. */
export type ApiVersion = 'v3' | 'v2';

export interface MessageQuota {
  /** `reply`, `welcome_msg`, `sub_quota`, `purchase_quota`, `reward_quota`. */
  type: string;
  remain: number | undefined;
  total: number | undefined;
}

export type SendOutcome =
  | { kind: 'sent'; messageId: string; quota: MessageQuota | undefined; rate?: RateLimit }
  | OaRefusal
  /** No connection was made, so nothing was sent: trying again cannot repeat the message. */
  | { kind: 'not_sent'; why: 'unreachable' }
  | UnknownOutcome;

/** The message may have arrived: wait for its echo or read the conversation before sending again. */
export interface UnknownOutcome {
  kind: 'unknown_outcome';
  why: Exclude<NoAnswer, 'unreachable'> | 'zalo_unsure' | 'no_message_id';
}

/** Whom a message is for. The last two exist in version 2 only. */
export type Recipient =
  | { apiVersion: ApiVersion; userId: string }
  /** The writer of this message, as an answer to it. */
  | { apiVersion: 'v2'; messageId: string }
  /** A visitor of a website's chat widget who is not signed in. */
  | { apiVersion: 'v2'; anonymousId: string; conversationId: string };

const paths: Record<ApiVersion, string> = { v3: '/v3.0/oa/message/cs', v2: '/v2.0/oa/message' };

/** Sends once. Never retries, never changes version: both are decisions with a memory, which this has not. */
export async function sendMessage(
  access: OaAccess,
  send: Recipient & { message: OaMessage },
): Promise<SendOutcome> {
  const body = { recipient: wireRecipient(send), message: send.message };
  return outcomeOf(await postOaApi(access, paths[send.apiVersion], body));
}

/** What is known after a send, from the answer's `data`: only a message id says it was sent. */
export function outcomeOf(answer: OaAnswer<unknown>): SendOutcome {
  if (answer.kind === 'no_answer') {
    if (answer.why === 'unreachable') return { kind: 'not_sent', why: answer.why };
    return { kind: 'unknown_outcome', why: answer.why };
  }
  if (answer.kind === 'refused') {
    return answer.policy.action === 'uncertain' ? { kind: 'unknown_outcome', why: 'zalo_unsure' } : answer;
  }
  const messageId = textAt(answer.value, 'message_id')?.trim() ?? '';
  if (messageId === '') return { kind: 'unknown_outcome', why: 'no_message_id' };
  const { rate } = answer;
  return { kind: 'sent', messageId, quota: quotaOf(answer.value), ...(rate && { rate }) };
}

function wireRecipient(to: Recipient): object {
  if ('userId' in to) return { user_id: to.userId };
  if ('messageId' in to) return { message_id: to.messageId };
  return { anonymous_id: to.anonymousId, conversation_id: to.conversationId };
}

function quotaOf(data: unknown): MessageQuota | undefined {
  const quota = isObject(data) ? objectAt(data, 'quota') : {};
  const type = textAt(quota, 'quota_type');
  if (type === undefined) return undefined;
  return { type, remain: numberAt(quota, 'remain'), total: numberAt(quota, 'total') };
}

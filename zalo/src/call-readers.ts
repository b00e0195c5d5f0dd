// Readers for the events of calls between people and the OA, and of the consent they need.

import type { EventBody } from './events.ts';
import { type JsonObject, numberAt, textAt } from './json.ts';

export const callReaders: Readonly<Record<string, (body: JsonObject) => EventBody | undefined>> = {
  oa_send_consent: (body) => ({
    kind: 'call_consent_asked',
    ...calleeOf(body),
    requestType: textAt(body, 'request_type'),
    askedAt: numberAt(body, 'create_time'),
    expiresAt: endAt(body),
  }),
  user_reply_consent: (body) => ({
    kind: 'call_consent_answered',
    ...calleeOf(body),
    answer: textAt(body, 'user_consent'),
    answeredAt: numberAt(body, 'confirmed_time'),
    expiresAt: endAt(body),
  }),
  oa_call_user: (body) => readCall(body, 'oa'),
  user_call_oa: (body) => readCall(body, 'user'),
};

function readCall(body: JsonObject, by: 'user' | 'oa'): EventBody | undefined {
  const callId = textAt(body, 'call_id');
  if (callId === undefined) return undefined;
  return {
    kind: 'called',
    by,
    callId,
    ...calleeOf(body),
    callType: textAt(body, 'call_type'),
    startedAt: numberAt(body, 'init_time'),
    durationMs: numberAt(body, 'call_duration'),
    waitingSeconds: numberAt(body, 'waiting_time'),
    talkMs: numberAt(body, 'talk_time'),
    statusCode: textAt(body, 'status_code'),
  };
}

function calleeOf(body: JsonObject): { userId: string | undefined; phone: string | undefined } {
  return { userId: textAt(body, 'user_id'), phone: textAt(body, 'phone') };
}

/** 0 is how Zalo writes "no end". */
function endAt(body: JsonObject): number | undefined {
  return numberAt(body, 'expired_time') || undefined;
}

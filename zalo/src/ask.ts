// One call of any of Zalo's hosts: token in its own header, errors inside HTTP 200, an outcome for every way it can end.

import { createHmac } from 'node:crypto';
import { integerAt, type JsonObject, textAt } from './json.ts';
import type { ErrorPolicy } from './policy.ts';
import { callWire, type NoAnswer, type RateLimit, type WireOptions, type WireRequest } from './wire.ts';

/** Who asks. */
export interface Credentials extends WireOptions {
  accessToken: string;
  /** When given, each call carries `appsecret_proof`, which the console can make obligatory. */
  appSecret?: string;
}

export interface ZaloRefusal {
  kind: 'refused';
  code: number;
  policy: ErrorPolicy;
  /** Zalo's own words, for the log. */
  message: string;
  rate?: RateLimit;
}

export type ZaloAnswer<T> =
  | { kind: 'ok'; value: T; rate?: RateLimit }
  | ZaloRefusal
  | { kind: 'no_answer'; why: NoAnswer };

/** `appsecret_proof`: proves that whoever holds the token holds the App Secret too. HMAC-SHA256, lower-case hex. */
export function appSecretProof(appSecret: string, accessToken: string): string {
  return createHmac('sha256', appSecret).update(accessToken).digest('hex');
}

/**
 * The whole body of an answer with `error: 0`. Anything else is a refusal read by `policyOf`, or no answer: a body
 * without a whole number in `error`, or one that says success under a status that does not.
 */
export async function askZalo(
  from: Credentials,
  request: WireRequest,
  policyOf: (code: number) => ErrorPolicy,
): Promise<ZaloAnswer<JsonObject>> {
  const { accessToken, appSecret } = from;
  const headers: Record<string, string> = { ...request.headers, access_token: accessToken };
  if (appSecret !== undefined) headers['appsecret_proof'] = appSecretProof(appSecret, accessToken);
  const answer = await callWire({ ...request, headers }, from);
  if (answer.kind === 'no_answer') return answer;
  const { body, status } = answer;
  const rate = answer.rate && { rate: answer.rate };
  const code = integerAt(body, 'error');
  if (code === undefined) return { kind: 'no_answer', why: 'not_json' };
  if (code !== 0) {
    return { kind: 'refused', code, policy: policyOf(code), message: textAt(body, 'message') ?? '', ...rate };
  }
  if (status < 200 || status > 299) return { kind: 'no_answer', why: 'not_json' };
  return { kind: 'ok', value: body, ...rate };
}

/** The answer with what was found in its body; a body in which nothing is found answers nothing. */
export function readAnswer<T>(
  answer: ZaloAnswer<JsonObject>,
  read: (body: JsonObject) => T | undefined,
): ZaloAnswer<T> {
  if (answer.kind !== 'ok') return answer;
  const value = read(answer.value);
  return value === undefined ? { kind: 'no_answer', why: 'not_json' } : { ...answer, value };
}

/** A POST of JSON text. */
export function jsonRequest(url: URL, body: object): WireRequest {
  const headers = { 'content-type': 'application/json' };
  return { url: url.href, method: 'POST', headers, body: JSON.stringify(body) };
}

/** A GET with ordinary query parameters; undefined ones are left out. */
export function queryRequest(
  url: URL,
  query: Readonly<Record<string, string | number | undefined>>,
): WireRequest {
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) url.searchParams.set(name, String(value));
  }
  return { url: url.href, method: 'GET', headers: {} };
}

// One HTTP call to Zalo: a bounded wait, errors told apart by what they leave known, never an exception.

import { isObject, type JsonObject, parseJson } from './json.ts';

/** Why an answer is missing, when it is. */
export type NoAnswer =
  /** No connection was made: Zalo cannot have seen the request. */
  | 'unreachable'
  /** The wait ended; the request may have been carried out. */
  | 'timeout'
  /** The connection broke after it was made; the request may have been carried out. */
  | 'connection_lost'
  /** A 5xx page; the request may have been carried out. */
  | 'server_error'
  /** An answer that is not what was asked for: a page, a cut text, too long a body; it may have been carried out. */
  | 'not_json';

/** What the answer's headers tell of calls per minute; Zalo starts anew each minute. */
export interface RateLimit {
  /** `X-RateLimit-Limit` */
  limit: number | undefined;
  /** `X-RateLimit-Remain` */
  remain: number | undefined;
}

export type WireAnswer =
  | { kind: 'answered'; status: number; body: JsonObject; rate?: RateLimit }
  | { kind: 'no_answer'; why: NoAnswer };

export interface WireOptions {
  /** For tests and proxies; the platform's own by default. */
  fetch?: typeof fetch;
  /** Milliseconds from the question to the last byte of the answer. Default 10,000. */
  timeoutMs?: number;
}

/** More than any answer of Zalo's needs; what is longer is not read to its end. */
export const mostAnswerBytes = 1_048_576;

export interface WireRequest {
  url: string;
  method: 'GET' | 'POST';
  headers: Record<string, string>;
  body?: string | URLSearchParams | FormData;
}

/** Sends one request. Redirects are not followed: they would carry the token to a place nobody chose. */
export async function callWire(request: WireRequest, options: WireOptions = {}): Promise<WireAnswer> {
  const { url, ...init } = request;
  const send = options.fetch ?? fetch;
  try {
    const signal = AbortSignal.timeout(options.timeoutMs ?? 10_000);
    const response = await send(url, { ...init, redirect: 'manual', signal });
    const text = await readText(response);
    if (response.status >= 500) return { kind: 'no_answer', why: 'server_error' };
    const body = text === undefined ? undefined : parseJson(text);
    if (!isObject(body)) return { kind: 'no_answer', why: 'not_json' };
    const rate = rateOf(response.headers);
    return { kind: 'answered', status: response.status, body, ...(rate && { rate }) };
  } catch (error) {
    return { kind: 'no_answer', why: reasonOf(error) };
  }
}

/** The whole body, or undefined when it is longer than an answer may be: the rest is not waited for. */
async function readText(response: Response): Promise<string | undefined> {
  if (response.body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the body, which closes the connection.
    if (bytes > mostAnswerBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}

function rateOf(headers: Headers): RateLimit | undefined {
  const limit = countAt(headers, 'x-ratelimit-limit');
  const remain = countAt(headers, 'x-ratelimit-remain');
  return limit === undefined && remain === undefined ? undefined : { limit, remain };
}

function countAt(headers: Headers, name: string): number | undefined {
  const text = headers.get(name)?.trim() ?? '';
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

const beforeConnecting = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'ERR_TLS_CERT_ALTNAME_INVALID',
]);

function reasonOf(error: unknown): NoAnswer {
  if (!(error instanceof Error)) return 'connection_lost';
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout';
  const { cause } = error;
  const code = isObject(cause) ? cause['code'] : undefined;
  return typeof code === 'string' && beforeConnecting.has(code) ? 'unreachable' : 'connection_lost';
}

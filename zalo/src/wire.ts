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
  /** An answer that is not a JSON object; the request may have been carried out. */
  | 'not_json';

export type WireAnswer =
  | { kind: 'answered'; status: number; body: JsonObject }
  | { kind: 'no_answer'; why: NoAnswer };

export interface WireOptions {
  /** For tests and proxies; the platform's own by default. */
  fetch?: typeof fetch;
  /** Milliseconds to wait for the whole answer. Default 10,000. */
  timeoutMs?: number;
}

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
    const body = parseJson(await response.text());
    if (response.status >= 500) return { kind: 'no_answer', why: 'server_error' };
    if (!isObject(body)) return { kind: 'no_answer', why: 'not_json' };
    return { kind: 'answered', status: response.status, body };
  } catch (error) {
    return { kind: 'no_answer', why: reasonOf(error) };
  }
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

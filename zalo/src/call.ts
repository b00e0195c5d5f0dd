// One call of the OA API: token in its own header, errors inside HTTP 200, an outcome for every way it can end.

import { type OaErrorPolicy, oaErrorPolicy } from './errors.ts';
import type { ZaloHosts } from './hosts.ts';
import { numberAt, textAt } from './json.ts';
import { callWire, type NoAnswer, type WireOptions } from './wire.ts';

/** Everything a call needs besides its own question. */
export interface OaAccess extends WireOptions {
  hosts: Pick<ZaloHosts, 'openapi'>;
  accessToken: string;
}

export interface OaRefusal {
  kind: 'refused';
  code: number;
  policy: OaErrorPolicy;
  /** Zalo's own words, for the log. */
  message: string;
}

export type OaAnswer<T> = { kind: 'ok'; value: T } | OaRefusal | { kind: 'no_answer'; why: NoAnswer };

/** A GET whose parameters travel as one JSON text, as the OA API wants them. */
export function getOaApi(access: OaAccess, path: string, data?: object): Promise<OaAnswer<unknown>> {
  const url = new URL(path, access.hosts.openapi);
  if (data !== undefined) url.searchParams.set('data', JSON.stringify(data));
  return ask(access, url, { method: 'GET', headers: {} });
}

export function postOaApi(access: OaAccess, path: string, body: object): Promise<OaAnswer<unknown>> {
  const headers = { 'content-type': 'application/json' };
  const url = new URL(path, access.hosts.openapi);
  return ask(access, url, { method: 'POST', headers, body: JSON.stringify(body) });
}

/** Sends one file as the multipart field `file`. */
export function postOaFile(
  access: OaAccess,
  path: string,
  file: Blob,
  name: string,
): Promise<OaAnswer<unknown>> {
  const form = new FormData();
  form.set('file', file, name);
  return ask(access, new URL(path, access.hosts.openapi), { method: 'POST', headers: {}, body: form });
}

async function ask(
  access: OaAccess,
  url: URL,
  request: { method: 'GET' | 'POST'; headers: Record<string, string>; body?: string | FormData },
): Promise<OaAnswer<unknown>> {
  const headers = { ...request.headers, access_token: access.accessToken };
  const answer = await callWire({ ...request, url: url.href, headers }, access);
  if (answer.kind === 'no_answer') return answer;
  const code = numberAt(answer.body, 'error');
  if (code === undefined) return { kind: 'no_answer', why: 'not_json' };
  if (code === 0) return { kind: 'ok', value: answer.body['data'] };
  return {
    kind: 'refused',
    code,
    policy: oaErrorPolicy(code),
    message: textAt(answer.body, 'message') ?? '',
  };
}

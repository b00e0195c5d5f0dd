// Calls of the OA API: what openapi.zalo.me is asked, and the `data` of what it answers.

import {
  askZalo,
  type Credentials,
  jsonRequest,
  queryRequest,
  type ZaloAnswer,
  type ZaloRefusal,
} from './ask.ts';
import { oaErrorPolicy } from './errors.ts';
import type { ZaloHosts } from './hosts.ts';
import type { ErrorPolicy } from './policy.ts';
import type { WireRequest } from './wire.ts';

/** Everything a call needs besides its own question. `timeoutMs` is 5,000 by default, 30,000 for uploads. */
export interface OaAccess extends Credentials {
  hosts: Pick<ZaloHosts, 'openapi'>;
}

export type OaRefusal = ZaloRefusal;

export type OaAnswer<T> = ZaloAnswer<T>;

/** A GET whose parameters travel as one JSON text, as the OA API wants them. */
export function getOaApi(access: OaAccess, path: string, data?: object): Promise<OaAnswer<unknown>> {
  const query = data === undefined ? {} : { data: JSON.stringify(data) };
  return ask(access, queryRequest(new URL(path, access.hosts.openapi), query), 5_000);
}

/** A GET with ordinary query parameters, as articles want them. */
export function queryOaApi(
  access: OaAccess,
  path: string,
  query: Readonly<Record<string, string | number | undefined>>,
): Promise<OaAnswer<unknown>> {
  return ask(access, queryRequest(new URL(path, access.hosts.openapi), query), 5_000);
}

export function postOaApi(
  access: OaAccess,
  path: string,
  body: object,
  policyOf: (code: number) => ErrorPolicy = oaErrorPolicy,
): Promise<OaAnswer<unknown>> {
  return ask(access, jsonRequest(new URL(path, access.hosts.openapi), body), 5_000, policyOf);
}

/** A POST whose answer says no more than that it was done. */
export async function tellOaApi(access: OaAccess, path: string, body: object): Promise<OaAnswer<undefined>> {
  const answer = await postOaApi(access, path, body);
  return answer.kind === 'ok' ? { ...answer, value: undefined } : answer;
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
  const url = new URL(path, access.hosts.openapi).href;
  return ask(access, { url, method: 'POST', headers: {}, body: form }, 30_000);
}

async function ask(
  access: OaAccess,
  request: WireRequest,
  defaultTimeoutMs: number,
  policyOf = oaErrorPolicy,
): Promise<OaAnswer<unknown>> {
  const patient = { ...access, timeoutMs: access.timeoutMs ?? defaultTimeoutMs };
  const answer = await askZalo(patient, request, policyOf);
  return answer.kind === 'ok' ? { ...answer, value: answer.value['data'] } : answer;
}

// Calls of business.openapi.zalo.me: template messages (ZBS, formerly ZNS), their templates and their fate.

import { askZalo, type Credentials, jsonRequest, queryRequest, type ZaloAnswer } from './ask.ts';
import type { ZaloHosts } from './hosts.ts';
import type { JsonObject } from './json.ts';
import { zbsErrorPolicy } from './zbs-errors.ts';

/** The OA's own access token, at the other host. `timeoutMs` is 5,000 by default. */
export interface ZbsAccess extends Credentials {
  hosts: Pick<ZaloHosts, 'business'>;
}

/** The whole body: lists carry their total beside `data`. */
export function getZbs(
  access: ZbsAccess,
  path: string,
  query: Readonly<Record<string, string | number | undefined>> = {},
): Promise<ZaloAnswer<JsonObject>> {
  return askZalo(patient(access), queryRequest(new URL(path, access.hosts.business), query), zbsErrorPolicy);
}

export function postZbs(access: ZbsAccess, path: string, body: object): Promise<ZaloAnswer<JsonObject>> {
  return askZalo(patient(access), jsonRequest(new URL(path, access.hosts.business), body), zbsErrorPolicy);
}

function patient(access: ZbsAccess): ZbsAccess {
  return { ...access, timeoutMs: access.timeoutMs ?? 5_000 };
}

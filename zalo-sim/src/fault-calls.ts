// Reads from a request what faults aim at: the family of its path, and whom it concerns.

import type { FastifyRequest } from 'fastify';
import { formOf, jsonOf, queryOf } from './body.ts';
import type { Call, Family } from './faults-kinds.ts';
import { fieldsOf, parseJson, textOf } from './json.ts';
import type { Street } from './parts.ts';

/** The first that fits; a path that fits none is no part of the platform. */
const families: readonly [RegExp, Family][] = [
  [/^\/v4\/(oa\/)?access_token$/, 'oauth'],
  [/^(\/v3\.0\/oa)?\/message\/template(\/hashphone)?$/, 'template'],
  [/^\/rsa\/message\//, 'template'],
  [/^\/v[23]\.0\/oa\/message/, 'send'],
  [/^\/(v2\.0\/oa\/)?upload\//, 'upload'],
  [/^\/v2\.0\/article\//, 'article'],
  [/^\/v2\.0\/me(\/|$)/, 'graph'],
  [/^\/media\//, 'media'],
  [/^\/v[23]\.0\/oa\//, 'reading'],
  [/^\/(message|template|rating|quality)(\/|$)/, 'reading'],
];

/** Paths of openapi.zalo.me: they share the app's calls per minute; templates by phone have their own host. */
const openApi = /^\/v[23]\.0\/(oa|article)\//;

export function familyOf(path: string): Family | undefined {
  return families.find(([pattern]) => pattern.test(path))?.[1];
}

export function countsToLimit(path: string): boolean {
  return openApi.test(path);
}

export function pathOf(request: FastifyRequest): string {
  return request.url.split('?', 1)[0] ?? request.url;
}

/** The call as faults see it; undefined for the phone page, the control API and the consent page. */
export function callOf(street: Street, request: FastifyRequest): Call | undefined {
  const path = pathOf(request);
  const family = familyOf(path);
  return family && { family, path, personId: personIn(street, request) };
}

/** Whether this is a refresh, and with which token. */
export function refreshTokenOf(request: FastifyRequest): string | undefined {
  const form = formOf(request);
  return form.get('grant_type') === 'refresh_token' ? (form.get('refresh_token') ?? '') : undefined;
}

function personIn(street: Street, request: FastifyRequest): string | null {
  const asked = request.method === 'GET' ? parseJson(queryOf(request, 'data') ?? '{}') : jsonOf(request);
  const { recipient, user_id: userId, phone } = fieldsOf(asked);
  const id = textOf(fieldsOf(recipient)['user_id']) ?? textOf(userId);
  if (id !== undefined) return id;
  const number = textOf(phone);
  const owner = number !== undefined && street.state.people.find((one) => one.phone === number);
  return owner ? owner.id : null;
}

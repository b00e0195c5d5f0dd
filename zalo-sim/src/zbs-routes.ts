// business.openapi.zalo.me: template messages by number. Tokens are the OA's own, refused with −124 here.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import { accessFault } from './access.ts';
import type { Answer } from './answer.ts';
import { bytesOf, jsonOf, queryOf } from './body.ts';
import type { Street } from './parts.ts';
import { refuseZbs } from './zbs-answer.ts';
import * as reading from './zbs-read.ts';
import { sendToNumber } from './zbs-send.ts';

export function addZbsRoutes(app: FastifyInstance, street: Street): void {
  const guarded = (handle: (request: FastifyRequest) => Answer) => (request: FastifyRequest) => {
    const fault = accessFault(street, request);
    return fault ? refuseZbs(fault === 'proof' ? -1241 : -124) : handle(request);
  };
  const get = (path: string, read: (query: (name: string) => string | undefined) => Answer) =>
    app.get(
      path,
      guarded((request) => read((name) => queryOf(request, name))),
    );
  const send = (path: string, by: 'phone' | 'hash_phone') =>
    app.post(
      path,
      guarded((request) => {
        if (bytesOf(request).length === 0) return refuseZbs(-121);
        const body = jsonOf(request);
        return body === undefined ? refuseZbs(-122) : sendToNumber(street, by, body);
      }),
    );

  send('/message/template', 'phone');
  send('/message/template/hashphone', 'hash_phone');
  get('/message/status', (query) => reading.readStatus(street, query));
  get('/message/quota', () => reading.readDailyQuota(street));
  get('/message/template-tag', () => reading.readTags(street));
  get('/quality', () => reading.readQuality(street));
  get('/template/all', (query) => reading.readTemplates(street, query));
  get('/template/info/v2', (query) => reading.readTemplateInfo(street, query));
  get('/template/sample-data', (query) => reading.readSampleData(street, query));
  get('/rating/get', (query) => reading.readRatings(street, query));
  app.post(
    '/rating/get',
    guarded((request) => {
      const body = jsonOf(request);
      return reading.readRatings(street, (name) => queryOf(request, name) ?? fieldText(body, name));
    }),
  );
}

function fieldText(body: unknown, name: string): string | undefined {
  const value: unknown = body !== null && typeof body === 'object' ? Reflect.get(body, name) : undefined;
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}

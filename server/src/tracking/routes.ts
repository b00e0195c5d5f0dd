// The edge of the citizen's tracking page.

import { largestUpload } from '@motcua/domain/paper-file';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { linkOf, openLinks } from '../dossiers/look-up.ts';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { answerFromPage } from './answer-item.ts';
import { answerStatus } from './answer-status.ts';
import { giveLinkCode } from './link-code.ts';
import { lookUp } from './prove-on-web.ts';
import { viewReadings } from './readings.ts';
import {
  answerTaken,
  linkCodeAnswer,
  lookUpAnswer,
  lookUpBody,
  readings,
  trackingStatus,
  trackingView,
  valueBody,
  withdrawAnswer,
  withdrawBody,
} from './schema.ts';
import { unknownLink, viewTracking } from './view.ts';
import { withdrawFromPage } from './withdraw.ts';

const byToken = z.object({ token: z.string().max(120) });
const ofTenant = z.object({ tenant: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'Không có đơn vị này.') });
const byItem = byToken.extend({ item: z.coerce.number().int().min(0).max(99) });

/** `openOa`: the address that opens an Official Account: Zalo's own, or the simulator's in the demo. */
export function registerTrackingRoutes(
  http: Http,
  ctx: Context,
  openOa: (oaId: string, text: string) => string,
): void {
  const open = openLinks(ctx);
  const status = answerStatus(ctx, open);
  /** What is answered stays out of caches and search engines. */
  const keepPrivate = (reply: FastifyReply) =>
    void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');

  http.route({
    method: 'GET',
    path: '/tracking/:token',
    who: 'anyone',
    summary: 'What the capability on a receipt lets a citizen see',
    perMinute: 60,
    params: byToken,
    answer: trackingView,
    handle: async ({ params: { token }, reply }) => {
      keepPrivate(reply);
      const link = linkOf(ctx.secrets, token);
      const opened = link === null ? undefined : await open(link, null);
      if (link === null || typeof opened !== 'object') throw unknownLink();
      return viewTracking(ctx, link.tenantId, opened, ctx.clock.now());
    },
  });

  http.route({
    method: 'GET',
    path: '/tracking/:token/status',
    who: 'anyone',
    summary:
      'How the dossier of a receipt stands, in one sentence and in fields, for programs that ask often',
    perMinute: 120,
    params: byToken,
    answer: trackingStatus,
    handle: async ({ params: { token }, reply }) => {
      keepPrivate(reply);
      // The route's own serializer, so that nothing leaves that is not in the contract; it writes text.
      const answer = await status(token, (view) => reply.serialize(view) as string);
      if (answer === undefined) throw unknownLink();
      return answer;
    },
  });

  http.route({
    method: 'POST',
    path: '/public/:tenant/look-up',
    who: 'anyone',
    summary: 'The tracking link of a dossier, for its code and the last six digits of the applicant’s number',
    perMinute: 20,
    params: ofTenant,
    body: lookUpBody,
    answer: lookUpAnswer,
    handle: ({ params, body, request, reply }) => {
      keepPrivate(reply);
      return lookUp(ctx, params.tenant, body, request.ip);
    },
  });

  http.route({
    method: 'GET',
    path: '/tracking/:token/readings',
    who: 'anyone',
    summary: 'Which roles opened this dossier, where and when',
    perMinute: 30,
    params: byToken,
    answer: readings,
    handle: ({ params, reply }) => {
      keepPrivate(reply);
      return viewReadings(ctx, params.token);
    },
  });

  http.route({
    method: 'POST',
    path: '/tracking/:token/withdraw',
    who: 'anyone',
    summary: 'The citizen withdraws the dossier; needs the last six digits beside the link',
    command: true,
    perMinute: 10,
    params: byToken,
    body: withdrawBody,
    answer: withdrawAnswer,
    handle: ({ params, body, request, key }) =>
      withdrawFromPage(ctx, { ...params, ...body, address: request.ip, key }),
  });

  http.route({
    method: 'POST',
    path: '/tracking/:token/link-code',
    who: 'anyone',
    summary: 'A single-use code that links a Zalo chat to this dossier, valid for half an hour',
    perMinute: 10,
    params: byToken,
    answer: linkCodeAnswer,
    handle: ({ params }) => giveLinkCode(ctx, params.token, openOa),
  });

  http.route({
    method: 'POST',
    path: '/tracking/:token/supplement/:item/file',
    who: 'anyone',
    summary: 'A photograph or PDF of a paper that was asked for: the bytes as application/octet-stream',
    command: true,
    upload: largestUpload,
    perMinute: 20,
    params: byItem,
    answer: answerTaken,
    handle: ({ params, request, key }) =>
      answerFromPage(ctx, { ...params, sent: request.body as Buffer, key }),
  });

  http.route({
    method: 'POST',
    path: '/tracking/:token/supplement/:item/value',
    who: 'anyone',
    summary: 'What a field that was asked for should say',
    command: true,
    perMinute: 20,
    params: byItem,
    body: valueBody,
    answer: answerTaken,
    handle: ({ params, body, key }) => answerFromPage(ctx, { ...params, sent: body.value, key }),
  });
}

// The edge of the counter beside single dossiers: earlier filings, visits, groups, batches.

import { z } from 'zod';
import { lookFiledBefore } from '../dossiers/filed-before.ts';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { filedBeforeAnswer, filedBeforeBody, visitLinks } from './schema.ts';
import { listVisitLinks, printVisit } from './visit-receipt.ts';

export function registerCounterRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'POST',
    path: '/dossiers/filed-before',
    who: 'officer',
    summary:
      'What the same person filed of the same procedure; a POST, so that no number stands in an address',
    body: filedBeforeBody,
    answer: filedBeforeAnswer,
    handle: ({ caller, body }) => lookFiledBefore(ctx, caller, body),
  });

  http.route({
    method: 'GET',
    path: '/visits/:id/receipt.pdf',
    who: 'officer',
    summary: 'One receipt for all dossiers of a visit; every print is written down',
    params: z.object({ id: z.uuid('Mã lượt nộp không đúng dạng.') }),
    handle: async ({ caller, params, reply }) => {
      const pdf = await printVisit(ctx, caller, params.id);
      return reply
        .type('application/pdf')
        .header('cache-control', 'private, no-store')
        .header('content-disposition', 'inline; filename="giay-tiep-nhan-chung.pdf"')
        .send(pdf);
    },
  });

  http.route({
    method: 'GET',
    path: '/tracking/visits/:token',
    who: 'anyone',
    summary: 'The links of the dossiers handed in together, for the code on the receipt of the visit',
    perMinute: 60,
    params: z.object({ token: z.string().max(120) }),
    answer: visitLinks,
    handle: ({ params, reply }) => {
      void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
      return listVisitLinks(ctx, params.token);
    },
  });
}

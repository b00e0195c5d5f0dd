// The edge of ratings: the citizen's page, the desk, and the figures for everybody.

import { parseCookie } from 'cookie';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { readSession } from '../accounts/sign-in.ts';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { answer, readBoard, take } from './follow-up.ts';
import { rateFromPage, readFromPage } from './from-page.ts';
import { readPublicFigures } from './public-figures.ts';
import {
  followUpDone,
  followUpReply,
  ratingBoard,
  ratingBody,
  ratingFigures,
  ratingPeriod,
  ratingView,
} from './schema.ts';

const byToken = z.object({ token: z.string().max(120) });
const byDossier = z.object({ id: z.uuid('Mã nội bộ của hồ sơ không đúng dạng.') });
const byTenant = z.object({ tenant: z.string().max(60) });

export function registerRatingRoutes(http: Http, ctx: Context): void {
  /** Whoever works at a desk in this browser does not rate with it, whosever receipt lies there. */
  const refuseOfficer = async ({ headers }: FastifyRequest): Promise<void> => {
    const token = parseCookie(headers.cookie ?? '')['motcua_session'];
    if (token === undefined || (await readSession(ctx, token)) === null) return;
    throw new Problem(
      'not_allowed',
      'Trình duyệt này đang đăng nhập tài khoản cán bộ nên không đánh giá được. Công dân đánh giá trên máy của mình.',
    );
  };

  http.route({
    method: 'GET',
    path: '/tracking/:token/rating',
    who: 'anyone',
    summary: 'Whether the dossier of a receipt may be rated, what is asked, and what was said',
    perMinute: 60,
    params: byToken,
    answer: ratingView,
    handle: ({ params, reply }) => {
      void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
      return readFromPage(ctx, params.token);
    },
  });
  http.route({
    method: 'POST',
    path: '/tracking/:token/rating',
    who: 'anyone',
    summary: 'Rate the dossier of a receipt, complete the rating, or change it once',
    command: true,
    perMinute: 20,
    params: byToken,
    body: ratingBody,
    answer: ratingView,
    handle: async ({ params, body, request, key }) => {
      await refuseOfficer(request);
      return rateFromPage(ctx, { token: params.token, given: body, address: request.ip, key });
    },
  });
  http.route({
    method: 'GET',
    path: '/public/:tenant/ratings',
    who: 'anyone',
    summary: 'How content citizens are, with response rate, numbers and intervals; open data',
    perMinute: 60,
    params: byTenant,
    query: ratingPeriod,
    answer: ratingFigures,
    handle: ({ params, query, reply }) => {
      void reply.header('cache-control', 'public, max-age=300');
      return readPublicFigures(ctx, params.tenant, query);
    },
  });
  http.route({
    method: 'GET',
    path: '/ratings',
    who: 'officer',
    summary: 'Figures of ratings; for those who lead also what is to be followed up',
    query: ratingPeriod,
    answer: ratingBoard,
    handle: ({ caller, query }) => readBoard(ctx, caller, query),
  });
  http.route({
    method: 'POST',
    path: '/ratings/:id/take',
    who: 'officer',
    summary: 'Take up a rating that is to be answered',
    command: true,
    params: byDossier,
    answer: followUpDone,
    handle: ({ caller, params, key }) => take(ctx, caller, params.id, key),
  });
  http.route({
    method: 'POST',
    path: '/ratings/:id/answer',
    who: 'officer',
    summary: 'Answer the citizen who was not content',
    command: true,
    params: byDossier,
    body: followUpReply,
    answer: followUpDone,
    handle: ({ caller, params, body, key }) => answer(ctx, caller, { dossierId: params.id, ...body, key }),
  });
}

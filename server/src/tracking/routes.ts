// The edge of the citizen's tracking page.

import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { tenantOfToken } from '../dossiers/link-token.ts';
import { openByToken } from '../dossiers/look-up.ts';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { giveLinkCode } from './link-code.ts';
import { linkCodeAnswer, trackingStatus, trackingView } from './schema.ts';
import { unknownLink, viewTracking, viewTrackingStatus } from './view.ts';

const byToken = z.object({ token: z.string().max(120) });

/** `openOa`: the address that opens an Official Account: Zalo's own, or the simulator's in the demo. */
export function registerTrackingRoutes(
  http: Http,
  ctx: Context,
  openOa: (oaId: string, text: string) => string,
): void {
  const openDossier = openByToken(ctx);
  /** The dossier a token opens; what is answered stays out of caches and search engines. */
  const open = async (token: string, reply: FastifyReply) => {
    void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
    const opened = await openDossier(token);
    if (opened === undefined) throw unknownLink();
    return opened;
  };

  http.route({
    method: 'GET',
    path: '/tracking/:token',
    who: 'anyone',
    summary: 'What the capability on a receipt lets a citizen see',
    perMinute: 60,
    params: byToken,
    answer: trackingView,
    handle: async ({ params: { token }, reply }) => {
      const opened = await open(token, reply);
      return viewTracking(ctx, tenantOfToken(token) ?? '', opened, ctx.clock.now());
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
    handle: async ({ params: { token }, reply }) =>
      viewTrackingStatus(await open(token, reply), ctx.clock.now()),
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
}

// The edge of the citizen's tracking page.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { giveLinkCode } from './link-code.ts';
import { linkCodeAnswer, trackingView } from './schema.ts';
import { viewTracking } from './view.ts';

const byToken = z.object({ token: z.string().max(120) });

/** `openOa`: the address that opens an Official Account: Zalo's own, or the simulator's in the demo. */
export function registerTrackingRoutes(
  http: Http,
  ctx: Context,
  openOa: (oaId: string, text: string) => string,
): void {
  http.route({
    method: 'GET',
    path: '/tracking/:token',
    who: 'anyone',
    summary: 'What the capability on a receipt lets a citizen see',
    perMinute: 60,
    params: byToken,
    answer: trackingView,
    handle: async ({ params, reply }) => {
      void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');
      return viewTracking(ctx, params.token);
    },
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

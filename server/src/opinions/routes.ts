// The edge of opinions: what the caller's agency owes. Answers go through the dossier's own acts.

import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { readOwed, readOwedCount } from './list.ts';
import { opinionQuery, owedCount, owedOpinions } from './schema.ts';

export function registerOpinionRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/opinions',
    who: 'officer',
    summary: 'Opinions other agencies wait for from the caller’s agency, the soonest due first',
    query: opinionQuery,
    answer: owedOpinions,
    handle: ({ caller, query }) => readOwed(ctx, caller, query.offset),
  });
  http.route({
    method: 'GET',
    path: '/opinions/count',
    who: 'officer',
    summary: 'How many opinions the caller’s agency owes',
    answer: owedCount,
    handle: ({ caller }) => readOwedCount(ctx, caller),
  });
}

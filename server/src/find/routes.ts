// The edge of finding: search, lists and the page of a procedure for everybody; what was not found for the office.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { findForEverybody, listForEverybody } from './answer.ts';
import { readProcedurePage } from './procedure-page.ts';
import { findAnswer, findQuery, listQuery, procedurePage, publicList, unfoundList } from './schema.ts';
import { readUnfound } from './unfound.ts';

const ofTenant = z.object({ tenant: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/) });
const byCode = ofTenant.extend({ code: z.string().max(40) });

export function registerFindRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/public/:tenant/find',
    who: 'anyone',
    summary: "Procedures in people's own words, with one question when several may be meant",
    perMinute: 240,
    params: ofTenant,
    query: findQuery,
    answer: findAnswer,
    handle: ({ params, query }) => findForEverybody(ctx, params.tenant, query),
  });
  http.route({
    method: 'GET',
    path: '/public/:tenant/procedures',
    who: 'anyone',
    summary: 'What is taken in here: of one occasion in life, of one field, or all',
    perMinute: 120,
    params: ofTenant,
    query: listQuery,
    answer: publicList,
    handle: ({ params, query }) => listForEverybody(ctx, params.tenant, query),
  });
  http.route({
    method: 'GET',
    path: '/public/:tenant/procedures/:code',
    who: 'anyone',
    summary:
      'A procedure for everybody: papers by case, money, legal basis, process, honest times, freshness',
    perMinute: 120,
    params: byCode,
    answer: procedurePage,
    handle: ({ params }) => readProcedurePage(ctx, params.tenant, params.code),
  });
  http.route({
    method: 'GET',
    path: '/find/unfound',
    who: 'officer',
    summary: 'What people looked for in vain in the last three months, without who they were',
    answer: unfoundList,
    handle: ({ caller }) => readUnfound(ctx, caller.tenantId),
  });
}

// The edge of the catalogue: find a procedure, read it, see what date it would get.

import { z } from 'zod';
import { duePreview } from '../dossiers/schema.ts';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { findProcedures, previewProcedureDue, readProcedure } from './read.ts';
import { dueQuery, procedureDetail, procedureList, procedureQuery } from './schema.ts';

const byCode = z.object({ code: z.string().max(20) });

export function registerProcedureRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/procedures',
    who: 'signed_in',
    summary: 'Procedures taken in here, by words with or without accents',
    query: procedureQuery,
    answer: procedureList,
    handle: ({ caller, query }) => findProcedures(ctx, caller, query.q ?? ''),
  });
  http.route({
    method: 'GET',
    path: '/procedures/:code',
    who: 'signed_in',
    summary: 'A procedure with papers, fees and steps',
    params: byCode,
    answer: procedureDetail,
    handle: ({ caller, params }) => readProcedure(ctx, caller, params.code),
  });
  http.route({
    method: 'GET',
    path: '/procedures/:code/due',
    who: 'signed_in',
    summary: 'The due date if it were received now, explained day by day',
    params: byCode,
    query: dueQuery,
    answer: duePreview,
    handle: ({ caller, params, query }) => previewProcedureDue(ctx, caller, params.code, query.caseId),
  });
}

// The edge of points outside the office: helpers file and follow; supervisors watch over the accounts.

import { z } from 'zod';
import { doneView } from '../agencies/schema.ts';
import { intakeBody } from '../dossiers/schema.ts';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { assist, readAssisted } from './assist.ts';
import { assistedAnswer, assistedList, helperList } from './schema.ts';
import { readHelpers, shutHelper } from './supervise.ts';

export function registerHelperRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/assisted',
    who: 'signed_in',
    summary: 'What the calling helper brought in, and where it stands',
    answer: assistedList,
    handle: ({ caller }) => readAssisted(ctx, caller),
  });
  http.route({
    method: 'POST',
    path: '/assisted',
    who: 'signed_in',
    summary: 'A helper files for somebody; the counter receives it',
    command: true,
    body: intakeBody,
    answer: assistedAnswer,
    handle: ({ caller, body, key }) => assist(ctx, caller, body, key),
  });
  http.route({
    method: 'GET',
    path: '/helpers',
    who: 'officer',
    summary: 'Accounts of helpers with last use and dossiers assisted, idle ones first',
    answer: helperList,
    handle: ({ caller }) => readHelpers(ctx, caller),
  });
  http.route({
    method: 'POST',
    path: '/helpers/:id/disable',
    who: 'officer',
    summary: 'Shut a helper’s account at once',
    command: true,
    params: z.object({ id: z.uuid('Mã nội bộ không đúng dạng. Xin tải lại trang.') }),
    answer: doneView,
    handle: ({ caller, params, key }) => shutHelper(ctx, caller, { officerId: params.id }, key),
  });
}

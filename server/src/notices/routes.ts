// The edge of notices: whom to tell by hand, what did not arrive, and what an officer does about both.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { readFailed, replay } from './failed.ts';
import {
  failedList,
  noticeCounts,
  pageQuery,
  replayAnswer,
  toldAnswer,
  toldBody,
  toTellList,
} from './schema.ts';
import { countNotices, readToTell, tell } from './to-tell.ts';
import { untell } from './untell.ts';

const byId = z.object({ id: z.uuid('Mã nội bộ của tin không đúng dạng.') });

export function registerNoticeRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/notices/counts',
    who: 'officer',
    summary: 'How many people are to be told by hand, and how many notices did not arrive',
    answer: noticeCounts,
    handle: ({ caller }) => countNotices(ctx, caller),
  });

  http.route({
    method: 'GET',
    path: '/notices/to-tell',
    who: 'officer',
    summary: 'Whom to tell by telephone, letter or in person, with what to say',
    query: pageQuery,
    answer: toTellList,
    handle: ({ caller, query }) => readToTell(ctx, caller, query.offset),
  });

  http.route({
    method: 'POST',
    path: '/notices/:id/told',
    who: 'officer',
    summary: 'Mark a notice as told by hand',
    command: true,
    params: byId,
    body: toldBody,
    answer: toldAnswer,
    handle: ({ caller, params, body, key }) => tell(ctx, caller, { noticeId: params.id, how: body.how, key }),
  });

  http.route({
    method: 'POST',
    path: '/notices/:id/told/undo',
    who: 'officer',
    summary: 'Take back the mark that a notice was told by hand',
    command: true,
    params: byId,
    answer: toldAnswer,
    handle: ({ caller, params, key }) => untell(ctx, caller, { noticeId: params.id, key }),
  });

  http.route({
    method: 'GET',
    path: '/notices/failed',
    who: 'officer',
    summary: 'Notices that failed for good or whose fate is unknown, with the reason and its remedy',
    query: pageQuery,
    answer: failedList,
    handle: ({ caller, query }) => readFailed(ctx, caller, query.offset),
  });

  http.route({
    method: 'POST',
    path: '/notices/:id/replay',
    who: 'officer',
    summary: 'Plan a failed notice anew',
    command: true,
    params: byId,
    answer: replayAnswer,
    handle: ({ caller, params, key }) => replay(ctx, caller, { noticeId: params.id, key }),
  });
}

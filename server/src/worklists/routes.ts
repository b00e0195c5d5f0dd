// The edge of worklists beside the list itself: choices, memory, next in line, skips, leases, acts on many.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { previewBulk, readRun, readRuns, startBulk } from './bulk.ts';
import { readSkips, takeNext } from './next.ts';
import {
  bulkBody,
  bulkPreview,
  bulkRun,
  bulkRuns,
  bulkStarted,
  keptView,
  leaseBody,
  leaseView,
  nextAnswer,
  nextBody,
  skipList,
  worklistChoices,
  worklistView,
} from './schema.ts';
import { changeLease, readChoices, readLease, readView, rememberView } from './settings.ts';

const byId = z.object({ id: z.uuid('Mã của lần xử lý không đúng dạng.') });

export function registerWorklistRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/worklist/choices',
    who: 'officer',
    summary: 'What the filters of the worklist offer',
    answer: worklistChoices,
    handle: ({ caller }) => readChoices(ctx, caller),
  });
  http.route({
    method: 'GET',
    path: '/worklist/view',
    who: 'officer',
    summary: 'Tab, filters and order the caller chose last',
    answer: keptView,
    handle: ({ caller }) => readView(ctx, caller),
  });
  http.route({
    method: 'POST',
    path: '/worklist/view',
    who: 'officer',
    summary: 'Remember tab, filters and order for the caller',
    body: worklistView,
    answer: keptView,
    handle: ({ caller, body }) => rememberView(ctx, caller, body),
  });
  http.route({
    method: 'POST',
    path: '/worklist/next',
    who: 'officer',
    summary: 'Take the dossier next in line; leave the one at hand to others with a reason',
    command: true,
    body: nextBody,
    answer: nextAnswer,
    handle: ({ caller, body, key }) => takeNext(ctx, caller, body, key),
  });
  http.route({
    method: 'GET',
    path: '/worklist/skips',
    who: 'officer',
    summary: 'Who left which dossier to others and why, for leaders',
    answer: skipList,
    handle: ({ caller }) => readSkips(ctx, caller),
  });
  http.route({
    method: 'GET',
    path: '/worklist/lease',
    who: 'officer',
    summary: 'For how many working hours a taken dossier is held',
    answer: leaseView,
    handle: ({ caller }) => readLease(ctx, caller),
  });
  http.route({
    method: 'POST',
    path: '/worklist/lease',
    who: 'officer',
    summary: 'Set for how many working hours a taken dossier is held',
    body: leaseBody,
    answer: leaseView,
    handle: ({ caller, body }) => changeLease(ctx, caller, body),
  });
  http.route({
    method: 'POST',
    path: '/worklist/bulk/preview',
    who: 'officer',
    summary: 'What one act would do to each of many dossiers; writes nothing',
    body: bulkBody,
    answer: bulkPreview,
    handle: ({ caller, body }) => previewBulk(ctx, caller, body),
  });
  http.route({
    method: 'POST',
    path: '/worklist/bulk',
    who: 'officer',
    summary: 'One act on many dossiers, each by itself',
    command: true,
    body: bulkBody,
    answer: bulkStarted,
    handle: ({ caller, body, key }) => startBulk(ctx, caller, body, key),
  });
  http.route({
    method: 'GET',
    path: '/worklist/bulk',
    who: 'officer',
    summary: 'The caller’s last acts on many dossiers',
    answer: bulkRuns,
    handle: ({ caller }) => readRuns(ctx, caller),
  });
  http.route({
    method: 'GET',
    path: '/worklist/bulk/:id',
    who: 'officer',
    summary: 'How far an act on many dossiers came, one by one',
    params: byId,
    answer: bulkRun,
    handle: ({ caller, params }) => readRun(ctx, caller, params.id),
  });
}

// The edge of agencies and people: the tree, its changes, officers and posts, absences.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { cancelAbsence, readAbsences, recordAbsence } from './absence.ts';
import { changeAgency, makeAgency, makeUnit } from './change-agency.ts';
import { givePost, makeOfficer, resetPassword, shutAccount, takePost } from './change-people.ts';
import { decideMerger, previewMerger } from './merge.ts';
import {
  absenceBody,
  absencesView,
  agencyBody,
  doneView,
  endPostBody,
  mergerBody,
  mergerPreview,
  mergerQuery,
  moveBody,
  newOfficerView,
  officerBody,
  renameBody,
  treeQuery,
  treeView,
  unitBody,
} from './schema.ts';
import { readTree } from './tree.ts';

const byId = z.object({ id: z.uuid('Mã nội bộ không đúng dạng. Xin tải lại trang.') });
const command = { method: 'POST', who: 'officer', command: true } as const;

export function registerAgencyRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/agencies',
    who: 'officer',
    summary: 'The tree of agencies with units and people, as of a day, as known at a day',
    query: treeQuery,
    answer: treeView,
    handle: ({ caller, query }) => readTree(ctx, caller, query),
  });
  http.route({
    ...command,
    path: '/agencies',
    summary: 'Make an agency below one’s own',
    body: agencyBody,
    answer: doneView,
    handle: ({ caller, body, key }) => makeAgency(ctx, caller, body, key),
  });
  http.route({
    ...command,
    path: '/agencies/:id/facts',
    summary: 'Another name or superior of an agency, from a day on',
    params: byId,
    body: renameBody,
    answer: doneView,
    handle: ({ caller, params, body, key }) =>
      changeAgency(ctx, caller, { ...body, agencyId: params.id }, key),
  });
  http.route({
    ...command,
    path: '/agencies/:id/units',
    summary: 'Make a unit of an agency, or a point at which people are helped to file',
    params: byId,
    body: unitBody,
    answer: doneView,
    handle: ({ caller, params, body, key }) => makeUnit(ctx, caller, { ...body, agencyId: params.id }, key),
  });
  registerMergers(http, ctx);
  registerPeople(http, ctx);
  registerAbsences(http, ctx);
}

function registerMergers(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/agencies/:id/merger',
    who: 'officer',
    summary: 'What a merger of an agency into another would move; writes nothing',
    params: byId,
    query: mergerQuery,
    answer: mergerPreview,
    handle: ({ caller, params, query }) => previewMerger(ctx, caller, { agencyId: params.id, to: query.to }),
  });
  http.route({
    ...command,
    path: '/agencies/:id/merger',
    summary: 'Decide a merger: people and open dossiers go on in the successor',
    params: byId,
    body: mergerBody,
    answer: doneView,
    handle: ({ caller, params, body, key }) =>
      decideMerger(ctx, caller, { ...body, agencyId: params.id }, key),
  });
}

function registerPeople(http: Http, ctx: Context): void {
  http.route({
    ...command,
    path: '/officers',
    summary: 'Make an officer in a first post; the answer shows the first password, once',
    body: officerBody,
    answer: newOfficerView,
    handle: ({ caller, body, key }) => makeOfficer(ctx, caller, body, key),
  });
  http.route({
    ...command,
    path: '/officers/:id/posts',
    summary: 'Give an officer a further post, or another one in place of one that ends',
    params: byId,
    body: moveBody,
    answer: doneView,
    handle: ({ caller, params, body, key }) => givePost(ctx, caller, { ...body, officerId: params.id }, key),
  });
  http.route({
    ...command,
    path: '/posts/:id/end',
    summary: 'End a post from a day on',
    params: byId,
    body: endPostBody,
    answer: doneView,
    handle: ({ caller, params, body, key }) => takePost(ctx, caller, { ...body, postId: params.id }, key),
  });
  http.route({
    ...command,
    path: '/officers/:id/disable',
    summary: 'Shut an account: its sessions end at once',
    params: byId,
    answer: doneView,
    handle: ({ caller, params, key }) => shutAccount(ctx, caller, { officerId: params.id }, key),
  });
  http.route({
    ...command,
    path: '/officers/:id/first-password',
    summary: 'A new first password for somebody who forgot theirs, shown once',
    params: byId,
    answer: newOfficerView,
    handle: ({ caller, params, key }) => resetPassword(ctx, caller, { officerId: params.id }, key),
  });
}

function registerAbsences(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/absences',
    who: 'officer',
    summary: 'Who is or will be away, as far as it concerns the caller',
    answer: absencesView,
    handle: ({ caller }) => readAbsences(ctx, caller),
  });
  http.route({
    ...command,
    path: '/absences',
    summary: 'Record an absence with its deputy',
    body: absenceBody,
    answer: doneView,
    handle: ({ caller, body, key }) => recordAbsence(ctx, caller, body, key),
  });
  http.route({
    ...command,
    path: '/absences/:id/end',
    summary: 'End an absence: the officer is back',
    params: byId,
    answer: doneView,
    handle: ({ caller, params, key }) => cancelAbsence(ctx, caller, { id: params.id }, key),
  });
}

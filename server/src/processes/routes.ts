// The edge of processes: what officers and the public read, publishing, and moving running dossiers.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { moveDossiers, previewMoves } from './move.ts';
import { publish } from './publish.ts';
import { findProcesses, readVersion, readVersions } from './read.ts';
import { saveDraft } from './save-draft.ts';
import {
  draftAnswer,
  draftBody,
  moveAnswer,
  moveBody,
  movePreview,
  processList,
  processQuery,
  processVersions,
  processView,
  publishAnswer,
  publishBody,
} from './schema.ts';

const byCode = z.object({ code: z.string().max(40) });
const byVersion = byCode.extend({ version: z.coerce.number().int().min(1).max(1_000_000) });

export function registerProcessRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/processes',
    who: 'officer',
    summary: 'Processes by words with or without accents: version in force, coming version, drafts',
    query: processQuery,
    answer: processList,
    handle: ({ caller, query }) => findProcesses(ctx, caller, query),
  });
  http.route({
    method: 'GET',
    path: '/processes/:code',
    who: 'officer',
    summary: 'The versions of a process, newest first',
    params: byCode,
    answer: processVersions,
    handle: ({ caller, params }) => readVersions(ctx, caller, params.code),
  });
  http.route({
    method: 'GET',
    path: '/processes/:code/:version',
    who: 'officer',
    summary: 'One version drawn and proved, with what is wrong and the acts that lead there',
    params: byVersion,
    answer: processView,
    handle: ({ caller, params }) => readVersion(ctx, caller, params.code, params.version),
  });
  http.route({
    method: 'POST',
    path: '/processes/:code/:version/draft',
    who: 'officer',
    summary: 'Keeps a changed version as a further draft',
    command: true,
    params: byVersion,
    body: draftBody,
    answer: draftAnswer,
    handle: ({ caller, params, body, key }) => saveDraft(ctx, caller, { ...params, ...body }, key),
  });
  http.route({
    method: 'POST',
    path: '/processes/:code/:version/publish',
    who: 'officer',
    summary: 'Publishes a proved draft from a day on',
    command: true,
    params: byVersion,
    body: publishBody,
    answer: publishAnswer,
    handle: ({ caller, params, body, key }) => publish(ctx, caller, { ...params, ...body }, key),
  });
  http.route({
    method: 'GET',
    path: '/processes/:code/:version/moves',
    who: 'officer',
    summary: 'Where each running dossier of another version would stand in this one',
    params: byVersion,
    answer: movePreview,
    handle: ({ caller, params }) => previewMoves(ctx, caller, params),
  });
  http.route({
    method: 'POST',
    path: '/processes/:code/:version/moves',
    who: 'officer',
    summary: 'Moves running dossiers to this version, each with a row in its ledger',
    command: true,
    params: byVersion,
    body: moveBody,
    answer: moveAnswer,
    handle: ({ caller, params, body, key }) => moveDossiers(ctx, caller, { ...params, ...body }, key),
  });
}

// The edge of talks: the inbox of an officer, one talk, and what is done with it.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { answerTalk } from './answer.ts';
import { endByOfficer, passTalk } from './hand-back.ts';
import { readTalk, readTalkCount, readTalkPhoto, readTalks, readTalksOfDossier } from './read.ts';
import {
  answerBody,
  dossierTalks,
  endBody,
  passBody,
  talkAnswer,
  talkCount,
  talkList,
  talksQuery,
  talkView,
} from './schema.ts';

const byId = z.object({ id: z.uuid('Mã cuộc trao đổi không đúng dạng.') });
const byPhoto = byId.extend({ photoId: z.uuid('Mã ảnh không đúng dạng.') });

export function registerTalkRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/talks',
    who: 'officer',
    summary: 'Open talks with citizens: who has waited longest first',
    query: talksQuery,
    answer: talkList,
    handle: ({ caller, query }) => readTalks(ctx, caller, query),
  });

  http.route({
    method: 'GET',
    path: '/talks/count',
    who: 'officer',
    summary: 'How many citizens wait for an answer of the caller or their unit',
    answer: talkCount,
    handle: ({ caller }) => readTalkCount(ctx, caller),
  });

  http.route({
    method: 'GET',
    path: '/talks/:id',
    who: 'officer',
    summary: 'A talk with all that was said, and whether an answer would arrive',
    params: byId,
    answer: talkView,
    handle: ({ caller, params }) => readTalk(ctx, caller, params.id),
  });

  http.route({
    method: 'GET',
    path: '/talks/:id/photos/:photoId',
    who: 'officer',
    summary: 'The bytes of a photograph or PDF that was sent in a talk',
    params: byPhoto,
    handle: async ({ caller, params, reply }) => {
      const { type, bytes } = await readTalkPhoto(ctx, caller, params);
      const sandbox = type === 'application/pdf' ? '' : 'sandbox; ';
      return reply
        .type(type)
        .header('cache-control', 'private, no-store')
        .header('content-security-policy', `${sandbox}default-src 'none'; frame-ancestors 'self'`)
        .send(bytes);
    },
  });

  http.route({
    method: 'GET',
    path: '/dossiers/:id/talks',
    who: 'officer',
    summary: 'The talks about a dossier, the newest first',
    params: byId,
    answer: dossierTalks,
    handle: ({ caller, params }) => readTalksOfDossier(ctx, caller, params.id),
  });

  http.route({
    method: 'POST',
    path: '/talks/:id/answers',
    who: 'officer',
    summary: 'Answer the citizen in the chat',
    command: true,
    params: byId,
    body: answerBody,
    answer: talkAnswer,
    handle: ({ caller, params, body, key }) => answerTalk(ctx, caller, { ...params, ...body, key }),
  });

  http.route({
    method: 'POST',
    path: '/talks/:id/unit',
    who: 'officer',
    summary: 'Pass a talk of the general inbox to a unit',
    command: true,
    params: byId,
    body: passBody,
    answer: talkAnswer,
    handle: ({ caller, params, body, key }) => passTalk(ctx, caller, { ...params, ...body, key }),
  });

  http.route({
    method: 'POST',
    path: '/talks/:id/end',
    who: 'officer',
    summary: 'End a talk: the citizen is told what comes next, and the machine speaks again',
    command: true,
    params: byId,
    body: endBody,
    answer: talkAnswer,
    handle: ({ caller, params, body, key }) => endByOfficer(ctx, caller, { ...params, ...body, key }),
  });
}

// The edge of drafts: the address of a draft's page is the right to it; codes go through a budget.

import type { AnswerChange } from '@motcua/domain/draft-answers';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { declarationOfDraft } from './declaration.ts';
import { viewDeclared } from './declared.ts';
import { keepExternalCode, packageOf } from './package.ts';
import { readProgress, receivePart } from './receive-part.ts';
import {
  answersBody,
  beginBody,
  declaredView,
  draftLink,
  draftSaved,
  draftView,
  externalCodeBody,
  filingOffer,
  partBytes,
  resumeAnswer,
  resumeBody,
  submitBody,
  uploadProgress,
  uploadQuery,
} from './schema.ts';
import { viewDraft } from './view.ts';
import {
  beginOnWeb,
  dropPaperOfPage,
  offerFiling,
  readPaperOfPage,
  resumeOnWeb,
  saveFromPage,
  submitFromPage,
} from './web.ts';

const byTenant = z.object({ tenant: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/, 'Đường dẫn chưa đúng.') });
const byToken = z.object({ token: z.string().max(120) });
const byUpload = byToken.extend({ upload: z.uuid('Mã tải lên không đúng dạng.') });
const byPaper = byToken.extend({ id: z.uuid('Mã ảnh không đúng dạng.') });

export function registerDraftRoutes(http: Http, ctx: Context): void {
  const keepPrivate = (reply: FastifyReply) =>
    void reply.header('cache-control', 'private, no-store').header('x-robots-tag', 'noindex');

  http.route({
    method: 'GET',
    path: '/public/:tenant/filing/:code',
    who: 'anyone',
    summary: 'Where online filing of a procedure legally lands, in words, and whether there is an e-form',
    perMinute: 240,
    params: byTenant.extend({ code: z.string().max(20) }),
    answer: filingOffer,
    handle: ({ params }) => offerFiling(ctx, params.tenant, params.code),
  });
  http.route({
    method: 'POST',
    path: '/public/:tenant/drafts',
    who: 'anyone',
    summary: 'Begin to fill in the e-form of a procedure',
    perMinute: 20,
    params: byTenant,
    body: beginBody,
    answer: draftLink,
    handle: ({ params, body }) => beginOnWeb(ctx, params.tenant, body.procedureCode),
  });
  http.route({
    method: 'POST',
    path: '/public/:tenant/drafts/resume',
    who: 'anyone',
    summary: 'Go on with a draft by its code, with six digits once it names somebody',
    perMinute: 20,
    params: byTenant,
    body: resumeBody,
    answer: resumeAnswer,
    handle: ({ params, body, request }) => resumeOnWeb(ctx, params.tenant, { ...body, address: request.ip }),
  });
  http.route({
    method: 'GET',
    path: '/drafts/:token',
    who: 'anyone',
    summary: 'A draft: what was filled in, what is wanting, what comes next',
    perMinute: 240,
    params: byToken,
    answer: draftView,
    handle: ({ params, reply }) => {
      keepPrivate(reply);
      return viewDraft(ctx, params.token);
    },
  });
  http.route({
    method: 'POST',
    path: '/drafts/:token/answers',
    who: 'anyone',
    summary: 'Save fields of a draft, path by path',
    perMinute: 240,
    params: byToken,
    body: answersBody,
    answer: draftSaved,
    handle: ({ params, body }) =>
      // What came as JSON is an answer as far as its shape goes.
      saveFromPage(ctx, params.token, { ...body, changes: body.changes as AnswerChange[] }),
  });
  http.route({
    method: 'POST',
    path: '/drafts/:token/uploads/:upload',
    who: 'anyone',
    summary: 'A part of a photograph or PDF: the bytes as application/octet-stream; the last makes it whole',
    upload: partBytes,
    perMinute: 600,
    params: byUpload,
    query: uploadQuery,
    answer: uploadProgress,
    handle: ({ params: { token, upload }, query, request }) =>
      receivePart(ctx, token, { uploadId: upload, ...query, bytes: request.body as Buffer }),
  });
  http.route({
    method: 'GET',
    path: '/drafts/:token/uploads/:upload',
    who: 'anyone',
    summary: 'How much of an upload has arrived',
    perMinute: 240,
    params: byUpload,
    answer: uploadProgress,
    handle: ({ params: { token, upload } }) => readProgress(ctx, token, upload),
  });
  http.route({
    method: 'GET',
    path: '/drafts/:token/papers/:id',
    who: 'anyone',
    summary: 'A photograph or PDF of a draft, for who sent it',
    perMinute: 240,
    params: byPaper,
    handle: async ({ params: { token, id }, reply }) => {
      keepPrivate(reply);
      const { type, bytes } = await readPaperOfPage(ctx, token, id);
      // Looked at and made anew when it came; all the same it may do nothing.
      return reply
        .type(type)
        .header('content-security-policy', "default-src 'none'; frame-ancestors 'self'")
        .header('content-disposition', 'inline')
        .send(bytes);
    },
  });
  http.route({
    method: 'DELETE',
    path: '/drafts/:token/papers/:id',
    who: 'anyone',
    summary: 'Take a photograph or PDF out of a draft',
    perMinute: 120,
    params: byPaper,
    handle: ({ params: { token, id } }) => dropPaperOfPage(ctx, token, id),
  });
  http.route({
    method: 'GET',
    path: '/drafts/:token/declaration.pdf',
    who: 'anyone',
    summary: 'The official declaration out of what was filled in, as PDF; gaps where nothing was',
    perMinute: 20,
    params: byToken,
    handle: async ({ params, reply }) => {
      keepPrivate(reply);
      const { pdf, fileName } = await declarationOfDraft(ctx, params.token);
      return reply
        .type('application/pdf')
        .header('content-disposition', `inline; filename="${fileName}"`)
        .send(pdf);
    },
  });
  http.route({
    method: 'POST',
    path: '/drafts/:token/submit',
    who: 'anyone',
    summary: 'File a draft: one draft, one dossier, however often it is sent',
    perMinute: 20,
    params: byToken,
    body: submitBody,
    answer: draftLink,
    handle: ({ params }) => submitFromPage(ctx, params.token),
  });
  http.route({
    method: 'GET',
    path: '/drafts/:token/package',
    who: 'anyone',
    summary: 'The whole package to take along where filing lands elsewhere: declaration and papers as ZIP',
    perMinute: 20,
    params: byToken,
    handle: async ({ params, reply }) => {
      keepPrivate(reply);
      const { bytes, fileName } = await packageOf(ctx, params.token);
      return reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="${fileName}"`)
        .send(bytes);
    },
  });
  http.route({
    method: 'POST',
    path: '/drafts/:token/external-code',
    who: 'anyone',
    summary: 'Remember the code another system gave',
    perMinute: 20,
    params: byToken,
    body: externalCodeBody,
    handle: ({ params, body }) => keepExternalCode(ctx, params.token, body.code),
  });
  http.route({
    method: 'GET',
    path: '/dossiers/:id/declared',
    who: 'officer',
    summary: 'What was declared in the e-form a dossier was filed with',
    params: z.object({ id: z.uuid('Mã nội bộ của hồ sơ không đúng dạng.') }),
    answer: declaredView,
    handle: ({ caller, params }) => viewDeclared(ctx, caller, params.id),
  });
}

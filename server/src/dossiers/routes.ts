// The edge of dossiers: worklist, dossier page, intake, actions, live changes.

import { z } from 'zod';
import type { Changes } from '../platform/changes.ts';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { worklist, worklistQuery } from '../worklists/schema.ts';
import { act } from './act.ts';
import { findByCode } from './find-by-code.ts';
import { takeIn } from './intake.ts';
import {
  actionAnswer,
  actionBody,
  codeAnswer,
  dossierView,
  intakeAnswer,
  intakeBody,
  undoBody,
} from './schema.ts';
import { undo } from './undo.ts';
import { viewDossier } from './view.ts';
import { readWorklist } from './worklist.ts';

const byId = z.object({ id: z.uuid('Mã nội bộ của hồ sơ không đúng dạng.') });

export function registerDossierRoutes(http: Http, ctx: Context, changes: Changes): void {
  http.route({
    method: 'GET',
    path: '/worklist',
    who: 'officer',
    summary: 'One tab of the worklist, with the count of every tab',
    query: worklistQuery,
    answer: worklist,
    handle: ({ caller, query }) => readWorklist(ctx, caller, query),
  });

  http.route({
    method: 'GET',
    path: '/dossiers/:id',
    who: 'officer',
    summary: 'A dossier with its timeline and the actions the caller may take',
    params: byId,
    answer: dossierView,
    handle: ({ caller, params }) => viewDossier(ctx, caller, params.id),
  });

  http.route({
    method: 'GET',
    path: '/dossiers/by-code/:code',
    who: 'officer',
    summary: 'The dossier of the caller’s agency with this code, ended ones too',
    params: z.object({ code: z.string().max(60) }),
    answer: codeAnswer,
    handle: ({ caller, params }) => findByCode(ctx, caller, params.code),
  });

  http.route({
    method: 'POST',
    path: '/dossiers',
    who: 'officer',
    summary: 'Counter intake: file, accept and pass on in one act',
    command: true,
    body: intakeBody,
    answer: intakeAnswer,
    handle: ({ caller, body, key }) => takeIn(ctx, caller.tenantId, caller, body, { key }),
  });

  http.route({
    method: 'POST',
    path: '/dossiers/:id/actions',
    who: 'officer',
    summary: 'Act on a dossier',
    command: true,
    params: byId,
    body: actionBody,
    answer: actionAnswer,
    handle: ({ caller, params, body, key }) =>
      act(ctx, caller.tenantId, { kind: 'officer', ...caller }, { dossierId: params.id, ...body, key }),
  });

  http.route({
    method: 'POST',
    path: '/dossiers/:id/undo',
    who: 'officer',
    summary: 'Take back the last act on a dossier, and recall or correct what was told of it',
    command: true,
    params: byId,
    body: undoBody,
    answer: actionAnswer,
    handle: ({ caller, params, body, key }) => undo(ctx, caller, { dossierId: params.id, ...body, key }),
  });

  http.route({
    method: 'GET',
    path: '/changes',
    who: 'officer',
    summary: 'Server-sent events: which dossiers of the caller’s agency changed',
    handle: async ({ caller, reply }) => {
      reply.hijack();
      reply.raw.writeHead(200, {
        ...(reply.getHeaders() as Record<string, string>),
        'content-type': 'text/event-stream; charset=utf-8',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      reply.raw.write('retry: 2000\n\n');
      const leave = changes.listen(
        ({ tenantId, agencyIds, dossierId, version }) => {
          if (tenantId === caller.tenantId && agencyIds.includes(caller.agencyId))
            reply.raw.write(`data: ${JSON.stringify({ dossierId, version })}\n\n`);
        },
        () => reply.raw.end(),
      );
      reply.raw.on('close', leave);
      return reply;
    },
  });
}

// All routes in one place. Makes the application; does not listen.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fastifyStatic from '@fastify/static';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { authenticator, registerAccountRoutes } from './accounts/routes.ts';
import type { DemoSignIns } from './accounts/schema.ts';
import { registerAgencyRoutes } from './agencies/routes.ts';
import { type Intake, openIntake } from './chat/intake.ts';
import { registerChatRoutes } from './chat/routes.ts';
import { registerCitizenRoutes } from './citizens/routes.ts';
import { registerClockRoutes } from './clocks/routes.ts';
import { registerBatchRoutes } from './counter/batch-routes.ts';
import { registerListRoutes } from './counter/list-routes.ts';
import { registerCounterRoutes } from './counter/routes.ts';
import { openLinks } from './dossiers/look-up.ts';
import { registerDossierRoutes } from './dossiers/routes.ts';
import { registerDraftRoutes } from './drafts/routes.ts';
import { registerFileRoutes } from './files/routes.ts';
import { registerFindRoutes } from './find/routes.ts';
import { registerFormRoutes } from './forms/routes.ts';
import { registerHelperRoutes } from './helpers/routes.ts';
import { registerNoticeRoutes } from './notices/routes.ts';
import { registerOpinionRoutes } from './opinions/routes.ts';
import { registerPaperRoutes } from './papers/routes.ts';
import type { Changes } from './platform/changes.ts';
import type { Context } from './platform/context.ts';
import type { Database } from './platform/database.ts';
import { createHttp, type Http } from './platform/http.ts';
import { jobCounts } from './platform/jobs.ts';
import type { Log } from './platform/log.ts';
import { isSchemaCurrent } from './platform/migrate.ts';
import { openapiOf } from './platform/openapi.ts';
import { openPages } from './portal/pages.ts';
import { registerPortalRoutes } from './portal/routes.ts';
import { registerProcedureRoutes } from './procedures/routes.ts';
import { registerProcessRoutes } from './processes/routes.ts';
import { registerQuestionRoutes } from './questions/routes.ts';
import { registerRatingRoutes } from './ratings/routes.ts';
import { registerTalkRoutes } from './talks/routes.ts';
import { registerTrackingRoutes } from './tracking/routes.ts';
import { registerUnitRoutes } from './units/routes.ts';
import { registerWorklistRoutes } from './worklists/routes.ts';

export interface AppParts {
  ctx: Context;
  log: Log;
  changes: Changes;
  /** The sign-ins to show, in demo mode. */
  demo: (() => DemoSignIns) | null;
  /** Origins that may show our pages in a frame. */
  frameAncestors: readonly string[];
  /** The address that opens an Official Account in Zalo. */
  openOa: (oaId: string, text: string) => string;
  /** What webhooks are written with and, while that is away, where; absent: with the others' connections, and nowhere. */
  intake?: { database: Database; spoolFolder: string };
  /** All limits per address, so many times as high: for measurements, where all ask from one address. */
  limitTimes?: number;
  /** Folder of the built web; absent in tests of the API alone. */
  webFolder?: string;
}

export async function createApp(parts: AppParts): Promise<Http> {
  const { ctx, log, webFolder } = parts;
  const webBuilt = webFolder !== undefined && existsSync(join(webFolder, 'index.html'));
  const http = await createHttp({
    log,
    authenticate: authenticator(ctx),
    frameAncestors: parts.frameAncestors,
    ...(parts.limitTimes === undefined ? {} : { limitTimes: parts.limitTimes }),
    ...(webBuilt ? { sendPage: pageSender(openPages(ctx, openLinks(ctx), webFolder)) } : {}),
  });
  registerAccountRoutes(http, ctx, parts.demo);
  registerAgencyRoutes(http, ctx);
  registerProcedureRoutes(http, ctx);
  registerProcessRoutes(http, ctx);
  registerFindRoutes(http, ctx);
  registerDossierRoutes(http, ctx, parts.changes);
  registerDraftRoutes(http, ctx);
  registerWorklistRoutes(http, ctx);
  registerPaperRoutes(http, ctx);
  registerFileRoutes(http, ctx);
  registerCounterRoutes(http, ctx);
  registerBatchRoutes(http, ctx);
  registerListRoutes(http, ctx);
  registerNoticeRoutes(http, ctx);
  registerClockRoutes(http, ctx);
  registerOpinionRoutes(http, ctx);
  registerHelperRoutes(http, ctx);
  registerPortalRoutes(http, ctx);
  registerFormRoutes(http, ctx);
  registerUnitRoutes(http);
  registerTalkRoutes(http, ctx);
  registerQuestionRoutes(http, ctx);
  registerRatingRoutes(http, ctx);
  registerCitizenRoutes(http, ctx, parts.openOa);
  registerTrackingRoutes(http, ctx, parts.openOa);
  const { database = ctx.database, ...place } = parts.intake ?? {};
  const intake = await openIntake({ ctx: { ...ctx, database }, log, ...place });
  http.app.addHook('onClose', () => intake.stop());
  registerChatRoutes(http.app, intake, log);
  registerHealth(http, ctx, intake);
  http.app.get('/api/v1/openapi.json', async () => openapiOf(http.routes, ctx.publicUrl));
  if (webBuilt) await serveWeb(http, webFolder);
  return http;
}

function registerHealth({ app }: Http, ctx: Context, intake: Intake): void {
  app.get('/healthz', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const schema = await isSchemaCurrent(ctx.database.pool).catch(() => false);
    const jobs = schema ? await jobCounts(ctx.database).catch(() => null) : null;
    const ready = schema && jobs !== null;
    const status = ready ? 'ready' : 'not_ready';
    return reply.status(ready ? 200 : 503).send({ status, schema, jobs, intake: intake.state() });
  });
}

/** The built web: hashed assets for ever, pages never from a cache. */
async function serveWeb({ app }: Http, folder: string): Promise<void> {
  await app.register(fastifyStatic, {
    root: folder,
    // The first page is a document like the others.
    index: false,
    preCompressed: true,
    setHeaders: (reply, path) => {
      void reply.header(
        'cache-control',
        path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
      );
    },
  });
}

/** Every page's path answers with a document; paths of the API, of Zalo and of files do not. */
function pageSender(documentOf: ReturnType<typeof openPages>) {
  return (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> | undefined => {
    const [path = '', query = ''] = request.url.split('?');
    // Tokens of tracking pages have a dot in them: a file is told by its folder or by an ending we serve.
    const isFile = /^\/assets\/|\.(?:js|css|svg|png|ico|txt|json|map|woff2?)$/.test(path);
    if (request.method !== 'GET' || /^\/(?:api|zalo)\//.test(path) || isFile) return undefined;
    return sendDocument(request, reply, documentOf(path, new URLSearchParams(query)));
  };
}

async function sendDocument(
  request: FastifyRequest,
  reply: FastifyReply,
  document: Promise<string>,
): Promise<FastifyReply> {
  const text = await document;
  const zipped = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  // It may tell of a dossier: no cache keeps it, no search engine lists it.
  void reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'private, no-store')
    .header('vary', 'accept-encoding')
    .header('x-robots-tag', 'noindex');
  return zipped ? reply.header('content-encoding', 'gzip').send(gzipSync(text)) : reply.send(text);
}

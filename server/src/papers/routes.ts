// The edge of papers: those of a dossier as PDF, the package of a dossier, the register book.

import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { archiveOf } from './archive.ts';
import { readPapers } from './list.ts';
import { printPaper } from './print.ts';
import { exportRegister, readRegister } from './register.ts';
import { paperList, registerPage, registerPageQuery, registerQuery } from './schema.ts';

const byId = z.object({ id: z.uuid('Mã nội bộ của hồ sơ không đúng dạng.') });
const ofDossier = byId.extend({
  paper: z.union([z.enum(['control-slip', 'declaration']), z.coerce.number().int().min(1).max(100_000)], {
    error: 'Giấy được gọi bằng số thứ tự của sự kiện, control-slip hoặc declaration.',
  }),
});

export function registerPaperRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/dossiers/:id/papers',
    who: 'officer',
    summary: 'The statutory papers of a dossier, with every print',
    params: byId,
    answer: paperList,
    handle: ({ caller, params }) => readPapers(ctx, caller, params.id),
  });

  http.route({
    method: 'GET',
    path: '/dossiers/:id/papers/:paper.pdf',
    who: 'officer',
    summary: 'One paper as PDF; every call is written down as a print, and a further print says so',
    params: ofDossier,
    handle: async ({ caller, params, reply }) => {
      const wanted = params.paper === 'control-slip' ? 'control_slip' : params.paper;
      const { pdf, fileName } = await printPaper(ctx, caller, params.id, wanted, 'a4');
      return sendFile(reply, pdf, { fileName, type: 'application/pdf', inline: true });
    },
  });

  http.route({
    method: 'GET',
    path: '/dossiers/:id/receipt.pdf',
    who: 'officer',
    summary: 'Giấy tiếp nhận hồ sơ và hẹn trả kết quả (Mẫu số 01), PDF; written down as a print',
    params: byId,
    query: z.object({ paper: z.enum(['a4', 'a5']).default('a5') }),
    handle: async ({ caller, params, query, reply }) => {
      const { pdf, fileName } = await printPaper(ctx, caller, params.id, 'receipt', query.paper);
      return sendFile(reply, pdf, { fileName, type: 'application/pdf', inline: true });
    },
  });

  http.route({
    method: 'GET',
    path: '/dossiers/:id/archive.zip',
    who: 'officer',
    summary: 'The whole dossier as a package with checksums; written down',
    params: byId,
    perMinute: 60,
    handle: async ({ caller, params, reply }) => {
      const { file, fileName } = await archiveOf(ctx, caller, params.id);
      return sendFile(reply, file, { fileName, type: 'application/zip', inline: false });
    },
  });

  http.route({
    method: 'GET',
    path: '/register',
    who: 'officer',
    summary: 'A page of the register book: dossiers received in a period, by their numbers',
    query: registerPageQuery,
    answer: registerPage,
    handle: ({ caller, query }) => readRegister(ctx, caller, query),
  });

  for (const [format, type] of registerFormats)
    http.route({
      method: 'GET',
      path: `/register.${format}`,
      who: 'officer',
      summary: `A period of the register book as ${format.toUpperCase()}; written down`,
      query: registerQuery,
      perMinute: 60,
      handle: async ({ caller, query, reply }) => {
        const { file, fileName } = await exportRegister(ctx, caller, query, format);
        return sendFile(reply, file, { fileName, type, inline: format === 'pdf' });
      },
    });
}

const registerFormats = [
  ['xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'],
  ['pdf', 'application/pdf'],
] as const;

function sendFile(
  reply: FastifyReply,
  file: Buffer,
  { fileName, type, inline }: { fileName: string; type: string; inline: boolean },
): FastifyReply {
  return reply
    .type(type)
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `${inline ? 'inline' : 'attachment'}; filename="${fileName}"`)
    .send(file);
}

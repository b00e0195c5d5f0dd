// The edge of files: uploads before filing, the files of a dossier, their bytes.

import { largestUpload } from '@motcua/domain/paper-file';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { addFiles } from './add.ts';
import { readFile, viewFiles } from './read.ts';
import { addFilesAnswer, addFilesBody, dossierFiles, uploadAnswer } from './schema.ts';
import { dropUpload, readUpload, upload } from './upload.ts';

const byId = z.object({ id: z.uuid('Mã nội bộ không đúng dạng.') });
const byFile = byId.extend({ fileId: z.uuid('Mã bản chụp không đúng dạng.') });

export function registerFileRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'POST',
    path: '/uploads',
    who: 'officer',
    summary: 'A scan or photograph not yet filed: the bytes as application/octet-stream',
    upload: largestUpload,
    perMinute: 240,
    answer: uploadAnswer,
    handle: ({ caller, request }) => upload(ctx, caller, request.body as Buffer),
  });

  http.route({
    method: 'GET',
    path: '/uploads/:id',
    who: 'officer',
    summary: 'What the caller uploaded and has not filed yet',
    params: byId,
    handle: async ({ caller, params, reply }) => {
      const { type, bytes } = await readUpload(ctx, caller, params.id);
      return sendBytes(reply, { type, bytes, fileName: 'ban-chup', attached: false });
    },
  });

  http.route({
    method: 'DELETE',
    path: '/uploads/:id',
    who: 'officer',
    summary: 'Forget what the caller uploaded and will not file',
    params: byId,
    handle: ({ caller, params }) => dropUpload(ctx, caller, params.id),
  });

  http.route({
    method: 'POST',
    path: '/dossiers/:id/files',
    who: 'officer',
    summary: 'File uploads with a paper of a dossier; several photographs become one PDF',
    command: true,
    params: byId,
    body: addFilesBody,
    answer: addFilesAnswer,
    handle: ({ caller, params, body, key }) => addFiles(ctx, caller, params.id, body, key),
  });

  http.route({
    method: 'GET',
    path: '/dossiers/:id/files',
    who: 'officer',
    summary: 'The scans and photographs of a dossier, all versions',
    params: byId,
    answer: dossierFiles,
    handle: ({ caller, params }) => viewFiles(ctx, caller, params.id),
  });

  http.route({
    method: 'GET',
    path: '/dossiers/:id/files/:fileId',
    who: 'officer',
    summary: 'The bytes of a file, or one photograph of it; written down as read',
    params: byFile,
    query: z.object({
      page: z.coerce.number().int().min(1).max(1000).optional(),
      download: z.literal('1').optional(),
    }),
    handle: async ({ caller, params, query, reply }) => {
      const file = await readFile(ctx, caller, params.id, params.fileId, query.page);
      return sendBytes(reply, { ...file, attached: query.download !== undefined });
    },
  });
}

/** Bytes that once came from outside: shown alone, in a page that may do nothing. */
function sendBytes(
  reply: FastifyReply,
  { type, bytes, fileName, attached }: { type: string; bytes: Buffer; fileName: string; attached: boolean },
): FastifyReply {
  // Browsers show no PDF in a sandbox; it was checked to hold no script, and the page around it may load nothing.
  const sandbox = type === 'application/pdf' ? '' : 'sandbox; ';
  return reply
    .type(type)
    .header('cache-control', 'private, no-store')
    .header('content-disposition', `${attached ? 'attachment' : 'inline'}; filename="${fileName}"`)
    .header(
      'content-security-policy',
      `${sandbox}default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'`,
    )
    .send(bytes);
}

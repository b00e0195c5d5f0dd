// The phone page: TypeScript modules with their types stripped on the way out, fonts, pictures and media.

import { readFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { fieldsOf } from './json.ts';
import type { Street } from './parts.ts';

const require = createRequire(import.meta.url);
const phoneFolder = fileURLToPath(new URL('../phone', import.meta.url));
const qrFolder = dirname(require.resolve('qr'));
const fontFolder = join(dirname(require.resolve('@fontsource/be-vietnam-pro/package.json')), 'files');

/** Scripts and styles only from here; pictures and framed pages from wherever messages point. */
const pagePolicy = [
  "default-src 'self'",
  "img-src 'self' data: blob: http: https:",
  'frame-src http: https:',
  "media-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
].join('; ');

export async function addPageRoutes(app: FastifyInstance, street: Street): Promise<void> {
  const page = (path: string, file: string) =>
    app.get(path, async (_request, reply) =>
      reply
        .headers({ 'content-security-policy': pagePolicy, 'cache-control': 'no-store' })
        .type('text/html; charset=utf-8')
        .send(await readFile(join(phoneFolder, file))),
    );
  page('/', 'index.html');
  // Links into the chat, as zalo.me would take them; they work framed in the phone and on their own.
  page('/zalo.me/:oaId', 'open.html');
  page('/go/:oaId', 'open.html');

  const stripped = new Map<string, Promise<string>>();
  app.get('/phone/:module.ts', (request, reply) => {
    const name = String(fieldsOf(request.params)['module']);
    if (!/^[a-z-]+$/.test(name)) return reply.code(404).send();
    const script = stripped.get(name) ?? stripModule(name);
    stripped.set(name, script);
    return script.then(
      (text) => reply.type('text/javascript; charset=utf-8').header('cache-control', 'no-cache').send(text),
      () => reply.code(404).send(),
    );
  });

  await app.register(fastifyStatic, { root: phoneFolder, prefix: '/phone/', index: false });
  await app.register(fastifyStatic, { root: qrFolder, prefix: '/vendor/qr/', decorateReply: false });
  await app.register(fastifyStatic, { root: fontFolder, prefix: '/fonts/', decorateReply: false });

  app.get('/media/:id', (request, reply) => {
    const id = fieldsOf(request.params)['id'];
    const media = street.state.media.find((one) => one.id === id);
    const bytes = media && media.expiresAt > street.now() ? street.bytes.get(media.id) : undefined;
    if (!media || !bytes)
      return reply.code(404).type('text/plain; charset=utf-8').send('Tệp không còn tồn tại');
    const name = encodeURIComponent(media.name);
    return reply
      .headers({
        'content-type': media.mime,
        'content-disposition': `${media.kind === 'file' ? 'attachment' : 'inline'}; filename*=UTF-8''${name}`,
        'x-content-type-options': 'nosniff',
      })
      .send(bytes);
  });
}

async function stripModule(name: string): Promise<string> {
  const source = await readFile(join(phoneFolder, `${name}.ts`), 'utf8');
  return stripTypeScriptTypes(source).replace("'qr/decode.js'", "'/vendor/qr/decode.js'");
}

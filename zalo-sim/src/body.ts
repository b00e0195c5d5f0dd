// Request bodies as they came: bytes first, then JSON, form or file, whatever the route asks for.

import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Fields } from './json.ts';
import { fieldsOf, parseJson } from './json.ts';

export interface SentFile {
  name: string;
  bytes: Uint8Array;
}

/** Takes every body as bytes, so that routes see exactly what was sent. */
export function takeRawBodies(app: FastifyInstance): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
}

export function bytesOf(request: FastifyRequest): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

/** The JSON body, or undefined when it is none. */
export function jsonOf(request: FastifyRequest): unknown {
  return parseJson(bytesOf(request).toString('utf8'));
}

export function fieldsIn(request: FastifyRequest): Fields {
  return fieldsOf(jsonOf(request));
}

export function formOf(request: FastifyRequest): URLSearchParams {
  return new URLSearchParams(bytesOf(request).toString('utf8'));
}

/** The `file` part of a multipart body; undefined when there is none. */
export async function uploadedFile(request: FastifyRequest): Promise<SentFile | undefined> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) return undefined;
  const body = new Response(new Uint8Array(bytesOf(request)), { headers: { 'content-type': type } });
  const part = await body.formData().then(
    (form) => form.get('file'),
    () => null,
  );
  if (part === null || typeof part === 'string') return undefined;
  return { name: part.name, bytes: new Uint8Array(await part.arrayBuffer()) };
}

/** A query parameter, or undefined. */
export function queryOf(request: FastifyRequest, name: string): string | undefined {
  const value = fieldsOf(request.query)[name];
  return typeof value === 'string' ? value : undefined;
}

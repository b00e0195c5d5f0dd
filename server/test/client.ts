// A browser without a window: keeps its cookies, sends what the desk sends, from an address of its own.

import { randomBytes, randomUUID } from 'node:crypto';
import type { Http } from '../src/platform/http.ts';

export interface Reply<Body> {
  status: number;
  body: Body;
  /** The answer as it came: for files. */
  bytes: Buffer;
  headers: Record<string, string | string[] | number | undefined>;
  cookies: readonly { name: string; value: string; [attribute: string]: unknown }[];
}

export interface Client {
  get<Body = unknown>(path: string, headers?: Headers): Promise<Reply<Body>>;
  /** Sends the bytes of a file, as the desk uploads a photograph. */
  upload<Body = unknown>(bytes: Buffer, path?: string): Promise<Reply<Body>>;
  /** With `X-Motcua` and a fresh `Idempotency-Key`; a header given as null is left out. */
  post<Body = unknown>(path: string, body: unknown, headers?: Headers): Promise<Reply<Body>>;
  delete<Body = unknown>(path: string, headers?: Headers): Promise<Reply<Body>>;
  /** The cookies sent with every request, by name. */
  cookies: Map<string, string>;
}

type Headers = Record<string, string | null>;

/** Somebody who has not signed in. Paths are below `/api/v1`; a body that is text is sent as it is. */
export function visitor(http: Http): Client {
  const cookies = new Map<string, string>();
  // A network of their own each (limits count 64 bits of an IPv6 address): the limits per address are not what most tests are about.
  const remoteAddress = `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}::1`;

  async function send<Body>(
    method: 'GET' | 'POST' | 'DELETE',
    path: string,
    headers: Headers,
    body?: unknown,
  ): Promise<Reply<Body>> {
    const answer = await http.app.inject({
      method,
      url: `/api/v1${path}`,
      headers: Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== null)) as Record<
        string,
        string
      >,
      cookies: Object.fromEntries(cookies),
      remoteAddress,
      ...(body === undefined
        ? {}
        : { payload: typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body) }),
    });
    for (const { name, value } of answer.cookies)
      if (value === '') cookies.delete(name);
      else cookies.set(name, value);
    const json = (answer.headers['content-type'] ?? '').includes('json');
    const read = (json ? answer.json() : answer.body) as Body;
    const { headers: sent, cookies: set, rawPayload: bytes } = answer;
    return { status: answer.statusCode, body: read, bytes, headers: sent, cookies: set };
  }

  const changing = () => ({ 'x-motcua': '1', 'idempotency-key': randomUUID() });
  return {
    cookies,
    get: (path, headers = {}) => send('GET', path, headers),
    post: (path, body, headers = {}) =>
      send('POST', path, { 'content-type': 'application/json', ...changing(), ...headers }, body),
    upload: (bytes, path = '/uploads') =>
      send('POST', path, { 'content-type': 'application/octet-stream', ...changing() }, bytes),
    delete: (path, headers = {}) => send('DELETE', path, { ...changing(), ...headers }),
  };
}

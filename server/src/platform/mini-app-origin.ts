// Lets the pages of our Zalo Mini App ask from Zalo's origin: without cookies, so that nothing is done in anybody's name.

import type { FastifyReply, FastifyRequest } from 'fastify';

/** Where Zalo serves every Mini App from. */
const origin = 'https://h5.zdn.vn';

export function allowMiniApp(request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  if (request.headers.origin !== origin || !request.url.startsWith('/api/')) return done();
  void reply.header('access-control-allow-origin', origin).header('vary', 'Origin');
  if (request.method !== 'OPTIONS') return done();
  void reply
    .header('access-control-allow-methods', 'GET, POST, DELETE')
    .header('access-control-allow-headers', 'authorization, content-type, idempotency-key, x-motcua')
    .header('access-control-max-age', '600')
    .status(204)
    .send();
}

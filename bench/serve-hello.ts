// The limit: a bare Fastify that says hello. Nothing that answers over HTTP here can be faster.

import Fastify from 'fastify';

// Nobody is left behind when a run breaks off.
process.once('disconnect', () => process.exit());

const app = Fastify();
app.get('/*', async () => ({ hello: 'world' }));
process.send?.(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);

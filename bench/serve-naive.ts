// The naive peer: Fastify and the driver, one prepared query per request, one transaction per webhook.

import { createHash } from 'node:crypto';
import Fastify from 'fastify';
import { Pool } from 'pg';
import { wardTenant } from '../server/src/demo/ward.ts';
import { linkDigest } from '../server/src/dossiers/link-token.ts';
import { openBenchContext } from './office.ts';

// Nobody is left behind when a run breaks off.
process.once('disconnect', () => process.exit());

const [connectionString = '', secretKey = '', appId = ''] = process.argv.slice(2);
const { secrets } = openBenchContext(connectionString);
const pool = new Pool({ connectionString, max: 16 });
const app = Fastify({ routerOptions: { maxParamLength: 200 } });

const answer = {
  type: 'object',
  properties: Object.fromEntries(
    ['code', 'status', 'procedure_name', 'unit', 'received_at', 'due_at'].map((name) => [
      name,
      { type: ['string', 'null'] },
    ]),
  ),
};

app.get<{ Params: { token: string } }>(
  '/look-up/:token',
  { schema: { response: { 200: answer } } },
  async (request, reply) => {
    const { rows } = await pool.query({
      name: 'look-up',
      text: `select code, status, procedure_name, unit, received_at::text, due_at::text
        from dossier where tenant_id = $1 and link_digest = $2`,
      values: [wardTenant, linkDigest(secrets, request.params.token)],
    });
    return rows[0] ?? reply.status(404).send({ message: 'not found' });
  },
);

app.removeAllContentTypeParsers();
app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
app.post('/webhook', async (request, reply) => {
  const raw = request.body as Buffer;
  const event = JSON.parse(raw.toString()) as {
    timestamp: string;
    sender: { id: string };
    message: { msg_id: string };
  };
  const mac = createHash('sha256')
    .update(appId)
    .update(raw)
    .update(event.timestamp)
    .update(secretKey)
    .digest('hex');
  if (request.headers['x-zevent-signature'] !== `mac=${mac}`)
    return reply.status(401).send({ received: false });
  const client = await pool.connect();
  try {
    await client.query('begin');
    const { rowCount } = await client.query({
      name: 'insert-event',
      text: `insert into naive_event (event_key, user_id, received_at, raw) values ($1, $2, now(), $3)
        on conflict do nothing`,
      values: [event.message.msg_id, event.sender.id, raw],
    });
    if (rowCount === 1)
      await client.query({
        name: 'add-job',
        text: `select graphile_worker.add_job('naive', json_build_object('userId', $1::text), queue_name := $1, job_key := $1)`,
        values: [event.sender.id],
      });
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
  return { received: true };
});

process.send?.(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port);

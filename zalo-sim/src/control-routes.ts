// The control API: everything a test or the phone page does to the street, under /control.

import type { FastifyInstance } from 'fastify';
import { fieldsIn } from './body.ts';
import { postTest } from './events.ts';
import type { Fields } from './json.ts';
import { fieldsOf, isWebAddress } from './json.ts';
import type { Message } from './model.ts';
import { consoleRefreshToken } from './oauth.ts';
import type { Street } from './parts.ts';
import { readSettings } from './settings-input.ts';
import { describeMessage, describePerson, describeStreet } from './view.ts';

export function addControlRoutes(app: FastifyInstance, street: Street): void {
  const { state } = street;

  app.get('/control/state', () => describeStreet(street));

  app.get('/control/credentials', () => ({
    appId: state.app.id,
    appSecret: state.app.secret,
    oaId: state.oa.id,
    oaName: state.oa.name,
    oaSecretKey: state.oa.secretKey,
    refreshToken: consoleRefreshToken(street),
  }));

  app.get('/control/messages', (request) => {
    const { person, after } = fieldsOf(request.query);
    const wanted = (message: Message) =>
      (person === undefined || message.personId === person) && message.order > Number(after ?? 0);
    return state.messages.filter(wanted).map((message) => describeMessage(street, message));
  });

  app.get('/control/events', (request) => {
    const { person, name } = fieldsOf(request.query);
    return state.posts.filter(
      (post) =>
        (person === undefined || post.personId === person) && (name === undefined || post.eventName === name),
    );
  });

  app.post('/control/oa', (request, reply) => {
    const problem = changeOa(street, fieldsIn(request));
    if (problem) return reply.code(400).send(problem);
    street.tell({ kind: 'setup', personId: null });
    return describeStreet(street).oa;
  });

  app.post('/control/settings', (request, reply) => {
    const change = readSettings(fieldsIn(request));
    if ('error' in change) return reply.code(400).send(change);
    Object.assign(state.settings, change);
    street.tell({ kind: 'setup', personId: null });
    return state.settings;
  });

  app.post('/control/webhook', (request, reply) => {
    const { url } = fieldsIn(request);
    if (url === null) return registerWebhook(street, null);
    if (typeof url === 'string' && isWebAddress(url)) return registerWebhook(street, url);
    return reply.code(400).send({ field: 'url', error: 'url must be an http or https address, or null' });
  });

  app.post('/control/webhook/test', () => postTest(street));
  app.post('/control/redeliver', async () => {
    const count = street.courier.redeliver();
    await street.courier.idle();
    return { count };
  });

  app.get('/control/people', () => state.people.map((person) => describePerson(street, person)));

  app.get('/control/stream', (request, reply) => {
    reply.hijack();
    reply.raw.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' });
    reply.raw.write('retry: 1000\n\n');
    const stop = street.watch((change) => reply.raw.write(`data: ${JSON.stringify(change)}\n\n`));
    request.raw.on('close', stop);
  });
}

/** Saving an address posts the sample to it, as the console does. */
async function registerWebhook(street: Street, url: string | null) {
  const { webhook } = street.state;
  webhook.url = url;
  webhook.subscribed = true;
  street.tell({ kind: 'setup', personId: null });
  return { ...webhook, test: url === null ? null : await postTest(street) };
}

function changeOa(street: Street, change: Fields): { field: string; error: string } | undefined {
  const { oa } = street.state;
  const { oaType = oa.type, name = oa.name, verified = oa.verified, packageQuota } = change;
  const { total, used } = { ...oa.packageQuota, ...fieldsOf(packageQuota) };
  if (oaType !== 'state' && oaType !== 'business') return wrong('oaType', 'state or business');
  if (typeof name !== 'string' || name.trim() === '') return wrong('name', 'a text');
  if (typeof verified !== 'boolean') return wrong('verified', 'true or false');
  if (!isCount(total) || !isCount(used)) return wrong('packageQuota', '{total, used}, whole numbers');
  Object.assign(oa, { type: oaType, name: name.trim(), verified, packageQuota: { total, used } });
  return undefined;
}

function wrong(field: string, what: string): { field: string; error: string } {
  return { field, error: `${field} must be ${what}` };
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) >= 0;
}

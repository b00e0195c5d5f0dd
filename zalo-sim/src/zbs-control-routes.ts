// /control/templates, /control/zbs and what people do with template messages.

import type { FastifyInstance } from 'fastify';
import { fieldsIn } from './body.ts';
import type { Fields } from './json.ts';
import { fieldsOf, listOf, textOf } from './json.ts';
import type { Person } from './model.ts';
import { reaches } from './model.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';
import { numberOf } from './phone-number.ts';
import { settle, usedToday } from './zbs-account.ts';
import { postDailyQuota, postTemplateQuality, postTemplateStatus, postTemplateTags } from './zbs-events.ts';
import type { TemplateTag } from './zbs-model.ts';
import { qualities, templateTags } from './zbs-model.ts';
import { rate, respond, setReach } from './zbs-people.ts';
import { templateFrom } from './zbs-template.ts';

export function addZbsControlRoutes(app: FastifyInstance, street: Street): void {
  const { state } = street;

  app.get('/control/templates', () => state.zbs.templates);
  app.get('/control/templates/:id', (request, reply) => {
    const id = fieldsOf(request.params)['id'];
    return state.zbs.templates.find((one) => one.id === id) ?? reply.code(404).send();
  });
  app.post('/control/templates', (request, reply) => {
    const body = fieldsIn(request);
    const known = state.zbs.templates.find((one) => one.id === body['id']);
    const made = templateFrom(street, body, known);
    if (typeof made === 'string') return reply.code(400).send({ error: made });
    if (!known) state.zbs.templates.push(made);
    else {
      const before = { status: known.status, quality: known.quality };
      Object.assign(known, made);
      if (before.status !== made.status) postTemplateStatus(street, made, before.status);
      if (before.quality !== made.quality) postTemplateQuality(street, made.id, made.quality);
    }
    street.tell({ kind: 'setup', personId: null });
    return made;
  });

  app.get('/control/zbs', () => describe(street));
  app.post('/control/zbs', (request) => {
    change(street, fieldsIn(request));
    street.tell({ kind: 'setup', personId: null });
    return describe(street);
  });

  const on = (path: string, act: (person: Person, body: Fields) => string | undefined) =>
    app.post(`/control/people/:id/${path}`, (request, reply) => {
      const person = findPerson(street, String(fieldsOf(request.params)['id']));
      if (!person) return reply.code(404).send({ error: 'nobody on the street has this id' });
      const problem = act(person, fieldsIn(request));
      return problem === undefined ? { done: true } : reply.code(400).send({ error: problem });
    });
  const messageOf = (person: Person, id: unknown) =>
    state.messages.find((one) => one.id === id && one.personId === person.id);

  on('rate', (person, body) => {
    const message = messageOf(person, body['msgId']);
    const feedbacks = listOf(body['feedbacks']).map(String);
    const given = { rate: Number(body['rate']), note: textOf(body['note']) ?? '', feedbacks };
    return message && rate(street, message, given) ? undefined : 'msgId is no message that takes this rating';
  });
  on('respond', (person, body) => {
    const message = messageOf(person, body['msgId']);
    const done = message && respond(street, message, Number(body['buttonIndex']));
    return done ? undefined : 'msgId is no message with an answer left at buttonIndex';
  });
  on('reach', (person, body) => {
    const reach = reaches.find((one) => one === body['reach']);
    if (body['reach'] !== undefined && !reach) return `reach is one of ${reaches.join(', ')}`;
    const { admin, phone } = body;
    const number = typeof phone === 'string' && phone.trim() !== '' ? numberOf(phone) : null;
    if (number === undefined) return 'phone is a Vietnamese number: 84… or 0…';
    setReach(street, person, {
      ...(reach && { reach }),
      ...(Array.isArray(body['refusedTags']) && { refusedTags: tagsIn(body['refusedTags']) }),
      ...((phone === null || typeof phone === 'string') && { phone: number }),
      ...(typeof admin === 'boolean' && { admin }),
    });
    return undefined;
  });
}

function describe(street: Street) {
  settle(street);
  const { account, allowedTags, quality, dailyQuota, developmentQuota, charges } = street.state.zbs;
  const used = usedToday(street);
  return { account, allowedTags, quality, dailyQuota, developmentQuota, used, held: charges.length };
}

function change(street: Street, body: Fields): void {
  const { zbs } = street.state;
  const account = fieldsOf(body['account']);
  for (const name of ['package', 'locked', 'linked', 'appLinked', 'appPermitted'] as const) {
    const value = account[name];
    if (typeof value === 'boolean') zbs.account[name] = value;
  }
  if (typeof account['balance'] === 'number') zbs.account.balance = account['balance'];
  const { dailyQuota, developmentQuota } = body;
  if (typeof developmentQuota === 'number') zbs.developmentQuota = developmentQuota;
  if (typeof dailyQuota === 'number' && dailyQuota !== zbs.dailyQuota) {
    postDailyQuota(street, zbs.dailyQuota, dailyQuota);
    zbs.dailyQuota = dailyQuota;
  }
  zbs.quality = qualities.find((one) => one === body['quality']) ?? zbs.quality;
  if (Array.isArray(body['allowedTags'])) {
    zbs.allowedTags = tagsIn(body['allowedTags']);
    postTemplateTags(street);
  }
}

function tagsIn(values: unknown): TemplateTag[] {
  return templateTags.filter((tag) => listOf(values).includes(tag));
}

// /control: what people do beyond chatting, visitors of the chat widget, and the OA's withdrawal of the app.

import type { FastifyInstance } from 'fastify';
import { bytesOf, fieldsIn } from './body.ts';
import type { Fields } from './json.ts';
import { fieldsOf, textOf } from './json.ts';
import { keepPersonal } from './media.ts';
import type { Content, Person } from './model.ts';
import { writeAsOfficer } from './oa-manager.ts';
import { revokePermission } from './oauth.ts';
import type { Street } from './parts.ts';
import { findPerson, say } from './people.ts';
import { submitInfo } from './submit-info.ts';
import { describeMessage } from './view.ts';
import { makeVisitor, postVisitorEvent } from './visitors.ts';

/** A picture that moves, of one point: a GIF needs no real drawing to be sent. */
const smallestGif = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAAC', 'base64');

export function addOfficeControlRoutes(app: FastifyInstance, street: Street): void {
  app.post('/control/oa/revoke', () => {
    revokePermission(street);
    return { revoked: true };
  });

  app.get('/control/visitors', () => street.state.office.visitors);
  app.post('/control/visitors', () => makeVisitor(street));
  app.post('/control/visitors/:id/write', (request, reply) => {
    const id = fieldsOf(request.params)['id'];
    const visitor = street.state.office.visitors.find((one) => one.anonymousId === id);
    if (!visitor) return reply.code(404).send({ error: 'no visitor has this id' });
    const { text, stickerId } = fieldsIn(request);
    const words = textOf(text) ?? '';
    if (words.trim() === '' && typeof stickerId !== 'string') {
      return reply.code(400).send({ error: 'text must not be empty' });
    }
    const content: Content =
      typeof stickerId === 'string'
        ? { kind: 'sticker', stickerId }
        : { kind: 'text', text: words, buttons: [] };
    return { msgId: postVisitorEvent(street, visitor, 'visitor', content) };
  });

  const on = (path: string, act: (person: Person, body: Fields, bytes: Buffer) => unknown) =>
    app.post(`/control/people/:id/${path}`, (request, reply) => {
      const person = findPerson(street, String(fieldsOf(request.params)['id']));
      if (!person) return reply.code(404).send({ error: 'nobody on the street has this id' });
      const isJson = request.headers['content-type']?.startsWith('application/json');
      const result = act(person, fieldsIn(request), isJson ? Buffer.alloc(0) : bytesOf(request));
      return typeof result === 'string' ? reply.code(400).send({ error: result }) : result;
    });
  const said = (person: Person, content: Content) => describeMessage(street, say(street, person, content));

  on('oa-write', (person, { text }) => {
    if (typeof text !== 'string' || text.trim() === '') return 'text must not be empty';
    return describeMessage(street, writeAsOfficer(street, person, text));
  });
  on('gif', (person, _body, bytes) => {
    const media = keepPersonal(street, 'gif', {
      name: 'anh-dong.gif',
      bytes: bytes.length > 0 ? bytes : smallestGif,
    });
    return said(person, { kind: 'gif', place: { mediaId: media.id }, text: '' });
  });
  on('video', (person, { description }, bytes) => {
    const media = keepPersonal(street, 'video', { name: 'video.mp4', bytes });
    return said(person, {
      kind: 'video',
      place: { mediaId: media.id },
      description: textOf(description) ?? '',
    });
  });
  on('link', (person, { url, description }) => {
    if (typeof url !== 'string' || !URL.canParse(url)) return 'url is the address of a page';
    return said(person, { kind: 'link', url, thumbnail: '', description: textOf(description) ?? '' });
  });
  on('business-card', (person, body) => {
    const phone = textOf(body['phone']) ?? person.phone ?? '84912000199';
    const url = `${street.origin()}/phone/person.svg`;
    const description = JSON.stringify({ phone, qrCodeUrl: url });
    return said(person, { kind: 'business_card', url, thumbnail: '', description });
  });
  on('submit-info', (person, { msgId, info }) => {
    const asked = street.state.messages.findLast(
      ({ id, personId, content }) =>
        personId === person.id && content.kind === 'request_info' && (msgId === undefined || id === msgId),
    );
    const done = asked && submitInfo(street, asked, textFields(info));
    return done ? { done } : 'there is no unanswered request for information';
  });
  on('dormant', (person, { dormant }) => {
    person.dormant = dormant !== false;
    street.tell({ kind: 'person', personId: person.id });
    return { dormant: person.dormant };
  });
}

function textFields(value: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fieldsOf(value)).flatMap(([name, one]) => (typeof one === 'string' ? [[name, one]] : [])),
  );
}

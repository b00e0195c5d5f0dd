// /control/events, posting: any event by name with a valid body, or any body at all, signed.

import type { FastifyInstance } from 'fastify';
import { fieldsIn } from './body.ts';
import { isTemplateEvent, knownEvents, sampleEvent } from './event-samples.ts';
import { postEvent, postRaw } from './events.ts';
import { fieldsOf, parseJson, textOf } from './json.ts';
import type { Street } from './parts.ts';
import { findPerson } from './people.ts';

export function addEmitRoutes(app: FastifyInstance, street: Street): void {
  app.get('/control/events/names', () => knownEvents());

  app.post('/control/events', (request, reply) => {
    const refuse = (error: string) => reply.code(400).send({ error });
    const { event, person: personId, fields, raw } = fieldsIn(request);
    if (raw !== undefined) {
      const text = typeof raw === 'string' ? raw : JSON.stringify(raw);
      const body = fieldsOf(parseJson(text));
      const { timestamp } = body;
      // A body of any kind is posted; what it lacks for the signature is taken as empty, as Zalo's formula would.
      const stamp = typeof timestamp === 'number' ? String(timestamp) : (textOf(timestamp) ?? '');
      postRaw(street, text, { eventName: textOf(body['event_name']) ?? 'raw', timestamp: stamp });
      return { body: text };
    }
    const name = textOf(event) ?? '';
    const person =
      personId === undefined ? street.state.people[0] : findPerson(street, textOf(personId) ?? '');
    if (!person) return refuse('person is the id of somebody on the street, and there must be one');
    const sample = sampleEvent(street, name, person);
    if (!sample) return refuse('event is a name of GET /control/events/names; anything else goes as raw');
    const body = { ...sample, ...fieldsOf(fields) };
    postEvent(street, person, body, isTemplateEvent(name) ? { server: 'ZNS' } : {});
    return { body };
  });
}

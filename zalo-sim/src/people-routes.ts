// /control/people: what each person does with the phone.

import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bytesOf, fieldsIn, queryOf } from './body.ts';
import { fieldsOf, textOf } from './json.ts';
import type { Button, Message, Person } from './model.ts';
import type { Street } from './parts.ts';
import * as acts from './people.ts';
import { numberOf } from './phone-number.ts';
import { describeMessage, describePerson } from './view.ts';

type Act = (person: Person, request: FastifyRequest) => unknown;

/** An act that the person cannot do: answered 400 with the sentence. */
class CannotDo extends Error {}

export function addPeopleRoutes(app: FastifyInstance, street: Street): void {
  app.post('/control/people', (request, reply) => {
    const { name, phone } = fieldsIn(request);
    if (typeof name !== 'string' || name.trim() === '') return refuseAct(reply, 'a person needs a name');
    const number = typeof phone === 'string' && phone.trim() !== '' ? numberOf(phone) : null;
    if (number === undefined) return refuseAct(reply, 'phone is a Vietnamese number: 84… or 0…');
    return describePerson(street, acts.makePerson(street, { name: name.trim(), phone: number }));
  });

  const on = (path: string, act: Act) =>
    app.post(`/control/people/:id/${path}`, (request, reply) => {
      const person = acts.findPerson(street, String(fieldsOf(request.params)['id']));
      if (!person) return reply.code(404).send({ error: 'nobody on the street has this id' });
      try {
        const result = act(person, request);
        return reply.send(result ?? describePerson(street, person));
      } catch (error) {
        if (error instanceof CannotDo) return refuseAct(reply, error.message);
        throw error;
      }
    });
  const said = (message: Message) => describeMessage(street, message);

  on('follow', (person) => acts.setFollowing(street, person, true));
  on('unfollow', (person) => acts.setFollowing(street, person, false));
  on('block', (person) => acts.setBlocked(street, person, true));
  on('unblock', (person) => acts.setBlocked(street, person, false));
  on('phone', (person, request) => acts.setOnline(street, person, fieldsIn(request)['online'] !== false));
  on('chat-now', (person) => ({ told: acts.clickChatNow(street, person) }));
  on('withdraw-data', (person) => acts.withdrawData(street, person));
  on('seen', (person) => ({ seen: acts.see(street, person) }));
  on('age-window', (person, request) => {
    const hours = Number(fieldsIn(request)['hours']);
    if (!Number.isFinite(hours)) throw new CannotDo('hours must be a number');
    acts.ageWindow(street, person, hours);
  });
  on('write', (person, request) => {
    const { text, quoteMsgId } = fieldsIn(request);
    if (typeof text !== 'string' || text.trim() === '') throw new CannotDo('text must not be empty');
    return said(acts.write(street, person, { text, quoteMsgId: textOf(quoteMsgId) ?? null }));
  });
  on('photo', (person, request) => {
    const text = queryOf(request, 'text') ?? textOf(fieldsIn(request)['text']) ?? '';
    return said(acts.sendPhoto(street, person, { bytes: sentBytes(request), text }));
  });
  on('file', (person, request) => {
    const name = queryOf(request, 'name') ?? 'tep';
    return said(acts.sendFile(street, person, { bytes: sentBytes(request), name }));
  });
  on('voice', (person, request) => said(acts.sendVoice(street, person, voiceBytes(request))));
  on('sticker', (person, request) =>
    said(acts.sendSticker(street, person, textOf(fieldsIn(request)['stickerId']) ?? 'chao')),
  );
  on('location', (person, request) => {
    const { latitude = '10.7769', longitude = '106.7009' } = fieldsIn(request);
    const at = { latitude: degrees(latitude, 90), longitude: degrees(longitude, 180) };
    return said(acts.sendLocation(street, person, at));
  });
  on('click', (person, request) => {
    const { msgId, buttonIndex } = fieldsIn(request);
    const button = buttonAt(messageFor(street, person, msgId), buttonIndex);
    const answer = acts.pressButton(street, person, button);
    return { button, message: answer ? said(answer) : null };
  });
  on('react', (person, request) => {
    const { msgId, icon } = fieldsIn(request);
    acts.react(street, messageFor(street, person, msgId), textOf(icon) ?? '/-heart');
  });
}

function messageFor(street: Street, person: Person, msgId: unknown): Message {
  const message = acts.messagesOf(street, person.id).find((one) => one.id === msgId);
  if (!message) throw new CannotDo('msgId is not a message of this chat');
  return message;
}

function buttonAt(message: Message, index: unknown): Button {
  const buttons = message.content.kind === 'text' ? message.content.buttons : [];
  const button = buttons[Number(index)];
  if (!button) throw new CannotDo('the message has no button at buttonIndex');
  return button;
}

/** Zalo writes degrees as text; here a number will do too. */
function degrees(value: unknown, most: number): string {
  const text = typeof value === 'number' ? String(value) : (textOf(value)?.trim() ?? '');
  if (text === '' || !(Math.abs(Number(text)) <= most)) {
    throw new CannotDo('latitude and longitude are degrees: up to 90 and up to 180');
  }
  return text;
}

/** The raw body, or the bytes of a JSON body's `dataUrl`. */
function sentBytes(request: FastifyRequest): Uint8Array {
  const dataUrl = textOf(fieldsIn(request)['dataUrl']);
  const bytes = dataUrl ? Buffer.from(dataUrl.slice(dataUrl.indexOf(',') + 1), 'base64') : bytesOf(request);
  if (bytes.length === 0) throw new CannotDo('the body must hold the bytes, or a JSON dataUrl');
  return bytes;
}

/** A voice message needs no real recording: without a body it is an empty AMR file. */
function voiceBytes(request: FastifyRequest): Uint8Array {
  const bytes = bytesOf(request);
  return bytes.length > 2 ? bytes : Buffer.from('#!AMR\n', 'latin1');
}

function refuseAct(reply: FastifyReply, error: string): FastifyReply {
  return reply.code(400).send({ error });
}

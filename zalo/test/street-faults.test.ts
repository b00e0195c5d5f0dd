// The client on a bad day of the street: it never says "sent" of a message that is not there, and finds what is.

import type { FaultSpec } from '@motcua/zalo-sim/faults-kinds';
import { messagesOf } from '@motcua/zalo-sim/people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConversationSince } from '../src/conversation.ts';
import { sendMessage } from '../src/send.ts';
import { sendTemplateByPhone } from '../src/template-send.ts';
import { getTemplateSample } from '../src/templates.ts';
import { type GivenStreet, givenStreet, valueOf } from './street.ts';

let given: GivenStreet;
beforeAll(async () => {
  given = await givenStreet('state');
});
afterAll(() => given.close());

const silent = new Set(['slow', 'trickle', 'never_ends', 'delivered_but_silent']);
const unknown = (why: string) => ({ kind: 'unknown_outcome', why });
const refused = (action: string) => ({ kind: 'refused', policy: { action } });

test.each<[FaultSpec, object, 'there' | 'not there']>([
  [{ kind: 'slow', ms: 5_000 }, unknown('timeout'), 'there'],
  [{ kind: 'trickle', ms: 100 }, unknown('timeout'), 'there'],
  [{ kind: 'never_ends' }, unknown('timeout'), 'there'],
  [{ kind: 'delivered_but_silent' }, unknown('timeout'), 'there'],
  [{ kind: 'server_error' }, unknown('server_error'), 'not there'],
  [{ kind: 'server_error', status: 503, effect: true }, unknown('server_error'), 'there'],
  [{ kind: 'html_at_200' }, unknown('not_json'), 'not there'],
  [{ kind: 'html_at_200', effect: true }, unknown('not_json'), 'there'],
  [{ kind: 'empty_body' }, unknown('not_json'), 'there'],
  [{ kind: 'cut_json' }, unknown('not_json'), 'there'],
  [{ kind: 'hang_up' }, unknown('connection_lost'), 'there'],
  [{ kind: 'refused' }, unknown('connection_lost'), 'not there'],
  [{ kind: 'error_but_delivered', code: -777 }, refused('retry_bounded'), 'there'],
  [{ kind: 'unknown_code' }, refused('retry_bounded'), 'not there'],
])('%j', async (spec, outcome, truth) => {
  const { street, clock } = given;
  // Only where nothing will come is waiting cut short: a busy machine is no fault of the street.
  const access = { ...given.access, timeoutMs: silent.has(spec.kind) ? 150 : 20_000 };
  const phone = `8499900${String(street.state.people.length).padStart(4, '0')}`;
  const person = given.follower('Lan', phone);
  const templateId = '410001';
  const data = valueOf(await getTemplateSample(given.access, templateId));
  const since = clock.now;
  const message = { text: 'Hồ sơ đã xong' };
  street.faults.add({ ...spec, families: ['send', 'template'], times: 2 });

  expect(await sendMessage(access, { apiVersion: 'v2', userId: person.id, message })).toMatchObject(outcome);
  expect(await sendTemplateByPhone(access, { phone, trackingId: 't', templateId, data })).toMatchObject(
    outcome,
  );
  const kinds = messagesOf(street, person.id).map(({ content }) => content.kind);
  expect(kinds).toEqual(truth === 'there' ? ['text', 'template'] : []);
  const stretch = valueOf(await readConversationSince(given.access, person.id, since));
  expect(stretch.messages.some(({ from, text }) => from === 'oa' && text === message.text)).toBe(
    truth === 'there',
  );
  street.faults.clear();
});

test('-200 may have been delivered, whatever it says', async () => {
  const person = given.follower('Bình');
  given.street.faults.add({ kind: 'error_but_delivered', code: -200, times: 1 });
  const message = { text: 'Hồ sơ đã xong' };
  expect(await sendMessage(given.access, { apiVersion: 'v2', userId: person.id, message })).toEqual(
    unknown('zalo_unsure'),
  );
  expect(messagesOf(given.street, person.id)).toHaveLength(1);
});

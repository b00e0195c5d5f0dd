// Whose webhook this is: proven with our own records, never with what the body claims.

import { parseEvent, verifySignature } from '@motcua/zalo/webhook';
import { makePerson, write } from '@motcua/zalo-sim/people';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createOaWorld, type OaWorld } from '../../test/oa-world.ts';
import { findReceiver } from './receiver.ts';

let world: OaWorld;
beforeEach(async () => {
  world = await createOaWorld();
  await world.connect();
});
afterEach(() => world.close());

function eventOf(json: string) {
  const event = parseEvent(Buffer.from(json));
  if (!event) throw new Error(`not an event: ${json}`);
  return event;
}

test('a citizen’s message finds its account, and the simulator’s own signature is proven by the key found', async () => {
  const posted = Promise.withResolvers<{ headers: Record<string, string>; body: string }>();
  world.onPost(posted.resolve);
  write(world.street, makePerson(world.street, { name: 'An' }), { text: 'hồ sơ tới đâu' });
  const { headers, body } = await posted.promise;
  const receiver = await findReceiver(world.ctx, eventOf(body));
  expect(receiver).toMatchObject({ ...world.ref, found: 'by_account', appId: world.street.state.app.id });
  if (!receiver) return;
  const header = Object.entries(headers).find(([name]) => name.toLowerCase() === 'x-zevent-signature')?.[1];
  expect(verifySignature({ ...receiver, rawBody: Buffer.from(body), header })).toBe(true);
  expect(verifySignature({ ...receiver, rawBody: Buffer.from(`${body} `), header })).toBe(false);
});

test('invented accounts under our app, as the console tests: found by the app', async () => {
  const body = `{"app_id":"${world.street.state.app.id}","event_name":"user_send_text","sender":{"id":"1"},"recipient":{"id":"2"},"message":{"msg_id":"This is message id"}}`;
  expect(await findReceiver(world.ctx, eventOf(body))).toMatchObject({ found: 'by_app', ...world.ref });
});

test('an unknown event finds its account by the parties it names', async () => {
  const body = `{"event_name":"new_thing","sender":{"id":"${world.ref.oaId}"},"recipient":{"id":"2"}}`;
  expect(await findReceiver(world.ctx, eventOf(body))).toMatchObject({ found: 'by_account' });
});

test('nobody here: no key, so no proof', async () => {
  const body = '{"app_id":"404","event_name":"follow","oa_id":"405","follower":{"id":"1"}}';
  expect(await findReceiver(world.ctx, eventOf(body))).toBeUndefined();
});

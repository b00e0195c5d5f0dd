// Faults of webhooks: copies, order, delays, what never comes; and the switches of the console.

import { createServer } from 'node:http';
import { expect, test } from 'vitest';
import { deliverOverHttp } from '../src/deliver.ts';
import { see, setOnline, write } from '../src/people.ts';
import { sendMessage } from '../src/sending.ts';
import type { Given } from './given.ts';
import { bodies, givenFollower, givenStreet, names } from './given.ts';

/** A street whose follower's first event has been taken and forgotten. */
async function given(options: Parameters<typeof givenStreet>[0] = {}) {
  const one = givenStreet(options);
  const lan = givenFollower(one.street);
  await one.street.courier.idle();
  one.received.length = 0;
  return { ...one, lan };
}

const texts = ({ received }: Pick<Given, 'received'>) =>
  bodies(received).map((body) => body.message?.['text'] ?? body.event_name);

test('a duplicate is the same bytes, so often, claiming to be a redelivery if asked', async () => {
  const { street, lan, received, clock } = await given();
  street.faults.add({ kind: 'duplicate', copies: 50, times: 1 });
  write(street, lan, { text: 'một' });
  await street.courier.idle();
  expect(received).toHaveLength(50);
  expect(new Set(received.map((one) => one.body)).size).toBe(1);
  expect(received.some((one) => 'num_retry' in one.headers)).toBe(false);

  street.faults.add({ kind: 'duplicate', copies: 3, ms: 5000, numRetry: true, times: 1 });
  write(street, lan, { text: 'hai' });
  await street.courier.idle();
  expect(received).toHaveLength(51);
  clock.now += 5000;
  await street.courier.idle();
  expect(received.slice(50).map((one) => one.headers['num_retry'])).toEqual([undefined, '1', '2']);
});

test('an event goes behind the next one of its person, and a minute is the longest it waits', async () => {
  const { street, lan, received, clock } = await given();
  const hoa = givenFollower(street, 'Lê Thị Hoa');
  await street.courier.idle();
  received.length = 0;
  street.faults.add({ kind: 'reorder', times: 1 });
  write(street, lan, { text: 'một' });
  write(street, hoa, { text: 'của Hoa' });
  await street.courier.idle();
  expect(texts({ received })).toEqual(['của Hoa']);
  write(street, lan, { text: 'hai' });
  await street.courier.idle();
  expect(texts({ received })).toEqual(['của Hoa', 'hai', 'một']);

  street.faults.add({ kind: 'reorder', times: 1 });
  write(street, lan, { text: 'ba' });
  await street.courier.idle();
  clock.now += 60_000;
  await street.courier.idle();
  expect(texts({ received }).at(-1)).toBe('ba');
});

test('an event goes behind the next one of anybody', async () => {
  const { street, lan, received } = await given();
  street.faults.add({ kind: 'reorder', across: true, times: 1 });
  write(street, lan, { text: 'một' });
  givenFollower(street, 'Lê Thị Hoa');
  await street.courier.idle();
  expect(texts({ received })).toEqual(['follow', 'một']);
});

test('reordering everything loses nothing and repeats nothing', async () => {
  const { street, lan, received, clock } = await given();
  street.faults.add({ kind: 'reorder', depth: 5 });
  const said = Array.from({ length: 30 }, (_, index) => String(index));
  for (const text of said) {
    write(street, lan, { text });
    await street.courier.idle();
  }
  clock.now += 60_000;
  await street.courier.idle();
  const came = texts({ received });
  expect(came).not.toEqual(said);
  expect(came).toHaveLength(said.length);
  expect(new Set(came)).toEqual(new Set(said));
});

test('a delayed event holds up nobody, for days if need be', async () => {
  const { street, lan, received, clock } = await given();
  street.faults.add({ kind: 'delay', ms: 2 * 86_400_000, times: 1 });
  write(street, lan, { text: 'một' });
  write(street, lan, { text: 'hai' });
  await street.courier.idle();
  clock.now += 2 * 86_400_000 - 1;
  await street.courier.idle();
  expect(texts({ received })).toEqual(['hai']);
  clock.now += 1;
  await street.courier.idle();
  expect(texts({ received })).toEqual(['hai', 'một']);
});

const send = ({ street, lan }: Pick<Awaited<ReturnType<typeof given>>, 'street' | 'lan'>) =>
  sendMessage(street, 2, { recipient: { user_id: lan.id }, message: { text: 'chào' } });

test('echoes, receipts, or neither', async () => {
  const one = await given();
  const { street, lan, received } = one;
  street.faults.add({ kind: 'drop_echo', times: 1 });
  send(one);
  await street.courier.idle();
  expect(names(received)).toEqual(['user_received_message']);
  street.faults.add({ kind: 'drop_receipt', times: 2 });
  send(one);
  see(street, lan);
  await street.courier.idle();
  expect(names(received).slice(1)).toEqual(['oa_send_text']);
  street.courier.redeliver();
  await street.courier.idle();
  expect(received).toHaveLength(2);
});

test('the receipt comes before the echo, also when the phone was off', async () => {
  const one = await given();
  const { street, lan, received } = one;
  street.faults.add({ kind: 'receipt_before_echo', times: 2 });
  send(one);
  await street.courier.idle();
  expect(names(received)).toEqual(['user_received_message', 'oa_send_text']);
  setOnline(street, lan, false);
  send(one);
  await street.courier.idle();
  setOnline(street, lan, true);
  await street.courier.idle();
  expect(names(received).slice(2)).toEqual(['user_received_message', 'oa_send_text']);
});

test('over a bad line the body comes in pieces, and is whole', async () => {
  const pieces: string[] = [];
  const receiver = createServer((request, response) => {
    request.on('data', (piece: Buffer) => pieces.push(piece.toString('latin1')));
    request.on('end', () => response.end());
  });
  await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve));
  const address = receiver.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const { street, lan } = await given({
    deliver: deliverOverHttp,
    webhookUrl: `http://127.0.0.1:${port}/hook`,
  });
  pieces.length = 0;
  street.faults.add({ kind: 'slow_connection', ms: 30, times: 1 });
  write(street, lan, { text: 'một' });
  await street.courier.idle();
  receiver.close();
  expect(pieces.length).toBeGreaterThan(2);
  const post = street.state.posts.at(-1);
  expect(Buffer.from(pieces.join(''), 'latin1').toString()).toBe(post?.body);
  expect(post?.status).toBe('done');
});

test('what waits behind others survives a restart', async () => {
  const before = await given();
  before.street.faults.add({ kind: 'reorder', times: 1 });
  write(before.street, before.lan, { text: 'một' });
  await before.street.courier.rest();
  const after = givenStreet({ state: structuredClone(before.street.state) });
  const lan = after.street.state.people[0];
  if (!lan) throw new Error('nobody survived');
  write(after.street, lan, { text: 'hai' });
  await after.street.courier.idle();
  expect(texts(after)).toEqual(['hai', 'một']);
});

test("the console's filter lets only texts with # through; a switch stops its event; nothing is owed later", async () => {
  const { street, lan, received } = await given();
  street.state.settings.syntaxFilter = true;
  street.state.settings.eventsOff = ['user_seen_message'];
  write(street, lan, { text: 'xin chào' });
  write(street, lan, { text: '#tra cuu' });
  sendMessage(street, 2, { recipient: { user_id: lan.id }, message: { text: 'chào' } });
  see(street, lan);
  await street.courier.idle();
  street.state.settings.syntaxFilter = false;
  expect(street.courier.redeliver()).toBe(0);
  expect(names(received)).toEqual(['user_send_text', 'oa_send_text', 'user_received_message']);
  expect(bodies(received)[0]?.message['text']).toBe('#tra cuu');
});

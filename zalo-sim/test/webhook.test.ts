// Webhooks: the signature over raw bytes, order per person, redelivery, the console's test.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { postTest } from '../src/events.ts';
import {
  clickChatNow,
  makePerson,
  pressButton,
  react,
  sendPhoto,
  setFollowing,
  withdrawData,
  write,
} from '../src/people.ts';
import { makeVisitor, postVisitorEvent } from '../src/visitors.ts';
import { bodies, givenFollower, givenStreet, hour, names } from './given.ts';

test('the signature is the SHA-256 of app id, raw body, timestamp and OA secret key', async () => {
  const { street, received } = givenStreet();
  write(street, givenFollower(street), { text: 'Hồ sơ của tôi tới đâu rồi? "ạ" €' });
  await street.courier.idle();
  const { body = '', headers = {} } = received[1] ?? {};
  const { timestamp }: { timestamp: string } = JSON.parse(body);
  expect(timestamp).toMatch(/^\d{13}$/);
  const { app, oa } = street.state;
  const hex = createHash('sha256').update(`${app.id}${body}${timestamp}${oa.secretKey}`).digest('hex');
  expect(headers['x-zevent-signature']).toBe(`mac=${hex}`);
  expect(headers['num_retry']).toBeUndefined();
});

test('each act is the event that Zalo documents', async () => {
  const { street, received } = givenStreet();
  const hoa = makePerson(street, { name: 'Lê Thị Hoa' });
  expect(clickChatNow(street, hoa)).toBe(true);
  expect(clickChatNow(street, hoa)).toBe(false);
  setFollowing(street, hoa, true);
  setFollowing(street, hoa, true);
  const photo = sendPhoto(street, hoa, { bytes: Buffer.from('\xff\xd8\xff', 'latin1') });
  pressButton(street, hoa, { title: 'Xem', type: 'oa.query.hide', query: '#xem' });
  react(street, photo, '/-heart');
  setFollowing(street, hoa, false);
  withdrawData(street, hoa);
  await street.courier.idle();
  expect(names(received)).toEqual([
    'user_click_chatnow',
    'follow',
    'user_send_image',
    'user_send_text',
    'user_reacted_message',
    'unfollow',
    'user_withdraw',
  ]);
  const [, follow, image, query] = bodies(received);
  expect(follow).toMatchObject({ follower: { id: hoa.id }, oa_id: street.state.oa.id });
  expect(follow).not.toHaveProperty('sender');
  const url: unknown = expect.stringMatching(/^http:\/\/localhost\/media\/[0-9a-f]{24}$/);
  expect(image?.message['attachments']).toEqual([{ type: 'image', payload: { thumbnail: url, url } }]);
  expect(query?.message['text']).toBe('#xem');
});

test('while nobody answers, a person waits in order and others do not wait for them', async () => {
  const { street, received, receiver, clock } = givenStreet();
  const lan = givenFollower(street);
  await street.courier.idle();
  receiver.status = 500;
  write(street, lan, { text: 'một' });
  await street.courier.idle();
  receiver.status = 200;
  write(street, lan, { text: 'hai' });
  givenFollower(street, 'Trần Văn Minh');
  await street.courier.idle();
  const texts = () => bodies(received).map((body) => body.message?.['text'] ?? body.event_name);
  expect(texts()).toEqual(['follow', 'một', 'follow']);

  clock.now += 30_000;
  await street.courier.idle();
  expect(texts()).toEqual(['follow', 'một', 'follow', 'một', 'hai']);
  expect(received[3]?.headers['num_retry']).toBe('1');
  expect(received[3]?.body).toBe(received[1]?.body);
});

test('after the last pause the subscription is cancelled; redelivery brings everything, in order', async () => {
  const { street, received, receiver, clock } = givenStreet();
  const lan = givenFollower(street);
  await street.courier.idle();
  receiver.status = null;
  const first = write(street, lan, { text: 'một' });
  for (const pause of [0, 30_000, 300_000, 900_000, 1_800_000, hour]) {
    expect(street.state.webhook.subscribed).toBe(true);
    clock.now += pause;
    await street.courier.idle();
  }
  expect(street.state.webhook.subscribed).toBe(false);
  write(street, lan, { text: 'hai' });
  receiver.status = 200;
  await street.courier.idle();
  expect(received).toHaveLength(1);
  expect(first.acknowledgedAt).toBeNull();
  expect(street.courier.redeliver()).toBe(2);
  await street.courier.idle();
  expect(first.acknowledgedAt).toBe(clock.now);
  expect(bodies(received).map((body) => body.message?.['text'])).toEqual([undefined, 'một', 'hai']);
});

test('what concerns nobody of the list, as a visitor of the chat widget, is redelivered too', async () => {
  const { street, received, receiver } = givenStreet();
  const visitor = makeVisitor(street);
  const say = (text: string) =>
    postVisitorEvent(street, visitor, 'visitor', { kind: 'text', text, buttons: [] });
  receiver.status = null;
  say('một');
  await street.courier.idle();
  receiver.status = 200;
  expect(street.courier.redeliver()).toBe(1);
  await street.courier.idle();
  say('hai');
  await street.courier.idle();
  expect(bodies(received).map((body) => body.message?.['text'])).toEqual(['một', 'hai']);
});

test("the console's test is signed, about nobody, and not sent again", async () => {
  const { street, received, receiver } = givenStreet();
  expect(await postTest(street)).toMatchObject({ status: 200 });
  expect(bodies(received)[0]).toMatchObject({
    event_name: 'user_send_text',
    message: { msg_id: 'This is message id', text: 'This is testing message' },
  });
  expect(received[0]?.headers['x-zevent-signature']).toMatch(/^mac=[0-9a-f]{64}$/);
  expect(street.state.people).toEqual([]);
  receiver.status = null;
  expect(await postTest(street)).toMatchObject({ status: null });
  expect(street.courier.redeliver()).toBe(0);
});

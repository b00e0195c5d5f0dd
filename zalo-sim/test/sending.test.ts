// Sending: the two kinds of OA, the windows, the limits, and what a phone and a webhook get of it.

import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '../src/answer.ts';
import { uploadMedia } from '../src/media.ts';
import type { Person } from '../src/model.ts';
import { makePerson, messagesOf, see, setBlocked, setOnline, write } from '../src/people.ts';
import { sendMessage } from '../src/sending.ts';
import type { Given } from './given.ts';
import { bodies, dataText, givenFollower, givenStreet, hour, names } from './given.ts';

let given: Given;
let lan: Person;

beforeEach(() => {
  given = givenStreet({ oaType: 'business' });
  lan = givenFollower(given.street);
});

function send(message: object, to: Person = lan, version: 2 | 3 = 3): Answer {
  return sendMessage(given.street, version, { recipient: { user_id: to.id }, message });
}

function withButtons(buttons: object[]): object {
  return { text: 'Chọn', attachment: { type: 'template', payload: { template_type: 'button', buttons } } };
}

const open = { title: 'Mở', type: 'oa.open.url', payload: { url: 'https://mot-cua.test' } };

test('a state agency may only use version 2, a business only version 3', () => {
  expect(send({ text: 'chào' }, lan, 2).error).toBe(-240);
  expect(send({ text: 'chào' }, lan, 3).error).toBe(0);
  given.street.state.oa.type = 'state';
  expect(send({ text: 'chào' }, lan, 3)).toEqual({
    error: -235,
    message: 'This API does not support this type of OA',
  });
  expect(send({ text: 'chào' }, lan, 2).error).toBe(0);
});

test('the answer carries text ids and the quota that was used', () => {
  const answer = send({ text: 'chào' });
  const [message] = messagesOf(given.street, lan.id);
  expect(answer.data).toEqual({
    message_id: message?.id,
    user_id: lan.id,
    sent_time: String(given.clock.now),
    quota: { quota_type: 'reply' },
  });
});

test('free for 48 hours, on the package for seven days, then refused until the person writes', () => {
  given.clock.now += 48 * hour;
  expect(send({ text: 'a' }).data).toMatchObject({ quota: { quota_type: 'reply' } });
  given.clock.now += 1;
  expect(send({ text: 'a' }).data).toMatchObject({ quota: { quota_type: 'sub_quota', remain: 1999 } });
  given.clock.now += 5 * 24 * hour - 1;
  expect(send({ text: 'a' }).error).toBe(0);
  given.clock.now += 1;
  expect(send({ text: 'a' }).error).toBe(-230);
  given.street.state.settings.expiredCode = -232;
  expect(send({ text: 'a' }).error).toBe(-232);
  write(given.street, lan, { text: 'còn đó không' });
  expect(send({ text: 'a' }).error).toBe(0);
});

test('strangers, blockers and an empty package are refused', () => {
  const stranger = makePerson(given.street, { name: 'Người lạ' });
  expect(send({ text: 'a' }, stranger).error).toBe(-213);
  setBlocked(given.street, lan, true);
  expect(send({ text: 'a' }).error).toBe(-217);
  given.street.state.settings.blockedCode = -244;
  expect(send({ text: 'a' }).error).toBe(-244);
  setBlocked(given.street, lan, false);
  given.clock.now += 49 * hour;
  given.street.state.oa.packageQuota.used = given.street.state.oa.packageQuota.total;
  expect(send({ text: 'a' }).error).toBe(-211);
  expect(messagesOf(given.street, lan.id)).toEqual([]);
});

test('text is measured in code points of its composed form', () => {
  const composed = 'ễ'.repeat(2000);
  expect(send({ text: composed }).error).toBe(0);
  expect(send({ text: composed.normalize('NFD') }).error).toBe(0);
  expect(send({ text: '😀'.repeat(2000) }).error).toBe(0);
  expect(send({ text: `${composed}a` }).error).toBe(-210);
  expect(send({ text: ' ' }).error).toBe(-201);
});

test('one button too many or one title too long refuses the whole message', () => {
  expect(send(withButtons(Array.from({ length: 5 }, () => open))).error).toBe(0);
  expect(send(withButtons(Array.from({ length: 6 }, () => open))).error).toBe(-210);
  expect(send(withButtons([{ ...open, title: 'ă'.repeat(101) }])).error).toBe(-210);
  expect(send(withButtons([{ ...open, payload: { url: 'javascript:alert(1)' } }])).error).toBe(-201);
  const query = { title: 'Hỏi', type: 'oa.query.show' };
  expect(send(withButtons([{ ...query, payload: 'ế'.repeat(1000) }])).error).toBe(0);
  expect(send(withButtons([{ ...query, payload: 'ế'.repeat(1001) }])).error).toBe(-210);
  const phone = { title: 'Gọi', type: 'oa.open.phone' };
  expect(send(withButtons([{ ...phone, payload: { phone_code: '84912345678' } }])).error).toBe(0);
  expect(send(withButtons([{ ...phone, payload: { phone_code: '0912345678' } }])).error).toBe(-201);
});

test('lists need a subtitle on the first element only, at most five elements', () => {
  const list = (elements: object[]) => ({
    attachment: { type: 'template', payload: { template_type: 'list', elements } },
  });
  const first = { title: 'Hồ sơ', subtitle: 'Đang giải quyết' };
  expect(send(list([first, { title: 'Khác' }])).error).toBe(0);
  expect(send(list([{ title: 'Hồ sơ' }])).error).toBe(-201);
  expect(send(list(Array.from({ length: 6 }, () => first))).error).toBe(-210);
  expect(send(list([{ ...first, image_url: 'anh.png' }])).error).toBe(-201);
  expect(send(list([{ ...first, default_action: { type: 'oa.open.url', url: '' } }])).error).toBe(-201);
  given.street.state.settings.listOnV3 = false;
  expect(send(list([first])).error).toBe(-233);
});

test('an uploaded picture can be sent for seven days, a file goes without text', () => {
  const png = { name: 'a.png', bytes: Buffer.from('\x89PNG....', 'latin1') };
  const attachment_id = dataText(uploadMedia(given.street, 'image', png), 'attachment_id');
  const media = { template_type: 'media', elements: [{ media_type: 'image', attachment_id }] };
  const message = { text: 'Sơ đồ', attachment: { type: 'template', payload: media } };
  expect(send(message).error).toBe(0);
  given.clock.now += 7 * 24 * hour;
  write(given.street, lan, { text: 'a' });
  expect(send(message).error).toBe(-100);

  const pdf = { name: 'Giấy tiếp nhận.pdf', bytes: Buffer.from('%PDF-1.7') };
  const file = { token: dataText(uploadMedia(given.street, 'file', pdf), 'token') };
  expect(send({ attachment: { type: 'file', payload: file } }).error).toBe(0);
  expect(send({ text: 'a', attachment: { type: 'file', payload: file } }).error).toBe(-201);
  expect(uploadMedia(given.street, 'file', png).error).toBe(-201);
  const large = { name: 'a.png', bytes: Buffer.concat([png.bytes, Buffer.alloc(1024 * 1024)]) };
  expect(uploadMedia(given.street, 'image', large).error).toBe(-210);
});

test('a quote must be of this chat and younger than 48 hours', () => {
  const { id } = write(given.street, lan, { text: 'hồ sơ của tôi' });
  expect(send({ text: 'a', quote_message_id: id }).error).toBe(0);
  expect(send({ text: 'a', quote_message_id: 'khác' }).error).toBe(-201);
  given.clock.now += 48 * hour + 1;
  expect(send({ text: 'a', quote_message_id: id }).error).toBe(-201);
});

test('a sent message comes back as echo, received and seen, once each and in order', async () => {
  const { street, received } = given;
  const id = dataText(send({ text: 'Đã tiếp nhận' }), 'message_id');
  see(street, lan);
  see(street, lan);
  await street.courier.idle();
  const events = bodies(received).slice(1);
  expect(names(received)).toEqual(['follow', 'oa_send_text', 'user_received_message', 'user_seen_message']);
  expect(events[0]).toMatchObject({
    sender: { id: street.state.oa.id },
    recipient: { id: lan.id },
    user_id_by_app: lan.idByApp,
    message: { text: 'Đã tiếp nhận', msg_id: id },
  });
  expect(events[1]).toMatchObject({ sender: { id: street.state.oa.id }, message: { msg_id: id } });
  expect(events[2]?.message).toEqual({ msg_ids: [id] });
});

test('a phone that is off has received nothing until it is on again', async () => {
  const { street, received } = given;
  setOnline(street, lan, false);
  send({ text: 'a' });
  expect(see(street, lan)).toBe(0);
  await street.courier.idle();
  expect(names(received)).toEqual(['follow', 'oa_send_text']);
  setOnline(street, lan, true);
  await street.courier.idle();
  expect(names(received).at(-1)).toBe('user_received_message');
});

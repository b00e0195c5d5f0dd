// Template messages: parameters, numbers, people who cannot be reached, money, receipts, stars and answers.

import { beforeEach, expect, test } from 'vitest';
import type { Answer } from '../src/answer.ts';
import type { Person } from '../src/model.ts';
import { makePerson, setBlocked, setOnline } from '../src/people.ts';
import { settle } from '../src/zbs-account.ts';
import { hashOfPhone } from '../src/zbs-events.ts';
import { rate, respond, setReach } from '../src/zbs-people.ts';
import { readDailyQuota, readRatings, readSampleData, readStatus } from '../src/zbs-read.ts';
import { template } from '../src/zbs-samples.ts';
import { sendToNumber, sendToUser } from '../src/zbs-send.ts';
import type { Given } from './given.ts';
import { bodies, dataText, givenFollower, givenStreet, hour } from './given.ts';

let given: Given;
let lan: Person;

const phone = '84912000101';
const data = {
  ten_khach_hang: 'Nguyễn Thị Lan',
  ma_ho_so: '000.00.04.H34-260401-0012',
  ten_thu_tuc: 'Đăng ký khai sinh',
  co_quan: 'UBND phường Kiến Tường',
  trang_thai: 'Đang giải quyết',
  thoi_gian: '09:30 23/11/2026',
  ma_tra_cuu: 'abc',
};

beforeEach(() => {
  given = givenStreet();
  lan = makePerson(given.street, { name: 'Nguyễn Thị Lan', phone });
});

function send(order: object = {}): Answer {
  const whole = { phone, template_id: '410001', template_data: data, tracking_id: 't-1', ...order };
  return sendToNumber(given.street, 'phone', whole);
}

test('a message that may be sent tells its id, its time and what is left of the day', () => {
  expect(send()).toMatchObject({
    error: 0,
    data: {
      msg_id: expect.stringMatching(/^[0-9a-f]+$/),
      sent_time: String(given.clock.now),
      sending_mode: '1',
      quota: { dailyQuota: '5000', remainingQuota: '4999' },
    },
  });
  expect(given.street.state.messages[0]?.content).toMatchObject({
    title: 'Hồ sơ của Anh/Chị có cập nhật mới',
    rows: [{ value: data.ma_ho_so }, { value: data.ten_thu_tuc }, { value: data.thoi_gian }],
  });
});

test('parameters are missing, too long in composed letters, or of another form', () => {
  const withData = (change: object) => send({ template_data: { ...data, ...change } }).error;
  expect(send({ template_data: {} }).error).toBe(-111);
  expect(withData({ ma_ho_so: undefined })).toBe(-1122);
  expect(withData({ ma_ho_so: '' })).toBe(-1122);
  expect(withData({ lien_he: '' })).toBe(0);
  expect(withData({ trang_thai: 'ế'.repeat(30).normalize('NFD') })).toBe(0);
  expect(withData({ trang_thai: 'ế'.repeat(31) })).toBe(-1121);
  expect(withData({ ma_ho_so: 12 })).toBe(-1124);
  expect(withData({ thoi_gian: '23/11/2026' })).toBe(-1124);
  expect(withData({ thoi_gian: '09:30 31/13/2026' })).toBe(-1124);
  given.street.state.settings.templateFormats = false;
  expect(withData({ thoi_gian: 'sáng thứ Hai' })).toBe(0);
});

test('numbers are written 84 or +84; a local number only when the switch allows it', () => {
  expect(send({ phone: `+${phone}` }).error).toBe(0);
  expect(send({ phone: '0912000101' }).error).toBe(-108);
  expect(send({ phone: 84_912_000_101 }).error).toBe(-108);
  given.street.state.settings.templateLocalPhones = true;
  expect(send({ phone: '0912000101' }).error).toBe(0);
  const byHash = { hash_phone: hashOfPhone(phone), template_id: '410001', template_data: data };
  expect(sendToNumber(given.street, 'hash_phone', { ...byHash, tracking_id: 'h' }).error).toBe(0);
});

test('the tracking id is required and has at most 48 characters', () => {
  expect(send({ tracking_id: undefined }).error).toBe(-132);
  expect(send({ tracking_id: 'x'.repeat(49) }).error).toBe(-132);
  expect(send({ tracking_id: 'x'.repeat(48) }).error).toBe(0);
});

test('templates must exist, be approved and not be disabled for their quality', () => {
  const { templates } = given.street.state.zbs;
  const [first] = templates;
  if (!first) throw new Error('a new street has templates');
  expect(send({ template_id: '1' }).error).toBe(-109);
  first.status = 'PENDING_REVIEW';
  expect(send().error).toBe(-131);
  Object.assign(first, { status: 'DISABLE', quality: 'LOW' });
  expect(send().error).toBe(-146);
  Object.assign(first, { status: 'ENABLE', tag: 3 });
  expect(send().error).toBe(-145);
});

test('people who cannot be reached each have their own code', () => {
  const { street } = given;
  expect(send({ phone: '84999999999' }).error).toBe(-118);
  const codes = { no_zalo: -118, cannot_receive: -119, inactive: -114, refuses_oa: -141, old_app: -110 };
  for (const [reach, code] of Object.entries(codes)) {
    setReach(street, lan, { reach: reach as keyof typeof codes });
    expect(send().error).toBe(code);
  }
  setReach(street, lan, { reach: 'ok', refusedTags: [1] });
  expect(send().error).toBe(-139);
  setReach(street, lan, { refusedTags: [2, 3] });
  expect(send().error).toBe(0);
  setBlocked(street, lan, true);
  expect(send().error).toBe(-141);
});

test('what the OA and the app lack is said, each with its code', () => {
  const { oa, zbs, settings } = given.street.state;
  zbs.account.package = false;
  expect(send().error).toBe(0);
  settings.stateOaNeedsPackage = true;
  expect(send().error).toBe(-135);
  zbs.account.package = true;
  for (const [name, code] of [
    ['linked', -136],
    ['appLinked', -105],
    ['appPermitted', -138],
  ] as const) {
    zbs.account[name] = false;
    expect(send().error).toBe(code);
    zbs.account[name] = true;
  }
  zbs.account.balance = 119;
  expect(send().error).toBe(-137);
  zbs.account.balance = 120;
  settings.stateOaMaySendTemplates = false;
  expect(send().error).toBe(-135);
  expect(sendToUser(given.street, { user_id: lan.id, template_id: '410001' }).error).toBe(-235);
  settings.stateOaMaySendTemplates = true;
  oa.verified = false;
  expect(send().error).toBe(-135);
});

test('at night nothing is sent unless the rule is off', () => {
  given.clock.now = Date.UTC(2026, 10, 23, 15);
  expect(send().error).toBe(-133);
  given.clock.now = Date.UTC(2026, 10, 23, 23) - 1;
  expect(send().error).toBe(-133);
  given.clock.now += 1;
  expect(send().error).toBe(0);
  given.clock.now = Date.UTC(2026, 10, 23, 18);
  given.street.state.settings.templateNightRule = false;
  expect(send().error).toBe(0);
});

test('daily quotas of OA and template begin anew with the Vietnamese day', () => {
  const { zbs } = given.street.state;
  const [first] = zbs.templates;
  if (first) first.dailyQuota = 1;
  expect(send().error).toBe(0);
  expect(send().error).toBe(-147);
  zbs.dailyQuota = 1;
  expect(send().error).toBe(-144);
  expect(send({ sending_mode: '3' }).error).toBe(-147);
  expect(readDailyQuota(given.street).data).toMatchObject({ dailyQuota: '1', remainingQuota: '0' });
  given.clock.now += 24 * hour;
  expect(send().error).toBe(0);
});

test('development mode is for administrators and costs nothing', () => {
  const { zbs } = given.street.state;
  expect(send({ mode: 'development' }).error).toBe(-127);
  setReach(given.street, lan, { admin: true });
  expect(send({ mode: 'development' }).error).toBe(0);
  expect(zbs.account.balance).toBe(1_000_000);
  expect(readDailyQuota(given.street).data).toMatchObject({ remainingQuota: '5000' });
  zbs.developmentQuota = 1;
  expect(send({ mode: 'development' }).error).toBe(-126);
});

test('a delivered message is paid for; one that does not arrive within two hours is not', () => {
  const { street, clock } = given;
  const { account } = street.state.zbs;
  send();
  setOnline(street, lan, false);
  send();
  expect(account.balance).toBe(1_000_000 - 240);
  clock.now += 2 * hour;
  settle(street);
  expect(account.balance).toBe(1_000_000 - 120);
});

test('the receipt comes when the phone is on, marked ZNS, with the tracking id', async () => {
  const { street, received, clock } = given;
  setOnline(street, lan, false);
  const id = dataText(send({ tracking_id: 'HS-12/3' }), 'msg_id');
  const status = () => readStatus(street, () => id).data;
  await street.courier.idle();
  expect(received).toHaveLength(0);
  expect(status()).toMatchObject({ status: 0 });
  clock.now += hour;
  setOnline(street, lan, true);
  await street.courier.idle();
  expect(received[0]?.headers['x-zevent-server']).toBe('ZNS');
  expect(bodies(received)).toMatchObject([
    {
      event_name: 'user_received_message',
      sender: { id: street.state.oa.id },
      recipient: { id: phone },
      message: { msg_id: id, tracking_id: 'HS-12/3', delivery_time: String(clock.now) },
    },
  ]);
  expect(status()).toMatchObject({ status: 1, delivery_time: String(clock.now) });
});

test('stars and answers come back once, without a user id', async () => {
  const { street, received } = given;
  const stars = dataText(send({ template_id: '410004', tracking_id: 'sao' }), 'msg_id');
  const sample = readSampleData(street, () => '410002').data;
  const asked = dataText(send({ template_id: '410002', template_data: sample }), 'msg_id');
  const messageOf = (id: string) => {
    const found = street.state.messages.find((one) => one.id === id);
    if (!found) throw new Error('the message was kept');
    return found;
  };
  expect(rate(street, messageOf(stars), { rate: 6 })).toBe(false);
  expect(rate(street, messageOf(stars), { rate: 5, note: 'Tốt', feedbacks: ['Đúng hẹn'] })).toBe(true);
  expect(rate(street, messageOf(stars), { rate: 1 })).toBe(false);
  expect(respond(street, messageOf(asked), 1)).toBe(true);
  expect(respond(street, messageOf(asked), 0)).toBe(false);
  await street.courier.idle();
  const [, , feedback, answer] = bodies(received);
  expect(feedback).toMatchObject({
    event_name: 'user_feedback',
    message: { rate: 5, note: 'Tốt', feedbacks: ['Đúng hẹn'], msg_id: stars, tracking_id: 'sao' },
  });
  expect(feedback).not.toHaveProperty('sender');
  expect(answer).toMatchObject({
    event_name: 'user_click_response_button',
    msg_id: asked,
    message: { button_type: 'response', data: 'Tôi cần được hướng dẫn' },
  });
  const ratings = readRatings(street, (name) => (name === 'template_id' ? '410004' : undefined));
  expect(ratings.data).toMatchObject({ total: 1, data: [{ rate: 5, msgId: stars, trackingId: 'sao' }] });
});

test('by user id go only templates made since December 2025, without answers, at a lower price', async () => {
  const { street, received } = given;
  const byId = (template_id: string, template_data: object = data) =>
    sendToUser(street, { user_id: lan.id, template_id, template_data });
  expect(byId('410001')).toMatchObject({ error: 0, data: { user_id: lan.id } });
  expect(street.state.zbs.account.balance).toBe(1_000_000 - 80);
  expect(byId('390005').error).toBe(-249);
  expect(byId('410002').error).toBe(-249);
  street.state.zbs.templates.push(template({ id: '9', name: 'OTP', title: 'OTP', type: 2 }));
  expect(byId('9', {}).error).toBe(-249);
  await street.courier.idle();
  const [echo, receipt] = bodies(received);
  expect(echo).toMatchObject({ event_name: 'oa_send_template', recipient: { id: lan.id } });
  expect(receipt?.message).not.toHaveProperty('tracking_id');
  const follower = givenFollower(street);
  setReach(street, follower, { reach: 'not_eligible' });
  expect(sendToUser(street, { user_id: follower.id, template_id: '410001', template_data: data }).error).toBe(
    -140,
  );
});

test('the sample data of every template passes its own checks', () => {
  const { street } = given;
  for (const { id } of street.state.zbs.templates) {
    const sample = readSampleData(street, () => id).data;
    expect(send({ template_id: id, template_data: sample })).toMatchObject({ error: 0 });
  }
});

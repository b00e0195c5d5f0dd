// The checklist of a strict stand-in, line by line: template messages (ZBS). All through HTTP.

import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Delivery } from '../src/parts.ts';
import { bodies, dataText, hour } from './given.ts';
import type { OverHttp } from './over-http.ts';
import { overHttp } from './over-http.ts';

type Json = Record<string, unknown> & { error?: number; data?: unknown };

let line: OverHttp;
let received: Delivery[];

const phone = '84912000101';
const data = {
  ten_khach_hang: 'Nguyễn Thị Lan',
  ma_ho_so: '000.00.04.H34-260401-0012',
  co_quan: 'UBND phường Kiến Tường',
};

beforeEach(async () => {
  received = [];
  line = await overHttp({
    webhookUrl: 'http://receiver.test/hook',
    deliver(delivery) {
      received.push(delivery);
      return Promise.resolve(200);
    },
  });
  await person('reach', { phone });
  await line.street.courier.idle();
  received.length = 0;
});
afterEach(() => line.close());

const person = (act: string, body: object) => line.control('POST', `people/${line.lan.id}/${act}`, body);

async function call(path: string, body?: object): Promise<Json> {
  const headers = { access_token: line.street.state.tokens.access?.value ?? '' };
  const init = body ? { method: 'POST', body: JSON.stringify(body), headers } : { headers };
  const answer: Json = JSON.parse(await (await fetch(line.url + path, init)).text());
  return answer;
}

/** The template that asks for stars: of the samples it has the fewest parameters. */
function send(change: object = {}): Promise<Json> {
  const order = { phone, template_id: '410004', template_data: data, tracking_id: 'HS-12', ...change };
  return call('/message/template', order);
}

test('ZBS: approved templates with param schema', async () => {
  expect(await call('/template/info/v2?template_id=410004')).toMatchObject({
    data: {
      templateId: 410_004,
      status: 'ENABLE',
      listParams: [{ name: 'ten_khach_hang', require: true, maxLength: 30 }, {}, {}, {}],
    },
  });
  const changed = (change: object) => send({ template_data: { ...data, ...change } });
  expect(await changed({ ten_khach_hang: 'a'.repeat(31) })).toMatchObject({ error: -1121 });
  expect(await changed({ ten_khach_hang: undefined })).toMatchObject({ error: -1122 });
  expect(await changed({ ten_khach_hang: 7 })).toMatchObject({ error: -1124 });
  expect(await line.control('POST', 'templates', { id: '410004', status: 'PENDING' })).toMatchObject({
    status: 400,
    body: { error: 'status is one of ENABLE, PENDING_REVIEW, REJECT, DISABLE' },
  });
  expect(await call('/template/all?limit=100')).toMatchObject({ error: 0, metadata: { total: 5 } });
  expect(await call('/template/all?limit=101')).toMatchObject({ error: -132 });
  await line.control('POST', 'templates', { id: '410004', status: 'PENDING_REVIEW' });
  expect(await send()).toMatchObject({ error: -131 });
  const fresh = { id: '77', name: 'Mẫu mới', title: 'Mã <ma>', params: [{ name: 'ma', kind: 4 }] };
  expect((await line.control('POST', 'templates', fresh)).status).toBe(200);
  expect(await send({ template_id: '77', template_data: { ma: 'A1' } })).toMatchObject({ error: 0 });
  await line.street.courier.idle();
  expect(bodies(received)[0]).toMatchObject({
    event_name: 'change_template_status',
    status: { prev_status: 'ENABLE', new_status: 'PENDING_REVIEW' },
  });
});

test('ZBS: tracking_id rule', async () => {
  expect(await send({ tracking_id: '' })).toMatchObject({ error: -132 });
  expect(await send({ tracking_id: 'x'.repeat(49) })).toMatchObject({ error: -132 });
  expect(await send({ tracking_id: 'x'.repeat(48) })).toMatchObject({ error: 0 });
});

test('ZBS: phone states (-118,-119,-141)', async () => {
  expect(await send({ phone: '84900000000' })).toMatchObject({ error: -118 });
  for (const [reach, error] of [
    ['no_zalo', -118],
    ['cannot_receive', -119],
    ['refuses_oa', -141],
  ] as const) {
    await person('reach', { reach });
    expect(await send()).toMatchObject({ error });
  }
});

test('ZBS: night rule switch', async () => {
  line.clock.now += 13 * hour;
  expect(await send()).toMatchObject({ error: -133 });
  await line.control('POST', 'settings', { templateNightRule: false });
  expect(await send()).toMatchObject({ error: 0 });
});

test('ZBS: daily quota', async () => {
  await line.control('POST', 'zbs', { dailyQuota: 1 });
  expect(await send()).toMatchObject({ data: { quota: { dailyQuota: '1', remainingQuota: '0' } } });
  expect(await send()).toMatchObject({ error: -144 });
  expect(await call('/message/quota')).toMatchObject({ data: { remainingQuota: '0' } });
  await line.street.courier.idle();
  const [told] = bodies(received);
  expect(told).toMatchObject({ event_name: 'change_oa_daily_quota', oaId: line.street.state.oa.id });
});

test('ZBS: delivery receipt', async () => {
  await person('phone', { online: false });
  const id = dataText(await send(), 'msg_id');
  await line.street.courier.idle();
  expect(received).toHaveLength(0);
  await person('phone', { online: true });
  await line.street.courier.idle();
  expect(received[0]?.headers['x-zevent-server']).toBe('ZNS');
  expect(bodies(received)[0]).toMatchObject({
    event_name: 'user_received_message',
    recipient: { id: phone },
    message: { msg_id: id, tracking_id: 'HS-12', delivery_time: String(line.clock.now) },
  });
});

test('ZBS: rating/response events', async () => {
  const stars = dataText(await send(), 'msg_id');
  expect((await person('rate', { msgId: stars, rate: 4, feedbacks: ['Đúng hẹn'] })).status).toBe(200);
  const sample = await call('/template/sample-data?template_id=410002');
  const asked = await send({ template_id: '410002', template_data: sample.data });
  await person('respond', { msgId: dataText(asked, 'msg_id'), buttonIndex: 0 });
  await line.street.courier.idle();
  const told = bodies(received);
  expect(told.find((one) => one.event_name === 'user_feedback')?.message).toMatchObject({ rate: 4 });
  expect(told.at(-1)).toMatchObject({
    event_name: 'user_click_response_button',
    message: { data: 'Tôi sẽ bổ sung đúng hạn' },
  });
  expect(await call('/rating/get?template_id=410004')).toMatchObject({ data: { total: 1 } });
});

test('ZBS: status query', async () => {
  await person('phone', { online: false });
  const id = dataText(await send(), 'msg_id');
  const status = async (of: string) => (await call(`/message/status?message_id=${of}`)).data;
  expect(await status('unknown')).toMatchObject({ status: -1 });
  expect(await status(id)).toMatchObject({ status: 0 });
  await person('phone', { online: true });
  expect(await status(id)).toMatchObject({ status: 1 });
});

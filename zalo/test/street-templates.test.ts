// The client against the simulator: template messages, from the blanks of a template to the stars it earned.

import { rate, respond, setReach } from '@motcua/zalo-sim/zbs-people';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  getTemplateMessageStatus,
  getTemplateQuality,
  getTemplateQuota,
  listRatings,
  listTemplateTags,
} from '../src/template-fate.ts';
import { truncateForParameter } from '../src/template-parameters.ts';
import {
  hashPhone,
  phoneForZalo,
  sendTemplateByHashedPhone,
  sendTemplateByPhone,
  sendTemplateByUser,
} from '../src/template-send.ts';
import { getTemplate, getTemplateSample, listTemplates, type Template } from '../src/templates.ts';
import { parseEvent } from '../src/webhook.ts';
import { type GivenStreet, givenStreet, valueOf } from './street.ts';

let given: GivenStreet;
beforeAll(async () => {
  given = await givenStreet('state');
});
afterAll(() => given.close());

async function templateNamed(id: string): Promise<{ template: Template; data: Record<string, string> }> {
  const template = valueOf(await getTemplate(given.access, id));
  return { template, data: { ...valueOf(await getTemplateSample(given.access, id)) } };
}

test('templates and their blanks: a sample fits its own template', async () => {
  const listed = valueOf(await listTemplates(given.access, { status: 'ENABLE' }));
  expect(listed.total).toBe(listed.templates.length);
  expect(listed.templates).toContainEqual({
    templateId: '410001',
    name: 'Cập nhật trạng thái hồ sơ',
    status: 'ENABLE',
    quality: 'HIGH',
  });
  const { template } = await templateNamed('410001');
  expect(template).toMatchObject({
    templateId: '410001',
    tag: 'TRANSACTION',
    priceByPhone: 120,
    priceByUser: 80,
  });
  expect(template.parameters).toContainEqual({
    name: 'ten_thu_tuc',
    required: true,
    type: 'STRING',
    minLength: 1,
    maxLength: 200,
    acceptsEmpty: false,
  });
  expect(await getTemplate(given.access, '1')).toMatchObject({ code: -109, policy: { action: 'operator' } });
  expect(valueOf(await listTemplateTags(given.access))).toContain('TRANSACTION');
  expect(valueOf(await getTemplateQuality(given.access))).toEqual({ now: 'HIGH', last7Days: 'HIGH' });
});

test('by phone, by hash and by user: sent, received, asked after, counted', async () => {
  const { access, street, webhooks } = given;
  const phone = phoneForZalo('0999 000 111') ?? '';
  const person = given.follower('Lan', phone);
  const { template, data } = await templateNamed('410001');
  const { templateId, parameters } = template;
  const content = { templateId, data, parameters };
  const sent = await sendTemplateByPhone(access, { phone, trackingId: 't1', ...content });
  expect(sent).toMatchObject({ kind: 'sent', sentAt: given.clock.now, remaining: 4999 });
  expect(
    await sendTemplateByHashedPhone(access, { hashedPhone: hashPhone(phone), trackingId: 't2', ...content }),
  ).toMatchObject({ kind: 'sent', remaining: 4998 });
  expect(await sendTemplateByUser(access, { userId: person.id, ...content })).toMatchObject({ kind: 'sent' });
  const messageId = sent.kind === 'sent' ? sent.messageId : '';
  expect(await getTemplateMessageStatus(access, messageId)).toEqual({
    kind: 'ok',
    value: { status: 'delivered', deliveredAt: given.clock.now },
  });
  expect(await getTemplateMessageStatus(access, 'none')).toMatchObject({ value: { status: 'none' } });
  expect(valueOf(await getTemplateQuota(access))).toMatchObject({ today: 5000 });
  await street.courier.idle();
  const events = webhooks.map(({ body, headers }) =>
    parseEvent(Buffer.from(body), new Headers(headers).get('x-zevent-server') ?? undefined),
  );
  expect(events).toContainEqual(
    expect.objectContaining({
      kind: 'template_received',
      recipient: phone,
      msgId: messageId,
      trackingId: 't1',
    }),
  );
});

test('a name too long for its blank is found here, would be refused there, and goes through when cut', async () => {
  const { access } = given;
  const phone = '84999000222';
  given.follower('Bình', phone);
  const { template, data } = await templateNamed('410001');
  const { templateId, parameters } = template;
  const name = `Đăng ký khai sinh có yếu tố nước ngoài ${'tại khu vực biên giới '.repeat(10)}`;
  const long = { ...data, ten_thu_tuc: name.normalize('NFD') };
  const send = { phone, trackingId: 't', templateId };
  expect(await sendTemplateByPhone(access, { ...send, data: long, parameters })).toMatchObject({
    kind: 'not_sent',
    problems: [{ kind: 'too_long', field: 'ten_thu_tuc', limit: 200 }],
  });
  expect(await sendTemplateByPhone(access, { ...send, data: long })).toMatchObject({ code: -1121 });
  const exact = { ...data, ten_thu_tuc: 'ễ'.normalize('NFD').repeat(200) };
  expect(await sendTemplateByPhone(access, { ...send, data: exact, parameters })).toMatchObject({
    kind: 'sent',
  });
  const cut = { ...data, ten_thu_tuc: truncateForParameter(name, 200) };
  expect(await sendTemplateByPhone(access, { ...send, data: cut, parameters })).toMatchObject({
    kind: 'sent',
  });
});

test('numbers that cannot receive, hours that may not, templates that need a number', async () => {
  const { access, street, clock } = given;
  const { template, data } = await templateNamed('410003');
  const send = { trackingId: 't', templateId: template.templateId, data, parameters: template.parameters };
  expect(await sendTemplateByPhone(access, { phone: '84999000999', ...send })).toMatchObject({
    code: -118,
    policy: { action: 'fallback' },
  });
  const phone = '84999000333';
  const person = given.follower('Cúc', phone);
  for (const [reach, code] of [
    ['inactive', -114],
    ['cannot_receive', -119],
    ['refuses_oa', -141],
  ] as const) {
    setReach(street, person, { reach });
    expect(await sendTemplateByPhone(access, { phone, ...send })).toMatchObject({
      code,
      policy: { action: 'fallback' },
    });
  }
  setReach(street, person, { reach: 'ok' });
  clock.now += 14 * 3_600_000;
  expect(await sendTemplateByPhone(access, { phone, ...send })).toMatchObject({
    code: -133,
    policy: { action: 'defer', until: 'morning' },
  });
  clock.now -= 14 * 3_600_000;
  street.state.zbs.dailyQuota = 0;
  expect(await sendTemplateByPhone(access, { phone, ...send })).toMatchObject({
    code: -144,
    policy: { action: 'defer', until: 'next_day' },
  });
  street.state.zbs.dailyQuota = 5000;
  street.state.zbs.account.balance = 0;
  expect(await sendTemplateByPhone(access, { phone, ...send })).toMatchObject({
    code: -137,
    policy: { action: 'operator' },
  });
  street.state.zbs.account.balance = 1_000_000;
  const byNumber = await templateNamed('410002');
  expect(
    await sendTemplateByUser(access, { userId: person.id, templateId: '410002', data: byNumber.data }),
  ).toMatchObject({ code: -249, policy: { action: 'fallback' } });
  expect(await sendTemplateByPhone({ ...access, accessToken: 'dead' }, { phone, ...send })).toMatchObject({
    code: -124,
    policy: { action: 'refresh_token' },
  });
});

test('stars and answers come back by tracking id', async () => {
  const { access, street, webhooks, clock } = given;
  const phone = '84999000444';
  given.follower('Dũng', phone);
  for (const templateId of ['410004', '410002']) {
    const { data } = await templateNamed(templateId);
    await sendTemplateByPhone(access, { phone, trackingId: `of-${templateId}`, templateId, data });
  }
  const [rating, question] = street.state.messages.slice(-2);
  expect(rating && rate(street, rating, { rate: 4, note: 'Nhanh', feedbacks: ['Thái độ'] })).toBe(true);
  expect(question && respond(street, question, 0)).toBe(true);
  await street.courier.idle();
  const events = webhooks.slice(-2).map(({ body }) => parseEvent(Buffer.from(body)));
  expect(events).toMatchObject([
    { kind: 'rated', trackingId: 'of-410004', rate: 4, note: 'Nhanh', feedbacks: ['Thái độ'] },
    { kind: 'response_clicked', trackingId: 'of-410002', data: 'Tôi sẽ bổ sung đúng hạn' },
  ]);
  const read = valueOf(await listRatings(access, { templateId: '410004', from: 0, to: clock.now }));
  expect(read).toMatchObject({
    total: 1,
    ratings: [{ trackingId: 'of-410004', rate: 4, submittedAt: clock.now }],
  });
});

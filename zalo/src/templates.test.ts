// Reading templates and what became of their messages: ordinary query parameters, lists beside their totals.

import { expect, test } from 'vitest';
import { givenWireServer } from '../test/wire-server.ts';
import {
  getTemplateMessageStatus,
  getTemplateQuality,
  getTemplateQuota,
  listRatings,
  listTemplateTags,
} from './template-fate.ts';
import { getTemplate, getTemplateSample, listTemplates } from './templates.ts';

const zalo = givenWireServer();

const access = () => ({ hosts: { business: zalo.origin }, accessToken: 'token-1' });
const ok = (data: unknown, more: object = {}) => ({ json: { error: 0, message: 'Success', data, ...more } });
const asked = () => Object.fromEntries(zalo.last().query);

test('a page of templates and their total', async () => {
  const row = { templateId: 7895417, templateName: 'Có kết quả', status: 'ENABLE', templateQuality: 'HIGH' };
  zalo.tell(ok([row, {}], { metadata: { total: 31 } }));
  expect(await listTemplates(access(), { status: 'PENDING_REVIEW', limit: 500 })).toEqual({
    kind: 'ok',
    value: {
      total: 31,
      templates: [{ templateId: '7895417', name: 'Có kết quả', status: 'ENABLE', quality: 'HIGH' }],
    },
  });
  expect(zalo.last()).toMatchObject({ method: 'GET', path: '/template/all' });
  expect(asked()).toEqual({ offset: '0', limit: '100', status: '2' });
});

test('one template with its blanks and its price', async () => {
  const parameter = {
    name: 'ten',
    require: true,
    type: 'STRING',
    maxLength: 30,
    minLength: 0,
    acceptNull: false,
  };
  zalo.tell(
    ok({
      templateId: 7,
      templateName: 'A',
      status: 'REJECT',
      reason: 'Thiếu dấu',
      listParams: [parameter, { name: 'so', require: false }, {}],
      listButtons: [{ type: 1, title: 'Xem', content: 'https://a' }],
      timeout: 7_200_000,
      previewUrl: 'https://p',
      templateQuality: null,
      templateTag: 'TRANSACTION',
      price: '300.0',
      price_sdt: 120,
      price_uid: '80',
    }),
    ok({}),
  );
  expect(await getTemplate(access(), '7')).toEqual({
    kind: 'ok',
    value: {
      templateId: '7',
      name: 'A',
      status: 'REJECT',
      quality: undefined,
      reason: 'Thiếu dấu',
      parameters: [
        { name: 'ten', required: true, type: 'STRING', minLength: 0, maxLength: 30, acceptsEmpty: false },
        { name: 'so', required: false, acceptsEmpty: false },
      ],
      buttons: [{ type: 1, title: 'Xem', content: 'https://a' }],
      timeoutMs: 7_200_000,
      previewUrl: 'https://p',
      tag: 'TRANSACTION',
      priceByPhone: 120,
      priceByUser: 80,
    },
  });
  expect(zalo.last().path).toBe('/template/info/v2');
  expect(asked()).toEqual({ template_id: '7' });
  expect(await getTemplate(access(), '7')).toEqual({ kind: 'no_answer', why: 'not_json' });
});

test('sample texts', async () => {
  zalo.tell(ok({ ten: 'Nguyễn Văn A', so: 3 }));
  expect(await getTemplateSample(access(), '7')).toEqual({
    kind: 'ok',
    value: { ten: 'Nguyễn Văn A', so: '3' },
  });
  expect(zalo.last().path).toBe('/template/sample-data');
});

test.each([
  [{ status: -1 }, { status: 'none', deliveredAt: undefined }],
  [{ status: 0 }, { status: 'pushed', deliveredAt: undefined }],
  [
    { status: '1', delivery_time: '1601032301000' },
    { status: 'delivered', deliveredAt: 1601032301000 },
  ],
  [{ status: 5 }, { status: 'other', deliveredAt: undefined }],
])('status %j', async (data, value) => {
  zalo.tell(ok(data));
  expect(await getTemplateMessageStatus(access(), 'm1')).toEqual({ kind: 'ok', value });
  expect(zalo.last().path).toBe('/message/status');
  expect(asked()).toEqual({ message_id: 'm1' });
});

test('quota, quality and tags', async () => {
  zalo.tell(
    ok({ dailyQuota: '500', remainingQuota: '499', dailyQuotaPromotion: null }),
    ok({ oaCurrentQuality: 'HIGH', oa7dayQuality: 'UNDEFINED' }),
    ok(['TRANSACTION', 'CUSTOMER_CARE']),
  );
  expect(await getTemplateQuota(access())).toEqual({
    kind: 'ok',
    value: { today: 500, remainingToday: 499 },
  });
  expect(await getTemplateQuality(access())).toEqual({
    kind: 'ok',
    value: { now: 'HIGH', last7Days: 'UNDEFINED' },
  });
  expect(zalo.last().path).toBe('/quality');
  expect(await listTemplateTags(access())).toEqual({ kind: 'ok', value: ['TRANSACTION', 'CUSTOMER_CARE'] });
  expect(zalo.last().path).toBe('/message/template-tag');
});

test('ratings between two moments', async () => {
  const row = {
    rating_type: 'csat',
    note: 'n',
    rate: 5,
    submitDate: '16',
    msgId: 'm',
    feedbacks: ['f'],
    trackingId: 't',
  };
  zalo.tell(ok({ total: 1, data: [row, {}] }));
  expect(await listRatings(access(), { templateId: '7', from: 1, to: 2 })).toEqual({
    kind: 'ok',
    value: {
      total: 1,
      ratings: [{ messageId: 'm', trackingId: 't', rate: 5, feedbacks: ['f'], note: 'n', submittedAt: 16 }],
    },
  });
  expect(asked()).toEqual({ template_id: '7', from_time: '1', to_time: '2', offset: '0', limit: '100' });
});

test('a refusal speaks from the table of template messages', async () => {
  zalo.tell({ json: { error: -138, message: 'no permission' } });
  expect(await getTemplateQuota(access())).toMatchObject({ kind: 'refused', policy: { action: 'operator' } });
});

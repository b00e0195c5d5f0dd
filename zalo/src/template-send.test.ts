// Template messages over a real wire: what leaves, what never does, and what is known afterwards.

import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { givenWireServer } from '../test/wire-server.ts';
import {
  hashPhone,
  phoneForZalo,
  sendTemplateByHashedPhone,
  sendTemplateByPhone,
  sendTemplateByUser,
  type TemplateByPhone,
} from './template-send.ts';

const zalo = givenWireServer();

const access = () => ({ hosts: { business: zalo.origin, openapi: zalo.origin }, accessToken: 'token-1' });
const phone = '84999000111';
const content = { templateId: '7895417', data: { ten: 'Nguyễn'.normalize('NFD') } };
const given = { ...content, trackingId: 't-1' };
const quota = { dailyQuota: '500', remainingQuota: '499' };
const yes = { json: { error: 0, data: { msg_id: 'm1', sent_time: '1626926349402', quota } } };

function byPhone(change: Partial<TemplateByPhone & { phone: string }> = {}) {
  return sendTemplateByPhone(access(), { phone, ...given, ...change });
}

test('by phone number: every value is text in NFC', async () => {
  zalo.tell(yes, yes);
  expect(await byPhone()).toEqual({
    kind: 'sent',
    messageId: 'm1',
    sentAt: 1626926349402,
    remaining: 499,
  });
  expect(zalo.last()).toMatchObject({ method: 'POST', path: '/message/template' });
  expect(zalo.last().headers['access_token']).toBe('token-1');
  const sent = {
    phone,
    template_id: '7895417',
    template_data: { ten: 'Nguyễn' },
    tracking_id: 't-1',
    sending_mode: '1',
  };
  expect(JSON.parse(zalo.last().body)).toEqual(sent);
  await byPhone({ mode: 'development', sendingMode: 'over_quota' });
  expect(JSON.parse(zalo.last().body)).toEqual({ ...sent, sending_mode: '3', mode: 'development' });
});

test('by hash: the number itself stays here', async () => {
  zalo.tell(yes);
  const hashedPhone = hashPhone(phone);
  expect(hashedPhone).toBe(createHash('sha256').update('84999000111').digest('hex'));
  expect(await sendTemplateByHashedPhone(access(), { hashedPhone, ...given })).toMatchObject({
    kind: 'sent',
  });
  expect(zalo.last()).toMatchObject({ path: '/message/template/hashphone' });
  expect(JSON.parse(zalo.last().body)).toMatchObject({ hash_phone: hashedPhone });
  expect(zalo.last().body).not.toContain(phone);
  expect(await sendTemplateByHashedPhone(access(), { hashedPhone: phone, ...given })).toMatchObject({
    why: 'malformed',
  });
});

test('by user: at the other host, with that host’s errors', async () => {
  const send = { userId: '246845883529197922', ...content };
  zalo.tell({
    json: { error: 0, data: { message_id: 'm2', quota: { quota_type: 'sub_quota', remain: 9 } } },
  });
  expect(await sendTemplateByUser(access(), send)).toMatchObject({ messageId: 'm2', remaining: 9 });
  expect(zalo.last().path).toBe('/v3.0/oa/message/template');
  expect(JSON.parse(zalo.last().body)).toEqual({
    user_id: '246845883529197922',
    template_id: '7895417',
    template_data: { ten: 'Nguyễn' },
  });
  zalo.tell({ json: { error: -249, message: 'x' } }, { json: { error: -200, message: 'x' } });
  expect(await sendTemplateByUser(access(), send)).toMatchObject({ policy: { action: 'fallback' } });
  expect(await sendTemplateByUser(access(), send)).toEqual({ kind: 'unknown_outcome', why: 'zalo_unsure' });
});

test.each([
  [-118, 'fallback', undefined],
  [-124, 'refresh_token', undefined],
  [-133, 'defer', 'morning'],
  [-147, 'defer', 'next_day'],
  [-1121, 'bug', undefined],
  [-9_999, 'retry_bounded', undefined],
])('%i is refused: %s', async (error, action, until) => {
  zalo.tell({ json: { error, message: 'no' } });
  const outcome = await byPhone();
  expect(outcome).toMatchObject({ kind: 'refused', code: error, policy: { action } });
  expect(outcome.kind === 'refused' ? outcome.policy.until : 'sent').toBe(until);
});

test('a lost answer is not a no', async () => {
  zalo.tell('cut', { json: { error: 0, data: {} } });
  expect(await byPhone()).toEqual({ kind: 'unknown_outcome', why: 'connection_lost' });
  expect(await byPhone()).toEqual({ kind: 'unknown_outcome', why: 'no_message_id' });
});

const blank = { required: true, type: 'STRING', minLength: undefined, acceptsEmpty: false };
test.each<[string, Partial<TemplateByPhone & { phone: string }>, object]>([
  ['a number as people write it', { phone: '0999000111' }, { kind: 'malformed', field: 'phone' }],
  ['no tracking id', { trackingId: '' }, { kind: 'missing', field: 'tracking_id' }],
  ['49 letters of it', { trackingId: 't'.repeat(49) }, { kind: 'too_long', limit: 48, actual: 49 }],
  ['no template', { templateId: '' }, { kind: 'missing', field: 'template_id' }],
  ['nothing to say', { data: {} }, { kind: 'missing', field: 'template_data' }],
  [
    'too long for the blank',
    { data: { ten: 'a'.repeat(31) }, parameters: [{ ...blank, name: 'ten', maxLength: 30 }] },
    { kind: 'too_long', field: 'ten', limit: 30, actual: 31 },
  ],
])('what Zalo would refuse never leaves: %s', async (_name, change, problem) => {
  const before = zalo.asked.length;
  expect(await byPhone(change)).toMatchObject({ kind: 'not_sent', why: 'malformed', problems: [problem] });
  expect(zalo.asked.length).toBe(before);
});

test('48 letters of tracking id are sent', async () => {
  zalo.tell(yes);
  expect(await byPhone({ trackingId: 't'.repeat(48) })).toMatchObject({ kind: 'sent' });
});

test.each([
  ['0912 345 678', '84912345678'],
  ['+84 912.345.678', '84912345678'],
  ['84912345678', '84912345678'],
  ['(0272) 384-123', '84272384123'],
  ['1022', undefined],
  ['', undefined],
  ['không có', undefined],
])('%j is %j to Zalo', (written, expected) => {
  expect(phoneForZalo(written)).toBe(expected);
});

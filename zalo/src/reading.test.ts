// Reading from Zalo over a real wire: profiles, the OA itself, conversations; and uploads.

import { expect, test } from 'vitest';
import { givenWireServer } from '../test/wire-server.ts';
import { readConversation } from './conversation.ts';
import { getOa, stateAgencyType } from './oa.ts';
import { uploadFile, uploadImage } from './upload.ts';
import { getUserDetail, getUserProfileV2 } from './users.ts';

const zalo = givenWireServer();

const access = () => ({ hosts: { openapi: zalo.origin }, accessToken: 'token-1' });
const ok = (data: unknown) => ({ json: { error: 0, message: 'Success', data } });

test('a profile by v3 and by v2; the question travels as one JSON text', async () => {
  const data = {
    user_id: '246845883529197922',
    user_id_by_app: '5',
    display_name: 'Nguyễn Văn An',
    user_is_follower: true,
    user_last_interaction_date: '21/11/2026',
    tags_and_notes_info: { tag_names: ['vip'] },
    shared_info: { phone: 84999000111, name: 'An' },
  };
  zalo.tell(ok(data), ok({ user_id: 1, display_name: 'B' }));
  expect(await getUserDetail(access(), '246845883529197922')).toMatchObject({
    kind: 'ok',
    value: {
      userId: '246845883529197922',
      displayName: 'Nguyễn Văn An',
      isFollower: true,
      lastInteraction: '21/11/2026',
      tags: ['vip'],
      shared: { name: 'An', phone: '84999000111' },
    },
  });
  expect(zalo.last()).toMatchObject({ method: 'GET', path: '/v3.0/oa/user/detail' });
  expect(zalo.last().query.get('data')).toBe('{"user_id":"246845883529197922"}');
  expect(await getUserProfileV2(access(), '1')).toMatchObject({
    value: { userId: '1', isFollower: undefined },
  });
  expect(zalo.last().path).toBe('/v2.0/oa/getprofile');
});

test('a person who does not follow is a refusal with a policy', async () => {
  zalo.tell({ json: { error: -213, message: 'User has not followed OA' } });
  expect(await getUserDetail(access(), '1')).toMatchObject({
    kind: 'refused',
    code: -213,
    policy: { action: 'fallback' },
  });
});

test('the OA and its type; an answer without an id is none', async () => {
  const data = { oa_id: '388613280878808645', name: 'Phường Kiến Tường', oa_type: 4, is_verified: true };
  zalo.tell(ok(data), ok({}));
  expect(await getOa(access())).toMatchObject({
    value: {
      oaId: '388613280878808645',
      name: 'Phường Kiến Tường',
      oaType: stateAgencyType,
      isVerified: true,
    },
  });
  expect(await getOa(access())).toEqual({ kind: 'no_answer', why: 'not_json' });
});

test('a conversation is asked for in tens, and rows without an id are left out', async () => {
  const row = { src: 0, time: 1700000000000, type: 'text', message: 'Chào', message_id: 'm1' };
  zalo.tell(ok([row, { ...row, src: 1, message_id: 'm2' }, { src: 1 }]), { json: { error: 0 } });
  expect(await readConversation(access(), { userId: 'u', count: 50 })).toMatchObject({
    value: [
      { messageId: 'm1', from: 'oa', text: 'Chào', at: 1700000000000 },
      { messageId: 'm2', from: 'user' },
    ],
  });
  expect(zalo.last().query.get('data')).toBe('{"user_id":"u","offset":0,"count":10}');
  expect(await readConversation(access(), { userId: 'u' })).toEqual({ kind: 'ok', value: [] });
});

test('an image and a file are uploaded as the field file', async () => {
  zalo.tell(ok({ attachment_id: 'i' }), ok({ token: 't' }));
  expect(await uploadImage(access(), { bytes: new Uint8Array([1]), name: 'anh.PNG' })).toEqual({
    kind: 'ok',
    value: { attachmentId: 'i' },
  });
  expect(zalo.last().path).toBe('/v2.0/oa/upload/image');
  expect(zalo.last().body).toContain('name="file"; filename="anh.PNG"');
  expect(zalo.last().body).toContain('Content-Type: image/png');
  expect(await uploadFile(access(), { bytes: new Uint8Array([1]), name: 'phiếu hẹn.pdf' })).toEqual({
    kind: 'ok',
    value: { token: 't' },
  });
});

test('what Zalo would refuse never leaves', async () => {
  const before = zalo.asked.length;
  expect(await uploadImage(access(), { bytes: new Uint8Array(1_048_577), name: 'a.jpg' })).toEqual({
    kind: 'too_large',
    limitBytes: 1_048_576,
    actualBytes: 1_048_577,
  });
  expect(await uploadFile(access(), { bytes: new Uint8Array(1), name: 'a.xlsx' })).toMatchObject({
    kind: 'wrong_format',
    accepted: ['pdf', 'doc', 'docx', 'csv'],
  });
  expect(await uploadImage(access(), { bytes: new Uint8Array(1), name: 'a.constructor' })).toMatchObject({
    kind: 'wrong_format',
  });
  expect(zalo.asked.length).toBe(before);
});

// The OA's people over a real wire: lists, notes, labels, quotas, and what was said while nobody listened.

import { expect, test } from 'vitest';
import { givenWireServer } from '../test/wire-server.ts';
import { listRecentChats, readConversationSince } from './conversation.ts';
import { getQuotaV2, getUserQuota, listQuotaAssets } from './quota.ts';
import { deleteTag, listTags, tagUser, untagUser } from './tags.ts';
import { forgetUser, updateFollower, updateUser } from './user-changes.ts';
import { listFollowers, listUsers } from './user-lists.ts';

const zalo = givenWireServer();

const access = () => ({ hosts: { openapi: zalo.origin }, accessToken: 'token-1' });
const ok = (data: unknown) => ({ json: { error: 0, data } });
const sent = (): unknown => JSON.parse(zalo.last().body);
const asked = (): unknown => JSON.parse(zalo.last().query.get('data') ?? '');

test('users by version 3, followers by version 2; never more than fifty', async () => {
  zalo.tell(
    ok({ total: 120, users: [{ user_id: '1' }, {}] }),
    ok({ total: 7, followers: [{ user_id: '246845883529197922' }] }),
  );
  expect(await listUsers(access(), { offset: 20_000, count: 80, tag: 'a', isFollower: true })).toEqual({
    kind: 'ok',
    value: { total: 120, userIds: ['1'] },
  });
  // Not brought back to the last page: whoever turns pages until an empty one would never end.
  expect(asked()).toEqual({ offset: 20_000, count: 50, tag_name: 'a', is_follower: true });
  expect(await listFollowers(access(), { offset: 50 })).toEqual({
    kind: 'ok',
    value: { total: 7, userIds: ['246845883529197922'] },
  });
  expect(zalo.last().path).toBe('/v2.0/oa/getfollowers');
  expect(asked()).toEqual({ offset: 50, count: 50 });
});

test('notes about a person are written, and erased', async () => {
  zalo.tell(ok({}), ok({}), ok({}));
  const notes = { userId: 'u', name: 'An', dateOfBirth: '30/10/1999' };
  expect(await updateUser(access(), { ...notes, alias: 'Chị An' })).toEqual({ kind: 'ok', value: undefined });
  expect(zalo.last().path).toBe('/v3.0/oa/user/update');
  expect(sent()).toEqual({
    user_id: 'u',
    user_alias: 'Chị An',
    shared_info: { name: 'An', user_dob: '30/10/1999' },
  });
  await updateFollower(access(), notes);
  expect(zalo.last().path).toBe('/v2.0/oa/updatefollowerinfo');
  expect(sent()).toEqual({ user_id: 'u', name: 'An', user_dob: '30/10/1999' });
  await forgetUser(access(), 'u');
  expect(zalo.last().path).toBe('/v2.0/oa/deletefollowerinfo');
  expect(sent()).toEqual({ user_id: 'u' });
});

test('labels', async () => {
  zalo.tell(ok(['vip', 3]), ok({}), ok({}), ok({}));
  expect(await listTags(access())).toEqual({ kind: 'ok', value: ['vip'] });
  const seen = [];
  for (const change of [() => tagUser(access(), 'u', 't'), () => untagUser(access(), 'u', 't')]) {
    await change();
    seen.push([zalo.last().path, sent()]);
  }
  await deleteTag(access(), 't');
  expect([...seen, [zalo.last().path, sent()]]).toEqual([
    ['/v2.0/oa/tag/tagfollower', { user_id: 'u', tag_name: 't' }],
    ['/v2.0/oa/tag/rmfollowerfromtag', { user_id: 'u', tag_name: 't' }],
    ['/v2.0/oa/tag/rmtag', { tag_name: 't' }],
  ]);
});

test('what may still be sent', async () => {
  const promotion = { daily_remain: 1, daily_total: 1, monthly_remain: 3, monthly_total: 4 };
  zalo.tell(
    ok({ last_interaction: '1700000000000', cs_reply: { remain: 7, total: 8 }, promotion }),
    ok({ last_interaction: '' }),
    ok([{ asset_id: 'a', valid_through: '31/12/2026', remain: 5, total: 9 }, {}]),
    ok({ type: 'active', remain: 3, total: 4 }),
    ok({}),
  );
  expect(await getUserQuota(access(), 'u')).toEqual({
    kind: 'ok',
    value: {
      lastInteractionAt: 1700000000000,
      reply: { remain: 7, total: 8 },
      promotionToday: { remain: 1, total: 1 },
      promotionThisMonth: { remain: 3, total: 4 },
    },
  });
  expect(await getUserQuota(access(), 'u')).toEqual({
    kind: 'ok',
    value: { lastInteractionAt: undefined, reply: undefined },
  });
  const question = { owner: 'OA', product: 'cs', type: 'sub_quota' } as const;
  expect(await listQuotaAssets(access(), question)).toEqual({
    kind: 'ok',
    value: [{ assetId: 'a', validThrough: '31/12/2026', remain: 5, total: 9 }],
  });
  expect(sent()).toEqual({ quota_owner: 'OA', product_type: 'cs', quota_type: 'sub_quota' });
  expect(await getQuotaV2(access())).toEqual({ kind: 'ok', value: { type: 'active', remain: 3, total: 4 } });
  expect(sent()).toEqual({});
  await getQuotaV2(access(), 'm1');
  expect(zalo.last().path).toBe('/v2.0/oa/quota/message');
  expect(sent()).toEqual({ message_id: 'm1' });
});

/** The conversation as Zalo pages it: message `n` was written in second `n`. */
function page(newest: number, length: number) {
  const numbers = Array.from({ length }, (_, index) => newest - index);
  return ok(
    numbers.map((n) => ({ src: 1, time: n * 1_000, type: 'text', message: `${n}`, message_id: `m${n}` })),
  );
}
const texts = (answer: Awaited<ReturnType<typeof readConversationSince>>) =>
  answer.kind === 'ok' ? answer.value.messages.map(({ text }) => text) : answer.kind;

test('after an outage: ten at a time back to the moment, oldest first, each once', async () => {
  const before = zalo.asked.length;
  // A message arrives between the two pages, so the second begins with one already seen.
  zalo.tell(page(30, 10), page(21, 10));
  const answer = await readConversationSince(access(), 'u', 15_000);
  expect(texts(answer)).toEqual(Array.from({ length: 16 }, (_, index) => `${15 + index}`));
  expect(answer).toMatchObject({ value: { complete: true } });
  expect(zalo.asked.length - before).toBe(2);
  expect(asked()).toEqual({ user_id: 'u', offset: 10, count: 10 });
});

test('the beginning of a conversation ends the reading; a bound ends it earlier, and says so', async () => {
  zalo.tell(page(12, 10), page(2, 2));
  expect(await readConversationSince(access(), 'u', 0)).toMatchObject({ value: { complete: true } });
  zalo.tell(page(30, 10), page(20, 10));
  const bounded = await readConversationSince(access(), 'u', 0, { maxPages: 2 });
  expect(bounded).toMatchObject({ value: { complete: false } });
  expect(texts(bounded)).toHaveLength(20);
  zalo.tell(page(30, 10), { json: { error: -32, message: 'limit' } });
  expect(await readConversationSince(access(), 'u', 0)).toMatchObject({ kind: 'refused', code: -32 });
});

test('recent chats name the person, whoever wrote last', async () => {
  const row = { time: 1, type: 'text', message: 'a', from_id: 'u1', to_id: 'oa', from_display_name: 'An' };
  const mine = { ...row, src: 0, message_id: 'm2', from_id: 'oa', to_id: 'u2', to_display_name: 'Bình' };
  zalo.tell(ok([{ ...row, src: 1, message_id: 'm1' }, mine, { src: 1 }]));
  expect(await listRecentChats(access())).toMatchObject({
    value: [
      { userId: 'u1', displayName: 'An', last: { messageId: 'm1', from: 'user' } },
      { userId: 'u2', displayName: 'Bình', last: { messageId: 'm2', from: 'oa' } },
    ],
  });
  expect(asked()).toEqual({ offset: 0, count: 10 });
});

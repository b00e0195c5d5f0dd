// The client against the simulator, away from the chat: articles, people, sign-in.

import { mintCode } from '@motcua/zalo-sim/graph';
import { agreeAsPerson, miniAppToken } from '@motcua/zalo-sim/web-login';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createArticle, findArticleId, getArticle, listArticles, removeArticle } from '../src/articles.ts';
import { broadcastArticles } from '../src/broadcast.ts';
import { getPhone, getPlace } from '../src/mini-app.ts';
import { pkce } from '../src/oauth.ts';
import { getQuotaV2, getUserQuota, listQuotaAssets } from '../src/quota.ts';
import { deleteTag, listTags, tagUser, untagUser } from '../src/tags.ts';
import { getTemplateQuota } from '../src/template-fate.ts';
import { forgetUser, updateFollower, updateUser } from '../src/user-changes.ts';
import { listFollowers, listUsers, mostUserOffset } from '../src/user-lists.ts';
import { getUserDetail, getUserProfileV2 } from '../src/users.ts';
import { exchangeLoginCode, getMe, refreshLogin } from '../src/web-login.ts';
import { type GivenStreet, givenStreet, valueOf } from './street.ts';

let given: GivenStreet;
beforeAll(async () => {
  given = await givenStreet('state');
});
afterAll(() => given.close());

test('an article is written, waited for, read, sent to everybody and removed', async () => {
  const { access, clock, street } = given;
  const article = {
    title: 'Lịch tiếp công dân',
    author: 'UBND phường',
    description: 'Thứ ba hằng tuần',
    coverUrl: 'https://motcua.example/a.jpg',
    body: [{ type: 'text', content: 'Mời Anh/Chị đến bộ phận Một cửa.' } as const],
    visible: true,
    commentable: false,
  };
  const made = await createArticle(access, article);
  const { token } = 'value' in made ? made.value : { token: '' };
  expect(await findArticleId(access, token)).toMatchObject({ code: -214, policy: { action: 'retry_later' } });
  clock.now += 10_000;
  const { id } = valueOf(await findArticleId(access, token));
  expect(await getArticle(access, id)).toMatchObject({ value: { id, ...article } });
  expect(await listArticles(access)).toMatchObject({
    value: { total: 1, articles: [{ id, visible: true }] },
  });
  given.follower('Em');
  expect(
    await broadcastArticles(access, { articleIds: [id], audience: { gender: 'all', regions: ['south'] } }),
  ).toMatchObject({ kind: 'sent' });
  expect(street.state.messages.at(-1)?.content.kind).toBe('article');
  clock.now += 14 * 3_600_000;
  expect(await broadcastArticles(access, { articleIds: [id], audience: {} })).toMatchObject({
    policy: { action: 'defer', until: 'morning' },
  });
  clock.now -= 14 * 3_600_000;
  expect(await removeArticle(access, id)).toMatchObject({ kind: 'ok' });
  expect(await listArticles(access)).toMatchObject({ value: { total: 0 } });
});

test('people: listed, noted, labelled, forgotten; and what may still be sent', async () => {
  const { access } = given;
  const person = given.follower('Giang');
  expect(valueOf(await listFollowers(access)).userIds).toContain(person.id);
  expect(valueOf(await listUsers(access, { isFollower: true, lastInteraction: 'TODAY' })).userIds).toContain(
    person.id,
  );
  expect(await updateFollower(access, { userId: person.id, name: 'Trần Thị Giang' })).toMatchObject({
    kind: 'ok',
  });
  expect(await updateUser(access, { userId: person.id, alias: 'Chị Giang' })).toMatchObject({ kind: 'ok' });
  expect(await getUserDetail(access, person.id)).toMatchObject({
    value: { alias: 'Chị Giang', shared: { name: 'Trần Thị Giang' }, isFollower: true },
  });
  await tagUser(access, person.id, 'cần gọi lại');
  expect(await listTags(access)).toMatchObject({ value: ['cần gọi lại'] });
  expect(await listUsers(access, { tag: 'cần gọi lại' })).toMatchObject({ value: { userIds: [person.id] } });
  expect(await getUserProfileV2(access, person.id)).toMatchObject({ value: { tags: ['cần gọi lại'] } });
  expect(await listUsers(access, { offset: mostUserOffset })).toMatchObject({ value: { userIds: [] } });
  expect(await listUsers(access, { offset: mostUserOffset + 1 })).toMatchObject({ code: -210 });
  await untagUser(access, person.id, 'cần gọi lại');
  expect(await listUsers(access, { tag: 'cần gọi lại' })).toMatchObject({ value: { userIds: [] } });
  expect(await deleteTag(access, 'cần gọi lại')).toMatchObject({ kind: 'ok' });
  expect(await listTags(access)).toMatchObject({ value: [] });
  expect(await forgetUser(access, person.id)).toMatchObject({ kind: 'ok' });
  expect(valueOf(await getUserDetail(access, person.id)).shared.name).toBeUndefined();
  expect(await getUserQuota(access, person.id)).toMatchObject({
    value: { lastInteractionAt: given.clock.now, reply: { remain: 8, total: 8 } },
  });
  expect(await getQuotaV2(access)).toMatchObject({ value: { type: 'active', total: 2000 } });
  const question = { owner: 'OA', product: 'cs', type: 'sub_quota' } as const;
  expect(await listQuotaAssets(access, question)).toMatchObject({ value: [{ total: 2000 }] });
});

test('sign in with Zalo, and a Mini App’s tokens', async () => {
  const { app, street } = given;
  const person = given.follower('Hà', '84999000555');
  const { verifier, challenge } = pkce(new Uint8Array(32).fill(9));
  const link = { appId: app.appId, redirectUri: 'https://motcua.example/login', challenge, state: 's' };
  const code = new URL(agreeAsPerson(street, link, person.id)).searchParams.get('code') ?? '';
  const pair = await exchangeLoginCode(app, { code, codeVerifier: verifier });
  if (pair.kind !== 'granted') throw new Error(JSON.stringify(pair));
  expect(pair.expiresInSeconds).toBe(3_600);
  const access = { hosts: app.hosts, appSecret: app.appSecret, accessToken: pair.accessToken };
  expect(await getMe(access)).toMatchObject({
    value: { idByApp: person.idByApp, idByOa: person.id, name: 'Hà', isSensitive: false },
  });
  expect(await getMe({ ...access, appSecret: 'wrong' })).toMatchObject({
    code: 100,
    policy: { action: 'bug' },
  });
  expect(await getMe({ ...access, accessToken: 'dead' })).toMatchObject({
    policy: { action: 'refresh_token' },
  });
  expect(await refreshLogin(app, pair.refreshToken)).toMatchObject({ kind: 'granted' });
  expect(await refreshLogin(app, pair.refreshToken)).toMatchObject({ code: -14014 });

  const inside = { ...access, accessToken: miniAppToken(street, person.id) };
  const phoneCode = mintCode(street, person.id, 'phone');
  expect(await getPhone(inside, phoneCode)).toMatchObject({ value: '84999000555' });
  expect(await getPhone(inside, phoneCode)).toMatchObject({ kind: 'refused' });
  expect(await getPlace(inside, mintCode(street, person.id, 'location'))).toMatchObject({
    value: { latitude: 10.7769, longitude: 106.7009, provider: 'gps', at: given.clock.now },
  });
});

test('with the console’s toggle on, only calls that prove the secret are answered', async () => {
  const { access, app, street } = given;
  street.state.settings.requireAppSecretProof = true;
  expect(await listTags(access)).toMatchObject({ code: -242, policy: { action: 'operator' } });
  expect(await getTemplateQuota(access)).toMatchObject({ code: -1241, policy: { action: 'operator' } });
  const proving = { ...access, appSecret: app.appSecret };
  expect(await listTags(proving)).toMatchObject({ kind: 'ok' });
  expect(await getTemplateQuota(proving)).toMatchObject({ kind: 'ok' });
  street.state.settings.requireAppSecretProof = false;
});

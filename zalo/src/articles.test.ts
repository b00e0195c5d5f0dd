// Articles and broadcasts over a real wire; and a small picture on a person's message.

import { expect, test } from 'vitest';
import { givenWireServer } from '../test/wire-server.ts';
import {
  type Article,
  createArticle,
  findArticleId,
  getArticle,
  listArticles,
  removeArticle,
  updateArticle,
} from './articles.ts';
import { broadcastArticles } from './broadcast.ts';
import { reactToMessage } from './react.ts';

const zalo = givenWireServer();

const access = () => ({ hosts: { openapi: zalo.origin }, accessToken: 'token-1' });
const ok = (data: unknown) => ({ json: { error: 0, data } });
const sent = (): unknown => JSON.parse(zalo.last().body);

const article: Article = {
  title: 'Lịch tiếp công dân',
  author: 'UBND phường',
  description: 'Thứ ba hằng tuần',
  coverUrl: 'https://a/b.jpg',
  body: [
    { type: 'text', content: 'Mời Anh/Chị đến bộ phận Một cửa.' },
    { type: 'image', url: 'https://a/c.jpg' },
  ],
  visible: true,
  commentable: false,
};
const wire = {
  type: 'normal',
  title: 'Lịch tiếp công dân',
  author: 'UBND phường',
  description: 'Thứ ba hằng tuần',
  cover: { cover_type: 'photo', photo_url: 'https://a/b.jpg', status: 'show' },
  body: [
    { type: 'text', content: 'Mời Anh/Chị đến bộ phận Một cửa.' },
    { type: 'image', url: 'https://a/c.jpg', caption: '' },
  ],
  status: 'show',
  comment: 'hide',
};

test('an article is handed in, asked after, changed and removed', async () => {
  zalo.tell(ok({ token: 't' }), { json: { error: -214, message: 'processing' } }, ok({ id: 'i' }));
  expect(await createArticle(access(), article)).toEqual({ kind: 'ok', value: { token: 't' } });
  expect(zalo.last().path).toBe('/v2.0/article/create');
  expect(sent()).toEqual(wire);
  expect(await findArticleId(access(), 't')).toMatchObject({
    code: -214,
    policy: { action: 'retry_later', until: 'next_minute' },
  });
  expect(await findArticleId(access(), 't')).toEqual({ kind: 'ok', value: { id: 'i' } });
  expect(zalo.last().path).toBe('/v2.0/article/verify');
  zalo.tell(ok({ token: 't2' }), ok({}));
  expect(await updateArticle(access(), 'i', { ...article, visible: false })).toMatchObject({ kind: 'ok' });
  expect(sent()).toEqual({ ...wire, id: 'i', status: 'hide' });
  expect(await removeArticle(access(), 'i')).toEqual({ kind: 'ok', value: undefined });
  expect(zalo.last().path).toBe('/v2.0/article/remove');
});

test('articles are read with ordinary parameters', async () => {
  const row = { id: 'i', title: 'T', status: 'show', link_view: 'https://v', create_date: 16 };
  zalo.tell(ok({ total: 1, medias: [row, {}] }), ok({ id: 'i', ...wire }));
  expect(await listArticles(access(), { limit: 5 })).toEqual({
    kind: 'ok',
    value: {
      total: 1,
      articles: [{ id: 'i', title: 'T', visible: true, url: 'https://v', createdAt: 16 }],
    },
  });
  expect(Object.fromEntries(zalo.last().query)).toEqual({ offset: '0', limit: '5', type: 'normal' });
  expect(await getArticle(access(), 'i')).toEqual({
    kind: 'ok',
    value: { id: 'i', ...article, body: [article.body[0], { ...article.body[1], caption: '' }] },
  });
});

test.each([
  ['title', 150],
  ['author', 50],
  ['description', 300],
] as const)('%s: %i letters pass, one more never leaves', async (field, limit) => {
  const apart = 'ễ'.normalize('NFD');
  zalo.tell(ok({ token: 't' }));
  expect(await createArticle(access(), { ...article, [field]: apart.repeat(limit) })).toMatchObject({
    kind: 'ok',
  });
  expect(await createArticle(access(), { ...article, [field]: apart.repeat(limit + 1) })).toEqual({
    kind: 'too_long',
    field,
    limit,
    actual: limit + 1,
  });
});

test('a broadcast names its audience in Zalo’s numbers; at most five articles', async () => {
  zalo.tell(ok({ message_id: 'm' }), { json: { error: -234, message: 'night' } });
  const audience = {
    gender: 'female',
    regions: ['south'],
    ages: [2, 3],
    platforms: ['ios', 'android'],
  } as const;
  expect(await broadcastArticles(access(), { articleIds: ['i'], audience })).toMatchObject({
    messageId: 'm',
  });
  expect(zalo.last().path).toBe('/v2.0/oa/message');
  expect(sent()).toEqual({
    recipient: { target: { gender: '2', locations: '2', ages: '2,3', platform: '1,2' } },
    message: {
      attachment: {
        type: 'template',
        payload: { template_type: 'media', elements: [{ media_type: 'article', attachment_id: 'i' }] },
      },
    },
  });
  expect(await broadcastArticles(access(), { articleIds: ['i'], audience: {} })).toMatchObject({
    policy: { action: 'defer', until: 'morning' },
  });
  expect(await broadcastArticles(access(), { articleIds: 'abcdef'.split(''), audience: {} })).toMatchObject({
    kind: 'too_many',
    limit: 5,
  });
});

test('a reaction travels beside no message', async () => {
  zalo.tell(ok({}));
  await reactToMessage(access(), { userId: 'u', messageId: 'm', icon: 'heart' });
  expect(zalo.last().path).toBe('/v2.0/oa/message');
  expect(sent()).toEqual({
    recipient: { user_id: 'u' },
    sender_action: { react_icon: '/-heart', react_message_id: 'm' },
  });
});

// The OA's articles: written, checked by Zalo, changed, listed, removed.

import { type OaAccess, type OaAnswer, postOaApi, queryOaApi, tellOaApi } from './call.ts';
import { type JsonObject, listAt, numberAt, objectAt, textAt } from './json.ts';
import {
  checkCount,
  checkLength,
  checkPresent,
  checkWebAddress,
  type LimitProblem,
  problemWith,
} from './limits.ts';

export type ArticleBlock =
  | { type: 'text'; content: string }
  | { type: 'image'; url: string; caption?: string };

export interface Article {
  title: string;
  author: string;
  description: string;
  /** Public address of the picture on top. */
  coverUrl: string;
  body: readonly ArticleBlock[];
  visible: boolean;
  commentable: boolean;
}

/** Limits of zalo.me, in code points after NFC. */
export const articleLimits = { title: 150, author: 50, description: 300 } as const;

/** Hands an article in. It has no id until Zalo has read it: ask `findArticleId` with the token. */
export async function createArticle(
  access: OaAccess,
  article: Article,
): Promise<OaAnswer<{ token: string }> | LimitProblem> {
  const problem = checkArticle(article);
  if (problem) return problem;
  return readText(await postOaApi(access, '/v2.0/article/create', wireArticle(article)), 'token');
}

/** The article's id; refused with -214, to be asked again, while Zalo reads it. */
export async function findArticleId(access: OaAccess, token: string): Promise<OaAnswer<{ id: string }>> {
  return readText(await postOaApi(access, '/v2.0/article/verify', { token }), 'id');
}

/** Replaces an article; the change too has a token to be asked about. */
export async function updateArticle(
  access: OaAccess,
  id: string,
  article: Article,
): Promise<OaAnswer<{ token: string }> | LimitProblem> {
  const problem = checkArticle(article);
  if (problem) return problem;
  return readText(await postOaApi(access, '/v2.0/article/update', { id, ...wireArticle(article) }), 'token');
}

export function removeArticle(access: OaAccess, id: string): Promise<OaAnswer<undefined>> {
  return tellOaApi(access, '/v2.0/article/remove', { id });
}

export interface ArticleSummary {
  id: string;
  title: string | undefined;
  visible: boolean;
  /** The page people read. */
  url: string | undefined;
  createdAt: number | undefined;
}

/** Zalo shows no more at a time. */
export const articlePageSize = 10;

/** One page of articles, newest first. */
export async function listArticles(
  access: OaAccess,
  page: { offset?: number; limit?: number } = {},
): Promise<OaAnswer<{ total: number | undefined; articles: readonly ArticleSummary[] }>> {
  const query = {
    offset: page.offset ?? 0,
    limit: Math.min(page.limit ?? articlePageSize, articlePageSize),
    type: 'normal',
  };
  const answer = await queryOaApi(access, '/v2.0/article/getslice', query);
  if (answer.kind !== 'ok') return answer;
  const articles = listAt(answer.value, 'medias').flatMap((row) => readSummary(row) ?? []);
  return { ...answer, value: { total: numberAt(answer.value, 'total'), articles } };
}

/** One article with its blocks; those of a kind not known here are left out. */
export async function getArticle(access: OaAccess, id: string): Promise<OaAnswer<Article & { id: string }>> {
  const answer = await queryOaApi(access, '/v2.0/article/getdetail', { id });
  if (answer.kind !== 'ok') return answer;
  const data = answer.value;
  return {
    ...answer,
    value: {
      id: textAt(data, 'id') ?? id,
      title: textAt(data, 'title') ?? '',
      author: textAt(data, 'author') ?? '',
      description: textAt(data, 'description') ?? '',
      coverUrl: textAt(objectAt(data, 'cover'), 'photo_url') ?? '',
      body: listAt(data, 'body').flatMap((block) => readBlock(block) ?? []),
      visible: textAt(data, 'status') === 'show',
      commentable: textAt(data, 'comment') === 'show',
    },
  };
}

function checkArticle(article: Article): LimitProblem | undefined {
  return problemWith([
    checkLength('title', article.title, articleLimits.title),
    checkLength('author', article.author, articleLimits.author),
    checkLength('description', article.description, articleLimits.description),
    checkWebAddress('cover', article.coverUrl),
    checkCount('body', article.body, Number.POSITIVE_INFINITY),
    ...article.body.map((block) =>
      block.type === 'text'
        ? checkPresent('body.content', block.content)
        : checkWebAddress('body.url', block.url),
    ),
  ]);
}

function wireArticle(article: Article): JsonObject {
  return {
    type: 'normal',
    title: article.title.normalize('NFC'),
    author: article.author.normalize('NFC'),
    description: article.description.normalize('NFC'),
    cover: { cover_type: 'photo', photo_url: article.coverUrl, status: 'show' },
    body: article.body.map((block) =>
      block.type === 'text'
        ? { type: 'text', content: block.content.normalize('NFC') }
        : { type: 'image', url: block.url, caption: (block.caption ?? '').normalize('NFC') },
    ),
    status: article.visible ? 'show' : 'hide',
    comment: article.commentable ? 'show' : 'hide',
  };
}

function readBlock(block: unknown): ArticleBlock | undefined {
  const type = textAt(block, 'type');
  const content = textAt(block, 'content');
  const url = textAt(block, 'url');
  if (type === 'text' && content !== undefined) return { type, content };
  if (type === 'image' && url !== undefined) return { type, url, caption: textAt(block, 'caption') ?? '' };
  return undefined;
}

function readSummary(row: unknown): ArticleSummary | undefined {
  const id = textAt(row, 'id');
  if (id === undefined) return undefined;
  return {
    id,
    title: textAt(row, 'title'),
    visible: textAt(row, 'status') === 'show',
    url: textAt(row, 'link_view'),
    createdAt: numberAt(row, 'create_date'),
  };
}

function readText<K extends string>(answer: OaAnswer<unknown>, key: K): OaAnswer<Record<K, string>> {
  if (answer.kind !== 'ok') return answer;
  const text = textAt(answer.value, key);
  if (text === undefined) return { kind: 'no_answer', why: 'not_json' };
  return { ...answer, value: { [key]: text } as Record<K, string> };
}

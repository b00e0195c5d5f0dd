// Articles of the OA: written down at once, readable under an id once they have been processed.

import type { Answer } from './answer.ts';
import { refuse, succeed } from './answer.ts';
import type { Fields } from './json.ts';
import { fieldsOf, lengthOf, listOf, textOf } from './json.ts';
import type { Article, ArticleBlock } from './office-model.ts';
import type { Street } from './parts.ts';

type Query = (name: string) => string | undefined;
type Draft = Pick<Article, 'title' | 'author' | 'description' | 'coverUrl' | 'body' | 'status' | 'comment'>;

const limits = { title: 150, author: 50, description: 300, page: 10 } as const;

/** `POST /v2.0/article/create`: gives a token, with which `verify` gives the id once it is processed. */
export function createArticle(street: Street, body: unknown): Answer {
  const draft = readDraft(fieldsOf(body));
  if ('error' in draft) return draft;
  const now = street.now();
  const article: Article = {
    ...draft,
    id: street.ids.hex(20),
    token: street.ids.token(64),
    type: 'normal',
    createdAt: now,
    updatedAt: now,
    readyAt: now + street.state.settings.articleSeconds * 1000,
    views: 0,
  };
  street.state.office.articles.push(article);
  street.tell({ kind: 'setup', personId: null });
  return succeed({ token: article.token });
}

/** `POST /v2.0/article/verify {token}` */
export function verifyArticle(street: Street, body: unknown): Answer {
  const { token } = fieldsOf(body);
  const article = street.state.office.articles.find((one) => one.token === token);
  if (!article) return refuse(-201, 'token is invalid!');
  return article.readyAt > street.now() ? refuse(-214) : succeed({ id: article.id });
}

/** `POST /v2.0/article/update`: an `id` and the whole article; gives a new token. */
export function updateArticle(street: Street, body: unknown): Answer {
  const article = ready(street, fieldsOf(body)['id']);
  if (!article) return refuse(-201, 'id is invalid!');
  const draft = readDraft(fieldsOf(body));
  if ('error' in draft) return draft;
  const now = street.now();
  const readyAt = now + street.state.settings.articleSeconds * 1000;
  Object.assign(article, draft, { token: street.ids.token(64), updatedAt: now, readyAt });
  return succeed({ token: article.token });
}

/** `POST /v2.0/article/remove {id}` */
export function removeArticle(street: Street, body: unknown): Answer {
  const { office } = street.state;
  const article = ready(street, fieldsOf(body)['id']);
  if (!article) return refuse(-201, 'id is invalid!');
  office.articles = office.articles.filter((one) => one !== article);
  return succeed({});
}

/** `GET /v2.0/article/getslice?offset&limit&type`, newest first. */
export function readArticles(street: Street, query: Query): Answer {
  const offset = Number(query('offset') ?? 0);
  const limit = Number(query('limit') ?? limits.page);
  const type = query('type') ?? 'normal';
  if (!Number.isInteger(offset) || offset < 0 || !Number.isInteger(limit) || limit < 1) return refuse(-201);
  if (limit > limits.page) return refuse(-210);
  if (type !== 'normal' && type !== 'video') return refuse(-201, 'type is invalid!');
  const found = street.state.office.articles
    .filter((one) => one.type === type && one.readyAt <= street.now())
    .reverse();
  const medias = found.slice(offset, offset + limit).map((one) => ({
    id: one.id,
    type: one.type,
    title: one.title,
    status: one.status,
    total_view: one.views,
    total_share: 0,
    create_date: one.createdAt,
    update_date: one.updatedAt,
    thumb: one.coverUrl,
    link_view: `${street.origin()}/articles/${one.id}`,
  }));
  return succeed({ medias, total: found.length });
}

/** `GET /v2.0/article/getdetail?id` */
export function readArticle(street: Street, query: Query): Answer {
  const article = ready(street, query('id'));
  if (!article) return refuse(-201, 'id is invalid!');
  const { id, type, title, author, description, coverUrl, status, comment } = article;
  return succeed({
    id,
    type,
    title,
    author,
    cover: { cover_type: 'photo', photo_url: coverUrl, status: 'show' },
    description,
    status,
    body: article.body.map(wireBlock),
    comment,
    cite: {},
    link_view: `${street.origin()}/articles/${id}`,
  });
}

/** The article as a web page's text; counts a view. */
export function viewArticle(street: Street, id: string): Article | undefined {
  const article = ready(street, id);
  if (article) article.views += 1;
  return article;
}

function ready(street: Street, id: unknown): Article | undefined {
  return street.state.office.articles.find((one) => one.id === id && one.readyAt <= street.now());
}

function readDraft(raw: Fields): Draft | Answer {
  if (raw['type'] !== 'normal') return refuse(-201, 'type is invalid!');
  const title = textOf(raw['title'])?.trim() ?? '';
  const author = textOf(raw['author']) ?? '';
  const description = textOf(raw['description']) ?? '';
  if (title === '') return refuse(-201, 'title is invalid!');
  if (author.trim() === '') return refuse(-201, 'author is invalid!');
  if (description.trim() === '') return refuse(-201, 'description is invalid!');
  if (lengthOf(title) > limits.title || lengthOf(author) > limits.author) return refuse(-210);
  if (lengthOf(description) > limits.description) return refuse(-210);
  const cover = fieldsOf(raw['cover']);
  const coverUrl = textOf(cover['photo_url']) ?? '';
  if (cover['cover_type'] !== 'photo' || !URL.canParse(coverUrl)) return refuse(-201, 'cover is invalid!');
  const body: ArticleBlock[] = [];
  for (const one of listOf(raw['body']).map(fieldsOf)) {
    const block = readBlock(one);
    if (!block) return refuse(-201, 'body is invalid!');
    body.push(block);
  }
  if (body.length === 0) return refuse(-201, 'body is invalid!');
  const status = raw['status'] === 'hide' ? 'hide' : 'show';
  const comment = raw['comment'] === 'hide' ? 'hide' : 'show';
  return { title, author, description, coverUrl, body, status, comment };
}

function readBlock(raw: Fields): ArticleBlock | undefined {
  const text = (name: string) => textOf(raw[name]) ?? '';
  switch (raw['type']) {
    case 'text':
      return text('content') === ''
        ? undefined
        : { type: 'text', content: text('content'), url: '', caption: '' };
    case 'image':
    case 'video': {
      const url = text('url');
      const caption = text('caption');
      return URL.canParse(url) ? { type: raw['type'], content: '', url, caption } : undefined;
    }
    default:
      return undefined;
  }
}

function wireBlock({ type, content, url, caption }: ArticleBlock) {
  return type === 'text' ? { type, content } : { type, url, caption };
}

// An article as the people who were sent it read it.

import type { FastifyInstance } from 'fastify';
import { viewArticle } from './articles.ts';
import { escape, frame } from './consent-page.ts';
import { fieldsOf } from './json.ts';
import type { ArticleBlock } from './office-model.ts';
import type { Street } from './parts.ts';

export function addArticlePage(app: FastifyInstance, street: Street): void {
  app.get('/articles/:id', (request, reply) => {
    void reply.type('text/html; charset=utf-8');
    const article = viewArticle(street, String(fieldsOf(request.params)['id']));
    if (!article)
      return reply.code(404).send(frame('Không còn bài viết', '<h1>Bài viết không còn tồn tại</h1>'));
    const { title, author, description, body } = article;
    return frame(
      escape(title),
      `<h1>${escape(title)}</h1><p class="small">${escape(author)}</p><p>${escape(description)}</p>${body.map(block).join('')}`,
    );
  });
}

/** Texts of an article may hold simple HTML; here they are shown as words, which is safe and enough. */
function block({ type, content, url, caption }: ArticleBlock): string {
  if (type === 'text') return `<p>${escape(content)}</p>`;
  const words = escape(caption || 'Mở');
  return type === 'image'
    ? `<p><img src="${escape(url)}" alt="${words}" width="320"></p>`
    : `<p><a href="${escape(url)}">${words}</a></p>`;
}

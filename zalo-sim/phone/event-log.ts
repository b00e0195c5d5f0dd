// The log of webhook posts, newest first, each with its raw JSON and every attempt.

import type { WebhookPost } from '../src/model.ts';
import { element, fill } from './element.ts';
import { exactTimeOf } from './words.ts';

/** How many the page shows; the control API has the rest. */
const shown = 100;

export function createEventLog() {
  const list = element('ol', { class: 'events', role: 'list' });
  const drawn = new Map<string, { key: string; row: HTMLElement }>();
  return {
    element: list,
    update(posts: WebhookPost[]): void {
      if (posts.length === 0) {
        fill(
          list,
          element(
            'li',
            { class: 'small empty' },
            'Chưa có sự kiện. Nhắn một tin từ điện thoại để thấy sự kiện đầu tiên.',
          ),
        );
        return;
      }
      const latest = posts.slice(-shown).reverse();
      fill(list, ...latest.map(rowOf));
    },
  };

  /** Kept while nothing changed, so that an opened one stays open. */
  function rowOf(post: WebhookPost): HTMLElement {
    const key = `${post.status}:${post.attempts.length}`;
    const kept = drawn.get(post.id);
    if (kept?.key === key) return kept.row;
    const row = drawPost(post, kept?.row.querySelector('details')?.open ?? false);
    drawn.set(post.id, { key, row });
    return row;
  }
}

function drawPost(post: WebhookPost, open: boolean): HTMLElement {
  const last = post.attempts.at(-1);
  const state = { done: 'ok', waiting: 'wait', lost: 'bad', withheld: 'wait' }[post.status];
  const words = {
    done: `${last?.status ?? ''} · ${last?.ms ?? 0} ms`,
    waiting: post.attempts.length === 0 ? 'chờ gửi' : `chờ gửi lại lần ${post.attempts.length}`,
    lost: 'không ai nhận',
    withheld: 'không gửi',
  }[post.status];
  const attempts = post.attempts.map(
    (one) => `${exactTimeOf(one.at)}  ${one.status ?? 'không trả lời'}  ${one.ms} ms`,
  );
  return element(
    'li',
    {},
    element(
      'details',
      { open },
      element(
        'summary',
        {},
        element('span', { class: 'event-time' }, exactTimeOf(Number(post.timestamp))),
        element('span', { class: 'event-name' }, post.eventName),
        element('span', { class: `event-state ${state}` }, words),
      ),
      attempts.length > 1 && element('p', { class: 'small mono' }, attempts.join('\n')),
      element('pre', { class: 'raw', tabindex: 0 }, JSON.stringify(JSON.parse(post.body), null, 2)),
    ),
  );
}

// Carries webhooks: signed over the exact bytes, in order per person, again while nobody answers 200.

import { createHash } from 'node:crypto';
import { bend, isSwitchedOff } from './fault-events.ts';
import type { Faults } from './faults-kinds.ts';
import type { State, WebhookPost } from './model.ts';
import type { Change, Courier, Deliver } from './parts.ts';

/** Zalo's documented pauses before each redelivery; after the last the subscription is cancelled. */
export const zaloLadder: readonly number[] = [30_000, 300_000, 900_000, 1_800_000, 3_600_000];

/** How many finished posts the log keeps. */
const logLength = 2000;

/** The signature header's value: SHA-256 of a plain concatenation, not an HMAC. */
export function signature(appId: string, rawBody: string, timestamp: string, oaSecretKey: string): string {
  const digest = createHash('sha256').update(appId + rawBody + timestamp + oaSecretKey, 'utf8');
  return `mac=${digest.digest('hex')}`;
}

export function createCourier(parts: {
  state: State;
  faults: Faults;
  now: () => number;
  tell: (change: Change) => void;
  deliver: Deliver;
  ladder?: readonly number[];
}): Courier {
  const { state, faults, now, tell, deliver } = parts;
  const ladder = parts.ladder ?? zaloLadder;
  const lines = new Map<string, WebhookPost[]>();
  const busy = new Map<string, Promise<void>>();
  /** Keys of the lines of one that wait behind later events. */
  const held = new Set<string>();
  let resting = false;

  for (const post of state.posts) if (post.status === 'waiting') lineOf(post).push(post);

  function lineOf(post: WebhookPost): WebhookPost[] {
    const key = post.bent?.loose ? post.id : (post.personId ?? '');
    const line = lines.get(key) ?? [];
    lines.set(key, line);
    if (post.bent?.behind) held.add(key);
    return line;
  }

  async function attempt(post: WebhookPost, url: string): Promise<boolean> {
    const startedAt = now();
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      'x-zevent-signature': signature(state.app.id, post.body, post.timestamp, state.oa.secretKey),
    };
    const retries = post.attempts.length + (post.bent?.numRetry ?? 0);
    if (retries > 0) headers['num_retry'] = String(retries);
    if (post.server) headers['x-zevent-server'] = post.server;
    const overMs = post.bent?.overMs;
    const status = await deliver({ url, headers, body: post.body, ...(overMs && { overMs }) }).catch(
      () => null,
    );
    post.attempts.push({ at: startedAt, status, ms: now() - startedAt });
    return status === 200;
  }

  function accept(post: WebhookPost): void {
    post.status = 'done';
    const message = post.messageId && state.messages.findLast((one) => one.id === post.messageId);
    if (message && message.from === 'person') message.acknowledgedAt ??= now();
  }

  async function walk(key: string, line: WebhookPost[]): Promise<void> {
    for (let post = line[0]; post && post.nextAt <= now(); post = line[0]) {
      const { url, subscribed } = state.webhook;
      if (!url || !subscribed || resting) break;
      const taken = await attempt(post, url);
      const pause = ladder[post.attempts.length - 1];
      if (taken) accept(post);
      else if (pause === undefined) cancel();
      else post.nextAt = now() + pause;
      // `cancel` and `redeliver` may have emptied or rebuilt the line meanwhile.
      if (taken && line[0] === post) line.shift();
      tell({ kind: 'post', personId: post.personId });
    }
    if (line.length === 0 && lines.get(key) === line) lines.delete(key);
  }

  /** A later event has come: whoever waited for it goes right behind it. */
  function releaseBehind(later: WebhookPost): void {
    for (const key of held) {
      const post = lines.get(key)?.[0];
      const behind = post?.bent?.behind;
      if (!post || !behind || busy.has(key)) held.delete(key);
      if (!post || !behind || busy.has(key) || post === later) continue;
      if (behind.personId !== null && behind.personId !== later.personId) continue;
      if (behind.eventName !== undefined && behind.eventName !== later.eventName) continue;
      behind.count -= 1;
      if (behind.count > 0) continue;
      lines.delete(key);
      held.delete(key);
      const { overMs } = post.bent ?? {};
      post.bent = overMs === undefined ? {} : { overMs };
      post.nextAt = now();
      lineOf(later.bent?.loose ? post : later).push(post);
    }
  }

  function cancel(): void {
    state.webhook.subscribed = false;
    for (const line of lines.values()) {
      for (const post of line) post.status = 'lost';
      line.length = 0;
    }
  }

  function pump(): void {
    if (resting) return;
    for (const [key, line] of lines) {
      const head = line[0];
      if (busy.has(key) || !head || head.nextAt > now() || !state.webhook.url) continue;
      const done = walk(key, line).finally(() => {
        busy.delete(key);
        pump();
      });
      busy.set(key, done);
    }
  }

  function remember(post: WebhookPost): void {
    state.posts.push(post);
    const surplus = state.posts.length - logLength;
    if (surplus <= 0) return;
    const oldest = new Set(state.posts.filter((one) => one.status !== 'waiting').slice(0, surplus));
    state.posts = state.posts.filter((one) => !oldest.has(one));
  }

  return {
    enqueue(post) {
      if (isSwitchedOff(state.settings, post)) post.status = 'withheld';
      else if (!state.webhook.url || !state.webhook.subscribed) post.status = 'lost';
      const struck = post.status === 'waiting' ? faults.onEvent(post) : [];
      for (const one of bend(post, struck, { now: now(), draw: (what) => faults.draw(what) })) {
        remember(one);
        if (one.status === 'waiting') lineOf(one).push(one);
      }
      if (post.status === 'waiting') releaseBehind(post);
      tell({ kind: 'post', personId: post.personId });
      pump();
    },
    async postOnce(post) {
      post.once = true;
      remember(post);
      const taken = state.webhook.url !== null && (await attempt(post, state.webhook.url));
      post.status = taken ? 'done' : 'lost';
      tell({ kind: 'post', personId: null });
    },
    pump,
    pauses: ladder,
    async idle() {
      for (pump(); busy.size > 0; pump()) await Promise.all(busy.values());
    },
    async rest() {
      resting = true;
      await Promise.all(busy.values());
    },
    redeliver() {
      state.webhook.subscribed = true;
      const open = state.posts.filter(({ status, once }) => /waiting|lost/.test(status) && !once);
      for (const line of lines.values()) line.length = 0;
      for (const post of open) {
        delete post.bent?.behind;
        post.status = 'waiting';
        post.nextAt = now();
        lineOf(post).push(post);
      }
      pump();
      return open.length;
    },
  };
}

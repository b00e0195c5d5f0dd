// Reads back what was said with a person, as Zalo remembers it: how to learn what became of a message.

import { type ConversationStretch, readConversationSince } from '@motcua/zalo/conversation';
import { callWithToken } from './call-with-token.ts';
import { hearAnswer, hearRate, hearSilence } from './permits.ts';
import type { OaContext, OaRef } from './tokens.ts';

export type ReadBack =
  | ({ kind: 'read' } & ConversationStretch)
  /** This account may not read conversations: nothing more can be learnt this way. */
  | { kind: 'unreadable' }
  /** Zalo cannot be asked just now. */
  | { kind: 'away' };

/** What was said with the person since a moment (epoch milliseconds), oldest first: the newest `pages` times ten. */
export async function readBack(
  ctx: OaContext,
  ask: OaRef & { userId: string; since: number; pages: number },
): Promise<ReadBack> {
  const { userId, since, pages } = ask;
  const askedAt = ctx.clock.now();
  const answer = await callWithToken(ctx, ask, (accessToken) =>
    readConversationSince({ hosts: ctx.zalo, accessToken, timeoutMs: 5_000 }, userId, since, {
      maxPages: pages,
    }),
  );
  if (answer.kind === 'not_connected' || answer.kind === 'unavailable') return { kind: 'away' };
  if (answer.kind === 'no_answer') {
    await hearSilence(ctx, ask);
    return { kind: 'away' };
  }
  hearRate(ctx, ask, answer.rate, askedAt);
  await hearAnswer(ctx, ask);
  if (answer.kind === 'ok') return { kind: 'read', ...answer.value };
  const passes = answer.policy.action === 'refresh_token' || answer.policy.action === 'retry_later';
  return { kind: passes ? 'away' : 'unreadable' };
}

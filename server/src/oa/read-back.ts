// Reads back what was said with a person, as Zalo remembers it: how to learn what became of a message.

import { type PastMessage, readConversationSince } from '@motcua/zalo/conversation';
import { hearAnswer, hearRate, hearSilence } from './permits.ts';
import { accessTokenFor, type OaContext, type OaRef } from './tokens.ts';

export type ReadBack =
  | { kind: 'read'; messages: readonly PastMessage[] }
  /** This account may not read conversations: nothing more can be learnt this way. */
  | { kind: 'unreadable' }
  /** Zalo cannot be asked just now. */
  | { kind: 'away' };

/** Everything said with the person since a moment (epoch milliseconds), oldest first; fifty messages at most. */
export async function readBack(
  ctx: OaContext,
  ask: OaRef & { userId: string; since: number },
): Promise<ReadBack> {
  const token = await accessTokenFor(ctx, ask);
  if (token.kind !== 'token') return { kind: 'away' };
  const access = { hosts: ctx.zalo, accessToken: token.accessToken, timeoutMs: 5_000 };
  const askedAt = ctx.clock.now();
  const answer = await readConversationSince(access, ask.userId, ask.since, { maxPages: 5 });
  if (answer.kind === 'no_answer') {
    await hearSilence(ctx, ask);
    return { kind: 'away' };
  }
  hearRate(ctx, ask, answer.rate, askedAt);
  await hearAnswer(ctx, ask);
  if (answer.kind === 'ok') return { kind: 'read', messages: answer.value.messages };
  const passes = answer.policy.action === 'refresh_token' || answer.policy.action === 'retry_later';
  return { kind: passes ? 'away' : 'unreadable' };
}

// A call to Zalo with the account's token: a token that Zalo refuses is replaced once, and then it is the operator's.

import { accessTokenFor, type OaContext, type OaRef } from './tokens.ts';

/** No call was made: the account must be put right first (`not_connected`), or try again later (`unavailable`). */
export type NoToken = { kind: 'not_connected'; sentence: string } | { kind: 'unavailable'; sentence: string };

type MayBeRefused = { kind: string; policy?: { action: string } };

export async function callWithToken<Answer extends MayBeRefused>(
  ctx: OaContext,
  ref: OaRef,
  call: (accessToken: string) => Promise<Answer>,
): Promise<Answer | NoToken> {
  let rejected: string | undefined;
  for (;;) {
    const token = await accessTokenFor(ctx, ref, rejected);
    if (token.kind !== 'token') return token;
    const answer = await call(token.accessToken);
    const dead = answer.kind === 'refused' && answer.policy?.action === 'refresh_token';
    if (!dead || rejected !== undefined) return answer;
    rejected = token.accessToken;
  }
}

// Sends one message to one person through an Official Account: the right token, the right API version, one honest outcome.

import type { OaRefusal } from '@motcua/zalo/call';
import { type OaMessage, withoutQuote } from '@motcua/zalo/messages';
import { type ApiVersion, type SendOutcome, sendMessage } from '@motcua/zalo/send';
import { hearRate } from './permits.ts';
import { sentences } from './sentences.ts';
import { markState, type OaState, pinApiVersion } from './store.ts';
import { accessTokenFor, type OaContext, type OaRef } from './tokens.ts';

export type DeliveryOutcome =
  /** `sent`; `refused` with a policy; `not_sent` (safe to repeat); `unknown_outcome` (perhaps delivered: do not repeat). */
  | SendOutcome
  /** The account must be put right by a human first; nothing was sent. */
  | { kind: 'not_connected'; sentence: string }
  /** No token for the moment; nothing was sent, safe to repeat. */
  | { kind: 'unavailable'; sentence: string }
  /** The sender slept until it was no longer sure that this is still its turn; nothing was sent. */
  | { kind: 'overslept' };

/** Zalo answers in a fraction of this, or is not answering. */
const callTimeoutMs = 5_000;

/**
 * Sends at most one message. Zalo is asked again only after an answer that proves nothing was delivered: a dead token
 * (once), the wrong API version (once; -235 and -240 and no other code), a quotation that cannot be shown (once).
 */
export async function sendToUser(
  ctx: OaContext,
  send: OaRef & { userId: string; message: OaMessage; isStillOurTurn?: () => boolean },
): Promise<DeliveryOutcome> {
  let { message } = send;
  let rejected: string | undefined;
  let switched: ApiVersion | undefined;
  for (;;) {
    const token = await accessTokenFor(ctx, send, rejected);
    if (token.kind !== 'token') return token;
    const apiVersion = switched ?? token.apiVersion;
    const access = { hosts: ctx.zalo, accessToken: token.accessToken, timeoutMs: callTimeoutMs };
    // Nothing is awaited between this question and the call.
    if (send.isStillOurTurn?.() === false) return { kind: 'overslept' };
    const askedAt = ctx.clock.now();
    const outcome = await sendMessage(access, { apiVersion, userId: send.userId, message });
    if ('rate' in outcome) hearRate(ctx, send, outcome.rate, askedAt);
    if (outcome.kind === 'sent' && token.wasRefused) await mark(ctx, send, 'connected', null);
    if (outcome.kind !== 'refused') return outcome;

    const { action } = outcome.policy;
    const other = otherVersion(outcome.code, apiVersion);
    const bare = action === 'drop_quote' ? withoutQuote(message) : undefined;
    if (action === 'refresh_token' && rejected === undefined) rejected = token.accessToken;
    else if (other !== undefined && switched === undefined) {
      switched = other;
      await ctx.database.tenant(send.tenantId, (tx) => pinApiVersion(tx, send.oaId, other));
    } else if (bare !== undefined) message = bare;
    else {
      await remember(ctx, send, outcome);
      return outcome;
    }
  }
}

/** Zalo sometimes reports an error for a message it did deliver: on any other code a second version is a second message. */
function otherVersion(code: number, used: ApiVersion): ApiVersion | undefined {
  if (code === -235 && used === 'v3') return 'v2';
  return code === -240 && used === 'v2' ? 'v3' : undefined;
}

/** Codes that speak of the account and not of the message or the person. */
const accountCodes = new Set([-204, -205, -209, -212, -219, -221, -223, -224, -235, -240, -242, -320, -321]);

/** True when every message of the account would be refused like this one, until a human has put it right. */
export function concernsAccount(refusal: Pick<OaRefusal, 'code' | 'policy'>): boolean {
  return refusal.policy.action === 'refresh_token' || accountCodes.has(refusal.code);
}

async function remember(ctx: OaContext, ref: OaRef, refusal: OaRefusal): Promise<void> {
  if (!concernsAccount(refusal)) return;
  const dead = refusal.policy.action === 'refresh_token';
  await mark(ctx, ref, 'refused', dead ? sentences.stillRejected : refusal.policy.sentence);
}

function mark(ctx: OaContext, ref: OaRef, state: OaState, reason: string | null): Promise<void> {
  return ctx.database.tenant(ref.tenantId, (tx) => markState(tx, ref.oaId, state, reason));
}

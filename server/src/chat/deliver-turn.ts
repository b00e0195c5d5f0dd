// One turn, from the right to send to what is known afterwards: what is about to be done is committed before it is done.

import type { ReplyButton } from '@motcua/domain/chat-replies';
import { type Instant, plusMinutes } from '@motcua/domain/time';
import { buttonsMessage, type OaMessage, textMessage } from '@motcua/zalo/messages';
import { isSuperseded } from '../notices/store.ts';
import { retellOthers } from '../notices/take-back.ts';
import { concernsAccount, type DeliveryOutcome, sendToUser } from '../oa/deliver.ts';
import { hearAnswer, hearSilence, shut } from '../oa/permits.ts';
import type { Context } from '../platform/context.ts';
import { crashPoint } from '../platform/crash-point.ts';
import type { Tx } from '../platform/database.ts';
import { markEnd, type Turn, takeTurn } from './send-store.ts';
import { endSending, settle } from './settle.ts';

/** A turn that was taken, and until when its call may begin, by a clock that also runs while the process is stopped. */
export interface Taken {
  turn: Turn;
  beginBy: number;
}

/**
 * A call that has not begun by then never begins: somebody else may have taken the turn over. With the longest call it
 * ends well before the turn is called into doubt.
 */
const beginWithinMs = 10_000;
const doubtAfterMinutes = 20 / 60;

/** Until when the call of a turn taken now may begin. */
export function beginNow(): number {
  return performance.now() + beginWithinMs;
}

/** When a turn taken now is looked at, should nothing be heard of it. */
export function lookAfterTaking(now: Instant): Instant {
  return plusMinutes(now, doubtAfterMinutes);
}

/** While Zalo is on trial and something is in doubt, what is in doubt is looked at first: that repeats nothing. */
export const trialMinutes = 5 / 60;

/** Takes the message's turn; null when it is not its turn, or when a newer notice has made it old. */
export async function take(ctx: Context, tx: Tx, messageId: string, now: Instant): Promise<Taken | null> {
  const beginBy = beginNow();
  const turn = await takeTurn(tx, messageId, now, lookAfterTaking(now));
  if (turn === undefined) return null;
  return (await dropIfOld(ctx, tx, turn, now)) ? null : { turn, beginBy };
}

/**
 * Ends a message with a notice that a newer one has made old: nobody is told yesterday's news. What else it carried is
 * told anew, without it.
 */
export async function dropIfOld(ctx: Context, tx: Tx, turn: Turn, now: Instant): Promise<boolean> {
  if (turn.urgent || !(await isSuperseded(tx, turn.id))) return false;
  if (!(await markEnd(tx, turn, 'superseded', null))) return false;
  await retellOthers(ctx, tx, turn.id, now);
  return true;
}

/** Sends what was taken, and settles it. */
export async function deliverTurn(ctx: Context, tenantId: string, { turn, beginBy }: Taken): Promise<void> {
  crashPoint('chat.send.before');
  const ref = { tenantId, oaId: turn.oaId };
  const message = build(turn.text, turn.buttons);
  if (message === null) {
    await ctx.database.tenant(tenantId, (tx) =>
      endSending(ctx, tx, turn, { code: null, sentence: tooLong }, ctx.clock.now()),
    );
    return;
  }
  const isStillOurTurn = () => performance.now() < beginBy;
  const outcome = await sendToUser(ctx, { ...ref, userId: turn.userId, message, isStillOurTurn });
  crashPoint('chat.send.after');
  const pause = await pauseAccount(ctx, ref, outcome);
  await ctx.database.tenant(tenantId, (tx) => settle(ctx, tx, turn, outcome, pause));
  crashPoint('chat.settle.after');
}

const tooLong = 'Tin vượt giới hạn của Zalo nên không gửi được.';

/** What the outcome means for everybody of the account: until when nothing is sent, or null. */
async function pauseAccount(
  ctx: Context,
  ref: { tenantId: string; oaId: string },
  outcome: DeliveryOutcome,
): Promise<Instant | null> {
  switch (outcome.kind) {
    case 'not_sent':
    case 'unavailable':
      return shut(ctx, ref, 'away');
    case 'not_connected':
      return shut(ctx, ref, 'operator');
    case 'overslept':
      return null;
    case 'unknown_outcome':
      if (outcome.why === 'zalo_unsure' || outcome.why === 'no_message_id') await hearAnswer(ctx, ref);
      else await hearSilence(ctx, ref);
      return null;
    case 'refused':
      if (outcome.policy.action === 'retry_later') return shut(ctx, ref, 'rate');
      if (concernsAccount(outcome)) return shut(ctx, ref, 'operator');
      await hearAnswer(ctx, ref);
      return null;
    case 'sent':
      await hearAnswer(ctx, ref);
      return null;
  }
}

function build(text: string, buttons: readonly ReplyButton[]): OaMessage | null {
  const built =
    buttons.length === 0
      ? textMessage(text)
      : buttonsMessage(
          text,
          buttons.map(({ title, payload }) => ({ type: 'oa.query.show', title, payload })),
        );
  return built.kind === 'message' ? built.message : null;
}

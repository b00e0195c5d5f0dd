// Finds out what became of a message when nobody knows: the echo, the conversation, and at last one repeat, counted.

import { type Instant, plusMinutes, toEpochMs } from '@motcua/domain/time';
import { takePermit } from '../oa/permits.ts';
import { readBack } from '../oa/read-back.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { beginNow, deliverTurn, dropIfOld, lookAfterTaking, type Taken } from './deliver-turn.ts';
import { isKnown, markSent } from './message-store.ts';
import { planLook } from './queue-message.ts';
import { findOutgoing, lockLine, markDoubt, type Turn, takeAgain } from './send-store.ts';
import { callNext, endSending } from './settle.ts';

/** How long the echo of a message is waited for before it may be sent again. */
const echoMinutes = 0.5;
/** How long to leave Zalo alone when it cannot be asked. */
const awayMinutes = 0.25;
/** How far Zalo's clock may be behind ours. */
const skewMs = 60_000;
/** How long a conversation is tried that is too lively to be read back to the message. */
const unreadMinutes = 10;

type Look =
  | { kind: 'found'; messageId: string }
  | { kind: 'absent' }
  /** Not found, and not all was read in which it could be: no proof of anything. */
  | { kind: 'unproven' }
  | { kind: 'later'; at: Instant };

/**
 * Reads the conversation. Found there: settled. Not found: its echo is waited for, half a minute in all; then it is read
 * once more, and only then is the message sent again, once. Until it is settled the person's next messages wait.
 */
export async function settleDoubt(ctx: Context, tenantId: string, messageId: string): Promise<void> {
  const turn = await ctx.database.tenant(tenantId, (tx) => findOutgoing(tx, messageId));
  if (turn === undefined || turn.lookAt === null) return;
  const { lookAt } = turn;
  // Somebody may just be sending it.
  if (ctx.clock.now() < lookAt) return ctx.database.tenant(tenantId, (tx) => planLook(tx, messageId, lookAt));
  const look = await lookInto(ctx, tenantId, turn);
  const again = await ctx.database.tenant(tenantId, async (tx) => {
    await lockLine(tx, turn);
    return conclude(ctx, tx, turn, look);
  });
  if (again !== null) await deliverTurn(ctx, tenantId, again);
}

/** Asks Zalo, as one more call of the account's minute. */
async function lookInto(ctx: Context, tenantId: string, turn: Turn): Promise<Look> {
  const ref = { tenantId, oaId: turn.oaId };
  const permit = await takePermit(ctx, ref, true);
  if (permit.kind === 'wait') return { kind: 'later', at: permit.until };
  const since = toEpochMs(turn.plannedAt) - skewMs;
  const read = await readBack(ctx, { ...ref, userId: turn.userId, since, pages: 5 });
  if (read.kind === 'away') return { kind: 'later', at: plusMinutes(ctx.clock.now(), awayMinutes) };
  if (read.kind === 'unreadable') return { kind: 'absent' };
  const same = read.messages.filter(
    ({ from, text }) => from === 'oa' && text?.normalize('NFC') === turn.text,
  );
  // The same words may have been said before or by another message of ours: those have their number already.
  const messageId = await ctx.database.tenant(tenantId, async (tx) => {
    for (const one of same) if (!(await isKnown(tx, one.messageId))) return one.messageId;
    return undefined;
  });
  if (messageId !== undefined) return { kind: 'found', messageId };
  const sentAt = toEpochMs(turn.sendingAt ?? turn.plannedAt) - skewMs;
  const isAllRead = read.complete || read.messages.some(({ at }) => at !== undefined && at < sentAt);
  return { kind: isAllRead ? 'absent' : 'unproven' };
}

/** Writes down what was learnt; gives the turn when the message is to be sent again. */
async function conclude(ctx: Context, tx: Tx, turn: Turn, look: Look): Promise<Taken | null> {
  const now = ctx.clock.now();
  if (look.kind === 'found') {
    await markSent(tx, turn, look.messageId, now);
    await callNext(tx, turn, now);
    return null;
  }
  if (look.kind === 'later') return postpone(tx, turn, look.at);
  const echoUntil = plusMinutes(turn.sendingAt ?? now, echoMinutes);
  if (now < echoUntil) return postpone(tx, turn, echoUntil);
  if (look.kind === 'unproven') {
    if (now < plusMinutes(turn.sendingAt ?? now, unreadMinutes))
      return postpone(tx, turn, plusMinutes(now, echoMinutes));
    await endSending(ctx, tx, turn, { code: null, sentence: unread }, now, 'unknown');
    return null;
  }
  return sendAgain(ctx, tx, turn, now);
}

async function sendAgain(ctx: Context, tx: Tx, turn: Turn, now: Instant): Promise<Taken | null> {
  // A refusal with an unknown code, and nothing in the conversation: it did not arrive, so sending it repeats nothing.
  const mayRepeat = turn.wasRefused || turn.resent === 0;
  if (!mayRepeat) {
    await endSending(ctx, tx, turn, { code: null, sentence: lostTwice }, now, 'unknown');
    return null;
  }
  if (await dropIfOld(ctx, tx, turn, now)) {
    await callNext(tx, turn, now);
    return null;
  }
  const beginBy = beginNow();
  const again = await takeAgain(tx, turn, now, lookAfterTaking(now), !turn.wasRefused);
  return again === undefined ? null : { turn: again, beginBy };
}

const unread = 'Zalo không trả lời rõ và cuộc trò chuyện quá dài để đọc lại; chưa biết tin đã tới chưa.';
const lostTwice = 'Zalo không trả lời rõ; tin đã được gửi lại một lần.';

async function postpone(tx: Tx, turn: Turn, lookAt: Instant): Promise<null> {
  const reason = 'Zalo không trả lời rõ; đang chờ xem tin đã tới chưa.';
  await markDoubt(tx, turn, { lookAt, reason, refused: false });
  await planLook(tx, turn.id, lookAt);
  return null;
}

// Sends what waits in an account: first what somebody waits for, then the rest, within Zalo's limit, in everybody's order.

import { type Instant, plusMinutes } from '@motcua/domain/time';
import { listDirectory } from '../oa/directory-store.ts';
import { returnPermit, takePermit } from '../oa/permits.ts';
import type { OaRef } from '../oa/tokens.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { deliverTurn, type Taken, take, trialMinutes } from './deliver-turn.ts';
import { dropReceiptsAhead } from './message-store.ts';
import { planLook, wakePump } from './queue-message.ts';
import { findSendable, hasDoubt, hasPlanned, isAnyHeld, listDoubts, nextMoment } from './send-store.ts';

/** How many messages of an account are under way at once: at a fifth of a second each, more than Zalo permits. */
const lanes = 16;
/** How long one account is served before the others have their turn. */
const sliceMs = 5_000;
/** What is due and could not be taken is held by another message of its person, or its person is just being heard. */
const lookAgainMinutes = 2 / 60;
const keepReceiptsMinutes = 2 * 24 * 60;

type End = { kind: 'done' } | { kind: 'slice_over' } | { kind: 'wait'; until: Instant };

/** Sends until nothing is left to send, the minute is used up, or others are to have their turn; then plans itself anew. */
export async function pumpWaiting(ctx: Context, ref: OaRef): Promise<void> {
  const stopAt = performance.now() + sliceMs;
  const isAwaited = await ctx.database.tenant(ref.tenantId, async (tx) => {
    const now = ctx.clock.now();
    for (const { id } of await listDoubts(tx, ref.oaId, now)) await planLook(tx, id);
    return hasPlanned(tx, ref.oaId, true, now);
  });
  let end: End = isAwaited ? await sendAll(ctx, ref, true, stopAt) : { kind: 'done' };
  if (end.kind === 'done') end = await sendAll(ctx, ref, false, stopAt);
  await planNext(ctx, ref, end);
}

/** Finds accounts in which something waits that nobody rang for. For a schedule: the bound on what can be forgotten. */
export async function wakePumps(ctx: Context): Promise<void> {
  const entries = await listDirectory(ctx.database);
  await oneByOne(new Set(entries.map((entry) => entry.tenantId)), (tenantId) =>
    ctx.database.tenant(tenantId, async (tx) => {
      const now = ctx.clock.now();
      for (const { oaId } of entries.filter((entry) => entry.tenantId === tenantId)) {
        if ((await hasWork(tx, oaId, now)) || (await hasDoubt(tx, oaId, now))) await wakePump(tx, oaId);
      }
      await dropReceiptsAhead(tx, plusMinutes(now, -keepReceiptsMinutes));
    }),
  );
}

async function sendAll(ctx: Context, ref: OaRef, urgent: boolean, stopAt: number): Promise<End> {
  let end: End = { kind: 'done' };
  /** A lane that finds work opens the next one beside it. */
  const lane = async (number: number): Promise<void> => {
    let beside: Promise<void> | undefined;
    try {
      while (end.kind === 'done') {
        const permit = performance.now() < stopAt ? await takePermit(ctx, ref, urgent) : null;
        if (permit?.kind !== 'go') {
          end = permit ?? { kind: 'slice_over' };
          return;
        }
        const trial = permit.onTrial ? await onTrial(ctx, ref, number) : null;
        if (trial !== null) end = trial;
        const taken = trial === null ? await takeNext(ctx, ref, urgent) : null;
        if (taken === null) return returnPermit(ctx, ref, urgent);
        if (number < lanes) beside ??= lane(number + 1);
        await deliverTurn(ctx, ref.tenantId, taken);
      }
    } finally {
      await beside;
    }
  };
  await lane(1);
  return end;
}

/** While Zalo is on trial one lane tries alone, and only when no reading of a doubt can try instead. */
async function onTrial(ctx: Context, ref: OaRef, number: number): Promise<End | null> {
  const isHeld = await ctx.database.tenant(ref.tenantId, (tx) => isAnyHeld(tx, ref.oaId));
  if (isHeld) return { kind: 'wait', until: plusMinutes(ctx.clock.now(), trialMinutes) };
  return number > 1 ? { kind: 'slice_over' } : null;
}

async function takeNext(ctx: Context, ref: OaRef, urgent: boolean): Promise<Taken | null> {
  for (;;) {
    const step = await ctx.database.tenant(ref.tenantId, async (tx) => {
      const now = ctx.clock.now();
      const found = await findSendable(tx, ref.oaId, urgent, now);
      return found === undefined ? 'none' : take(ctx, tx, found.id, now);
    });
    if (step === 'none') return null;
    // Null: it has just been made old, or somebody was quicker; the next one then.
    if (step !== null) return step;
  }
}

async function hasWork(tx: Tx, oaId: string, now: Instant): Promise<boolean> {
  return (await hasPlanned(tx, oaId, true, now)) || hasPlanned(tx, oaId, false, now);
}

async function planNext(ctx: Context, ref: OaRef, end: End): Promise<void> {
  await ctx.database.tenant(ref.tenantId, async (tx) => {
    if (end.kind === 'slice_over') return wakePump(tx, ref.oaId);
    if (end.kind === 'wait') return wakePump(tx, ref.oaId, end.until);
    const now = ctx.clock.now();
    const next = (await hasWork(tx, ref.oaId, now))
      ? plusMinutes(now, lookAgainMinutes)
      : await nextMoment(tx, ref.oaId, now);
    if (next !== null) await wakePump(tx, ref.oaId, next);
  });
}

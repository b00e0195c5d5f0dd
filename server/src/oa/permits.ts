// Leave to call Zalo once: tokens of the account's minute, taken in small batches; a shut door while Zalo is away or refuses.

import { createHash } from 'node:crypto';
import { fromEpochMs, type Instant, toEpochMs } from '@motcua/domain/time';
import type { RateLimit } from '@motcua/zalo/wire';
import type { Tx } from '../platform/database.ts';
import {
  exhausted,
  grant,
  heard,
  type RateReport,
  type RateWindow,
  reserveEndsMs,
  rolled,
  windowMs,
} from './rate.ts';
import { closeRate, lockRate, openRate, type RateRow, saveWindow } from './rate-store.ts';
import type { OaContext, OaRef } from './tokens.ts';

export type Permit =
  | {
      kind: 'go';
      /** Zalo did not answer lately: one message at a time. */
      onTrial: boolean;
    }
  | { kind: 'wait'; until: Instant };

/** What this process holds of an account's minute, and what it has heard since it last looked at the row. */
interface Purse {
  tokens: { bulk: number; urgent: number };
  validUntil: number;
  trouble: boolean;
  report: RateReport | null;
  misses: number;
  refill: Promise<Permit> | null;
}

/** Leave for one call now, or the moment from which it makes sense to ask again. */
export async function takePermit(ctx: OaContext, ref: OaRef, urgent: boolean): Promise<Permit> {
  const purse = purseOf(ctx, ref);
  const kind = urgent ? 'urgent' : 'bulk';
  for (;;) {
    if (purse.tokens[kind] > 0 && toEpochMs(ctx.clock.now()) < purse.validUntil) {
      purse.tokens[kind] -= 1;
      return { kind: 'go', onTrial: purse.trouble };
    }
    const asked = purse.refill;
    const permit = await (asked ?? refill(ctx, ref, purse, urgent));
    // Somebody else's question may have been for the other kind: only an own one ends in waiting.
    if (asked === null && permit.kind === 'wait') return useReserve(ctx, purse, permit);
  }
}

/** At the end of the minute what was kept for answers may be used by whatever is left to send. */
function useReserve(ctx: OaContext, purse: Purse, permit: Permit): Permit {
  const now = toEpochMs(ctx.clock.now());
  const isEnding = now >= purse.validUntil - windowMs + reserveEndsMs && now < purse.validUntil;
  if (!isEnding || purse.tokens.urgent === 0) return permit;
  purse.tokens.urgent -= 1;
  return { kind: 'go', onTrial: purse.trouble };
}

/** Gives back what was not used, as long as the minute lasts. */
export function returnPermit(ctx: OaContext, ref: OaRef, urgent: boolean): void {
  purseOf(ctx, ref).tokens[urgent ? 'urgent' : 'bulk'] += 1;
}

/** Remembers what an answer's headers said; the row hears of it with the next batch. */
export function hearRate(ctx: OaContext, ref: OaRef, rate: RateLimit | undefined, askedAt: Instant): void {
  if (rate?.limit === undefined || rate.remain === undefined) return;
  const report = { limit: rate.limit, counted: rate.limit - rate.remain, askedAt: toEpochMs(askedAt) };
  const purse = purseOf(ctx, ref);
  const newer = purse.report === null || report.askedAt > purse.report.askedAt;
  if (newer || report.counted > (purse.report?.counted ?? 0)) purse.report = report;
}

/** Zalo answered, whatever it said: a door that was shut because it did not is open again. */
export async function hearAnswer(ctx: OaContext, ref: OaRef): Promise<void> {
  const purse = purseOf(ctx, ref);
  purse.misses = 0;
  if (!purse.trouble) return;
  purse.trouble = false;
  await ctx.database.tenant(ref.tenantId, (tx) => openRate(tx, ref.oaId));
}

/** How many calls in a row may end in silence before the whole account waits. */
const mostMisses = 3;

/** A call ended without a word that could be understood. One is chance; several in a row are a Zalo that is away. */
export async function hearSilence(ctx: OaContext, ref: OaRef): Promise<void> {
  const purse = purseOf(ctx, ref);
  purse.misses += 1;
  if (purse.misses >= mostMisses || purse.trouble) await shut(ctx, ref, 'away');
}

const operatorWaitMs = 5 * windowMs;

/**
 * The whole account waits: for the next minute (`rate`), for Zalo to be back (`away`: a second at first, less than a
 * minute at most, each account a little differently), for a human (`operator`: looked at every five minutes).
 */
export async function shut(ctx: OaContext, ref: OaRef, why: 'rate' | 'away' | 'operator'): Promise<Instant> {
  const purse = purseOf(ctx, ref);
  purse.tokens = { bulk: 0, urgent: 0 };
  return ctx.database.tenant(ref.tenantId, async (tx) => {
    const now = ctx.clock.now();
    const row = await lockRate(tx, ref.oaId, now);
    // Several calls that were under way fail together: the first of them shuts the door.
    if (row.closedUntil !== null && row.closedUntil > now) return row.closedUntil;
    if (why === 'rate') return waitForNextMinute(tx, ref, row, now);
    const failures = why === 'away' ? row.failures + 1 : row.failures;
    const waitMs = why === 'away' ? pauseMs(ref, failures) : operatorWaitMs;
    const until = fromEpochMs(toEpochMs(now) + waitMs);
    await closeRate(tx, ref.oaId, { until, why, failures: Math.max(1, failures) });
    return until;
  });
}

async function waitForNextMinute(tx: Tx, ref: OaRef, row: RateRow, now: Instant): Promise<Instant> {
  const window = exhausted(rolled(windowOf(row), toEpochMs(now)));
  await saveWindow(tx, ref.oaId, rowOf(window));
  const until = fromEpochMs(Math.max(grant(window, toEpochMs(now), true).retryAt, toEpochMs(now) + 1_000));
  await closeRate(tx, ref.oaId, { until, why: 'rate', failures: row.failures });
  return until;
}

/** 1, 2, 4 … 32 seconds, then 40; a quarter more or less, by account, so that they do not all knock together. */
function pauseMs(ref: OaRef, failures: number): number {
  const digest = createHash('sha256').update(`${ref.oaId}/${failures}`).digest();
  const spread = 0.75 + digest.readUInt32BE(0) / 2 ** 33;
  return Math.ceil(Math.min(40, 2 ** (failures - 1)) * spread) * 1_000;
}

async function refill(ctx: OaContext, ref: OaRef, purse: Purse, urgent: boolean): Promise<Permit> {
  purse.refill = takeBatch(ctx, ref, purse, urgent);
  try {
    return await purse.refill;
  } finally {
    purse.refill = null;
  }
}

async function takeBatch(ctx: OaContext, ref: OaRef, purse: Purse, urgent: boolean): Promise<Permit> {
  const { report } = purse;
  purse.report = null;
  return ctx.database.tenant(ref.tenantId, async (tx) => {
    const at = ctx.clock.now();
    const now = toEpochMs(at);
    const row = await lockRate(tx, ref.oaId, at);
    purse.trouble = row.failures > 0;
    const present = rolled(windowOf(row), now);
    const known = report === null ? present : heard(present, report, now);
    if (row.closedUntil !== null && row.closedUntil > at) {
      await saveWindow(tx, ref.oaId, rowOf(known));
      return { kind: 'wait', until: row.closedUntil };
    }
    const { window, tokens, retryAt } = grant(known, now, urgent);
    await saveWindow(tx, ref.oaId, rowOf(window));
    if (tokens === 0) return { kind: 'wait', until: fromEpochMs(retryAt + 999) };
    const isNewMinute = window.windowAt + windowMs !== purse.validUntil;
    if (isNewMinute) purse.tokens = { bulk: 0, urgent: 0 };
    purse.validUntil = window.windowAt + windowMs;
    purse.tokens[urgent ? 'urgent' : 'bulk'] += tokens;
    return { kind: 'go', onTrial: purse.trouble };
  });
}

const purses = new WeakMap<OaContext['database'], Map<string, Purse>>();

function purseOf(ctx: OaContext, ref: OaRef): Purse {
  const ours = purses.get(ctx.database) ?? new Map<string, Purse>();
  purses.set(ctx.database, ours);
  const key = `${ref.tenantId}/${ref.oaId}`;
  const known = ours.get(key);
  if (known !== undefined) return known;
  const tokens = { bulk: 0, urgent: 0 };
  const purse = { tokens, validUntil: 0, trouble: false, report: null, misses: 0, refill: null };
  ours.set(key, purse);
  return purse;
}

function windowOf(row: RateRow): RateWindow {
  const { perMinute, learntLimit, used, others, seen } = row;
  const seenAt = row.seenAt === null ? null : toEpochMs(row.seenAt);
  return { perMinute, learntLimit, windowAt: toEpochMs(row.windowAt), used, others, seen, seenAt };
}

function rowOf(window: RateWindow) {
  const { learntLimit, used, others, seen } = window;
  const seenAt = window.seenAt === null ? null : fromEpochMs(window.seenAt);
  return { learntLimit, windowAt: fromEpochMs(window.windowAt), used, others, seen, seenAt };
}

// How many calls Zalo may still be asked in its present minute: pure arithmetic over one row of the account.

/** Moments are epoch milliseconds. */
export interface RateWindow {
  /** Set by an operator, calls per minute; null: Zalo's own limit is all there is. */
  perMinute: number | null;
  learntLimit: number | null;
  /** When Zalo's present minute began, as far as its answers tell. */
  windowAt: number;
  /** Tokens handed out in this minute. */
  used: number;
  /** Calls of this minute that Zalo counted and that were not ours. */
  others: number;
  /** The most calls of this minute that Zalo has reported, and when that call was made. */
  seen: number;
  seenAt: number | null;
}

/** What an answer's headers said: this many calls are permitted in a minute, this many were counted so far. */
export interface RateReport {
  limit: number;
  counted: number;
  /** When the question was asked. */
  askedAt: number;
}

/** Zalo's documented limit for an app, until its answers say otherwise. */
const documentedLimit = 4_000;
export const windowMs = 60_000;
/** How far Zalo's clock may be behind ours without a call landing in the minute before. */
const guardMs = 1_000;
/** This part of a minute is kept for answers that somebody waits for; it melts away as the minute passes. */
const reserve = 0.1;
/** From here on the reserve is gone: what nobody needed may be used up. */
export const reserveEndsMs = 57_000;
/** Never used by what is not urgent, and never used by anybody: calls that we know nothing of. */
const margins = { bulk: 0.002, urgent: 0.001 };
const largestBatch = 10;

/** The row as it is at `now`: a minute that has passed begins anew. One used to the full begins a little later. */
export function rolled(window: RateWindow, now: number): RateWindow {
  const full = window.used + window.others > 0.9 * zaloLimit(window);
  const passed = Math.floor((now - window.windowAt - (full ? guardMs : 0)) / windowMs);
  if (passed < 1) return window;
  return fresh(window, window.windowAt + passed * windowMs);
}

/** The row after an answer of Zalo's. Reports of a minute that is over say nothing about this one. */
export function heard(window: RateWindow, report: RateReport, now: number): RateWindow {
  if (report.askedAt < window.windowAt) return { ...window, learntLimit: report.limit };
  const { counted, limit } = report;
  const learnt = { ...window, learntLimit: limit };
  // Zalo has counted a whole minute's calls, and ours has hardly begun: Zalo's has not begun yet.
  if (now - window.windowAt < 5_000 && counted > 0.9 * limit && window.used < limit / 2)
    return fresh(learnt, now + guardMs);
  // Zalo counts far less than it did: its minute began anew without our noticing.
  const later = window.seenAt !== null && report.askedAt > window.seenAt;
  if (later && counted < window.seen / 2 && window.seen > limit / 10)
    return { ...fresh(learnt, report.askedAt), used: counted, seen: counted, seenAt: report.askedAt };
  const seen = Math.max(window.seen, counted);
  const others = Math.max(window.others, counted - window.used);
  return { ...learnt, seen, others, seenAt: seen > window.seen ? report.askedAt : window.seenAt };
}

/**
 * How many tokens may be handed out at `now`, at most a small batch: the nearer the end, the smaller, so that little
 * lies unused in anybody's hands. 0: ask again at `retryAt`.
 */
export function grant(
  window: RateWindow,
  now: number,
  urgent: boolean,
): { window: RateWindow; tokens: number; retryAt: number } {
  if (now < window.windowAt) return { window, tokens: 0, retryAt: window.windowAt };
  const left = leftOf(window, now - window.windowAt, urgent);
  const tokens = Math.max(0, Math.min(urgent ? 3 : largestBatch, Math.ceil(left / 50), Math.floor(left)));
  if (tokens > 0) return { window: { ...window, used: window.used + tokens }, tokens, retryAt: now };
  const nextWindow = window.windowAt + windowMs + guardMs;
  const isReserved = !urgent && leftOf(window, reserveEndsMs, false) >= 1;
  return { window, tokens: 0, retryAt: isReserved ? Math.min(now + guardMs, nextWindow) : nextWindow };
}

/** The row when Zalo has refused a call for its limit: whatever we thought, this minute is used up. */
export function exhausted(window: RateWindow): RateWindow {
  return { ...window, others: Math.max(window.others, zaloLimit(window) - window.used) };
}

/** What is left of Zalo's limit, which all callers share, and of the operator's, which is for us alone. */
function leftOf(window: RateWindow, elapsedMs: number, urgent: boolean): number {
  const { perMinute, used, others } = window;
  const ofZalo = capOf(zaloLimit(window), elapsedMs, urgent) - used - others;
  return perMinute === null ? ofZalo : Math.min(ofZalo, capOf(perMinute, elapsedMs, urgent) - used);
}

function capOf(limit: number, elapsedMs: number, urgent: boolean): number {
  const spared = Math.ceil(limit * (urgent ? margins.urgent : margins.bulk));
  const reserved = urgent ? 0 : limit * reserve * Math.max(0, 1 - elapsedMs / reserveEndsMs);
  return limit - Math.max(spared, Math.ceil(reserved));
}

function zaloLimit({ learntLimit }: RateWindow): number {
  return learntLimit ?? documentedLimit;
}

function fresh(window: RateWindow, windowAt: number): RateWindow {
  return { ...window, windowAt, used: 0, others: 0, seen: 0, seenAt: null };
}

// What still counts of an event that comes late: Zalo promises no order, and an older event never wins over a newer one.

/** What a person's chat remembers of time, by Zalo's clock, in milliseconds since 1970; null where nothing happened yet. */
export interface ChatClock {
  /** The last follow or unfollow that counted. */
  followMs: number | null;
  follows: boolean | null;
  /** The newest thing the person did. */
  newestMs: number | null;
  /** When the person had everything erased. */
  withdrawnMs: number | null;
}

export const nothingYet: ChatClock = { followMs: null, follows: null, newestMs: null, withdrawnMs: null };

export type ChatMoment =
  | { kind: 'followed' | 'unfollowed' | 'wrote' | 'withdrew'; ms: number }
  /** Words of ours or of an officer, receipts: they move messages, not the person. */
  | { kind: 'told'; ms: number };

/** What was done before the person had everything erased is not heard any more; at the same moment neither. */
export function isErased(clock: Pick<ChatClock, 'withdrawnMs'>, ms: number): boolean {
  return clock.withdrawnMs !== null && ms <= clock.withdrawnMs;
}

/** Whether a follow or unfollow is the newest. At the same moment leaving counts: then nothing is sent unasked. */
export function changesFollowing(
  clock: Pick<ChatClock, 'followMs'>,
  event: { follows: boolean; ms: number },
): boolean {
  if (clock.followMs === null || event.ms > clock.followMs) return true;
  return event.ms === clock.followMs && !event.follows;
}

/**
 * Whether words are older than others that were answered already. They are answered by themselves; they are no answer to
 * what was asked since, and that question stays open.
 */
export function isOvertaken(clock: Pick<ChatClock, 'newestMs'>, ms: number): boolean {
  return clock.newestMs !== null && ms < clock.newestMs;
}

/**
 * The clock after an event, whatever order events come in: every list of the same events ends alike. One exception, on
 * purpose: a withdrawal forgets all that was known when it came, so what a person did after it and before it arrived is
 * forgotten as well. It is remembered only as a moment.
 */
export function afterMoment(clock: ChatClock, event: ChatMoment): ChatClock {
  if (event.kind === 'withdrew')
    return { ...nothingYet, withdrawnMs: Math.max(clock.withdrawnMs ?? event.ms, event.ms) };
  if (isErased(clock, event.ms) || event.kind === 'told') return clock;
  if (event.kind === 'unfollowed') return followed(clock, { follows: false, ms: event.ms });
  const newestMs = Math.max(clock.newestMs ?? event.ms, event.ms);
  const heard = { ...clock, newestMs };
  return event.kind === 'followed' ? followed(heard, { follows: true, ms: event.ms }) : heard;
}

function followed(clock: ChatClock, event: { follows: boolean; ms: number }): ChatClock {
  return changesFollowing(clock, event) ? { ...clock, followMs: event.ms, follows: event.follows } : clock;
}

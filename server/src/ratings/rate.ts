// A citizen says what they think of a finished dossier: kept, judged for haste, and followed up where it is bad.

import { addWorkingDays } from '@motcua/domain/calendar';
import { followUpReason, type Given, ratingRefusalText, takeRating } from '@motcua/domain/rating';
import { type BurstReason, burstMinutes, findBurst } from '@motcua/domain/rating-burst';
import { dateOf, type Instant, instantAt, plusMinutes } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { Problem } from '../platform/problem.ts';
import {
  findRating,
  listTraces,
  lockRating,
  openFollowUp,
  type StoredRating,
  saveRating,
  setAside,
} from './store.ts';

/** Within how many working days somebody who is not content is answered. */
const replyDays = 5;
const endOfDay = 17 * 60;

export interface Rater {
  channel: 'chat' | 'web';
  /** Digests of where it comes from; they name nobody. */
  sources: readonly string[];
}

/** @throws Problem when it cannot be taken: not ended, too late, changed already, an answer that was not offered */
export async function rate(
  ctx: Context,
  tx: Tx,
  { dossierId, given, by }: { dossierId: string; given: Given; by: Rater },
  now: Instant,
): Promise<StoredRating> {
  const stored = await lockRating(tx, dossierId);
  if (stored === undefined || stored.openUntil <= stored.openedAt)
    throw new Problem(
      'not_possible_now',
      'Hồ sơ chưa kết thúc nên chưa đánh giá được. Anh/Chị đánh giá sau khi nhận kết quả.',
    );
  const before = withWords(ctx, tx, stored);
  const taken = takeRating(before, given, now);
  if (!taken.ok) throw new Problem('not_possible_now', ratingRefusalText[taken.why]);
  const { rating, changed } = taken;
  const words =
    rating.words === null ? null : ctx.secrets.seal(rating.words, wordsContext(tx.tenantId, dossierId));
  const { level, answers } = rating;
  await saveRating(tx, { dossierId, level, answers, words, ...by, changed }, now);
  if (stored.ratedAt === null) await markHaste(tx, stored, by.sources, now);
  const reason = followUpReason(rating);
  if (reason !== null) {
    const { agencyId } = stored;
    const followUp = { dossierId, agencyId, reason, dueAt: await replyBy(tx, agencyId, now) };
    await openFollowUp(tx, followUp, now);
  }
  return { ...stored, ...rating, ratedAt: stored.ratedAt ?? now };
}

/** As it is, with its words opened; undefined while the dossier goes on. */
export async function readRating(
  ctx: Pick<Context, 'secrets'>,
  tx: Tx,
  dossierId: string,
): Promise<StoredRating | undefined> {
  const stored = await findRating(tx, dossierId);
  return stored === undefined || stored.openUntil <= stored.openedAt ? undefined : withWords(ctx, tx, stored);
}

/** By when somebody who is not content now is answered: the end of a working day. */
export async function replyBy(tx: Tx, agencyId: string, now: Instant): Promise<Instant> {
  const { calendar } = await getFrame(tx, agencyId);
  return instantAt(addWorkingDays(calendar, dateOf(now), replyDays), endOfDay);
}

export function withWords<Kept extends { dossierId: string; words: string | null }>(
  { secrets }: Pick<Context, 'secrets'>,
  tx: Tx,
  stored: Kept,
): Kept {
  const { words, dossierId } = stored;
  return words === null
    ? stored
    : { ...stored, words: secrets.open(words, wordsContext(tx.tenantId, dossierId)) };
}

/** Too many at once, from one place or for one officer: they stay, and are left out of the figures. */
async function markHaste(
  tx: Tx,
  { dossierId, officerId }: StoredRating,
  sources: readonly string[],
  now: Instant,
): Promise<void> {
  const near = { sources, officerId, since: plusMinutes(now, -burstMinutes) };
  const marks = findBurst({ dossierId, sources, officerId, at: now }, await listTraces(tx, near));
  const byReason = Map.groupBy(marks, ([, reason]): BurstReason => reason);
  for (const [reason, found] of byReason)
    await setAside(
      tx,
      found.map(([id]) => id),
      reason,
    );
}

function wordsContext(tenantId: string, dossierId: string): string {
  return `${tenantId}/rating/${dossierId}`;
}

// What the chat looks up and does when a dossier is rated.

import type { ChatEffect, Needs, ToRate } from '@motcua/domain/chat-step';
import { longestRatingWords } from '@motcua/domain/rating';
import { clip } from '@motcua/domain/status-words';
import type { Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { rate, replyBy } from '../ratings/rate.ts';
import { findToRate } from '../ratings/store.ts';
import type { ChatRef } from './person-store.ts';

/** The dossier that is meant, among those the person follows. Its words stay sealed: the talk does not need them. */
export async function findRated(
  tx: Tx,
  chat: ChatRef,
  wanted: NonNullable<Needs['toRate']>,
  now: Instant,
): Promise<ToRate | null> {
  const meant = await findToRate(tx, chat, wanted.by === 'last' ? {} : wanted, now);
  if (meant === undefined) return null;
  const { dossierId, agencyId, code, procedureName, openedAt, ...rating } = meant;
  const procedure = clip(procedureName, 60);
  return {
    dossierId,
    name: code === null ? procedure : `${code} (${procedure})`,
    askedAt: openedAt,
    replyBy: await replyBy(tx, agencyId, now),
    rating,
  };
}

export async function rateFromChat(
  ctx: Context,
  tx: Tx,
  { oaId, userId }: ChatRef,
  { dossierId, level, answers, words }: Extract<ChatEffect, { kind: 'rate' }>,
  now: Instant,
): Promise<void> {
  const given = {
    ...(level !== undefined && { level }),
    ...(answers !== undefined && { answers }),
    ...(words !== undefined && { words: words.slice(0, longestRatingWords) }),
  };
  const sources = [ctx.secrets.fingerprint(`${oaId}/${userId}`, 'rating-source')];
  await rate(ctx, tx, { dossierId, given, by: { channel: 'chat', sources } }, now);
}

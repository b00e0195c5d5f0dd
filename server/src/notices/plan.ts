// Decides, in the act's own transaction, what the citizen is told of it and through which chats.

import type { Dossier, Recorded } from '@motcua/domain/dossier';
import { type NoticeKind, noticeKindFor, noticeText } from '@motcua/domain/status-notice';
import type { Instant } from '@motcua/domain/time';
import { chatsFollowing } from '../chat/following-store.ts';
import { queueMessage } from '../chat/queue-message.ts';
import { buildStatusView } from '../dossiers/citizen-view.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { insertNotice } from './store.ts';

/** One act gives at most one notice: a phone that buzzes three times for one visit to the counter is a nuisance. */
export async function planNotice(
  ctx: Context,
  tx: Tx,
  dossier: Dossier,
  recorded: readonly Recorded[],
  now: Instant,
): Promise<void> {
  const told = mostTelling(recorded, dossier);
  if (told === null) return;
  const text = noticeText(told.kind, await buildStatusView(tx, dossier, now), now);
  const common = { dossierId: dossier.id, eventSeq: told.seq, kind: told.kind, text };
  const chats = await chatsFollowing(tx, dossier.id);
  if (chats.length === 0)
    await insertNotice(tx, { id: ctx.newId(), ...common, oaId: null, chatUserId: null }, now);
  for (const { oaId, userId } of chats) {
    const id = ctx.newId();
    await insertNotice(tx, { id, ...common, oaId, chatUserId: userId }, now);
    await queueMessage(tx, { id, oaId, userId, text }, now);
  }
}

function mostTelling(
  recorded: readonly Recorded[],
  dossier: Dossier,
): { kind: NoticeKind; seq: number } | null {
  const told = recorded.flatMap(({ event, seq }) => {
    const kind = noticeKindFor(event, dossier);
    return kind === null ? [] : [{ kind, seq }];
  });
  return told.find(({ kind }) => kind === 'accepted') ?? told.at(-1) ?? null;
}

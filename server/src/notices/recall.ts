// What was to be told of an act that is taken back: recalled while it has not left, corrected once it may be known.

import type { Recorded } from '@motcua/domain/dossier-event';
import type { Instant } from '@motcua/domain/time';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { gatherForChat } from './gather-for-chat.ts';
import { type Fate, fatesOf, replacedBy } from './recall-store.ts';
import { insertNotice } from './store.ts';
import { supersedeNotices, type Unsettled, type Waiting } from './waiting-store.ts';

export interface Recall {
  fates: Fate[];
  /** What the recalled notices had taken the place of, unheard. */
  replaced: Unsettled[];
}

/** The event that takes an act back; undefined where none does. */
export function undoingIn(recorded: readonly Recorded[]) {
  return recorded.map(({ event }) => event).find((event) => event.type === 'act_undone');
}

/**
 * With no fates there is nothing to say: nobody was to be told of the act. Ask it with the messages that wait locked: one
 * that left meanwhile may be known.
 */
export async function recallOf(tx: Tx, dossierId: string, undoes: number): Promise<Recall> {
  const [fates, replaced] = await Promise.all([
    fatesOf(tx, dossierId, undoes),
    replacedBy(tx, dossierId, undoes),
  ]);
  return { fates, replaced };
}

/** True when nothing of it can be known: then it is recalled without a word. */
export function isSilent({ fates }: Recall): boolean {
  return fates.every(({ mayBeKnown }) => !mayBeKnown);
}

/** Takes the notices of the act out of the messages that wait. A notice that nobody gets says so on the dossier's page. */
export async function recallSilently(
  ctx: Pick<Context, 'newId'>,
  tx: Tx,
  about: { dossierId: string; seq: number; what: string },
  { fates }: Recall,
  waiting: readonly Waiting[],
  now: Instant,
): Promise<void> {
  const { dossierId, seq, what } = about;
  const id = ctx.newId();
  const nobody = { oaId: null, chatUserId: null, messageId: null, needsTelling: false };
  const text = `Thông báo ${what} đã được thu hồi trước khi gửi.`;
  await insertNotice(tx, { id, dossierId, eventSeq: seq, kind: 'undone', text, ...nobody }, now);
  const recalled = fates.map((fate) => fate.id);
  await supersedeNotices(tx, recalled, id);
  const chats = new Map(waiting.map(({ oaId, userId }) => [`${oaId}/${userId}`, { oaId, userId }]));
  for (const chat of chats.values()) {
    const its = waiting
      .filter(({ oaId, userId }) => oaId === chat.oaId && userId === chat.userId)
      .map((each) => ({ ...each, superseded: each.superseded || recalled.includes(each.noticeId) }));
    await gatherForChat(ctx, tx, chat, its, null, now);
  }
}

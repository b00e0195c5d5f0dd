// Decides, in the act's own transaction, who is told of it, by which road and when, and what it makes old.

import { ratingButtons } from '@motcua/domain/chat-rating';
import type { DeliveryPlan } from '@motcua/domain/delivery';
import type { Importance } from '@motcua/domain/delivery-facts';
import { importanceOf, needsTelling } from '@motcua/domain/delivery-importance';
import type { Dossier } from '@motcua/domain/dossier';
import type { Recorded } from '@motcua/domain/dossier-event';
import { replacingText, stillHolds } from '@motcua/domain/notice-digest';
import { type NoticeKind, noticeKindFor } from '@motcua/domain/status-notice';
import type { StatusView } from '@motcua/domain/status-view';
import { type Instant, instantAt } from '@motcua/domain/time';
import { undoneName } from '@motcua/domain/undo-words';
import { buildStatusView } from '../dossiers/citizen-view.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { insertDispatch } from './dispatch-store.ts';
import { gatherForChat } from './gather-for-chat.ts';
import { isSilent, recallOf, recallSilently, undoingIn } from './recall.ts';
import { findReachable, type KnownRecipient, recipientsAmong } from './recipients.ts';
import { wasPassedOnBefore } from './standing-store.ts';
import { insertNotice } from './store.ts';
import { listUnsettled, lockWaiting, supersedeNotices, type Unsettled } from './waiting-store.ts';

/**
 * One act gives at most one notice to a person: a phone that buzzes three times for one visit to the counter is a
 * nuisance. It makes old whatever was to be told of the dossier and has not arrived; what of that still holds is said again.
 */
export async function planNotice(
  ctx: Context,
  tx: Tx,
  dossier: Dossier,
  recorded: readonly Recorded[],
  now: Instant,
): Promise<void> {
  let told = mostTelling(recorded, dossier);
  if (told === null) return;
  const undoing = undoingIn(recorded);
  const what = undoing === undefined ? '' : undoneName(undoing.act);
  const byNumber = importanceOf[told.kind] === 'important';
  const [repeats, standing, earlier, reachable, waiting] = await Promise.all([
    told.kind === 'processing' && wasPassedOnBefore(tx, dossier.id, told.seq),
    buildStatusView(tx, dossier, now),
    listUnsettled(tx, dossier.id, now),
    // From here on the message that a person waits for is planned by this act alone.
    findReachable(ctx, tx, dossier, { kind: told.kind, byNumber, locked: true }, now),
    lockWaiting(tx, dossier.id),
  ]);
  // Sent back to the counter and passed on again: for the citizen nothing is new.
  if (repeats) return;
  const recall = undoing === undefined ? null : await recallOf(tx, dossier.id, undoing.undoes);
  if (recall?.fates.length === 0) return;
  const view = undoing === undefined ? standing : { ...standing, undone: { what, reason: undoing.reason } };
  const again = [...(recall?.replaced ?? []), ...earlier].filter((each) => mustBeSaidAgain(each, view));
  if (recall !== null && isSilent(recall)) {
    const last = again.pop();
    const about = { dossierId: dossier.id, seq: told.seq, what };
    if (last === undefined) return recallSilently(ctx, tx, about, recall, waiting, now);
    // What the recalled notice had taken the place of is told after all.
    told = { kind: last.kind, seq: told.seq };
  }
  const notice = {
    importance: weightiest([told.kind, ...again.map(({ kind }) => kind)]),
    needsTelling: needsTelling(told.kind, dossier, view) || again.some((each) => each.needsTelling),
  };
  // What is said again may matter more than the news.
  const known =
    notice.importance === 'important' && !byNumber
      ? await findReachable(ctx, tx, dossier, { kind: told.kind, byNumber: true }, now)
      : reachable;
  const planned = recipientsAmong(known, notice, now).map((recipient) => ({ id: ctx.newId(), ...recipient }));
  const kinds = again.map(({ kind }) => kind);
  const common = {
    dossierId: dossier.id,
    eventSeq: told.seq,
    kind: told.kind,
    needsTelling: notice.needsTelling,
  };
  // What is read in the morning does not say “today” of the evening before.
  const textOf = (plan: DeliveryPlan) => replacingText(told.kind, kinds, view, readAt(plan, now));
  for (const { id, follower, plan } of planned) {
    const chat = { oaId: follower?.oaId ?? null, chatUserId: follower?.userId ?? null };
    const messageId = plan.road === 'chat' ? id : null;
    await insertNotice(tx, { id, ...common, ...chat, messageId, text: textOf(plan) }, now);
  }
  const old = await makeOld(tx, earlier, planned);
  for (const { id, follower, plan, oaId } of planned) {
    const { road, sendAfter, costDong } = plan;
    if (road === 'chat' || road === 'none') continue;
    await insertDispatch(
      tx,
      { id: ctx.newId(), noticeId: id, road, sendAfter, costDong, oaId: follower?.oaId ?? oaId },
      now,
    );
  }
  const buttons = told.kind === 'handed_over' && dossier.code !== null ? ratingButtons(dossier.code) : [];
  for (const follower of known.followers) {
    const its = planned.find((each) => each.follower === follower && each.plan.road === 'chat');
    const news = its && { id: its.id, text: textOf(its.plan), buttons, dueAt: its.plan.sendAfter ?? now };
    const itsWaiting = waiting
      .filter(({ oaId, userId }) => oaId === follower.oaId && userId === follower.userId)
      .map((each) => ({ ...each, superseded: each.superseded || old.has(each.noticeId) }));
    await gatherForChat(ctx, tx, follower, itsWaiting, news ?? null, now);
  }
}

/** When the words will be read. An officer reads them aloud on some later day: to no day there are they “today's”. */
function readAt({ road, sendAfter }: DeliveryPlan, now: Instant): Instant {
  return road === 'paper' ? instantAt(`${now.slice(0, 4)}-01-01`, 0) : (sendAfter ?? now);
}

/**
 * A newer notice of the same chat takes the place of an older one; of an older one without a chat, the first. Gives the
 * older ones.
 */
async function makeOld(
  tx: Tx,
  earlier: readonly Unsettled[],
  planned: readonly (KnownRecipient & { id: string })[],
): Promise<Set<string>> {
  const replaced = new Set<string>();
  for (const { id, follower } of planned) {
    const first = id === planned[0]?.id;
    const old = earlier.filter(({ oaId, chatUserId }) => {
      const hasOwn = planned.some(
        (each) => each.follower?.oaId === oaId && each.follower?.userId === chatUserId,
      );
      return hasOwn ? follower?.oaId === oaId && follower?.userId === chatUserId : first;
    });
    for (const each of old) replaced.add(each.id);
    await supersedeNotices(
      tx,
      old.map((each) => each.id),
      id,
    );
  }
  return replaced;
}

/** What asked for something, or has to be told by hand, is not lost with the message that never arrived. */
function mustBeSaidAgain(earlier: Unsettled, view: StatusView): boolean {
  const matters = earlier.needsTelling || importanceOf[earlier.kind] === 'important';
  return matters && !earlier.leaving && stillHolds(earlier.kind, view);
}

function weightiest(kinds: readonly NoticeKind[]): Importance {
  return kinds.some((kind) => importanceOf[kind] === 'important') ? 'important' : 'good_to_know';
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

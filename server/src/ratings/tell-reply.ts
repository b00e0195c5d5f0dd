// Tells a citizen what the office answers to their rating: by the road the one planner chooses, or through an officer who calls.

import type { Dossier } from '@motcua/domain/dossier';
import { longestNotice } from '@motcua/domain/status-notice';
import { clip, dossierName } from '@motcua/domain/status-words';
import type { Instant } from '@motcua/domain/time';
import { buildStatusView } from '../dossiers/citizen-view.ts';
import { insertDispatch } from '../notices/dispatch-store.ts';
import { gatherForChat } from '../notices/gather-for-chat.ts';
import { findReachable, recipientsAmong } from '../notices/recipients.ts';
import { insertNotice } from '../notices/store.ts';
import { lockWaiting } from '../notices/waiting-store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';

const kind = 'rating_answered';

/** With the dossier locked. Gives the sentence for whoever answers: how the citizen learns of it. */
export async function tellReply(
  ctx: Context,
  tx: Tx,
  dossier: Dossier,
  reply: string,
  now: Instant,
): Promise<string> {
  const view = await buildStatusView(tx, dossier, now);
  const text = clip(
    `${view.officeName} trả lời đánh giá của Anh/Chị. ${dossierName(view, now)}: ${reply}`,
    longestNotice,
  );
  const reachable = await findReachable(ctx, tx, dossier, { kind, byNumber: true, locked: true }, now);
  const waiting = await lockWaiting(tx, dossier.id);
  const recipients = recipientsAmong(reachable, { importance: 'important', needsTelling: true }, now);
  for (const { follower, plan, oaId } of recipients) {
    const id = ctx.newId();
    const { road, sendAfter, costDong } = plan;
    const chat = { oaId: follower?.oaId ?? null, chatUserId: follower?.userId ?? null };
    const messageId = road === 'chat' ? id : null;
    const notice = { id, dossierId: dossier.id, eventSeq: dossier.version, kind, text, needsTelling: true };
    await insertNotice(tx, { ...notice, ...chat, messageId }, now);
    if (road === 'none') continue;
    if (road === 'chat') {
      if (follower === null) throw new Error('A chat has its person.');
      const own = waiting.filter(
        ({ oaId: of, userId }) => of === follower.oaId && userId === follower.userId,
      );
      await gatherForChat(ctx, tx, follower, own, { id, text, dueAt: sendAfter ?? now }, now);
    } else
      await insertDispatch(
        tx,
        { id: ctx.newId(), noticeId: id, road, sendAfter, costDong, oaId: follower?.oaId ?? oaId },
        now,
      );
  }
  return recipients.some(({ plan }) => plan.road === 'chat')
    ? 'Đã ghi câu trả lời; công dân được nhắn trên Zalo.'
    : 'Đã ghi câu trả lời; công dân xem ở trang tra cứu, và việc báo tin theo mục Cần báo.';
}

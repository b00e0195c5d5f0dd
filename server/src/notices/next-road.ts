// Plans the road of a notice that exists already: the one after a refusal, or one more try that an officer asks for.

import { planDelivery } from '@motcua/domain/delivery';
import type { Road } from '@motcua/domain/delivery-facts';
import { importanceOf } from '@motcua/domain/delivery-importance';
import type { NoticeKind } from '@motcua/domain/status-notice';
import type { Instant } from '@motcua/domain/time';
import { queueMessage } from '../chat/queue-message.ts';
import { getApplicant } from '../dossiers/applicant-store.ts';
import { findDossier } from '../dossiers/store.ts';
import { findConnectedOa } from '../oa/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { insertDispatch } from './dispatch-store.ts';
import { hasPaper, isToldElsewhere, type NoticeToTell, supersedePaper } from './fall-back-store.ts';
import { findChannels, listFollowers } from './standing-store.ts';
import { putIntoMessage } from './waiting-store.ts';

/** What the choice of a road needs of the context. */
export type RoadContext = Pick<Context, 'newId' | 'sms'>;

/**
 * Asks the planner for the best road that was not `tried`, and writes it down with its job. Gives the road; `none`: the
 * notice ends with what happened so far, because nobody has to be told or another chat has been.
 */
export async function takeNextRoad(
  ctx: RoadContext,
  tx: Tx,
  notice: NoticeToTell,
  tried: readonly Road[],
  now: Instant,
): Promise<Road> {
  const dossier = await findDossier(tx, notice.dossierId);
  if (dossier === undefined) return 'none';
  const kind = notice.kind as NoticeKind;
  const { id: noticeId, oaId, chatUserId, needsTelling } = notice;
  const sendable = { kind, sms: ctx.sms !== undefined };
  const followers = chatUserId === null ? [] : await listFollowers(tx, dossier.id, sendable, now);
  const chat = followers.find((each) => each.oaId === oaId && each.userId === chatUserId) ?? null;
  const account = oaId ?? (await findConnectedOa(tx, dossier.agencyId))?.oaId ?? null;
  const phone = (await getApplicant(tx, dossier.applicantId)).phone !== null;
  const importance = needsTelling ? 'important' : (importanceOf[kind] ?? 'good_to_know');
  const { road, sendAfter, costDong } = planDelivery(
    { importance, needsTelling, tried },
    { chat: chat?.standing ?? null, phone },
    await findChannels(tx, account, sendable),
    now,
  );
  if (road === 'none') return road;
  const toChat = road === 'chat' || road === 'template_user';
  if (toChat ? chat === null : await isToldElsewhere(tx, notice)) return 'none';
  if (road === 'paper' && (await hasPaper(tx, noticeId))) return road;
  await supersedePaper(tx, noticeId);
  const id = ctx.newId();
  if (road === 'chat' && chat !== null) {
    const { userId } = chat;
    await putIntoMessage(tx, [noticeId], id);
    const message = { id, oaId: chat.oaId, userId, text: notice.text, urgent: false, sendAfter };
    await queueMessage(tx, message, now);
  } else if (road !== 'chat') {
    const leavesFrom = road === 'template_user' || road === 'template_phone' ? account : null;
    await insertDispatch(tx, { id, noticeId, road, sendAfter, oaId: leavesFrom, costDong }, now);
  }
  return road;
}

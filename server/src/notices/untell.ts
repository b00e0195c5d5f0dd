// An officer takes back the mark that somebody was told: what was written stays, and the person is on the list again.

import { momentText } from '@motcua/domain/clock-time';
import { undoMinutes, whyNotBack } from '@motcua/domain/dossier-undo';
import { dateOf } from '@motcua/domain/time';
import { nameOfficers } from '../agencies/officer-store.ts';
import { once } from '../dossiers/command.ts';
import { announceChange, findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { ToldAnswer } from './schema.ts';
import { findNoticeDossier } from './to-tell-store.ts';
import { insertWaiting, lockTold, markUntold } from './untell-store.ts';

/**
 * By the rule of every undo: who told or a leader of the agency, within half an hour. Whatever else the same call told of
 * the dossier waits again with it. Answers what was taken back.
 */
export async function untell(
  ctx: Context,
  caller: Caller,
  request: { noticeId: string; key: string },
): Promise<ToldAnswer> {
  const now = ctx.clock.now();
  const { noticeId, key } = request;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: { untell: noticeId }, at: now }, async () => {
      const notice = await findNoticeDossier(tx, caller.agencyId, noticeId);
      if (notice === undefined)
        throw new Problem('not_found', 'Không có việc cần báo này, hoặc việc thuộc cơ quan khác.');
      const told = await lockTold(tx, notice.dossierId, noticeId);
      const [first] = told;
      if (first === undefined)
        throw new Problem(
          'step_has_passed',
          'Việc này chưa ghi là đã báo, hoặc đã được hoàn tác. Xin xem lại danh sách cần báo.',
        );
      const { toldAt, toldBy, how } = first;
      const by = (await nameOfficers(tx, [toldBy])).get(toldBy) ?? 'Cán bộ';
      const why = whyNotBack({ by: toldBy, at: toldAt }, caller, now);
      if (why === 'not_theirs')
        throw new Problem(
          'not_allowed',
          `${by} đã ghi việc này. Xin nhờ đồng nghiệp đó, hoặc lãnh đạo, hoàn tác.`,
        );
      if (why === 'too_late')
        throw new Problem(
          'not_possible_now',
          `Đã quá ${undoMinutes} phút từ khi ghi nên không hoàn tác được. Nếu công dân chưa được báo, xin báo rồi ghi chú vào hồ sơ.`,
        );
      await markUntold(tx, told, { at: now, by: caller.officerId });
      // Waiting since it first waited: a slip of the hand costs nobody their place.
      const reason = `${by} ghi đã báo qua ${how} lúc ${momentText(toldAt, dateOf(toldAt))}, sau đó đã hoàn tác`;
      for (const { noticeId: each, plannedAt } of told)
        await insertWaiting(tx, { id: ctx.newId(), noticeId: each, plannedAt, reason });
      const dossier = await findDossier(tx, notice.dossierId);
      if (dossier !== undefined) announceChange(tx, dossier);
      return { toldAt, by, how };
    }),
  );
}

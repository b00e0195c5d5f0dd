// The list of what did not arrive, with the reason and its remedy, and the button that tries it once more.

import { momentText } from '@motcua/domain/clock-time';
import type { Road } from '@motcua/domain/delivery-facts';
import { dateOf } from '@motcua/domain/time';
import { once } from '../dossiers/command.ts';
import { announceChange, findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { lockNotice } from './fall-back-store.ts';
import { takeNextRoad } from './next-road.ts';
import type { FailedList, ReplayAnswer } from './schema.ts';
import { countLists, findFailed, findNoticeDossier, listFailed, pageSize } from './to-tell-store.ts';

const roadTexts = {
  chat: 'tin nhắn Zalo',
  template_user: 'tin mẫu Zalo',
  template_phone: 'tin mẫu Zalo tới số điện thoại',
  sms: 'SMS',
} as const;

export async function readFailed(ctx: Context, caller: Caller, offset: number): Promise<FailedList> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const listed = await listFailed(tx, caller.agencyId, offset);
    const rows = listed.map(({ road, reason, ...row }) => ({
      ...row,
      roadText: roadTexts[road],
      reason: reason ?? 'Chưa rõ lý do.',
      atText: momentText(row.at, today),
    }));
    return { counts: await countLists(tx, caller.agencyId), rows, pageSize };
  });
}

/**
 * Plans a failed notice anew, by whatever road is best now; the one it failed on may have been put right. Refused, with a
 * sentence, when newer news has taken its place or it is under way already.
 */
export async function replay(
  ctx: Context,
  caller: Caller,
  request: { noticeId: string; key: string },
): Promise<ReplayAnswer> {
  const now = ctx.clock.now();
  const { noticeId, key } = request;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: { replay: noticeId }, at: now }, async () => {
      const found = await findNoticeDossier(tx, caller.agencyId, noticeId);
      const notice = found && (await lockNotice(tx, noticeId));
      if (notice === undefined)
        throw new Problem('not_found', 'Không có tin này, hoặc tin thuộc cơ quan khác.');
      if (notice.supersededBy !== null)
        throw new Problem('not_possible_now', 'Đã có tin mới hơn của hồ sơ này; tin cũ không gửi lại nữa.');
      if ((await findFailed(tx, caller.agencyId, noticeId)) === undefined)
        throw new Problem('step_has_passed', 'Tin này đang được gửi hoặc đã tới; xem lại trang hồ sơ.');
      const road = await takeNextRoad(ctx, tx, notice, [], now);
      if (road === 'none')
        throw new Problem(
          'not_possible_now',
          'Chưa có cách nào gửi tin này; sửa theo lý do đã ghi, hoặc báo qua điện thoại.',
        );
      const dossier = await findDossier(tx, notice.dossierId);
      if (dossier !== undefined) announceChange(tx, dossier);
      return { text: replayTexts[road] };
    }),
  );
}

const replayTexts: Record<Exclude<Road, 'none'>, string> = {
  chat: 'Tin được gửi lại qua tin nhắn Zalo.',
  template_user: 'Tin được gửi lại bằng tin mẫu Zalo.',
  template_phone: 'Tin được gửi lại bằng tin mẫu Zalo tới số điện thoại.',
  sms: 'Tin được gửi lại bằng SMS.',
  paper: 'Không kênh nào gửi được; người này nằm trong danh sách cần báo.',
};

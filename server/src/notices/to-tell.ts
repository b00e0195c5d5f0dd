// The list of people an officer tells by hand: who, on what number, in which words; and the mark that it was done.

import { momentText } from '@motcua/domain/clock-time';
import { phoneText } from '@motcua/domain/phone-number';
import { dateOf } from '@motcua/domain/time';
import { nameOfficers } from '../agencies/officer-store.ts';
import { getAgency } from '../agencies/store.ts';
import { once } from '../dossiers/command.ts';
import { announceChange, findDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { NoticeCounts, ToldAnswer, ToldWay, ToTellList } from './schema.ts';
import { countLists, findNoticeDossier, findTold, listToTell, markTold, pageSize } from './to-tell-store.ts';

export async function readToTell(ctx: Context, caller: Caller, offset: number): Promise<ToTellList> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const { officeName } = await getAgency(tx, caller.agencyId);
    const listed = await listToTell(tx, caller.agencyId, offset);
    const rows = listed.map(({ text, phone, since, ...row }) => ({
      ...row,
      phone: phone === null ? null : phoneText(phone),
      say: `Chào Anh/Chị ${row.applicantName}, tôi gọi từ ${officeName}. ${text}`,
      since,
      sinceText: momentText(since, today),
    }));
    return { counts: await countLists(tx, caller.agencyId), rows, pageSize };
  });
}

export async function countNotices(ctx: Context, caller: Caller): Promise<NoticeCounts> {
  return ctx.database.tenant(caller.tenantId, (tx) => countLists(tx, caller.agencyId));
}

/** Marks a notice as told by hand. Whoever comes second learns who told it; the same key again gets the same answer. */
export async function tell(
  ctx: Context,
  caller: Caller,
  request: { noticeId: string; how: ToldWay; key: string },
): Promise<ToldAnswer> {
  const now = ctx.clock.now();
  const { key, ...about } = request;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: caller.officerId, key, request: { tell: about }, at: now }, async () => {
      const notice = await findNoticeDossier(tx, caller.agencyId, about.noticeId);
      if (notice === undefined)
        throw new Problem('not_found', 'Không có việc cần báo này, hoặc việc thuộc cơ quan khác.');
      const marked = await markTold(tx, notice, { at: now, by: caller.officerId, how: about.how });
      if (!marked) throw await passed(tx, about.noticeId);
      const dossier = await findDossier(tx, notice.dossierId);
      if (dossier !== undefined) announceChange(tx, dossier);
      const by = (await nameOfficers(tx, [caller.officerId])).get(caller.officerId) ?? 'Cán bộ';
      return { toldAt: now, by, how: about.how };
    }),
  );
}

async function passed(tx: Tx, noticeId: string): Promise<Problem> {
  const told = await findTold(tx, noticeId);
  return new Problem(
    'step_has_passed',
    told === undefined
      ? 'Việc này không còn trong danh sách cần báo: đã có tin mới hơn, hoặc người dân đã nhận được tin.'
      : `${told.by} đã báo qua ${told.how} lúc ${momentText(told.at, dateOf(told.at))}.`,
  );
}

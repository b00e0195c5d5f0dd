// An officer is away: recorded by themselves or by a head; a deputy works on what lies with them.

import { whyNotAbsent } from '@motcua/domain/absence';
import { mayManagePeople } from '@motcua/domain/agency';
import { dayText } from '@motcua/domain/clock-time';
import { dateOf } from '@motcua/domain/time';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { endAbsence, insertAbsence, listAbsences, listNearby, lockAbsences } from './absence-store.ts';
import { insertChange } from './change-store.ts';
import { fieldProblem } from './manage.ts';
import { findOfficerIn, listColleagues } from './officer-store.ts';
import type { AbsenceBody, AbsencesView, DoneView } from './schema.ts';

/** Heads record absences of their colleagues: whoever assigns work, and whoever manages people. */
function mayRecordForOthers({ roles }: Pick<Caller, 'roles'>): boolean {
  return roles.includes('dispatcher') || mayManagePeople(roles);
}

export async function readAbsences(ctx: Context, caller: Caller): Promise<AbsencesView> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [absences, colleagues] = await Promise.all([
      listAbsences(tx, caller.agencyId, today),
      listColleagues(tx, caller.agencyId, today),
    ]);
    const mine = caller.officerId;
    const may = mayRecordForOthers(caller);
    return {
      mayRecordForOthers: may,
      today,
      // Of the own room first: they know the work.
      colleagues: colleagues
        .sort((a, b) => Number(b.unit === caller.unit) - Number(a.unit === caller.unit))
        .map(({ id, politeName, unitName }) => ({ id, politeName, unitName })),
      absences: absences
        .filter(({ officerId, deputyId }) => may || officerId === mine || deputyId === mine)
        .map(({ id, officerId, officerName, deputyName, fromDay, untilDay, reason, open }) => ({
          id,
          officerName,
          deputyName,
          daysText:
            fromDay === untilDay
              ? dayText(fromDay, today)
              : `${dayText(fromDay, today)} đến hết ${dayText(untilDay, today)}`,
          reason,
          open,
          mayEnd: may || officerId === mine,
        })),
    };
  });
}

export async function recordAbsence(
  ctx: Context,
  caller: Caller,
  request: AbsenceBody,
  key: string,
): Promise<DoneView> {
  const now = ctx.clock.now();
  const today = dateOf(now);
  const { agencyId, officerId: by } = caller;
  const { officerId, deputyId, fromDay, untilDay, reason } = request;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: by, key, request, at: now }, async () => {
      if (officerId !== by && !mayRecordForOthers(caller))
        throw new Problem(
          'not_allowed',
          'Lịch vắng của đồng nghiệp do lãnh đạo ghi. Xin nhờ lãnh đạo đơn vị.',
        );
      await lockAbsences(tx, agencyId);
      const [officer, deputy, nearby] = await Promise.all([
        findOfficerIn(tx, officerId, agencyId, '', today),
        findOfficerIn(tx, deputyId, agencyId, '', today),
        listNearby(tx, agencyId, [officerId, deputyId], today),
      ]);
      if (officer === undefined)
        throw fieldProblem('officerId', 'Người này không làm tại cơ quan. Xin chọn lại.');
      // Who helps at a point outside works on no dossier.
      const inside = deputy?.roles.includes('intake_helper') === true ? undefined : deputy;
      const why = whyNotAbsent({ officer, deputy: inside, today, nearby, fromDay, untilDay });
      if (why !== null) throw fieldProblem(why.field, why.message);
      const id = ctx.newId();
      await insertAbsence(tx, { id, agencyId, officerId, deputyId, fromDay, untilDay, reason, by }, now);
      const name = `${officer.title} ${officer.fullName}`;
      const days = `từ ${dayText(fromDay, today)} đến hết ${dayText(untilDay, today)}`;
      const text = `${name} vắng ${days}, ${deputy?.title} ${deputy?.fullName} thay`;
      await insertChange(tx, { id: ctx.newId(), agencyId, officerId, kind: 'absence_begun', text, by }, now);
      return { id, text: `Đã ghi: ${text}.` };
    }),
  );
}

/** Back earlier, or recorded by mistake: the deputy's rights end at once. */
export async function cancelAbsence(
  ctx: Context,
  caller: Caller,
  request: { id: string },
  key: string,
): Promise<DoneView> {
  const now = ctx.clock.now();
  const { agencyId, officerId: by } = caller;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: by, key, request, at: now }, async () => {
      const found = (await listAbsences(tx, agencyId, dateOf(now))).find(({ id }) => id === request.id);
      if (found === undefined)
        throw new Problem('not_found', 'Không có lịch vắng này, hoặc lịch đã kết thúc. Xin tải lại trang.');
      if (found.officerId !== by && !mayRecordForOthers(caller))
        throw new Problem('not_allowed', 'Lịch vắng này do người vắng hoặc lãnh đạo kết thúc.');
      await endAbsence(tx, agencyId, found.id, by, now);
      const { officerId, officerName, deputyName } = found;
      const text = `${officerName} đã có mặt, ${deputyName} thôi làm thay`;
      await insertChange(tx, { id: ctx.newId(), agencyId, officerId, kind: 'absence_ended', text, by }, now);
      return { id: found.id, text: `${text}.` };
    }),
  );
}

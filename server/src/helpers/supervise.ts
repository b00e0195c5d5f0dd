// Who answers for points outside the office sees which accounts are used and how much they help, and shuts those that are not.

import { mayManagePeople } from '@motcua/domain/agency';
import { dayText } from '@motcua/domain/clock-time';
import { dateOf, plusDays } from '@motcua/domain/time';
import { insertChange } from '../agencies/change-store.ts';
import { disableOfficer, endPost, listOpenPosts } from '../agencies/people-store.ts';
import type { DoneView } from '../agencies/schema.ts';
import { once } from '../dossiers/command.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import type { HelperList } from './schema.ts';
import { type HelperRow, listHelpers } from './store.ts';

/** Days without use after which an account is called idle. */
const idleDays = 30;

export async function readHelpers(ctx: Context, caller: Caller): Promise<HelperList> {
  const now = ctx.clock.now();
  const today = dateOf(now);
  const since = plusDays(now, -idleDays);
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const rows = await listHelpers(tx, caller.agencyId, today, since);
    return {
      rows: rows.filter(seenBy(caller)).map(({ lastUsedAt, ...row }) => ({
        officerId: row.officerId,
        politeName: row.politeName,
        username: row.username,
        unitName: row.unitName,
        supervisorName: row.supervisorName,
        lastUsedText:
          lastUsedAt === null ? 'chưa dùng lần nào' : `dùng lần cuối ${dayText(dateOf(lastUsedAt), today)}`,
        idle: lastUsedAt === null || lastUsedAt < since,
        last30Days: row.last30Days,
        ever: row.ever,
      })),
    };
  });
}

/** Shuts a helper's account at once, by whoever answers for it. */
export async function shutHelper(
  ctx: Context,
  caller: Caller,
  request: { officerId: string },
  key: string,
): Promise<DoneView> {
  const now = ctx.clock.now();
  const { officerId } = request;
  const { officerId: by, agencyId } = caller;
  return ctx.database.tenant(caller.tenantId, (tx) =>
    once(tx, { issuer: by, key, request, at: now }, async () => {
      const today = dateOf(now);
      const helpers = await listHelpers(tx, agencyId, today, now);
      const helper = helpers.filter(seenBy(caller)).find((row) => row.officerId === officerId);
      if (helper === undefined)
        throw new Problem(
          'not_found',
          'Không có tài khoản này trong các điểm Anh/Chị phụ trách, hoặc tài khoản đã ngừng.',
        );
      for (const { id } of await listOpenPosts(tx, officerId, today)) await endPost(tx, id, today, by, now);
      await disableOfficer(tx, officerId, now);
      const text = `Ngừng tài khoản ${helper.username} của ${helper.politeName}, ${helper.unitName}`;
      await insertChange(
        tx,
        { id: ctx.newId(), agencyId, officerId, kind: 'officer_disabled', text, by },
        now,
      );
      return { id: officerId, text: `${text}. Các phiên đang mở đã kết thúc.` };
    }),
  );
}

/** Heads and administrators see all of the agency; a supervisor those they answer for. */
function seenBy(caller: Caller): (row: HelperRow) => boolean {
  const all = mayManagePeople(caller.roles);
  return ({ supervisorId }) => all || supervisorId === caller.officerId;
}

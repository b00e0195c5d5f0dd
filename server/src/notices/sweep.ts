// Finds the forgotten: whatever should have moved and has not is set going again, or ends where everybody can see it.

import { plusMinutes } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { planLook, planSending, wakePump } from '../chat/queue-message.ts';
import type { Context } from '../platform/context.ts';
import type { Database } from '../platform/database.ts';
import { queueDispatch } from './dispatch-store.ts';
import { lockNotice, roadsTried } from './fall-back-store.ts';
import { takeNextRoad } from './next-road.ts';
import { giveUp } from './settle-dispatch.ts';
import {
  listOpen,
  listStranded,
  livingJobs,
  stuckAccounts,
  stuckAnswers,
  stuckDispatches,
  stuckDoubts,
} from './sweep-store.ts';

/** Nothing is without progress for longer than this past the moment it was to move, and one turn of the schedule. */
const patienceMinutes = 15;
/** What could not be moved for this long ends, and the next road is taken. */
const hopelessMinutes = 48 * 60;

/** Comes every five minutes, so the bound is twenty. Needs no queue to know what is missing: a job that has vanished, or has died, is simply written anew. */
export async function sweepNotices(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  const before = plusMinutes(now, -patienceMinutes);
  for (const tenantId of await listTenants(ctx.database)) {
    const { stranded, hopeless } = await ctx.database.tenant(tenantId, async (tx) => {
      for (const oaId of await stuckAccounts(tx, before)) await wakePump(tx, oaId);
      for (const answer of await stuckAnswers(tx, before)) await planSending(tx, answer);
      for (const id of await stuckDoubts(tx, before)) await planLook(tx, id);
      const dispatches = await stuckDispatches(tx, before, plusMinutes(now, -hopelessMinutes));
      for (const { id } of dispatches.filter((each) => !each.hopeless)) await queueDispatch(tx, id, null);
      return { stranded: await listStranded(tx), hopeless: dispatches.filter((each) => each.hopeless) };
    });
    for (const id of stranded)
      await ctx.database.tenant(tenantId, async (tx) => {
        const notice = await lockNotice(tx, id);
        if (notice !== undefined && notice.supersededBy === null)
          await takeNextRoad(ctx, tx, notice, await roadsTried(tx, id), now);
      });
    for (const dispatch of hopeless)
      await ctx.database.tenant(tenantId, (tx) =>
        giveUp(ctx, tx, dispatch, { code: null, sentence: stuckSentence }, now),
      );
  }
}

const stuckSentence = 'Tin bị kẹt quá hai ngày nên được báo bằng cách khác.';

/**
 * The notices that are neither at an explicit end nor with an officer nor carried by a living job. None is what must be;
 * for tests, and for `motcua doctor`.
 */
export async function findForgotten(database: Database, tenantId: string): Promise<string[]> {
  const open = await database.tenant(tenantId, (tx) => listOpen(tx));
  const living = await livingJobs(
    database,
    open.flatMap(({ jobKey }) => jobKey ?? []),
  );
  return open.filter(({ jobKey }) => jobKey === null || !living.has(jobKey)).map(({ noticeId }) => noticeId);
}

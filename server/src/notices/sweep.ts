// Finds the forgotten: whatever should have moved and has not is set going again, or ends where everybody can see it.

import { type Instant, plusMinutes } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { planLook, planSending, wakePump } from '../chat/queue-message.ts';
import { findOutgoing, lockLine } from '../chat/send-store.ts';
import { endSending } from '../chat/settle.ts';
import type { Context } from '../platform/context.ts';
import type { Database, Tx } from '../platform/database.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { lockDispatch, queueDispatch, queueLook } from './dispatch-store.ts';
import { lockNotice, roadsTried } from './fall-back-store.ts';
import { takeNextRoad } from './next-road.ts';
import { giveUp } from './settle-dispatch.ts';
import {
  hopelessMessages,
  listOpen,
  listStranded,
  livingJobs,
  stuckAccounts,
  stuckAnswers,
  stuckDispatches,
  stuckDoubts,
  stuckLooks,
} from './sweep-store.ts';

/** Nothing is without progress for longer than this past the moment it was to move, and one turn of the schedule. */
const patienceMinutes = 15;
/** What somebody must be told and could not be moved for this long ends, and the next road is taken. */
const hopelessMinutes = 48 * 60;

/**
 * Comes every five minutes, so the bound is twenty. Needs no queue to know what is missing: a job that has vanished, or
 * has died, is simply written anew. What cannot be put right is told at the end: it keeps nothing else from it.
 */
export async function sweepNotices(ctx: Context): Promise<void> {
  await oneByOne(await listTenants(ctx.database), (tenantId) => sweepTenant(ctx, tenantId, ctx.clock.now()));
}

async function sweepTenant(ctx: Context, tenantId: string, now: Instant): Promise<void> {
  const before = plusMinutes(now, -patienceMinutes);
  const hopeless = plusMinutes(now, -hopelessMinutes);
  const inTenant = <T>(work: (tx: Tx) => Promise<T>) => ctx.database.tenant(tenantId, work);
  const found = await inTenant(async (tx) => {
    for (const oaId of await stuckAccounts(tx, before)) await wakePump(tx, oaId);
    for (const answer of await stuckAnswers(tx, before)) await planSending(tx, answer);
    for (const id of await stuckDoubts(tx, before)) await planLook(tx, id);
    for (const id of await stuckLooks(tx, before)) await queueLook(tx, id, null);
    const dispatches = await stuckDispatches(tx, before, hopeless);
    for (const { id } of dispatches.filter((each) => !each.hopeless)) await queueDispatch(tx, id, null);
    return {
      stranded: await listStranded(tx),
      dispatches: dispatches.filter((each) => each.hopeless),
      messages: await hopelessMessages(tx, hopeless),
    };
  });
  const endings = [
    ...found.stranded.map((id) => (tx: Tx) => planAnew(ctx, tx, id, now)),
    ...found.dispatches.map(
      ({ id }) =>
        (tx: Tx) =>
          endDispatch(ctx, tx, id, now),
    ),
    ...found.messages.map((id) => (tx: Tx) => endMessage(ctx, tx, id, now)),
  ];
  await oneByOne(endings, inTenant);
}

async function planAnew(ctx: Context, tx: Tx, noticeId: string, now: Instant): Promise<void> {
  const notice = await lockNotice(tx, noticeId);
  if (notice?.supersededBy === null) await takeNextRoad(ctx, tx, notice, await roadsTried(tx, noticeId), now);
}

async function endDispatch(ctx: Context, tx: Tx, id: string, now: Instant): Promise<void> {
  const dispatch = await lockDispatch(tx, id);
  if (dispatch !== undefined) await giveUp(ctx, tx, dispatch, stuck, now);
}

async function endMessage(ctx: Context, tx: Tx, id: string, now: Instant): Promise<void> {
  const turn = await findOutgoing(tx, id);
  if (turn === undefined) return;
  await lockLine(tx, turn);
  if (turn.state === 'planned') await endSending(ctx, tx, turn, stuck, now);
}

const stuck = { code: null, sentence: 'Tin bị kẹt quá hai ngày nên được báo bằng cách khác.' };

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

// Watches for silence: Zalo cancels the subscription of an office that failed too often, and only the silence tells.

import { judgeSilence } from '@motcua/domain/silence';
import { type Instant, toEpochMs } from '@motcua/domain/time';
import { getCalendar } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { listDirectory } from './directory-store.ts';
import { findArrivals, markSilent } from './silence-store.ts';
import { findOa, type OaRow } from './store.ts';

export interface SilenceFound {
  oaId: string;
  sentence: string;
}

/** Looks at every account. Tells of those just found silent; where events come again, what was missed is read back. */
export async function watchSilence(ctx: Watching, tell: (found: SilenceFound) => void): Promise<void> {
  await oneByOne(await listDirectory(ctx.database), async ({ tenantId, oaId }) => {
    const sentence = await ctx.database.tenant(tenantId, (tx) => lookAt(ctx, tx, oaId));
    if (sentence !== null) tell({ oaId, sentence });
  });
}

type Watching = Pick<Context, 'database' | 'clock' | 'silenceHours'>;

/** What to tell when the account has just fallen silent. */
async function lookAt(ctx: Watching, tx: Tx, oaId: string): Promise<string | null> {
  const oa = await findOa(tx, oaId);
  const arrivals = oa && (await findArrivals(tx, oaId));
  if (oa === undefined || arrivals === undefined) return null;
  if (oa.silentSince !== null) {
    if (arrivals.lastAt > oa.silentSince) await endSilence(tx, oa, oa.silentSince);
    return null;
  }
  const calendar = await getCalendar(tx, oa.agencyId);
  const alarmHours = ctx.silenceHours ?? usualAlarmHours;
  if (!judgeSilence(calendar, arrivals, ctx.clock.now(), alarmHours).unusual) return null;
  await markSilent(tx, oaId, arrivals.lastAt);
  return silentSentence(arrivals.lastAt);
}

/** What an operator reads and presses. */
export function silentSentence(since: Instant): string {
  const when = `${since.slice(11, 16)} ngày ${since.slice(8, 10)}/${since.slice(5, 7)}`;
  return (
    `Không có sự kiện nào từ Zalo trong giờ làm việc kể từ ${when}. Hãy vào developers.zalo.me, chọn ứng dụng, ` +
    'mục Webhook: bật lại các sự kiện đã đăng ký và bấm Kiểm tra. Tin người dân nhắn trong lúc đó sẽ được tự đọc lại; ' +
    'muốn đọc ngay, chạy: motcua oa reconcile'
  );
}

const usualAlarmHours = 6;

async function endSilence(tx: Tx, { oaId }: OaRow, since: Instant): Promise<void> {
  await markSilent(tx, oaId, null);
  const payload = { tenantId: tx.tenantId, oaId, sinceMs: toEpochMs(since) };
  await addJob(tx, 'reconcile-oa', payload, { key: `reconcile-${oaId}` });
}

// Watches for silence: Zalo cancels the subscription of an office that failed too often, and only the silence tells.

import { judgeSilence } from '@motcua/domain/silence';
import { type Instant, toEpochMs } from '@motcua/domain/time';
import { getCalendar } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { addJob } from '../platform/jobs.ts';
import { listDirectory } from './directory-store.ts';
import { findArrivals, markSilent } from './silence-store.ts';
import { findOa, type OaRow } from './store.ts';

export interface SilenceFound {
  oaId: string;
  sentence: string;
}

/** Looks at every account. Gives those just found silent; where events come again, what was missed is read back. */
export async function watchSilence(
  ctx: Pick<Context, 'database' | 'clock' | 'silenceHours'>,
): Promise<SilenceFound[]> {
  const found: SilenceFound[] = [];
  for (const { tenantId, oaId } of await listDirectory(ctx.database))
    await ctx.database.tenant(tenantId, async (tx) => {
      const oa = await findOa(tx, oaId);
      const arrivals = oa && (await findArrivals(tx, oaId));
      if (oa === undefined || arrivals === undefined) return;
      if (oa.silentSince === null) {
        const silence = judgeSilence(
          await getCalendar(tx, oa.agencyId),
          arrivals,
          ctx.clock.now(),
          ctx.silenceHours ?? usualAlarmHours,
        );
        if (!silence.unusual) return;
        await markSilent(tx, oaId, arrivals.lastAt);
        found.push({ oaId, sentence: silentSentence(arrivals.lastAt) });
      } else if (arrivals.lastAt > oa.silentSince) await endSilence(tx, oa, oa.silentSince);
    });
  return found;
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

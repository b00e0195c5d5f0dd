// How fast an account may call Zalo, and whether it may at all: one row for all processes. SQL only.

import { fromEpochMs, type Instant, toEpochMs } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export type ClosedWhy = 'rate' | 'away' | 'operator';

export interface RateRow {
  perMinute: number | null;
  learntLimit: number | null;
  windowAt: Instant;
  used: number;
  others: number;
  seen: number;
  seenAt: Instant | null;
  closedUntil: Instant | null;
  closedWhy: ClosedWhy | null;
  failures: number;
}

const columns = sql`per_minute as "perMinute", learnt_limit as "learntLimit", window_at as "windowAt", used, others, seen,
  seen_at as "seenAt", closed_until as "closedUntil", closed_why as "closedWhy", failures`;

/** The account's row, made when new, locked until the transaction ends. */
export async function lockRate(tx: Tx, oaId: string, now: Instant): Promise<RateRow> {
  const locked = () =>
    tx.row<RateRow>(
      sql`select ${columns} from oa_rate where tenant_id = ${tx.tenantId} and oa_id = ${oaId} for update`,
    );
  const known = await locked();
  if (known !== undefined) return known;
  const minute = fromEpochMs(Math.floor(toEpochMs(now) / 60_000) * 60_000);
  await tx.run(sql`insert into oa_rate (tenant_id, oa_id, window_at) values (${tx.tenantId}, ${oaId}, ${minute})
    on conflict do nothing`);
  const made = await locked();
  if (made === undefined) throw new Error('A row just made exists.');
  return made;
}

export async function saveWindow(
  tx: Tx,
  oaId: string,
  row: Pick<RateRow, 'learntLimit' | 'windowAt' | 'used' | 'others' | 'seen' | 'seenAt'>,
): Promise<void> {
  await tx.run(sql`update oa_rate set learnt_limit = ${row.learntLimit}, window_at = ${row.windowAt}, used = ${row.used},
      others = ${row.others}, seen = ${row.seen}, seen_at = ${row.seenAt}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId}`);
}

/** Sends nothing before `until`; `failures` counts how often in a row Zalo did not answer. */
export async function closeRate(
  tx: Tx,
  oaId: string,
  closed: { until: Instant; why: ClosedWhy; failures: number },
): Promise<void> {
  await tx.run(sql`update oa_rate set closed_until = ${closed.until}, closed_why = ${closed.why},
      failures = ${closed.failures}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId}`);
}

/** Zalo answers again. */
export async function openRate(tx: Tx, oaId: string): Promise<void> {
  await tx.run(sql`update oa_rate set closed_until = null, closed_why = null, failures = 0
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and (failures > 0 or closed_until is not null)`);
}

export async function savePerMinute(tx: Tx, oaId: string, perMinute: number | null): Promise<void> {
  await tx.run(sql`update oa_rate set per_minute = ${perMinute}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId}`);
}

// When Zalo last told something of an account, and in which hours before. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface Arrivals {
  lastAt: string;
  firstAt: string;
  activeHours: string[];
}

/** The last event and the four weeks before it; undefined when there was never one. */
export async function findArrivals(tx: Tx, oaId: string): Promise<Arrivals | undefined> {
  return tx.row<Arrivals>(sql`with last as (
      select max(received_at) as at from webhook_event where tenant_id = ${tx.tenantId} and oa_id = ${oaId}),
    weeks as (select received_at from webhook_event, last
      where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and received_at >= last.at - interval '28 days')
    select last.at as "lastAt", (select min(received_at) from weeks) as "firstAt",
      array(select distinct to_char(received_at, 'YYYY-MM-DD"T"HH24:00:00"+07:00"') from weeks) as "activeHours"
    from last where last.at is not null`);
}

export async function markSilent(tx: Tx, oaId: string, since: string | null): Promise<void> {
  await tx.run(sql`update zalo_oa set silent_since = ${since}
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId}`);
}

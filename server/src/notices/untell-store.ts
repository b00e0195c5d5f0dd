// What an officer told by hand, taken back: the rows of one call, and those that wait in their place. SQL only.

import { sql, type Tx } from '../platform/database.ts';
import type { ToldWay } from './schema.ts';

export interface ToldRow {
  id: string;
  noticeId: string;
  plannedAt: string;
  toldAt: string;
  toldBy: string;
  how: ToldWay;
}

/** All that was told in the same call as this notice, locked; none when it is not told, or no longer. */
export async function lockTold(tx: Tx, dossierId: string, noticeId: string): Promise<ToldRow[]> {
  return tx.rows<ToldRow>(sql`select p.id, p.notice_id as "noticeId", p.planned_at as "plannedAt", p.told_at as "toldAt",
      p.told_by as "toldBy", p.told_how as how
    from dispatch p join notice n on n.tenant_id = p.tenant_id and n.id = p.notice_id
    where p.tenant_id = ${tx.tenantId} and n.dossier_id = ${dossierId} and p.road = 'paper' and p.state = 'told'
      and exists (select from dispatch asked where asked.tenant_id = p.tenant_id and asked.notice_id = ${noticeId}
        and asked.road = 'paper' and asked.state = 'told' and asked.told_at = p.told_at and asked.told_by = p.told_by)
    order by p.id for update of p`);
}

export async function markUntold(
  tx: Tx,
  told: readonly ToldRow[],
  { at, by }: { at: string; by: string },
): Promise<void> {
  await tx.send(sql`update dispatch set state = 'superseded', untold_at = ${at}, untold_by = ${by}
    where tenant_id = ${tx.tenantId} and id = any(${told.map(({ id }) => id)}::uuid[])`);
}

/** A row that waits in the place of one taken back, as long as that one waited. */
export async function insertWaiting(
  tx: Tx,
  { id, noticeId, plannedAt, reason }: { id: string; noticeId: string; plannedAt: string; reason: string },
): Promise<void> {
  await tx.send(sql`insert into dispatch (tenant_id, id, notice_id, road, state, state_reason, planned_at)
    values (${tx.tenantId}, ${id}, ${noticeId}, 'paper', 'planned', ${reason}, ${plannedAt})`);
}

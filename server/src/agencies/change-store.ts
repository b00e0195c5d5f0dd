// The record of changes to agencies and people: only ever added to. SQL only.

import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export type ChangeKind =
  | 'agency_made'
  | 'agency_changed'
  | 'unit_made'
  | 'officer_made'
  | 'post_begun'
  | 'post_ended'
  | 'officer_disabled'
  | 'password_reset'
  | 'absence_begun'
  | 'absence_ended'
  | 'merger_decided'
  | 'merger_done';

export interface Change {
  id: string;
  agencyId: string;
  officerId?: string;
  kind: ChangeKind;
  /** What was done, as a sentence. */
  text: string;
  /** Null: the operator, or the program itself. */
  by: string | null;
}

export async function insertChange(tx: Tx, change: Change, at: Instant): Promise<void> {
  await tx.run(sql`insert into agency_change (tenant_id, id, agency_id, officer_id, kind, text, at, by)
    values (${tx.tenantId}, ${change.id}, ${change.agencyId}, ${change.officerId ?? null}, ${change.kind},
      ${change.text}, ${at}, ${change.by})`);
}

export interface PastChange {
  id: string;
  at: Instant;
  who: string | null;
  text: string;
}

/** The newest changes of these agencies. */
export async function listChanges(
  tx: Tx,
  agencyIds: readonly string[],
  limit: number,
): Promise<PastChange[]> {
  return tx.rows<PastChange>(sql`select c.id, c.at, o.title || ' ' || o.full_name as who, c.text
    from agency_change c left join officer o on o.tenant_id = c.tenant_id and o.id = c.by
    where c.tenant_id = ${tx.tenantId} and c.agency_id = any(${[...agencyIds]}::uuid[])
    order by c.at desc, c.id desc limit ${limit}`);
}

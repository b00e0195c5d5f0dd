// Drafts whose time is nearly over, or over. SQL only.

import type { Instant } from '@motcua/domain/time';
import { sql, type Tx } from '../platform/database.ts';

export interface DraftToWarn {
  code: string;
  oaId: string;
  userId: string;
  expiresAt: Instant;
}

/** Those of chats that end before then and were not told: marked as told now. */
export function takeToWarn(tx: Tx, before: Instant, now: Instant): Promise<DraftToWarn[]> {
  return tx.rows<DraftToWarn>(sql`update draft set warned_at = ${now}
    where tenant_id = ${tx.tenantId} and state = 'open' and oa_id is not null and warned_at is null
      and expires_at < ${before}
    returning code, oa_id as "oaId", user_id as "userId", expires_at as "expiresAt"`);
}

/** With their papers. Whoever could be told has been told for three days. */
export async function deleteExpired(tx: Tx, now: Instant): Promise<void> {
  await tx.run(sql`delete from draft where tenant_id = ${tx.tenantId} and expires_at <= ${now}`);
}

export async function deleteOldParts(tx: Tx, before: Instant): Promise<void> {
  await tx.run(sql`delete from draft_part where tenant_id = ${tx.tenantId} and at < ${before}`);
}

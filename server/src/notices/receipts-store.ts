// Receipts of template messages that wait to be worked through. SQL only.

import type { WaitingEvent } from '../chat/event-store.ts';
import { sql, type Tx } from '../platform/database.ts';

/** The account's oldest event without a person that waits. */
export async function nextReceipt(tx: Tx, oaId: string): Promise<WaitingEvent | undefined> {
  return tx.row<WaitingEvent>(sql`select event_key as key, raw, withheld
    from webhook_event
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and user_id is null and state = 'waiting'
    order by at_ms nulls first, arrival limit 1`);
}

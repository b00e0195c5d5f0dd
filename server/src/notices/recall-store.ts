// What became of the notices of one event, and what they had taken the place of. SQL only.

import { sql, type Tx } from '../platform/database.ts';
import type { Unsettled } from './waiting-store.ts';

/** Of one notice of an event: whether anybody may have been told it. */
export interface Fate {
  id: string;
  mayBeKnown: boolean;
}

/** True unless it is certain that nothing of a notice left the house; `m` its message. */
const mayBeKnown = sql`(coalesce(m.state not in ('planned', 'failed', 'superseded'), false)
    or exists (select 1 from dispatch p where p.tenant_id = n.tenant_id and p.notice_id = n.id
      and p.state not in ('planned', 'failed', 'superseded')))`;

/** The notices of an event, whether or not newer ones made them old. */
export async function fatesOf(tx: Tx, dossierId: string, eventSeq: number): Promise<Fate[]> {
  return tx.rows<Fate>(sql`select n.id, ${mayBeKnown} as "mayBeKnown"
    from notice n left join chat_message m on m.tenant_id = n.tenant_id and m.id = n.message_id
    where n.tenant_id = ${tx.tenantId} and n.dossier_id = ${dossierId} and n.event_seq = ${eventSeq}`);
}

/** What the notices of an event made old before anybody had heard it, oldest first. */
export async function replacedBy(tx: Tx, dossierId: string, eventSeq: number): Promise<Unsettled[]> {
  return tx.rows<Unsettled>(sql`select n.id, n.kind, n.needs_telling as "needsTelling", n.oa_id as "oaId",
      n.chat_user_id as "chatUserId", false as leaving
    from notice n join notice newer on newer.tenant_id = n.tenant_id and newer.id = n.superseded_by
      left join chat_message m on m.tenant_id = n.tenant_id and m.id = n.message_id
    where n.tenant_id = ${tx.tenantId} and n.dossier_id = ${dossierId} and newer.event_seq = ${eventSeq}
      and not ${mayBeKnown}
    order by n.event_seq, n.planned_at, n.id`);
}

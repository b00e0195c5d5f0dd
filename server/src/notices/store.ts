// Notices: what a citizen is told of a change. How far one came is told by the chat message of the same id. SQL only.

import { announceChange } from '../dossiers/store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface NewNotice {
  /** Also the id of the chat message that carries it, where there is a chat. */
  id: string;
  dossierId: string;
  eventSeq: number;
  kind: string;
  text: string;
  /** Null, both, when no chat follows the dossier. */
  oaId: string | null;
  chatUserId: string | null;
}

export async function insertNotice(tx: Tx, notice: NewNotice, at: string): Promise<void> {
  await tx.run(sql`insert into notice (tenant_id, id, dossier_id, event_seq, kind, text, no_channel, oa_id,
      chat_user_id, planned_at)
    values (${tx.tenantId}, ${notice.id}, ${notice.dossierId}, ${notice.eventSeq}, ${notice.kind}, ${notice.text},
      ${notice.chatUserId === null}, ${notice.oaId}, ${notice.chatUserId}, ${at})`);
}

export interface Notice {
  id: string;
  eventSeq: number;
  text: string;
  /** `no_channel`, `cancelled` (its message was taken back, or forgotten, as the person wished), or the state of the message. */
  state: string;
  stateReason: string | null;
  resent: number;
  /** Sent, or else planned. */
  at: string;
}

export async function listNotices(tx: Tx, dossierId: string): Promise<Notice[]> {
  return tx.rows<Notice>(sql`select n.id, n.event_seq as "eventSeq", n.text,
      case when n.no_channel then 'no_channel' else coalesce(m.state, 'cancelled') end as state,
      m.state_reason as "stateReason", coalesce(m.resent, 0) as resent, coalesce(m.sent_at, n.planned_at) as at
    from notice n left join chat_message m on m.tenant_id = n.tenant_id and m.id = n.id
    where n.tenant_id = ${tx.tenantId} and n.dossier_id = ${dossierId} order by n.event_seq, n.planned_at, n.id`);
}

/** Tells open desks that these messages came further, or are gone. One that carries no notice concerns no desk. */
export async function announceNotices(tx: Tx, messages: readonly { id: string }[]): Promise<void> {
  if (messages.length === 0) return;
  const dossiers = await tx.rows<{
    id: string;
    agencyId: string;
    version: number;
  }>(sql`select distinct d.id, d.agency_id as "agencyId", d.version
    from notice n join dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
    where n.tenant_id = ${tx.tenantId} and n.id = any(${messages.map(({ id }) => id)}::uuid[])`);
  for (const dossier of dossiers) await announceChange(tx, dossier);
}

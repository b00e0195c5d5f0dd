// Notices: what a citizen is told of a change. How far one came is told by the chat message of the same id. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface NewNotice {
  /** Also the id of the chat message that carries it. */
  id: string;
  dossierId: string;
  eventSeq: number;
  kind: string;
  text: string;
  oaId: string | null;
  chatUserId: string | null;
  state: 'planned' | 'no_channel';
}

export async function insertNotice(tx: Tx, notice: NewNotice, at: string): Promise<void> {
  await tx.run(sql`insert into notice (tenant_id, id, dossier_id, event_seq, kind, text, oa_id, chat_user_id, state,
      planned_at)
    values (${tx.tenantId}, ${notice.id}, ${notice.dossierId}, ${notice.eventSeq}, ${notice.kind}, ${notice.text},
      ${notice.oaId}, ${notice.chatUserId}, ${notice.state}, ${at})`);
}

export interface Notice {
  id: string;
  eventSeq: number;
  text: string;
  /** `no_channel`, `cancelled` (the chat has since asked to be forgotten), or the state of the message. */
  state: string;
  stateReason: string | null;
  resent: number;
  /** Sent, or else planned. */
  at: string;
}

export async function listNotices(tx: Tx, dossierId: string): Promise<Notice[]> {
  return tx.rows<Notice>(sql`select n.id, n.event_seq as "eventSeq", n.text,
      case when n.state = 'no_channel' then n.state else coalesce(m.state, 'cancelled') end as state,
      m.state_reason as "stateReason", coalesce(m.resent, 0) as resent, coalesce(m.sent_at, n.planned_at) as at
    from notice n left join chat_message m on m.tenant_id = n.tenant_id and m.id = n.id
    where n.tenant_id = ${tx.tenantId} and n.dossier_id = ${dossierId} order by n.event_seq, n.planned_at, n.id`);
}

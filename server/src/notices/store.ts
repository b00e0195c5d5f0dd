// Notices: what a citizen is told of a change, and how far it came, in whatever carries it. SQL only.

import { announceChange } from '../dossiers/store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface NewNotice {
  id: string;
  dossierId: string;
  eventSeq: number;
  kind: string;
  text: string;
  /** An officer must tell it when nothing else can. */
  needsTelling: boolean;
  /** Null, both, when it goes to no chat. */
  oaId: string | null;
  chatUserId: string | null;
  /** The chat message that carries it; null when it goes by another road. */
  messageId: string | null;
}

export async function insertNotice(tx: Tx, notice: NewNotice, at: string): Promise<void> {
  await tx.send(sql`insert into notice (tenant_id, id, dossier_id, event_seq, kind, text, no_channel, oa_id,
      chat_user_id, message_id, planned_at, needs_telling)
    values (${tx.tenantId}, ${notice.id}, ${notice.dossierId}, ${notice.eventSeq}, ${notice.kind}, ${notice.text},
      ${notice.chatUserId === null}, ${notice.oaId}, ${notice.chatUserId}, ${notice.messageId}, ${at}, ${notice.needsTelling})`);
}

export interface Notice {
  id: string;
  eventSeq: number;
  text: string;
  /**
   * The state of the message or dispatch that carries it, or `superseded` by a newer notice before it arrived, `cancelled`
   * (taken back, or forgotten, as the person wished), `not_needed`, `no_channel`.
   */
  state: string;
  stateReason: string | null;
  resent: number;
  /** `chat`, or the road of its last dispatch; null when it goes nowhere. */
  road: string | null;
  /** Until when it waits, while it is planned. */
  dueAt: string | null;
  /** How an officer told it: by telephone, by letter, in person. */
  toldHow: string | null;
  /** How many other notices the same message carries. */
  together: number;
  /** Sent, or else planned. */
  at: string;
}

/** The notices of a dossier. What has arrived stays arrived, whatever came after it. */
export async function listNotices(tx: Tx, dossierId: string): Promise<Notice[]> {
  return tx.rows<Notice>(sql`select n.id, n.event_seq as "eventSeq", n.text,
      case when m.state in ('sent', 'received', 'seen') then m.state
        when p.state in ('sent', 'received', 'told') then p.state
        when n.superseded_by is not null then 'superseded'
        when p.id is not null then p.state
        when m.id is not null then m.state
        when n.message_id is not null then 'cancelled'
        when n.needs_telling then 'no_channel' else 'not_needed' end as state,
      case when m.state in ('sent', 'received', 'seen') then null
        else coalesce(p.state_reason, m.state_reason) end as "stateReason",
      coalesce(p.resent, m.resent, 0) as resent,
      case when p.id is not null and coalesce(m.state, '') not in ('sent', 'received', 'seen') then p.road
        when n.message_id is not null then 'chat' end as road,
      coalesce(p.send_after, m.due_at) as "dueAt", p.told_how as "toldHow",
      case when m.id is null then 0 else (select count(*)::int from notice o
        where o.tenant_id = n.tenant_id and o.message_id = n.message_id and o.id <> n.id) end as together,
      coalesce(m.sent_at, p.told_at, p.sent_at, n.planned_at) as at
    from notice n left join chat_message m on m.tenant_id = n.tenant_id and m.id = n.message_id
      left join lateral (select * from dispatch each where each.tenant_id = n.tenant_id and each.notice_id = n.id
        order by each.planned_at desc, each.id desc limit 1) p on true
    where n.tenant_id = ${tx.tenantId} and n.dossier_id = ${dossierId} order by n.event_seq, n.planned_at, n.id`);
}

/** A newer notice has been planned: sending this message once more would tell an old state after a new one. */
export async function isSuperseded(tx: Tx, messageId: string): Promise<boolean> {
  const row = await tx.row(sql`select 1 from notice
    where tenant_id = ${tx.tenantId} and message_id = ${messageId} and superseded_by is not null limit 1`);
  return row !== undefined;
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
    where n.tenant_id = ${tx.tenantId} and n.message_id = any(${messages.map(({ id }) => id)}::uuid[])`);
  for (const dossier of dossiers) announceChange(tx, dossier);
}

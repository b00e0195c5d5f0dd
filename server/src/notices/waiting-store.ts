// Notices that have not arrived yet: found, made old by a newer one, moved to the message that carries them. SQL only.

import type { NoticeKind } from '@motcua/domain/status-notice';
import type { Instant } from '@motcua/domain/time';
import type { ChatRef } from '../chat/person-store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface Unsettled {
  id: string;
  kind: NoticeKind;
  needsTelling: boolean;
  /** Both null: told to nobody by chat. */
  oaId: string | null;
  chatUserId: string | null;
  /** It is leaving this very moment: it must not be said a second time for that. */
  leaving: boolean;
}

/** After this long, a message that is said to be leaving was left by a process that died. */
const leavingSeconds = 60;

/**
 * The notices of a dossier that nobody has been told yet for certain: they wait, failed, are in doubt, were taken back,
 * or lie on the list of people to call. Oldest first; none that a newer one has made old, none that nobody needs to hear.
 */
export async function listUnsettled(tx: Tx, dossierId: string, now: Instant): Promise<Unsettled[]> {
  const open = sql`('planned', 'sending', 'unknown', 'failed', 'superseded')`;
  return tx.rows<Unsettled>(sql`select n.id, n.kind, n.needs_telling as "needsTelling", n.oa_id as "oaId",
      n.chat_user_id as "chatUserId",
      coalesce(m.state = 'sending' and m.sending_at > ${now}::timestamptz - ${leavingSeconds} * interval '1 second', false)
        as leaving
    from notice n left join chat_message m on m.tenant_id = n.tenant_id and m.id = n.message_id
    where n.tenant_id = ${tx.tenantId} and n.dossier_id = ${dossierId} and n.superseded_by is null
      and (m.id is null or m.state in ${open})
      and not exists (select 1 from dispatch p where p.tenant_id = n.tenant_id and p.notice_id = n.id
        and p.state not in ${open})
      and (n.message_id is not null
        or exists (select 1 from dispatch p where p.tenant_id = n.tenant_id and p.notice_id = n.id))
    order by n.event_seq, n.planned_at, n.id`);
}

/** Marks notices as made old by a newer one. What of them waits on another road goes no further. */
export async function supersedeNotices(tx: Tx, ids: readonly string[], by: string): Promise<void> {
  if (ids.length === 0) return;
  await tx.send(sql`update notice set superseded_by = ${by}
    where tenant_id = ${tx.tenantId} and id = any(${[...ids]}::uuid[])`);
  await tx.send(sql`update dispatch set state = 'superseded', state_reason = null
    where tenant_id = ${tx.tenantId} and notice_id = any(${[...ids]}::uuid[])
      and state in ('planned', 'unknown', 'failed')`);
}

export interface Waiting extends ChatRef {
  messageId: string;
  dueAt: Instant;
  noticeId: string;
  dossierId: string;
  text: string;
  superseded: boolean;
}

/**
 * The notices that wait for those who follow a dossier, of whatever dossier, with their messages, which nobody else can
 * send until the transaction ends.
 */
export async function lockWaiting(tx: Tx, dossierId: string): Promise<Waiting[]> {
  return tx.rows<Waiting>(sql`select m.oa_id as "oaId", m.user_id as "userId", m.id as "messageId", m.due_at as "dueAt",
      n.id as "noticeId", n.dossier_id as "dossierId", n.text, n.superseded_by is not null as superseded
    from chat_link l
      join chat_message m on m.tenant_id = l.tenant_id and m.oa_id = l.oa_id and m.user_id = l.user_id
      join notice n on n.tenant_id = m.tenant_id and n.message_id = m.id
    where l.tenant_id = ${tx.tenantId} and l.dossier_id = ${dossierId} and l.ended_at is null
      and m.direction = 'out' and m.state = 'planned'
    order by n.planned_at, n.event_seq, n.id for update of m`);
}

/** Takes messages back that another one replaces. */
export async function removeMessages(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx.send(sql`delete from chat_message
      where tenant_id = ${tx.tenantId} and id = any(${[...ids]}::uuid[]) and state = 'planned'`);
}

/** Says which message carries these notices. */
export async function putIntoMessage(tx: Tx, noticeIds: readonly string[], messageId: string): Promise<void> {
  if (noticeIds.length === 0) return;
  await tx.send(sql`update notice set message_id = ${messageId}
    where tenant_id = ${tx.tenantId} and id = any(${[...noticeIds]}::uuid[])`);
}

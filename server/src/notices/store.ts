// Notices: what a citizen is to be told of a change, and how far it came. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface NewNotice {
  id: string;
  dossierId: string;
  eventSeq: number;
  kind: string;
  text: string;
  oaId: string | null;
  chatUserId: string | null;
  state: 'planned' | 'no_channel';
  stateReason: string | null;
}

export async function insertNotice(tx: Tx, notice: NewNotice, at: string): Promise<void> {
  await tx.run(sql`insert into notice (tenant_id, id, dossier_id, event_seq, kind, text, oa_id, chat_user_id, state,
      state_reason, planned_at)
    values (${tx.tenantId}, ${notice.id}, ${notice.dossierId}, ${notice.eventSeq}, ${notice.kind}, ${notice.text},
      ${notice.oaId}, ${notice.chatUserId}, ${notice.state}, ${notice.stateReason}, ${at})`);
}

export interface Notice {
  id: string;
  dossierId: string;
  eventSeq: number;
  kind: string;
  text: string;
  oaId: string | null;
  chatUserId: string | null;
  state: string;
  stateReason: string | null;
  attempts: number;
  resent: number;
  messageId: string | null;
  plannedAt: string;
  sendingAt: string | null;
  sentAt: string | null;
}

const columns = sql`id, dossier_id as "dossierId", event_seq as "eventSeq", kind, text, oa_id as "oaId",
  chat_user_id as "chatUserId", state, state_reason as "stateReason", attempts, resent, message_id as "messageId",
  planned_at as "plannedAt", sending_at as "sendingAt", sent_at as "sentAt"`;

export async function lockNotice(tx: Tx, id: string): Promise<Notice | undefined> {
  return tx.row<Notice>(
    sql`select ${columns} from notice where tenant_id = ${tx.tenantId} and id = ${id} for update`,
  );
}

export async function listNotices(tx: Tx, dossierId: string): Promise<Notice[]> {
  return tx.rows<Notice>(sql`select ${columns} from notice
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} order by event_seq, planned_at, id`);
}

/** True when an earlier notice to the same chat has not come to an end: the later one waits its turn. */
export async function hasEarlierWaiting(tx: Tx, notice: Notice): Promise<boolean> {
  const row = await tx.row<{ waits: boolean }>(sql`select exists (select 1 from notice
    where tenant_id = ${tx.tenantId} and chat_user_id = ${notice.chatUserId} and id < ${notice.id}
      and state in ('planned', 'sending', 'unknown')) as waits`);
  return row?.waits ?? false;
}

export async function markSending(tx: Tx, id: string, at: string): Promise<void> {
  await tx.run(sql`update notice set state = 'sending', sending_at = ${at}, attempts = attempts + 1
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export async function markSent(tx: Tx, id: string, messageId: string, at: string): Promise<void> {
  // A receipt may have overtaken the answer of Zalo: states only move forward.
  await tx.run(sql`update notice set message_id = ${messageId}, sent_at = coalesce(sent_at, ${at}),
      state = case when state in ('received', 'seen') then state else 'sent' end, state_reason = null
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export async function markState(
  tx: Tx,
  id: string,
  state: 'planned' | 'failed' | 'unknown' | 'cancelled' | 'no_channel',
  reason: string | null,
): Promise<void> {
  await tx.run(sql`update notice set state = ${state}, state_reason = ${reason}
    where tenant_id = ${tx.tenantId} and id = ${id} and state not in ('sent', 'received', 'seen')`);
}

export async function countResend(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`update notice set resent = resent + 1 where tenant_id = ${tx.tenantId} and id = ${id}`);
}

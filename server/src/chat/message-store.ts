// What was said in a chat and how far each of our messages came; open desks hear of those that carry a notice. SQL only.

import type { ReplyButton } from '@motcua/domain/chat-replies';
import { announceNotices } from '../notices/store.ts';
import { sql, type Tx } from '../platform/database.ts';
import type { ChatRef } from './person-store.ts';

export interface NewMessage extends ChatRef {
  id: string;
  direction: 'in' | 'out' | 'officer';
  text: string;
  buttons?: readonly ReplyButton[];
  traceless?: boolean;
  messageId?: string | null;
  /** Somebody waits for it (an answer), unless told otherwise; false: a notice, which leaves room for answers. */
  urgent?: boolean;
  /** Not before this moment. */
  sendAfter?: string | null;
}

/** Answers begin as planned; what came from outside has arrived. The same message of Zalo is kept once. */
export async function insertMessage(tx: Tx, message: NewMessage, at: string): Promise<void> {
  const state = message.direction === 'out' ? 'planned' : message.direction === 'in' ? 'received' : 'sent';
  await tx.run(sql`insert into chat_message (tenant_id, id, oa_id, user_id, direction, text, buttons, traceless, state,
      message_id, urgent, planned_at, due_at)
    values (${tx.tenantId}, ${message.id}, ${message.oaId}, ${message.userId}, ${message.direction}, ${message.text.normalize('NFC')},
      ${JSON.stringify(message.buttons ?? [])}::jsonb, ${message.traceless ?? false}, ${state},
      ${message.messageId ?? null}, ${message.urgent ?? true}, ${at},
      greatest(${at}::timestamptz, ${message.sendAfter ?? null}::timestamptz))`);
}

export interface OutMessage extends ChatRef {
  id: string;
  text: string;
  buttons: ReplyButton[];
  traceless: boolean;
  state: string;
  attempts: number;
  resent: number;
  sendingAt: string | null;
}

export async function lockMessage(tx: Tx, id: string): Promise<OutMessage | undefined> {
  return tx.row<OutMessage>(sql`select id, oa_id as "oaId", user_id as "userId", text, buttons, traceless, state, attempts,
      resent, sending_at as "sendingAt"
    from chat_message where tenant_id = ${tx.tenantId} and id = ${id} and direction = 'out' for update`);
}

export async function markSending(tx: Tx, id: string, at: string, again: boolean): Promise<void> {
  await tx.run(sql`update chat_message set state = 'sending', sending_at = ${at}, attempts = attempts + 1,
      resent = resent + ${again ? 1 : 0}
    where tenant_id = ${tx.tenantId} and id = ${id}`);
}

export async function markSent(tx: Tx, id: string, messageId: string, at: string): Promise<void> {
  const moved = await tx.rows<{
    id: string;
  }>(sql`update chat_message set message_id = ${messageId}, sent_at = coalesce(sent_at, ${at}),
      state = case when state in ('received', 'seen') then state else 'sent' end, state_reason = null
    where tenant_id = ${tx.tenantId} and id = ${id}
    returning id`);
  await announceNotices(tx, moved);
}

export async function markState(
  tx: Tx,
  id: string,
  state: 'planned' | 'failed' | 'unknown',
  reason: string | null,
): Promise<void> {
  const moved = await tx.rows<{
    id: string;
  }>(sql`update chat_message set state = ${state}, state_reason = ${reason}
    where tenant_id = ${tx.tenantId} and id = ${id} and state not in ('sent', 'received', 'seen')
    returning id`);
  await announceNotices(tx, moved);
}

/** An answer that must leave no trace goes when it has arrived, or can no longer arrive. */
export async function removeTraceless(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from chat_message where tenant_id = ${tx.tenantId} and id = ${id} and traceless`);
}

/**
 * The echo of a message of ours whose outcome was not known: the oldest with this very text is settled by it. True
 * when the echo belongs to something of ours, known or just found.
 */
export async function settleByEcho(
  tx: Tx,
  chat: ChatRef,
  echo: { messageId: string; text: string | null },
  at: string,
): Promise<boolean> {
  const known = await tx.row(sql`select 1 from chat_message
    where tenant_id = ${tx.tenantId} and message_id = ${echo.messageId}`);
  if (known !== undefined) return true;
  const settled = await tx.row<{
    id: string;
  }>(sql`update chat_message set state = 'sent', message_id = ${echo.messageId},
      sent_at = ${at}, state_reason = null
    where tenant_id = ${tx.tenantId} and id = (select id from chat_message
      where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId} and direction = 'out'
        and state in ('sending', 'unknown') and message_id is null and text = ${echo.text}
      order by sending_at, id limit 1)
    returning id`);
  if (settled === undefined) return false;
  await announceNotices(tx, [settled]);
  await removeTraceless(tx, settled.id);
  return true;
}

/** Moves messages forward: a receipt that comes late or twice changes nothing. */
export async function markArrived(
  tx: Tx,
  messageIds: readonly string[],
  receipt: 'received' | 'seen',
  at: string,
): Promise<void> {
  const seenAt = receipt === 'seen' ? at : null;
  const moved = await tx.rows<{
    id: string;
  }>(sql`update chat_message set received_at = coalesce(received_at, ${at}), seen_at = ${seenAt}, state = ${receipt}
    where tenant_id = ${tx.tenantId} and direction = 'out' and message_id = any(${[...messageIds]}::text[])
      and state not in ('seen', ${receipt})
    returning id`);
  await announceNotices(tx, moved);
}

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
  /** The talk with officers it belongs to, and who wrote it at the desk. */
  talkId?: string | null;
  officerId?: string;
}

/** Answers begin as planned; what came from outside has arrived. The same message of Zalo is kept once. */
export async function insertMessage(tx: Tx, message: NewMessage, at: string): Promise<void> {
  const state = message.direction === 'out' ? 'planned' : message.direction === 'in' ? 'received' : 'sent';
  await tx.send(sql`insert into chat_message (tenant_id, id, oa_id, user_id, direction, text, buttons, traceless, state,
      message_id, urgent, planned_at, talk_id, officer_id, due_at)
    values (${tx.tenantId}, ${message.id}, ${message.oaId}, ${message.userId}, ${message.direction}, ${message.text.normalize('NFC')},
      ${JSON.stringify(message.buttons ?? [])}::jsonb, ${message.traceless ?? false}, ${state},
      ${message.messageId ?? null}, ${message.urgent ?? true}, ${at}, ${message.talkId ?? null}, ${message.officerId ?? null},
      greatest(${at}::timestamptz, ${message.sendAfter ?? null}::timestamptz))`);
}

/**
 * Zalo's number of a message of ours is known: it was sent, and receipts that came before count now. A second number
 * for the same message (it was sent twice) changes nothing. The caller holds the person's line.
 */
export async function markSent(
  tx: Tx,
  message: ChatRef & { id: string },
  messageId: string,
  at: string,
): Promise<void> {
  const moved = await tx.rows<{
    id: string;
  }>(sql`update chat_message set message_id = coalesce(message_id, ${messageId}), look_at = null, state_reason = null,
      sent_at = least(coalesce(sent_at, ${at}), ${at}),
      state = case when state in ('received', 'seen') then state else 'sent' end
    where tenant_id = ${tx.tenantId} and id = ${message.id}
    returning id`);
  await applyReceiptsAhead(tx, message, messageId);
  await announceNotices(tx, moved);
  await removeTraceless(tx, message.id);
}

/** An answer that must leave no trace goes when it has arrived, or can no longer arrive. */
export async function removeTraceless(tx: Tx, id: string): Promise<void> {
  await tx.run(sql`delete from chat_message where tenant_id = ${tx.tenantId} and id = ${id} and traceless`);
}

/**
 * The echo of a message of ours whose outcome was not known: the one with this very text is settled by it, rather one
 * that is in doubt now than one given up before. `known` when it belongs to something settled, null when to nothing of ours.
 */
export async function settleByEcho(
  tx: Tx,
  chat: ChatRef,
  echo: { messageId: string; text: string | null },
  at: string,
): Promise<'settled' | 'known' | null> {
  if (await isKnown(tx, echo.messageId)) return 'known';
  const ours = await tx.row<{ id: string }>(sql`select id from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId} and direction = 'out'
      and state in ('sending', 'unknown') and message_id is null and text = ${echo.text}
    order by look_at is null, sending_at, turn limit 1`);
  if (ours === undefined) return null;
  await markSent(tx, { ...chat, id: ours.id }, echo.messageId, at);
  return 'settled';
}

/** Whether one of the messages we keep has this number of Zalo's. */
export async function isKnown(tx: Tx, messageId: string): Promise<boolean> {
  const known = await tx.row(sql`select 1 from chat_message
    where tenant_id = ${tx.tenantId} and message_id = ${messageId} limit 1`);
  return known !== undefined;
}

/**
 * Moves messages forward: a receipt that comes late or twice changes nothing, one that comes before we know the
 * message's number is kept until then. True when one was in doubt until now. The caller holds the person's line.
 */
export async function markArrived(
  tx: Tx,
  chat: ChatRef,
  messageIds: readonly string[],
  receipt: 'received' | 'seen',
  at: string,
): Promise<boolean> {
  const seenAt = receipt === 'seen' ? at : null;
  await tx.run(sql`insert into receipt_ahead as kept (tenant_id, oa_id, message_id, user_id, received_at, seen_at)
    select ${tx.tenantId}, ${chat.oaId}, told.id, ${chat.userId}, ${at}, ${seenAt}
    from unnest(${[...new Set(messageIds)]}::text[]) told (id)
    where not exists (select from chat_message m where m.tenant_id = ${tx.tenantId} and m.message_id = told.id)
    on conflict (tenant_id, oa_id, message_id) do update set
      received_at = least(kept.received_at, excluded.received_at), seen_at = least(kept.seen_at, excluded.seen_at)`);
  return applyReceipt(tx, messageIds, { receivedAt: at, seenAt });
}

async function applyReceiptsAhead(tx: Tx, chat: ChatRef, messageId: string): Promise<void> {
  const ahead = await tx.row<{
    receivedAt: string;
    seenAt: string | null;
  }>(sql`delete from receipt_ahead
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and message_id = ${messageId}
    returning received_at as "receivedAt", seen_at as "seenAt"`);
  if (ahead !== undefined) await applyReceipt(tx, [messageId], ahead);
}

async function applyReceipt(
  tx: Tx,
  messageIds: readonly string[],
  { receivedAt, seenAt }: { receivedAt: string; seenAt: string | null },
): Promise<boolean> {
  const moved = await tx.rows<{
    id: string;
    before: string;
    state: string;
    inDoubt: boolean;
  }>(sql`update chat_message m set received_at = least(m.received_at, ${receivedAt}),
      seen_at = least(m.seen_at, ${seenAt}), look_at = null,
      state = case when m.state = 'seen' or ${seenAt}::timestamptz is not null then 'seen' else 'received' end
    from chat_message old
    where m.tenant_id = ${tx.tenantId} and m.direction = 'out' and m.message_id = any(${[...messageIds]}::text[])
      and old.tenant_id = ${tx.tenantId} and old.id = m.id
    returning m.id, old.state as before, m.state, old.look_at is not null as "inDoubt"`);
  await announceNotices(
    tx,
    moved.filter(({ before, state }) => before !== state),
  );
  return moved.some(({ inDoubt }) => inDoubt);
}

/** Drops receipts that nothing of ours was found for. */
export async function dropReceiptsAhead(tx: Tx, before: string): Promise<void> {
  await tx.run(sql`delete from receipt_ahead where tenant_id = ${tx.tenantId} and received_at < ${before}`);
}

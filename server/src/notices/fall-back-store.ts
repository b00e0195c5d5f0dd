// What a refusal leaves to be told: the notices it concerns, the roads they went, and the person who cannot be reached. SQL only.

import type { Road } from '@motcua/domain/delivery-facts';
import { type Sql, sql, type Tx } from '../platform/database.ts';

export interface NoticeToTell {
  id: string;
  dossierId: string;
  eventSeq: number;
  kind: string;
  text: string;
  oaId: string | null;
  chatUserId: string | null;
  needsTelling: boolean;
  supersededBy: string | null;
}

const columns = sql`n.id, n.dossier_id as "dossierId", n.event_seq as "eventSeq", n.kind, n.text, n.oa_id as "oaId",
  n.chat_user_id as "chatUserId", n.needs_telling as "needsTelling", n.superseded_by as "supersededBy"`;

/**
 * The notices that `which` (of `o`) names, with those of the same events to other chats, locked together and in one
 * order: of two chats that refuse at the same moment the second sees that the first has, and neither waits in a circle.
 */
function lockWithSiblings(tx: Tx, which: Sql): Promise<(NoticeToTell & { messageId: string | null })[]> {
  return tx.rows(sql`select ${columns}, n.message_id as "messageId" from notice n
    where n.tenant_id = ${tx.tenantId} and (n.dossier_id, n.event_seq) in (
      select o.dossier_id, o.event_seq from notice o where o.tenant_id = ${tx.tenantId} and ${which})
    order by n.dossier_id, n.event_seq, n.id for no key update`);
}

/** The notices a chat message carries, without those that are old already: locked, by dossier and event. */
export async function noticesOfMessage(tx: Tx, messageId: string): Promise<NoticeToTell[]> {
  const locked = await lockWithSiblings(tx, sql`o.message_id = ${messageId}`);
  return locked.filter((each) => each.messageId === messageId && each.supersededBy === null);
}

/** The notice of a dispatch, locked with its siblings. */
export async function lockNoticeOfDispatch(tx: Tx, dispatchId: string): Promise<NoticeToTell | undefined> {
  const row = await tx.row<{ noticeId: string }>(sql`select notice_id as "noticeId" from dispatch
    where tenant_id = ${tx.tenantId} and id = ${dispatchId}`);
  return row && lockNotice(tx, row.noticeId);
}

export async function lockNotice(tx: Tx, id: string): Promise<NoticeToTell | undefined> {
  return (await lockWithSiblings(tx, sql`o.id = ${id}`)).find((each) => each.id === id);
}

/** The roads this notice went already, each once. */
export async function roadsTried(tx: Tx, noticeId: string): Promise<Road[]> {
  const rows = await tx.rows<{ road: Road }>(sql`select distinct p.road as road from dispatch p
      where p.tenant_id = ${tx.tenantId} and p.notice_id = ${noticeId}
    union select 'chat' from notice n
      where n.tenant_id = ${tx.tenantId} and n.id = ${noticeId} and n.message_id is not null`);
  return rows.map(({ road }) => road);
}

/**
 * Whether another chat that follows the dossier has been told of the same event, or still may be: then nobody calls the
 * applicant. The caller has locked the notice, and with it those of the others.
 */
export async function isToldElsewhere(tx: Tx, notice: NoticeToTell): Promise<boolean> {
  const told = await tx.row(sql`select 1 from notice o
      left join chat_message m on m.tenant_id = o.tenant_id and m.id = o.message_id
    where o.tenant_id = ${tx.tenantId} and o.dossier_id = ${notice.dossierId} and o.event_seq = ${notice.eventSeq}
      and o.id <> ${notice.id} and o.superseded_by is null
      and (m.state in ('planned', 'sending', 'sent', 'received', 'seen') or m.look_at is not null
        or exists (select from dispatch p where p.tenant_id = o.tenant_id and p.notice_id = o.id
          and (p.state in ('planned', 'sending', 'sent', 'received', 'told')
            or (p.state = 'unknown' and p.send_after is not null))))
    limit 1`);
  return told !== undefined;
}

/** The notice is on the list of those to be told by hand. */
export async function hasPaper(tx: Tx, noticeId: string): Promise<boolean> {
  const row = await tx.row(sql`select 1 from dispatch
    where tenant_id = ${tx.tenantId} and notice_id = ${noticeId} and road = 'paper' and state = 'planned' limit 1`);
  return row !== undefined;
}

/** Takes the notice off that list: another road is tried again. */
export async function supersedePaper(tx: Tx, noticeId: string): Promise<void> {
  await tx.run(sql`update dispatch set state = 'superseded'
    where tenant_id = ${tx.tenantId} and notice_id = ${noticeId} and road = 'paper' and state = 'planned'`);
}

/** Remembers Zalo's last refusal of a person; their next word makes it forgotten. */
export async function markRefused(
  tx: Tx,
  chat: { oaId: string; userId: string },
  code: number,
  at: string,
): Promise<void> {
  await tx.run(sql`update chat_person set refused_code = ${code}, refused_at = ${at}
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`);
}

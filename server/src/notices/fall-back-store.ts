// What a refusal leaves to be told: the notices it concerns, and the person who cannot be reached. SQL only.

import { sql, type Tx } from '../platform/database.ts';

export interface NoticeToTell {
  id: string;
  dossierId: string;
  eventSeq: number;
  kind: string;
  oaId: string | null;
  chatUserId: string | null;
  needsTelling: boolean;
}

const columns = sql`n.id, n.dossier_id as "dossierId", n.event_seq as "eventSeq", n.kind, n.oa_id as "oaId",
  n.chat_user_id as "chatUserId", n.needs_telling as "needsTelling"`;

/** The notices a chat message carries, without those that are old already: locked, the newest of a dossier last. */
export async function noticesOfMessage(tx: Tx, messageId: string): Promise<NoticeToTell[]> {
  return tx.rows<NoticeToTell>(sql`select ${columns} from notice n
    where n.tenant_id = ${tx.tenantId} and n.message_id = ${messageId} and n.superseded_by is null
    order by n.dossier_id, n.event_seq for update`);
}

/** The notice of a dispatch, locked; undefined when a newer one made it old. */
export async function noticeOfDispatch(tx: Tx, dispatchId: string): Promise<NoticeToTell | undefined> {
  return tx.row<NoticeToTell>(sql`select ${columns} from notice n
    join dispatch p on p.tenant_id = n.tenant_id and p.notice_id = n.id
    where n.tenant_id = ${tx.tenantId} and p.id = ${dispatchId} and n.superseded_by is null for update of n`);
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

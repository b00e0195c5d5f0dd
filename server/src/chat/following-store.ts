// Which chats follow which dossiers, by consent. SQL only.

import type { LinkWay } from '@motcua/domain/chat-state';
import { sql, type Tx } from '../platform/database.ts';
import type { ChatRef } from './person-store.ts';

export type FollowingChat = ChatRef;

/** The chats that may be told of a dossier: linked, and not left by their person. */
export async function chatsFollowing(tx: Tx, dossierId: string): Promise<FollowingChat[]> {
  return tx.rows<FollowingChat>(sql`select l.oa_id as "oaId", l.user_id as "userId"
    from chat_link l join chat_person p on p.tenant_id = l.tenant_id and p.oa_id = l.oa_id and p.user_id = l.user_id
    where l.tenant_id = ${tx.tenantId} and l.dossier_id = ${dossierId} and l.ended_at is null
      and p.unfollowed_at is null
    order by l.linked_at, l.id`);
}

/** Dossiers a chat follows: open ones first, newest first. */
export async function dossiersFollowedBy(tx: Tx, chat: ChatRef, limit: number): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select d.id
    from chat_link l join dossier d on d.tenant_id = l.tenant_id and d.id = l.dossier_id
    where l.tenant_id = ${tx.tenantId} and l.oa_id = ${chat.oaId} and l.user_id = ${chat.userId} and l.ended_at is null
    order by d.ended, d.submitted_at desc, d.id limit ${limit}`);
  return rows.map((row) => row.id);
}

export interface NewLink extends ChatRef {
  id: string;
  dossierId: string;
  way: LinkWay;
  consent: string;
}

/** Records consent; a chat that is linked already stays so. */
export async function insertLink(tx: Tx, link: NewLink, at: string): Promise<void> {
  await tx.run(sql`insert into chat_link (tenant_id, id, oa_id, user_id, dossier_id, way, consent, linked_at)
    values (${tx.tenantId}, ${link.id}, ${link.oaId}, ${link.userId}, ${link.dossierId}, ${link.way}, ${link.consent},
      ${at})
    on conflict do nothing`);
}

export async function endLinks(tx: Tx, chat: ChatRef, at: string): Promise<void> {
  await tx.run(sql`update chat_link set ended_at = ${at}
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId} and ended_at is null`);
}

export async function insertLinkCode(
  tx: Tx,
  code: { digest: string; dossierId: string; expiresAt: string },
): Promise<void> {
  await tx.run(sql`insert into link_code (tenant_id, digest, dossier_id, expires_at)
    values (${tx.tenantId}, ${code.digest}, ${code.dossierId}, ${code.expiresAt})`);
}

/** The dossier of a living link code, locked so that it is used once. */
export async function lockLinkCode(tx: Tx, digest: string, now: string): Promise<string | undefined> {
  const row = await tx.row<{ dossierId: string }>(sql`select dossier_id as "dossierId" from link_code
    where tenant_id = ${tx.tenantId} and digest = ${digest} and used_at is null and expires_at > ${now} for update`);
  return row?.dossierId;
}

export async function markLinkCodeUsed(tx: Tx, digest: string, at: string): Promise<void> {
  await tx.run(
    sql`update link_code set used_at = ${at} where tenant_id = ${tx.tenantId} and digest = ${digest}`,
  );
}

/** When the QR is renewed, the codes made from the old one die with it. */
export async function removeUnusedLinkCodes(tx: Tx, dossierId: string): Promise<void> {
  await tx.send(
    sql`delete from link_code where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and used_at is null`,
  );
}

/** Dead codes of a dossier are of no use to anybody. */
export async function removeDeadLinkCodes(tx: Tx, dossierId: string, now: string): Promise<void> {
  await tx.run(sql`delete from link_code
    where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and expires_at <= ${now}`);
}

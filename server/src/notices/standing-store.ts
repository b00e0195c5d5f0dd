// What the planner must know: who follows a dossier and how they stand, and what the office can send through. SQL only.

import type { ChatStanding, DeliveryChannels } from '@motcua/domain/delivery-facts';
import type { NoticeKind } from '@motcua/domain/status-notice';
import { type Instant, plusDays } from '@motcua/domain/time';
import { stateAgencyType } from '@motcua/zalo/oa';
import type { ChatRef } from '../chat/person-store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface Follower extends ChatRef {
  standing: ChatStanding;
}

/** Locks the people who follow a dossier, always in the same order: two acts never plan for one person at once. */
export async function lockFollowers(tx: Tx, dossierId: string): Promise<void> {
  await tx.run(sql`select 1 from chat_person p
    where p.tenant_id = ${tx.tenantId} and (p.oa_id, p.user_id) in (select l.oa_id, l.user_id from chat_link l
      where l.tenant_id = ${tx.tenantId} and l.dossier_id = ${dossierId} and l.ended_at is null)
    order by p.oa_id, p.user_id for no key update`);
}

/** The chats linked to a dossier by consent, also those whose person has left the account since. */
export async function listFollowers(tx: Tx, dossierId: string, now: Instant): Promise<Follower[]> {
  const rows = await tx.rows<ChatRef & ChatStanding>(sql`select p.oa_id as "oaId", p.user_id as "userId",
      p.interacted_at as "interactedAt", p.unfollowed_at is not null as unfollowed, p.refused_code as "refusedCode",
      p.wishes, p.night_allowed as "nightAllowed",
      (select max(coalesce(m.sent_at, m.sending_at)) from chat_message m
        where m.tenant_id = p.tenant_id and m.oa_id = p.oa_id and m.user_id = p.user_id and not m.urgent
          and m.state in ('sending', 'sent', 'received', 'seen', 'unknown')
          and m.planned_at > ${plusDays(now, -2)}) as "lastToldAt"
    from chat_link l join chat_person p on p.tenant_id = l.tenant_id and p.oa_id = l.oa_id and p.user_id = l.user_id
    where l.tenant_id = ${tx.tenantId} and l.dossier_id = ${dossierId} and l.ended_at is null
    order by l.linked_at, l.id`);
  return rows.map(({ oaId, userId, ...standing }) => ({ oaId, userId, standing }));
}

/**
 * What can be sent through one Official Account for one kind of notice: its template is that of the kind, or else the one
 * for every kind. Null as account: there is none.
 */
export async function findChannels(
  tx: Tx,
  oaId: string | null,
  kind: NoticeKind | null,
  sms: boolean,
): Promise<DeliveryChannels> {
  const row = await tx.row<{
    oaType: number | null;
    hasTemplate: boolean;
    userDong: number | null;
    phoneDong: number | null;
  }>(sql`select o.oa_type as "oaType", t.kind is not null as "hasTemplate", t.price_user_dong as "userDong",
      t.price_phone_dong as "phoneDong"
    from zalo_oa o left join lateral (select * from oa_template each
      where each.tenant_id = o.tenant_id and each.oa_id = o.oa_id and each.kind in (${kind ?? '*'}, '*')
      order by each.kind = '*' limit 1) t on true
    where o.tenant_id = ${tx.tenantId} and o.oa_id = ${oaId}`);
  return {
    account:
      row === undefined
        ? null
        : { windows: row.oaType === stateAgencyType ? 'unknown' : 'known', packageLeft: null },
    template:
      row?.hasTemplate === true ? { userDong: row.userDong, phoneDong: row.phoneDong, left: null } : null,
    sms: sms ? { dong: null } : null,
  };
}

/** Whether the dossier went from the counter to a unit before: of that, the person was told. */
export async function wasPassedOnBefore(tx: Tx, dossierId: string, seq: number): Promise<boolean> {
  const row =
    await tx.row(sql`select 1 from ledger where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId}
    and seq < ${seq} and type = 'step_passed' and (payload->>'from')::int = 0 limit 1`);
  return row !== undefined;
}

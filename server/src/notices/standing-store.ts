// What the planner must know: who follows a dossier and how they stand, and what the office can send through. SQL only.

import type { ChatStanding, DeliveryChannels } from '@motcua/domain/delivery-facts';
import type { NoticeKind } from '@motcua/domain/status-notice';
import { type Instant, plusDays } from '@motcua/domain/time';
import { stateAgencyType } from '@motcua/zalo/oa';
import type { ChatRef } from '../chat/person-store.ts';
import { connectedOa } from '../oa/store.ts';
import { type Sql, sql, type Tx } from '../platform/database.ts';

export interface Follower extends ChatRef {
  standing: ChatStanding;
  /** What can be sent through the account in which it follows. */
  channels: DeliveryChannels;
}

/** What is to be sent: a kind of notice, or null for any; `sms` when the office has an SMS interface. */
export interface Sendable {
  kind: NoticeKind | null;
  sms: boolean;
}

/** The chats linked to a dossier by consent, also those whose person has left the account since. */
export async function listFollowers(
  tx: Tx,
  dossierId: string,
  sendable: Sendable,
  now: Instant,
): Promise<Follower[]> {
  return readFollowers(tx, dossierId, sendable, now, sql`chat_person`);
}

/**
 * The same, and their people are locked, always in the same order: two acts never plan for one person at once. What
 * waits for a person is certain only to what is asked after this.
 */
export async function lockFollowers(
  tx: Tx,
  dossierId: string,
  sendable: Sendable,
  now: Instant,
): Promise<Follower[]> {
  return readFollowers(
    tx,
    dossierId,
    sendable,
    now,
    sql`(select * from chat_person
      where tenant_id = ${tx.tenantId} and (oa_id, user_id) in (select oa_id, user_id from chat_link
        where tenant_id = ${tx.tenantId} and dossier_id = ${dossierId} and ended_at is null)
      order by oa_id, user_id for no key update)`,
  );
}

async function readFollowers(
  tx: Tx,
  dossierId: string,
  sendable: Sendable,
  now: Instant,
  people: Sql,
): Promise<Follower[]> {
  const rows = await tx.rows<
    ChatRef & ChatStanding & ChannelRow
  >(sql`select p.oa_id as "oaId", p.user_id as "userId",
      p.interacted_at as "interactedAt", p.unfollowed_at is not null as unfollowed, p.refused_code as "refusedCode",
      p.wishes, p.night_allowed as "nightAllowed",
      (select max(coalesce(m.sent_at, m.sending_at)) from chat_message m
        where m.tenant_id = p.tenant_id and m.oa_id = p.oa_id and m.user_id = p.user_id and not m.urgent
          and m.state in ('sending', 'sent', 'received', 'seen', 'unknown')
          and m.planned_at > ${plusDays(now, -2)}) as "lastToldAt", ${channelColumns}
    from ${people} p join chat_link l on l.tenant_id = p.tenant_id and l.oa_id = p.oa_id and l.user_id = p.user_id
      left join zalo_oa o on o.tenant_id = p.tenant_id and o.oa_id = p.oa_id
      left join lateral (${templateOf(sendable)}) t on true
    where l.tenant_id = ${tx.tenantId} and l.dossier_id = ${dossierId} and l.ended_at is null
    order by l.linked_at, l.id`);
  return rows.map((row) => {
    const { oaId, userId, interactedAt, unfollowed, refusedCode, wishes, nightAllowed, lastToldAt } = row;
    const standing = { interactedAt, unfollowed, refusedCode, wishes, nightAllowed, lastToldAt };
    return { oaId, userId, standing, channels: channelsOf(row, sendable) };
  });
}

/** What can be sent through one Official Account; null: there is none. */
export async function findChannels(
  tx: Tx,
  oaId: string | null,
  sendable: Sendable,
): Promise<DeliveryChannels> {
  const row = await tx.row<ChannelRow>(sql`select ${channelColumns}
    from zalo_oa o left join lateral (${templateOf(sendable)}) t on true
    where o.tenant_id = ${tx.tenantId} and o.oa_id = ${oaId}`);
  return channelsOf(row, sendable);
}

/** How the applicant's number is reached: whether there is one, and what can be sent through the account of the agency. */
export async function findNumberRoads(
  tx: Tx,
  { agencyId, applicantId }: { agencyId: string; applicantId: string },
  sendable: Sendable,
): Promise<{ phone: boolean; oaId: string | null; channels: DeliveryChannels }> {
  const row = await tx.row<
    { phone: boolean } & ChannelRow
  >(sql`select a.phone is not null as phone, ${channelColumns}
    from applicant a left join (${connectedOa(tx, agencyId)}) o on true
      left join lateral (${templateOf(sendable)}) t on true
    where a.tenant_id = ${tx.tenantId} and a.id = ${applicantId}`);
  return {
    phone: row?.phone === true,
    oaId: row?.accountId ?? null,
    channels: channelsOf(row, sendable),
  };
}

interface ChannelRow {
  /** Null: there is no account. */
  accountId: string | null;
  oaType: number | null;
  hasTemplate: boolean;
  userDong: number | null;
  phoneDong: number | null;
}

const channelColumns = sql`o.oa_id as "accountId", o.oa_type as "oaType", t.kind is not null as "hasTemplate",
  t.price_user_dong as "userDong", t.price_phone_dong as "phoneDong"`;

/** The template of the account `o` for the kind, or else the one for every kind. */
const templateOf = ({ kind }: Sendable) => sql`select * from oa_template each
  where each.tenant_id = o.tenant_id and each.oa_id = o.oa_id and each.kind in (${kind ?? '*'}, '*')
  order by each.kind = '*' limit 1`;

function channelsOf(row: ChannelRow | undefined, { sms }: Sendable): DeliveryChannels {
  const account = row === undefined || row.accountId === null ? undefined : row;
  return {
    account:
      account === undefined
        ? null
        : { windows: account.oaType === stateAgencyType ? 'unknown' : 'known', packageLeft: null },
    template:
      account?.hasTemplate === true
        ? { userDong: account.userDong, phoneDong: account.phoneDong, left: null }
        : null,
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

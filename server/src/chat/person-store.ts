// People of the chat and where their talk stands. SQL only.

import type { Conversation } from '@motcua/domain/chat-state';
import type { Wishes } from '@motcua/domain/chat-wishes';
import { fromEpochMs } from '@motcua/domain/time';
import { forgetCitizen } from '../citizens/store.ts';
import { announceNotices } from '../notices/store.ts';
import { sql, type Tx } from '../platform/database.ts';

export interface ChatRef {
  oaId: string;
  userId: string;
}

export interface ChatPerson extends ChatRef {
  unfollowedAt: string | null;
  /** Zalo's clock, as in domain/chat-order.ts. */
  followMs: number | null;
  newestMs: number | null;
  /** As stored: read it with `parseConversation`. */
  conversation: unknown;
}

/** The person's row, made when new, locked until the transaction ends. */
export async function lockPerson(tx: Tx, chat: ChatRef, at: string): Promise<ChatPerson> {
  await tx.run(sql`insert into chat_person (tenant_id, oa_id, user_id, first_seen_at)
    values (${tx.tenantId}, ${chat.oaId}, ${chat.userId}, ${at}) on conflict do nothing`);
  const row = await tx.row<Omit<ChatPerson, keyof ChatRef>>(sql`select unfollowed_at as "unfollowedAt",
      follow_changed_ms as "followMs", newest_ms as "newestMs",
      conversation
    from chat_person where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId} for update`);
  if (row === undefined) throw new Error('A row just made exists.');
  return { ...chat, ...row };
}

export async function saveConversation(tx: Tx, chat: ChatRef, conversation: Conversation): Promise<void> {
  await tx.run(sql`update chat_person set conversation = ${JSON.stringify(conversation)}::jsonb
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`);
}

export async function markInteraction(tx: Tx, chat: ChatRef, ms: number): Promise<void> {
  const at = fromEpochMs(ms);
  await tx.run(sql`update chat_person set interacted_at = greatest(coalesce(interacted_at, ${at}), ${at}),
      newest_ms = greatest(coalesce(newest_ms, ${ms}::bigint), ${ms}::bigint),
      refused_code = case when refused_at > ${at} then refused_code end,
      refused_at = case when refused_at > ${at} then refused_at end
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`);
}

/** Whether it is the newest is decided in domain/chat-order.ts. */
export async function markFollowing(
  tx: Tx,
  chat: ChatRef,
  event: { follows: boolean; ms: number },
): Promise<void> {
  const at = fromEpochMs(event.ms);
  await tx.run(sql`update chat_person
    set unfollowed_at = ${event.follows ? null : at}, follow_changed_at = ${at}, follow_changed_ms = ${event.ms}::bigint
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`);
}

/** When a person had everything erased, by Zalo's clock; `subject` names nobody. */
export async function findWithdrawal(tx: Tx, subject: string): Promise<number | null> {
  const row = await tx.row<{ ms: number }>(sql`select withdrawn_ms as ms from chat_withdrawal
    where tenant_id = ${tx.tenantId} and subject = ${subject}`);
  return row?.ms ?? null;
}

export async function saveWithdrawal(tx: Tx, subject: string, ms: number): Promise<void> {
  await tx.run(sql`insert into chat_withdrawal as old (tenant_id, subject, withdrawn_ms)
    values (${tx.tenantId}, ${subject}, ${ms}::bigint)
    on conflict (tenant_id, subject) do update set withdrawn_ms = greatest(old.withdrawn_ms, excluded.withdrawn_ms)`);
}

/** What is not spoken of (null) stays as it was. */
export async function saveWishes(tx: Tx, chat: ChatRef, { notices, nightAllowed }: Wishes): Promise<void> {
  await tx.run(sql`update chat_person set wishes = coalesce(${notices}, wishes),
      night_allowed = coalesce(${nightAllowed}::boolean, night_allowed)
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`);
}

/** Takes back the messages with notices that have not left yet. */
export async function takeBackNotices(tx: Tx, chat: ChatRef): Promise<{ id: string }[]> {
  const gone = await tx.rows<{ id: string }>(sql`delete from chat_message m
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId} and state = 'planned'
      and exists (select 1 from notice n where n.tenant_id = m.tenant_id and n.message_id = m.id)
    returning id`);
  await announceNotices(tx, gone);
  return gone;
}

/** Forgets what was said and asked, to the machine and to officers, and nothing else. Answers published for all stay. */
export async function eraseMessages(tx: Tx, chat: ChatRef): Promise<void> {
  const whose = sql`tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`;
  const gone = await tx.rows<{ id: string }>(sql`delete from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}
    returning id`);
  await tx.run(sql`delete from talk where ${whose}`);
  await tx.run(sql`update question set oa_id = null, user_id = null, asked = null where ${whose}`);
  await announceNotices(tx, gone);
}

/** Erases the person, what was said, and every link: the right of a data subject. */
export async function erasePerson(tx: Tx, chat: ChatRef): Promise<void> {
  const whose = sql`tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId}`;
  await eraseMessages(tx, chat);
  await tx.run(sql`delete from chat_link where ${whose}`);
  // What was to be told of a dossier stays with it; whom it was for does not.
  await tx.run(sql`update notice set oa_id = null, chat_user_id = null
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and chat_user_id = ${chat.userId}`);
  await tx.run(sql`delete from chat_person where ${whose}`);
  await forgetCitizen(tx, chat);
}

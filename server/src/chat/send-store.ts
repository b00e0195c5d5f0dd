// Whose turn it is to be sent to, and what became of it: every write names the turn it belongs to. SQL only.

import type { ReplyButton } from '@motcua/domain/chat-replies';
import { announceNotices } from '../notices/store.ts';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import type { ChatRef } from './person-store.ts';

/** A message of ours while it is being sent. */
export interface Turn extends ChatRef {
  id: string;
  text: string;
  buttons: ReplyButton[];
  urgent: boolean;
  state: string;
  /** Counts how often it was taken up. Nothing is settled under another number: a worker that slept changes nothing. */
  attempts: number;
  resent: number;
  refusals: number;
  /** In doubt because of a refusal that nobody can read, not because of silence. */
  wasRefused: boolean;
  plannedAt: string;
  sendingAt: string | null;
  lookAt: string | null;
}

const columns = sql`m.id, m.oa_id as "oaId", m.user_id as "userId", m.text, m.buttons, m.urgent, m.state, m.attempts,
  m.resent, m.refusals, m.was_refused as "wasRefused", m.planned_at as "plannedAt", m.sending_at as "sendingAt", m.look_at as "lookAt"`;

export async function findOutgoing(tx: Tx, id: string): Promise<Turn | undefined> {
  return tx.row<Turn>(sql`select ${columns} from chat_message m
    where m.tenant_id = ${tx.tenantId} and m.id = ${id} and m.direction = 'out'`);
}

/**
 * Nobody else takes, settles or hears of this person's messages until the transaction ends. Without it a receipt and the
 * answer it belongs to, each unseen by the other, could pass by each other.
 */
export async function lockLine(tx: Tx, chat: ChatRef): Promise<void> {
  await tx.row(sql`select 1 from chat_person
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId} for no key update`);
}

/** The person's line is held while it is not known whether a message arrived. */
const isHeld = (m: Sql) => sql`exists (select from chat_message held
    where held.tenant_id = ${m}.tenant_id and held.oa_id = ${m}.oa_id and held.user_id = ${m}.user_id
      and held.look_at is not null)`;

/** First what somebody waits for, then by the moment it may leave, then as planned. */
const isFirst = (m: Sql, now: string) => sql`not exists (select from chat_message other
    where other.tenant_id = ${m}.tenant_id and other.oa_id = ${m}.oa_id and other.user_id = ${m}.user_id
      and other.state = 'planned' and other.due_at <= ${now}
      and (not other.urgent, other.due_at, other.turn) < (not ${m}.urgent, ${m}.due_at, ${m}.turn))`;

/**
 * The account's oldest message that may leave now, with its person's line locked; those that others are busy with are
 * passed over. What it gives must still be taken with `takeTurn`.
 */
export async function findSendable(
  tx: Tx,
  oaId: string,
  urgent: boolean,
  now: string,
): Promise<{ id: string } | undefined> {
  const m = sql.id('m');
  return tx.row<{ id: string }>(sql`select m.id from chat_message m join chat_person p
      on p.tenant_id = m.tenant_id and p.oa_id = m.oa_id and p.user_id = m.user_id
    where m.tenant_id = ${tx.tenantId} and m.oa_id = ${oaId} and m.state = 'planned' and m.urgent = ${urgent}
      and m.due_at <= ${now} and p.tenant_id = ${tx.tenantId} and not ${isHeld(m)} and ${isFirst(m, now)}
    order by m.due_at, m.turn limit 1
    for no key update of m, p skip locked`);
}

/** Marks it as being sent, if it is its turn; the caller holds the person's line. */
export async function takeTurn(tx: Tx, id: string, now: string, lookAt: string): Promise<Turn | undefined> {
  const m = sql.id('m');
  return tx.row<Turn>(sql`update chat_message m set state = 'sending', sending_at = ${now}, look_at = ${lookAt},
      attempts = attempts + 1, was_refused = false
    where m.tenant_id = ${tx.tenantId} and m.id = ${id} and m.state = 'planned' and m.due_at <= ${now}
      and not ${isHeld(m)} and ${isFirst(m, now)}
    returning ${columns}`);
}

/** Takes up again a message that is in doubt; `resends` when it may then have been sent twice. */
export async function takeAgain(
  tx: Tx,
  turn: Turn,
  now: string,
  lookAt: string,
  resends: boolean,
): Promise<Turn | undefined> {
  return tx.row<Turn>(sql`update chat_message m set state = 'sending', sending_at = ${now}, look_at = ${lookAt},
      attempts = attempts + 1, resent = resent + ${resends ? 1 : 0},
      was_refused = false
    where ${isStill(tx, turn)} and ${isUnderWay} returning ${columns}`);
}

const isStill = (tx: Tx, turn: Turn) =>
  sql`m.tenant_id = ${tx.tenantId} and m.id = ${turn.id} and m.attempts = ${turn.attempts}`;

/** Writes only under the turn's own number, and tells the desks whose notice it was. True when something was written. */
async function move(tx: Tx, turn: Turn, change: Sql, ifIt: Sql): Promise<boolean> {
  const moved = await tx.rows<{ id: string }>(sql`update chat_message m set ${change}
    where ${isStill(tx, turn)} and ${ifIt} returning m.id`);
  await announceNotices(tx, moved);
  return moved.length > 0;
}

const isUnderWay = sql`m.state in ('sending', 'unknown') and m.look_at is not null`;

/** It was not sent, and may be from `dueAt` on; `refused` counts towards giving up. */
export async function putBack(
  tx: Tx,
  turn: Turn,
  wait: { dueAt: string | null; reason: string | null; refused: boolean },
): Promise<void> {
  const change = sql`state = 'planned', look_at = null, state_reason = ${wait.reason},
    due_at = greatest(m.due_at, ${wait.dueAt}::timestamptz), refusals = refusals + ${wait.refused ? 1 : 0}`;
  await move(tx, turn, change, isUnderWay);
}

/** Answers to the person that Zalo refused to another day, and those behind them, may leave now after all; gives the oldest. */
export async function bringForward(tx: Tx, chat: ChatRef, now: string): Promise<string | undefined> {
  const moved = await tx.rows<{
    id: string;
    turn: number;
  }>(sql`update chat_message m set due_at = ${now}, put_off = false
    where ${isOf(tx, chat)} and m.state = 'planned' and m.urgent and (m.refusals > 0 or m.put_off) and m.due_at > ${now}
    returning m.id, m.turn`);
  return moved.sort((one, other) => one.turn - other.turn)[0]?.id;
}

/** Whatever answers wait behind one that was put off wait until then as well: none overtakes it, and none was refused. */
export async function holdBack(tx: Tx, chat: ChatRef, dueAt: string): Promise<void> {
  await tx.send(sql`update chat_message m set due_at = greatest(m.due_at, ${dueAt}::timestamptz),
      put_off = m.refusals = 0
    where ${isOf(tx, chat)} and m.state = 'planned' and m.urgent`);
}

const isOf = (tx: Tx, { oaId, userId }: ChatRef) =>
  sql`m.tenant_id = ${tx.tenantId} and m.oa_id = ${oaId} and m.user_id = ${userId}`;

/** Nobody knows whether it arrived; it is looked at again at `lookAt`. Until then the person's line is held. */
export async function markDoubt(
  tx: Tx,
  turn: Turn,
  doubt: { lookAt: string; reason: string; refused: boolean },
): Promise<void> {
  const change = sql`state = 'unknown', look_at = ${doubt.lookAt}, state_reason = ${doubt.reason},
    refusals = refusals + ${doubt.refused ? 1 : 0}, was_refused = was_refused or ${doubt.refused}`;
  await move(tx, turn, change, isUnderWay);
}

/** The end of a message that was not sent, or of which nobody will ever know. True when it had not ended before. */
export async function markEnd(
  tx: Tx,
  turn: Turn,
  state: 'failed' | 'unknown' | 'superseded',
  reason: string | null,
): Promise<boolean> {
  const change = sql`state = ${state}, look_at = null, state_reason = ${reason}`;
  return move(tx, turn, change, sql`(m.state = 'planned' or m.look_at is not null)`);
}

/** The person's next message that may leave now. */
export async function nextOfPerson(
  tx: Tx,
  chat: ChatRef,
  now: string,
): Promise<{ id: string; urgent: boolean } | undefined> {
  return tx.row<{ id: string; urgent: boolean }>(sql`select id, urgent from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${chat.oaId} and user_id = ${chat.userId} and state = 'planned'
      and due_at <= ${now}
    order by not urgent, due_at, turn limit 1`);
}

/** Messages of an account whose doubt is to be looked at now, the longest due first. */
export async function listDoubts(tx: Tx, oaId: string, now: string): Promise<{ id: string }[]> {
  return tx.rows<{ id: string }>(sql`select id from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and look_at <= ${now} order by look_at limit 50`);
}

/** Whether messages wait in the account that may leave now. */
export async function hasPlanned(tx: Tx, oaId: string, urgent: boolean, now: string): Promise<boolean> {
  const row = await tx.row(sql`select 1 from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and state = 'planned' and urgent = ${urgent} and due_at <= ${now}
    order by due_at limit 1`);
  return row !== undefined;
}

/** Whether a doubt of the account is to be looked at now. */
export async function hasDoubt(tx: Tx, oaId: string, now: string): Promise<boolean> {
  const row = await tx.row(sql`select 1 from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and look_at <= ${now} order by look_at limit 1`);
  return row !== undefined;
}

/** Whether anything of the account is in doubt, whenever it is to be looked at. */
export async function isAnyHeld(tx: Tx, oaId: string): Promise<boolean> {
  const row = await tx.row(sql`select 1 from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and look_at is not null limit 1`);
  return row !== undefined;
}

/** When the account next has something to do after `now`: a message that may leave then, or a doubt to look at. */
export async function nextMoment(tx: Tx, oaId: string, now: string): Promise<string | null> {
  const planned = (urgent: boolean) => sql`(select min(due_at) from chat_message
    where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and state = 'planned' and urgent = ${urgent} and due_at > ${now})`;
  const row = await tx.row<{ at: string | null }>(sql`select least(${planned(true)}, ${planned(false)},
    (select min(look_at) from chat_message
      where tenant_id = ${tx.tenantId} and oa_id = ${oaId} and look_at > ${now})) as at`);
  return row?.at ?? null;
}

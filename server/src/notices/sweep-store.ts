// Finds what nobody works on any more: messages and dispatches without progress, failures without a next road. SQL only.

import type { Instant } from '@motcua/domain/time';
import { type Database, sql, type Tx } from '../platform/database.ts';

const most = 500;

/** Accounts in which a notice could have left before `before` and has not. */
export async function stuckAccounts(tx: Tx, before: Instant): Promise<string[]> {
  const rows = await tx.rows<{ oaId: string }>(sql`select o.oa_id as "oaId" from zalo_oa o
    where o.tenant_id = ${tx.tenantId} and exists (select from chat_message m
      where m.tenant_id = o.tenant_id and m.oa_id = o.oa_id and m.state = 'planned' and not m.urgent
        and m.due_at < ${before})`);
  return rows.map(({ oaId }) => oaId);
}

/** Messages that could have left before `before` and have not, with news that somebody must be told. */
export async function hopelessMessages(tx: Tx, before: Instant): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select m.id
    from zalo_oa o join chat_message m on m.tenant_id = o.tenant_id and m.oa_id = o.oa_id
    where o.tenant_id = ${tx.tenantId} and m.state = 'planned' and not m.urgent and m.due_at < ${before}
      and exists (select from notice n where n.tenant_id = m.tenant_id and n.message_id = m.id
        and n.needs_telling and n.superseded_by is null)
    order by m.due_at limit ${most}`);
  return rows.map(({ id }) => id);
}

/** Answers that could have left before `before` and have not. */
export async function stuckAnswers(
  tx: Tx,
  before: Instant,
): Promise<{ id: string; oaId: string; userId: string }[]> {
  return tx.rows(sql`select m.id, m.oa_id as "oaId", m.user_id as "userId"
    from chat_message m join zalo_oa o on o.tenant_id = m.tenant_id and o.oa_id = m.oa_id
    where m.tenant_id = ${tx.tenantId} and m.direction = 'out' and m.state = 'planned' and m.urgent
      and m.due_at < ${before} order by m.due_at limit ${most}`);
}

/** Messages that should have been looked for before `before`: nobody knows whether they arrived. */
export async function stuckDoubts(tx: Tx, before: Instant): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select m.id
    from zalo_oa o join chat_message m on m.tenant_id = o.tenant_id and m.oa_id = o.oa_id
    where o.tenant_id = ${tx.tenantId} and m.look_at < ${before} order by m.look_at limit ${most}`);
  return rows.map(({ id }) => id);
}

/** Messages that were sent and should have been asked about before `before`. */
export async function stuckLooks(tx: Tx, before: Instant): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select p.id from dispatch p
    where p.tenant_id = ${tx.tenantId} and ${isLookedFor} and p.send_after < ${before} order by p.send_after limit ${most}`);
  return rows.map(({ id }) => id);
}

const isLookedFor = sql`p.state = 'sent' and p.send_after is not null`;

/** Dispatches that should have moved before `before`; `hopeless`: they should have before that already. */
export async function stuckDispatches(
  tx: Tx,
  before: Instant,
  hopeless: Instant,
): Promise<{ id: string; hopeless: boolean }[]> {
  const since = sql`case p.state when 'sending' then p.sending_at else coalesce(p.send_after, p.planned_at) end`;
  return tx.rows(sql`select p.id, ${since} < ${hopeless}::timestamptz as hopeless from dispatch p
    where p.tenant_id = ${tx.tenantId} and p.road <> 'paper' and ${isOpen} and ${since} < ${before}::timestamptz
    order by p.planned_at limit ${most}`);
}

const isOpen = sql`(p.state in ('planned', 'sending') or (p.state = 'unknown' and p.send_after is not null))`;

/** Notices somebody must be told whose message ended badly without a next road. */
export async function listStranded(tx: Tx): Promise<string[]> {
  const rows = await tx.rows<{ id: string }>(sql`select n.id
    from chat_message m join notice n on n.tenant_id = m.tenant_id and n.message_id = m.id
    where m.tenant_id = ${tx.tenantId} and m.direction = 'out'
      and (m.state = 'failed' or (m.state = 'unknown' and m.look_at is null))
      and n.needs_telling and n.superseded_by is null and ${nobodyElse}
    order by m.planned_at desc limit ${most}`);
  return rows.map(({ id }) => id);
}

/** Neither this notice nor one of the same event to another chat has a dispatch, or a message that may arrive. */
const nobodyElse = sql`not exists (select from notice o
    left join chat_message om on om.tenant_id = o.tenant_id and om.id = o.message_id
  where o.tenant_id = n.tenant_id and o.dossier_id = n.dossier_id and o.event_seq = n.event_seq
    and (om.state in ('planned', 'sending', 'sent', 'received', 'seen') or om.look_at is not null
      or exists (select from dispatch p where p.tenant_id = o.tenant_id and p.notice_id = o.id)))`;

export interface OpenNotice {
  noticeId: string;
  /** The key of the job that must be there; null: there is nothing that could carry it on. */
  jobKey: string | null;
}

/** Every notice that has not come to an end and does not wait for an officer, with the job it lives by. */
export async function listOpen(tx: Tx): Promise<OpenNotice[]> {
  return tx.rows<OpenNotice>(sql`select n.id as "noticeId", case
        when m.look_at is not null then 'doubt-' || m.id when m.urgent then 'send-' || m.id
        else 'pump:' || m.oa_id end as "jobKey"
      from chat_message m join notice n on n.tenant_id = m.tenant_id and n.message_id = m.id
      where m.tenant_id = ${tx.tenantId} and m.direction = 'out' and n.superseded_by is null
        and (m.state = 'planned' or m.look_at is not null)
    union all select p.notice_id, 'dispatch-' || p.id from dispatch p
      where p.tenant_id = ${tx.tenantId} and p.road <> 'paper' and ${isOpen}
    union all select p.notice_id, 'look-' || p.id from dispatch p
      where p.tenant_id = ${tx.tenantId} and ${isLookedFor}
    union all select n.id, null from notice n left join chat_message m on m.tenant_id = n.tenant_id and m.id = n.message_id
      where n.tenant_id = ${tx.tenantId} and n.needs_telling and n.superseded_by is null
        and (n.message_id is null or m.state = 'failed' or (m.state = 'unknown' and m.look_at is null))
        and ${nobodyElse}`);
}

/** Those of the keys under which a job waits or runs that has not given up. */
export async function livingJobs(database: Database, keys: readonly string[]): Promise<Set<string>> {
  const { rows } = await database.pool.query<{ key: string }>(
    'select key from graphile_worker.jobs where key = any($1) and attempts < max_attempts',
    [keys],
  );
  return new Set(rows.map(({ key }) => key));
}

// Whom an officer tells by hand, and what did not arrive: the two lists of an agency. SQL only.

import { type Sql, sql, type Tx } from '../platform/database.ts';

export const pageSize = 50;

export interface ListedToTell {
  noticeId: string;
  dossierId: string;
  code: string | null;
  procedureName: string;
  applicantName: string;
  phone: string | null;
  address: string;
  text: string;
  since: string;
  why: string | null;
}

export interface ListedFailure {
  noticeId: string;
  dossierId: string;
  code: string | null;
  procedureName: string;
  applicantName: string;
  text: string;
  road: 'chat' | 'template_user' | 'template_phone' | 'sms';
  state: 'failed' | 'unknown';
  reason: string | null;
  at: string;
  alsoToTell: boolean;
}

/** Oldest first: who has waited longest is told first. One row for a dossier, however many of its phones were deaf. */
export async function listToTell(tx: Tx, agencyId: string, offset: number): Promise<ListedToTell[]> {
  return tx.rows<ListedToTell>(sql`select t.notice_id as "noticeId", d.id as "dossierId", d.code,
      d.procedure_name as "procedureName", a.full_name as "applicantName", a.phone, a.address, n.text,
      t.planned_at as since, coalesce(
        (select p.state_reason from dispatch p where p.tenant_id = t.tenant_id and p.notice_id = t.notice_id
          and p.state in ('failed', 'unknown') order by p.planned_at desc, p.id desc limit 1),
        (select m.state_reason from chat_message m where m.tenant_id = t.tenant_id and m.id = n.message_id
          and m.state in ('failed', 'unknown'))) as why
    from (select q.* from (${toTell(tx, agencyId)}) q order by q.planned_at, q.id
        limit ${pageSize} offset ${offset}) t
      join notice n on n.tenant_id = t.tenant_id and n.id = t.notice_id
      join dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    order by t.planned_at, t.id`);
}

/** Newest first. */
export async function listFailed(tx: Tx, agencyId: string, offset: number): Promise<ListedFailure[]> {
  return tx.rows<ListedFailure>(sql`select f.notice_id as "noticeId", d.id as "dossierId", d.code,
      d.procedure_name as "procedureName", a.full_name as "applicantName", n.text, f.road, f.state, f.reason, f.at,
      exists (select from dispatch p where p.tenant_id = f.tenant_id and p.notice_id = f.notice_id
        and p.road = 'paper' and p.state = 'planned') as "alsoToTell"
    from (select q.* from (${failed(tx, agencyId)}) q order by q.at desc, q.notice_id
        limit ${pageSize} offset ${offset}) f
      join notice n on n.tenant_id = f.tenant_id and n.id = f.notice_id
      join dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
    order by f.at desc, f.notice_id`);
}

export async function countLists(tx: Tx, agencyId: string): Promise<{ toTell: number; failed: number }> {
  const row = await tx.row<{ toTell: number; failed: number }>(sql`select
    (select count(*)::int from (${toTell(tx, agencyId)}) t) as "toTell",
    (select count(*)::int from (${failed(tx, agencyId)}) f) as failed`);
  return row ?? { toTell: 0, failed: 0 };
}

/** The try behind a row of the second list; undefined when it is no longer on it. */
export async function findFailed(
  tx: Tx,
  agencyId: string,
  noticeId: string,
): Promise<{ road: ListedFailure['road']; id: string } | undefined> {
  return tx.row(sql`select f.road, f.id from (${failed(tx, agencyId)}) f where f.notice_id = ${noticeId}`);
}

/** The dossier of a notice, when it is this agency's. */
export async function findNoticeDossier(
  tx: Tx,
  agencyId: string,
  noticeId: string,
): Promise<{ dossierId: string; eventSeq: number } | undefined> {
  return tx.row(sql`select d.id as "dossierId", n.event_seq as "eventSeq"
    from notice n join dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
    where n.tenant_id = ${tx.tenantId} and n.id = ${noticeId} and d.agency_id = ${agencyId}`);
}

/** One call tells everything of a dossier up to this event. False: it is told, or gone, already. */
export async function markTold(
  tx: Tx,
  about: { dossierId: string; eventSeq: number },
  told: { at: string; by: string; how: string },
): Promise<boolean> {
  const marked =
    await tx.run(sql`update dispatch p set state = 'told', told_at = ${told.at}, told_by = ${told.by},
      told_how = ${told.how}, state_reason = null
    from notice n where p.tenant_id = ${tx.tenantId} and n.tenant_id = p.tenant_id and n.id = p.notice_id
      and n.dossier_id = ${about.dossierId} and n.event_seq <= ${about.eventSeq}
      and p.road = 'paper' and p.state = 'planned'`);
  return marked > 0;
}

/** Who told it, when one did: the answer to whoever comes second. */
export async function findTold(
  tx: Tx,
  noticeId: string,
): Promise<{ at: string; by: string; how: string } | undefined> {
  return tx.row(sql`select p.told_at as at, trim(o.title || ' ' || o.full_name) as by, p.told_how as how
    from dispatch p join officer o on o.tenant_id = p.tenant_id and o.id = p.told_by
    where p.tenant_id = ${tx.tenantId} and p.notice_id = ${noticeId} and p.state = 'told'`);
}

/** Paper that still waits, one row a dossier, and nothing that newer news or another phone has overtaken. */
function toTell(tx: Tx, agencyId: string): Sql {
  return sql`select distinct on (n.dossier_id) p.tenant_id, p.notice_id, p.planned_at, p.id
    from dispatch p join notice n on n.tenant_id = p.tenant_id and n.id = p.notice_id
      join dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
    where p.tenant_id = ${tx.tenantId} and p.road = 'paper' and p.state = 'planned' and d.agency_id = ${agencyId}
      and ${stillNews}
    order by n.dossier_id, n.event_seq desc, p.planned_at, p.id`;
}

/**
 * The last try of each notice that ended badly, unless something else of it is under way or has arrived. What is still
 * being looked into (an echo or a receipt is waited for) has not ended.
 */
function failed(tx: Tx, agencyId: string): Sql {
  return sql`select distinct on (n.id) t.* from (
      select p.tenant_id, p.notice_id, p.id, p.road, p.state, p.state_reason as reason,
        coalesce(p.sending_at, p.planned_at) as at
      from dispatch p where p.tenant_id = ${tx.tenantId} and p.road <> 'paper'
        and (p.state = 'failed' or (p.state = 'unknown' and p.send_after is null))
      union all
      select m.tenant_id, n.id, m.id, 'chat', m.state, m.state_reason, coalesce(m.sending_at, m.planned_at)
      from chat_message m join notice n on n.tenant_id = m.tenant_id and n.message_id = m.id
      where m.tenant_id = ${tx.tenantId} and m.direction = 'out'
        and (m.state = 'failed' or (m.state = 'unknown' and m.look_at is null))
    ) t join notice n on n.tenant_id = t.tenant_id and n.id = t.notice_id
      join dossier d on d.tenant_id = n.tenant_id and d.id = n.dossier_id
    where d.agency_id = ${agencyId} and ${stillNews}
      and not exists (select from dispatch p where p.tenant_id = n.tenant_id and p.notice_id = n.id
        and (p.state in ('sending', 'sent', 'received', 'told') or (p.state = 'planned' and p.road <> 'paper')))
      and not exists (select from chat_message m where m.tenant_id = n.tenant_id and m.id = n.message_id
        and m.state in ('planned', 'sending', 'sent', 'received', 'seen'))
    order by n.id, t.at desc, t.id desc`;
}

/**
 * Not made old by a newer notice that is itself to be told or has arrived, and not told by now after all: by a late
 * receipt, or by another phone that follows the same dossier.
 */
const stillNews = sql`n.superseded_by is null and not exists (
    select from notice o
      left join chat_message m on m.tenant_id = o.tenant_id and m.id = o.message_id
    where o.tenant_id = n.tenant_id and o.dossier_id = n.dossier_id and o.event_seq >= n.event_seq
      and ((o.event_seq > n.event_seq and o.needs_telling) or m.state in ('received', 'seen')
        or (o.id = n.id and m.state = 'sent')
        or exists (select from dispatch q where q.tenant_id = o.tenant_id and q.notice_id = o.id
          and q.state in ('received', 'told'))))`;

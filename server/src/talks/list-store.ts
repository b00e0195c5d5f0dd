// The inbox of an officer: which open talks are theirs, their unit's, or the office's. SQL only.

import { readsGeneralInbox } from '@motcua/domain/talk';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import type { TalkScope } from './schema.ts';

export const talkPage = 50;

/** Whose inbox it is. */
export interface InboxOwner {
  officerId: string;
  agencyId: string;
  unit: string;
  roles: readonly string[];
  standsInFor: readonly string[];
}

export interface ListedTalk {
  id: string;
  dossierId: string | null;
  code: string | null;
  procedureName: string | null;
  applicantName: string | null;
  waitingSince: string | null;
  answerBy: string | null;
  officerName: string | null;
  unitName: string | null;
  lastText: string | null;
  lastAt: string;
  fromCitizen: boolean;
}

const tables = sql`talk t
  left join dossier d on d.tenant_id = t.tenant_id and d.id = t.dossier_id`;

/** Who has waited longest comes first, then what was answered last. */
export async function listTalks(
  tx: Tx,
  owner: InboxOwner,
  scope: TalkScope,
  offset: number,
): Promise<ListedTalk[]> {
  return tx.rows<ListedTalk>(sql`select t.id, t.dossier_id as "dossierId", d.code, d.procedure_name as "procedureName",
      a.full_name as "applicantName", t.waiting_since as "waitingSince", t.answer_by as "answerBy",
      o.title || ' ' || o.full_name as "officerName", u.name as "unitName",
      m.text as "lastText", coalesce(m.planned_at, t.opened_at) as "lastAt",
      coalesce(m.direction = 'in', false) as "fromCitizen"
    from ${tables}
      left join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
      left join officer o on o.tenant_id = t.tenant_id and o.id = coalesce(t.officer_id, d.officer_id)
      left join agency_unit u on u.tenant_id = t.tenant_id and u.agency_id = coalesce(d.holding_agency_id, t.agency_id)
        and u.code = coalesce(d.unit, t.unit)
      left join lateral (select m.text, m.planned_at, m.direction from chat_message m
        where m.tenant_id = t.tenant_id and m.talk_id = t.id and (m.direction <> 'out' or m.officer_id is not null)
        order by m.planned_at desc, m.turn desc limit 1) m on true
    where ${open(tx, owner)} and ${within(owner, scope)}
    order by t.waiting_since nulls last, t.answered_at desc, t.id limit ${talkPage} offset ${offset}`);
}

/** How many rows each list has, by the same predicates. */
export async function countTalks(tx: Tx, owner: InboxOwner): Promise<Record<TalkScope, number>> {
  const row = await tx.row<Record<TalkScope, number>>(sql`select
      (count(*) filter (where ${within(owner, 'mine')}))::int as mine,
      (count(*) filter (where ${within(owner, 'unit')}))::int as unit, count(*)::int as all
    from ${tables} where ${open(tx, owner)}`);
  return row ?? { mine: 0, unit: 0, all: 0 };
}

/**
 * Of those that are the officer's or the unit's: how many wait, and for how many the promise is over; of those all, for
 * the head of the centre.
 */
export async function countWaitingTalks(
  tx: Tx,
  owner: InboxOwner,
  now: string,
): Promise<{ waiting: number; overdue: number }> {
  const row = await tx.row<{ waiting: number; overdue: number }>(sql`select count(*)::int as waiting,
      (count(*) filter (where t.answer_by < ${now}))::int as overdue
    from ${tables}
    where ${open(tx, owner)} and t.waiting_since is not null
      and (${within(owner, 'mine')} or ${within(owner, 'unit')}
        or (${owner.roles.includes('centre_head')} and t.answer_by < ${now}))`);
  return row ?? { waiting: 0, overdue: 0 };
}

/** As `mayJoinTalk`: of a dossier where it was taken in or lies; of the general inbox by role and unit. */
function open(tx: Tx, { agencyId, unit, roles }: InboxOwner): Sql {
  return sql`t.tenant_id = ${tx.tenantId} and t.ended_at is null and case
    when t.dossier_id is not null then d.agency_id = ${agencyId} or d.holding_agency_id = ${agencyId}
    else t.agency_id = ${agencyId} and (${readsGeneralInbox(roles)} or t.unit = ${unit}) end`;
}

function within({ officerId, agencyId, unit, roles, standsInFor }: InboxOwner, scope: TalkScope): Sql {
  const me = [officerId, ...standsInFor];
  switch (scope) {
    case 'mine':
      return sql`(t.officer_id = any(${me}::uuid[]) or (d.officer_id = any(${me}::uuid[])
        and d.holding_agency_id = ${agencyId}))`;
    case 'unit':
      return sql`case when t.dossier_id is not null then d.holding_agency_id = ${agencyId} and d.unit = ${unit}
        when t.unit is not null then t.unit = ${unit} else ${readsGeneralInbox(roles)} end`;
    case 'all':
      return sql`true`;
  }
}

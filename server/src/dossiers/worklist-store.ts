// The worklist: one predicate per tab, used to list and to count, so that a count always equals its rows.

import type { Dossier } from '@motcua/domain/dossier';
import { dateOf, type Instant, instantAt } from '@motcua/domain/time';
import type { WorklistFilter, WorklistSort } from '@motcua/domain/worklist-filter';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import { type Tab, tabs } from '../worklists/schema.ts';

export const pageSize = 50;

/** Whose worklist it is. */
export interface WorklistOwner {
  officerId: string;
  agencyId: string;
  unit: string;
  roles: readonly string[];
  /** What these hold is theirs too, for as long as they are away. */
  standsInFor: readonly string[];
}

/** What list and counts are narrowed by, alike. */
export interface Narrowed extends Omit<WorklistFilter, 'sort'> {
  /** Folded words that must all occur in name, procedure or phone; or part of a code. */
  words: readonly string[];
}

export interface ListedDossier {
  state: Dossier;
  applicantName: string;
  /** How its holder is named to citizens; null while nobody has taken it. */
  holderName: string | null;
}

export async function listDossiers(
  tx: Tx,
  owner: WorklistOwner,
  filter: Narrowed & Pick<WorklistFilter, 'sort'> & { tab: Tab; offset: number },
  now: Instant,
): Promise<ListedDossier[]> {
  const order = (row: Sql): Sql => inOrder(filter.sort ?? 'due', row);
  // The page is chosen by narrow rows; only then are its states and names fetched.
  return tx.rows<ListedDossier>(sql`select d.state, a.full_name as "applicantName", o.title || ' ' || o.full_name as "holderName"
    from (select d.tenant_id, d.id, d.due_at, d.submitted_at from dossier d
        where ${inTab(tx, owner, filter.tab, now)} and ${narrowedBy(filter, now)}
        order by ${order(sql`d`)}
        limit ${pageSize} offset ${filter.offset}) page
      join dossier d on d.tenant_id = page.tenant_id and d.id = page.id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
      left join officer o on o.tenant_id = d.tenant_id and o.id = d.officer_id
    order by ${order(sql`page`)}`);
}

function inOrder(sort: WorklistSort, row: Sql): Sql {
  switch (sort) {
    case 'due':
      return sql`${row}.due_at asc nulls last, ${row}.submitted_at, ${row}.id`;
    case 'received':
      return sql`${row}.submitted_at, ${row}.id`;
    case 'newest':
      return sql`${row}.submitted_at desc, ${row}.id desc`;
  }
}

/** Dossiers whose lease the officer lost to the clock, while nobody has taken them since. */
export async function listLapsed(
  tx: Tx,
  { officerId, agencyId }: WorklistOwner,
): Promise<{ id: string; version: number; code: string | null; procedureName: string }[]> {
  return tx.rows(sql`select id, version, code, procedure_name as "procedureName" from dossier
    where tenant_id = ${tx.tenantId} and lapsed_from = ${officerId} and holding_agency_id = ${agencyId} and not ended
    order by due_at asc nulls last, id limit 20`);
}

/** Rows of every tab under the same filter, in one pass over the agency's open dossiers. */
export async function countTabs(
  tx: Tx,
  owner: WorklistOwner,
  filter: Narrowed,
  now: Instant,
): Promise<Record<Tab, number>> {
  const columns = sql.join(
    tabs.map((tab) =>
      tab === 'elsewhere'
        ? sql`(select count(*)::int from dossier d where ${inTab(tx, owner, tab, now)} and ${narrowedBy(filter, now)}) as elsewhere`
        : sql`(count(*) filter (where ${tabPredicate(owner, tab, now)}))::int as ${sql.id(tab)}`,
    ),
  );
  const row = await tx.row<Record<Tab, number>>(sql`select ${columns} from dossier d
    where ${open(tx, owner)} and ${narrowedBy(filter, now)}`);
  if (row === undefined) throw new Error('A count always answers.');
  return row;
}

/** Open in this agency and of this tab: what is listed, counted, and given out as next. */
export function inTab(tx: Tx, owner: WorklistOwner, tab: Tab, now: Instant): Sql {
  if (tab === 'elsewhere')
    return sql`d.tenant_id = ${tx.tenantId} and d.agency_id = ${owner.agencyId} and not d.ended
      and ${tabPredicate(owner, tab, now)}`;
  return sql`${open(tx, owner)} and ${tabPredicate(owner, tab, now)}`;
}

/** What every tab of work at hand shares: this tenant, this agency has it, not ended. */
function open(tx: Tx, owner: WorklistOwner): Sql {
  return sql`d.tenant_id = ${tx.tenantId} and d.holding_agency_id = ${owner.agencyId} and not d.ended`;
}

function tabPredicate(owner: WorklistOwner, tab: Tab, now: Instant): Sql {
  // Late from the first minute of the day after the due day: the same rule as domain/deadline.ts isLate.
  const today = instantAt(dateOf(now), 0);
  switch (tab) {
    case 'mine':
      return sql`d.officer_id = any(${[owner.officerId, ...owner.standsInFor]}::uuid[]) and not d.awaits_citizen`;
    case 'to_claim':
      return sql`d.officer_id is null and d.unit = ${owner.unit} and d.role = any(${[...owner.roles]}::text[])
        and not d.awaits_citizen`;
    case 'unit':
      return sql`d.unit = ${owner.unit}`;
    case 'citizen':
      return sql`d.awaits_citizen and (d.unit = ${owner.unit} or ${owner.roles.includes('clerk_in')})`;
    case 'due_soon':
      return sql`d.clock_running and d.due_soon_at <= ${now} and d.due_at >= ${today} and ${withinReach(owner)}`;
    case 'late':
      return sql`d.clock_running and d.due_at < ${today} and ${withinReach(owner)}`;
    case 'elsewhere':
      // Whatever of ours another agency has now: the citizen asks us about it.
      return sql`d.holding_agency_id <> d.agency_id`;
  }
}

/** Leaders and the centre's head watch the whole agency; others their unit. */
function withinReach(owner: WorklistOwner): Sql {
  const wide =
    owner.roles.includes('approver') ||
    owner.roles.includes('centre_head') ||
    owner.roles.includes('clerk_in');
  return sql`(${wide} or d.unit = ${owner.unit})`;
}

function narrowedBy(
  { procedure, status, urgency, unit, officer, from, to, words }: Narrowed,
  now: Instant,
): Sql {
  const received = sql`coalesce(d.received_at, d.submitted_at)`;
  const conditions = [
    matching(words),
    procedure !== undefined && sql`d.procedure_code = ${procedure}`,
    status !== undefined && sql`d.status = ${status}`,
    urgency !== undefined && isOfUrgency(urgency, now),
    unit !== undefined && sql`d.unit = ${unit}`,
    officer !== undefined &&
      (officer === 'none' ? sql`d.officer_id is null` : sql`d.officer_id = ${officer}`),
    from !== undefined && sql`${received} >= ${instantAt(from, 0)}`,
    to !== undefined && sql`${received} < ${instantAt(to, 1440)}`,
  ].filter((condition) => condition !== false);
  return conditions.reduce((all, condition) => sql`${all} and ${condition}`);
}

/** As `readClock` calls it (domain/dossier-clock.ts). */
function isOfUrgency(urgency: NonNullable<WorklistFilter['urgency']>, now: Instant): Sql {
  const today = instantAt(dateOf(now), 0);
  const noDate = sql`d.due_at is null and d.received_at is not null and d.finished_at is null`;
  // A result that is being corrected has a term of its own.
  const noTerm = sql`d.state -> 'term' ->> 'unit' = 'none' and d.state -> 'correction' = 'null'`;
  switch (urgency) {
    case 'late':
      return sql`d.clock_running and d.due_at < ${today}`;
    case 'at_risk':
      return sql`d.clock_running and d.due_soon_at <= ${now} and d.due_at >= ${today}`;
    case 'on_time':
      return sql`d.clock_running and d.due_at >= ${today} and (d.due_soon_at is null or d.due_soon_at > ${now})`;
    case 'paused':
      return sql`${noDate} and not (${noTerm})`;
    case 'no_term':
      return sql`${noDate} and ${noTerm}`;
  }
}

function matching(words: readonly string[]): Sql {
  if (words.length === 0) return sql`true`;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return sql`(d.search_key || ' ' || lower(coalesce(d.code, ''))) like all (${patterns}::text[])`;
}

// The worklist: one predicate per tab, used to list and to count, so that a count always equals its rows.

import type { Dossier } from '@motcua/domain/dossier';
import { dateOf, type Instant, instantAt } from '@motcua/domain/time';
import { type Sql, sql, type Tx } from '../platform/database.ts';
import { type Tab, tabs } from './schema.ts';

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

export interface WorklistFilter {
  tab: Tab;
  /** Folded words that must all occur in name, procedure or phone; or part of a code. */
  words: readonly string[];
  offset: number;
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
  filter: WorklistFilter,
  now: Instant,
): Promise<ListedDossier[]> {
  // The page is chosen by narrow rows; only then are its states and names fetched.
  return tx.rows<ListedDossier>(sql`select d.state, a.full_name as "applicantName", o.title || ' ' || o.full_name as "holderName"
    from (select d.tenant_id, d.id, d.due_at, d.submitted_at from dossier d
        where ${inTab(tx, owner, filter.tab, now)} and ${matching(filter.words)}
        order by d.due_at asc nulls last, d.submitted_at, d.id
        limit ${pageSize} offset ${filter.offset}) page
      join dossier d on d.tenant_id = page.tenant_id and d.id = page.id
      join applicant a on a.tenant_id = d.tenant_id and a.id = d.applicant_id
      left join officer o on o.tenant_id = d.tenant_id and o.id = d.officer_id
    order by page.due_at asc nulls last, page.submitted_at, page.id`);
}

/** Rows of every tab under the same search, in one pass over the agency's open dossiers. */
export async function countTabs(
  tx: Tx,
  owner: WorklistOwner,
  words: readonly string[],
  now: Instant,
): Promise<Record<Tab, number>> {
  const columns = sql.join(
    tabs.map((tab) =>
      tab === 'elsewhere'
        ? sql`(select count(*)::int from dossier d where ${inTab(tx, owner, tab, now)} and ${matching(words)}) as elsewhere`
        : sql`(count(*) filter (where ${tabPredicate(owner, tab, now)}))::int as ${sql.id(tab)}`,
    ),
  );
  const row = await tx.row<Record<Tab, number>>(sql`select ${columns} from dossier d
    where ${open(tx, owner)} and ${matching(words)}`);
  if (row === undefined) throw new Error('A count always answers.');
  return row;
}

function inTab(tx: Tx, owner: WorklistOwner, tab: Tab, now: Instant): Sql {
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
      return sql`d.officer_id = any(${[owner.officerId, ...owner.standsInFor]}::uuid[]) and d.status not in ('awaiting_supplement', 'awaiting_payment')`;
    case 'to_claim':
      return sql`d.officer_id is null and d.unit = ${owner.unit} and d.role = any(${[...owner.roles]}::text[])
        and d.status not in ('awaiting_supplement', 'awaiting_payment')`;
    case 'unit':
      return sql`d.unit = ${owner.unit}`;
    case 'citizen':
      return sql`d.status in ('awaiting_supplement', 'awaiting_payment')
        and (d.unit = ${owner.unit} or ${owner.roles.includes('clerk_in')})`;
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

function matching(words: readonly string[]): Sql {
  if (words.length === 0) return sql`true`;
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  return sql`(d.search_key || ' ' || lower(coalesce(d.code, ''))) like all (${patterns}::text[])`;
}

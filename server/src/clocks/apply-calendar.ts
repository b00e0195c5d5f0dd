// Reckons every open dossier anew when a calendar has changed: moved dates become events, and their people are told.

import { movedDue } from '@motcua/domain/calendar-change';
import { canonicalJson } from '@motcua/domain/ledger';
import { listTenants } from '../accounts/store.ts';
import { getCalendarVersion } from '../agencies/store.ts';
import { project, recordNext } from '../dossiers/record.ts';
import { columnsOf, lockDossier, updateMoments } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import {
  countMoved,
  hasMoved,
  listOpenChanges,
  listOpenDossiers,
  noteProgress,
  type OpenChange,
  type OpenRow,
} from './calendar-store.ts';

const pageSize = 200;

/**
 * Goes on where it was when it stopped. A dossier is locked and its ledger asked before its date moves, so it moves once
 * for each version, however often a page is begun. What came in after the decision has the right date already.
 */
export async function applyCalendars(ctx: Context): Promise<void> {
  await oneByOne(await listTenants(ctx.database), async (tenantId) => {
    const changes = await ctx.database.tenant(tenantId, (tx) => listOpenChanges(tx));
    await oneByOne(changes, (change) => applyChange(ctx, tenantId, change));
  });
}

/** What fails for one dossier keeps no other from its turn; but the change is not done before that one is. */
async function applyChange(ctx: Context, tenantId: string, change: OpenChange): Promise<void> {
  let after = change.lookedThrough;
  const faults: unknown[] = [];
  for (;;) {
    const from = after;
    const page = await ctx.database.tenant(tenantId, async (tx) => {
      const rows = await listOpenDossiers(tx, change.agencyId, from, pageSize);
      const calendars = await calendarsOf(tx, change);
      return { last: rows.at(-1)?.id ?? null, stale: rows.filter((row) => isStale(row, calendars)) };
    });
    await oneByOne(page.stale, ({ id }) => reckon(ctx, tenantId, change, id)).catch((fault: unknown) => {
      faults.push(fault);
    });
    if (faults.length === 0)
      await ctx.database.tenant(tenantId, (tx) => noteProgress(tx, change, page.last, ctx.clock.now()));
    if (page.last === null) break;
    after = page.last;
  }
  if (faults.length > 0) throw new AggregateError(faults, 'Some dossiers could not be reckoned anew.');
}

type Calendars = Awaited<ReturnType<typeof calendarsOf>>;

async function calendarsOf(
  tx: Parameters<typeof getCalendarVersion>[0],
  { agencyId, version, decidedBy }: OpenChange,
) {
  const after = await getCalendarVersion(tx, agencyId, version);
  // An upgrade changed no day.
  const before = decidedBy === null ? after : await getCalendarVersion(tx, agencyId, version - 1);
  return { before, after };
}

/** Whether a row has to be touched: its date moves, or a moment taken from the calendar differs. */
function isStale({ state, columns }: OpenRow, { before, after }: Calendars): boolean {
  if (movedDue(state, before, after) !== null) return true;
  const now = columnsOf(state, project(state, after));
  return Object.entries(columns).some(([name, value]) => canonicalJson(now[name]) !== canonicalJson(value));
}

async function reckon(ctx: Context, tenantId: string, change: OpenChange, id: string): Promise<void> {
  const now = ctx.clock.now();
  await ctx.database.tenant(tenantId, async (tx) => {
    const locked = await lockDossier(tx, id);
    if (locked === undefined) return;
    const { dossier } = locked;
    const calendars = await calendarsOf(tx, change);
    const isNew = dossier.receivedAt !== null && dossier.receivedAt > change.decidedAt;
    const moves = isNew ? null : movedDue(dossier, calendars.before, calendars.after);
    if (moves === null || (await hasMoved(tx, id, change.version))) {
      await updateMoments(tx, id, project(dossier, calendars.after));
      return;
    }
    const event = {
      type: 'due_moved',
      ...moves,
      calendarVersion: change.version,
      reason: change.ground,
    } as const;
    const actor = { kind: 'system', rule: 'apply_calendar' } as const;
    await recordNext(ctx, tx, locked, { events: [event], actor, now });
    await countMoved(tx, change);
  });
}

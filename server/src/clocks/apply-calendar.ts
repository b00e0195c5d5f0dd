// Reckons every open dossier anew when a calendar has changed: moved dates become events, and their people are told.

import { movedDue } from '@motcua/domain/calendar-change';
import { canonicalJson } from '@motcua/domain/ledger';
import { listTenants } from '../accounts/store.ts';
import { getCalendarVersion } from '../agencies/store.ts';
import { project, recordNext } from '../dossiers/record.ts';
import { columnsOf, lockDossier, updateDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import {
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

async function applyChange(ctx: Context, tenantId: string, change: OpenChange): Promise<void> {
  let { lookedThrough } = change;
  for (;;) {
    const after = lookedThrough;
    const page = await ctx.database.tenant(tenantId, async (tx) => {
      const rows = await listOpenDossiers(tx, change.agencyId, after, pageSize);
      const calendars = await calendarsOf(tx, change);
      return {
        last: rows.at(-1)?.id ?? null,
        stale: rows.filter((row) => isStale(row, calendars)),
        seen: rows.length,
      };
    });
    let moved = 0;
    await oneByOne(page.stale, async ({ id }) => {
      if (await reckon(ctx, tenantId, change, id)) moved += 1;
    });
    await ctx.database.tenant(tenantId, (tx) =>
      noteProgress(tx, change, { lookedThrough: page.last, seen: page.seen, moved }, ctx.clock.now()),
    );
    if (page.last === null) return;
    lookedThrough = page.last;
  }
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

/** True when the date of the dossier moved. */
async function reckon(ctx: Context, tenantId: string, change: OpenChange, id: string): Promise<boolean> {
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const locked = await lockDossier(tx, id);
    if (locked === undefined) return false;
    const { dossier, headHash } = locked;
    const calendars = await calendarsOf(tx, change);
    const isNew = dossier.receivedAt !== null && dossier.receivedAt > change.decidedAt;
    const moves = isNew ? null : movedDue(dossier, calendars.before, calendars.after);
    if (moves === null || (await hasMoved(tx, id, change.version))) {
      await updateDossier(tx, dossier, project(dossier, calendars.after), headHash, null, now);
      return false;
    }
    const event = {
      type: 'due_moved',
      ...moves,
      calendarVersion: change.version,
      reason: change.ground,
    } as const;
    const actor = { kind: 'system', rule: 'apply_calendar' } as const;
    await recordNext(ctx, tx, locked, { events: [event], actor, now });
    return true;
  });
}

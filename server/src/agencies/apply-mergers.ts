// Moves the open dossiers of mergers whose day has come: each by its own line in the ledger, each once.

import { movedDue } from '@motcua/domain/calendar-change';
import type { DossierEvent } from '@motcua/domain/dossier-event';
import { holdingAgencyId } from '@motcua/domain/dossier-place';
import { type Merger, mergeEvent } from '@motcua/domain/merger';
import { dateOf } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { recordNext } from '../dossiers/record.ts';
import { lockDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { beginMerger, decisionText } from './begin-merger.ts';
import { insertChange } from './change-store.ts';
import { countMoved, listConcerned, listDueMergers, type MergerRow, markFinished } from './merger-store.ts';
import { findOfficerIn } from './officer-store.ts';
import { getAgency, getCalendar, listUnits } from './store.ts';
import { settleAgencies } from './tree-store.ts';

const pageSize = 200;

/** Goes on where it was when it stopped: a dossier that was moved has nothing left to move. */
export async function applyMergers(ctx: Context): Promise<void> {
  const today = dateOf(ctx.clock.now());
  await oneByOne(await listTenants(ctx.database), async (tenantId) => {
    const mergers = await ctx.database.tenant(tenantId, async (tx) => {
      await settleAgencies(tx, today);
      return listDueMergers(tx, today);
    });
    await oneByOne(mergers, (merger) => applyMerger(ctx, tenantId, merger));
  });
}

async function applyMerger(ctx: Context, tenantId: string, row: MergerRow): Promise<void> {
  await ctx.database.tenant(tenantId, (tx) => beginMerger(ctx, tx, row, ctx.clock.now()));
  const merger = await ctx.database.tenant(tenantId, (tx) => mergerOf(tx, row));
  const { agencyId, code } = merger.from;
  let after: string | null = null;
  for (;;) {
    const from = after;
    const ids: string[] = await ctx.database.tenant(tenantId, (tx) =>
      listConcerned(tx, agencyId, code, from, pageSize),
    );
    await oneByOne(ids, (id) => moveOne(ctx, tenantId, row, merger, id));
    if (ids.length < pageSize) break;
    after = ids.at(-1) ?? null;
  }
  await ctx.database.tenant(tenantId, (tx) => finish(ctx, tx, row, merger));
}

async function moveOne(
  ctx: Context,
  tenantId: string,
  row: MergerRow,
  merger: Merger,
  id: string,
): Promise<void> {
  const now = ctx.clock.now();
  await ctx.database.tenant(tenantId, async (tx) => {
    const locked = await lockDossier(tx, id);
    if (locked === undefined) return;
    const { dossier } = locked;
    const { officerId, unit } = dossier.holding;
    const heir = merger.units[unit] ?? unit;
    const goesAlong =
      officerId !== null && holdingAgencyId(dossier) === merger.from.agencyId
        ? await findOfficerIn(tx, officerId, merger.to.agencyId, heir, dateOf(now))
        : undefined;
    const event = mergeEvent(dossier, merger, goesAlong?.unit === heir);
    if (event === null) return;
    const events: DossierEvent[] = [event];
    if (dossier.agencyId === merger.from.agencyId) {
      // The successor may keep other days: then its people are told of the new date, by the same rule as ever.
      const calendar = await getCalendar(tx, merger.to.agencyId);
      const due = movedDue(dossier, await getCalendar(tx, merger.from.agencyId), calendar);
      const reason = merger.decision;
      if (due !== null) events.push({ type: 'due_moved', ...due, calendarVersion: calendar.version, reason });
    }
    const actor = { kind: 'officer', officerId: row.decidedBy, onBehalf: false } as const;
    await recordNext(ctx, tx, locked, { events, actor, now });
    await countMoved(tx, row.id);
  });
}

async function mergerOf(tx: Tx, row: MergerRow): Promise<Merger> {
  const [from, to, units] = await Promise.all([
    getAgency(tx, row.agencyId),
    getAgency(tx, row.successorId),
    listUnits(tx, row.successorId),
  ]);
  return {
    from: { agencyId: from.id, code: from.code, name: from.name },
    to: { agencyId: to.id, code: to.code, name: to.name },
    units: row.unitMap,
    unitNames: Object.fromEntries(units.map(({ code, name }) => [code, name])),
    decision: decisionText(row),
  };
}

async function finish(ctx: Context, tx: Tx, row: MergerRow, { from, to }: Merger): Promise<void> {
  const now = ctx.clock.now();
  if (!(await markFinished(tx, row.id, now))) return;
  const text = `Đã chuyển xong hồ sơ đang mở của ${from.name} sang ${to.name}`;
  for (const agencyId of [from.agencyId, to.agencyId])
    await insertChange(tx, { id: ctx.newId(), agencyId, kind: 'merger_done', text, by: null }, now);
}

// The clock acts: warns citizens whose time is nearly over and stops what was never completed, each dossier in its own transaction.

import { decideByClock } from '@motcua/domain/clock-acts';
import type { Instant } from '@motcua/domain/time';
import { listTenants } from '../accounts/store.ts';
import { getFrame } from '../agencies/frame-store.ts';
import { recordNext } from '../dossiers/record.ts';
import { lockDossier } from '../dossiers/store.ts';
import type { Context } from '../platform/context.ts';
import { oneByOne } from '../platform/one-by-one.ts';
import { type DueDossier, listDue } from './store.ts';

/**
 * Comes every minute. A dossier is locked and looked at anew before anything is done, so however many processes sweep, or
 * die sweeping, each act happens once. A fault with one keeps no other from its turn and is told at the end.
 */
export async function sweepClocks(ctx: Context): Promise<void> {
  await oneByOne(await listTenants(ctx.database), (tenantId) => sweepTenant(ctx, tenantId, ctx.clock.now()));
}

async function sweepTenant(ctx: Context, tenantId: string, now: Instant): Promise<void> {
  const faults: unknown[] = [];
  let last: DueDossier | null = null;
  for (;;) {
    const after: DueDossier | null = last;
    const due: DueDossier[] = await ctx.database.tenant(tenantId, (tx) => listDue(tx, now, after));
    await oneByOne(due, ({ id }) => actByClock(ctx, tenantId, id, now)).catch((fault: unknown) => {
      faults.push(fault);
    });
    last = due.at(-1) ?? null;
    if (last === null) break;
  }
  if (faults.length > 0) throw new AggregateError(faults, 'The clock could not act on some dossiers.');
}

/** Does to one dossier what its moment asks for; nothing when somebody was quicker. */
async function actByClock(ctx: Context, tenantId: string, id: string, now: Instant): Promise<void> {
  await ctx.database.tenant(tenantId, async (tx) => {
    const locked = await lockDossier(tx, id);
    if (locked === undefined) return;
    const { calendar } = await getFrame(tx, locked.dossier.agencyId);
    const act = decideByClock(locked.dossier, calendar, now);
    if (act === null) return;
    const actor = { kind: 'system', rule: act.rule } as const;
    await recordNext(ctx, tx, locked, { events: act.events, actor, now });
  });
}

// What the worklist offers to choose from, what an officer last chose, and how long the agency lets a dossier be held.

import { dateOf } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import { getAgency } from '../agencies/store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import {
  type KeptView,
  type LeaseBody,
  type LeaseView,
  type WorklistChoices,
  type WorklistView,
  worklistView,
} from './schema.ts';
import { findView, keepView, listColleagues, listOpenProcedures, setLease } from './store.ts';

export async function readChoices(ctx: Context, caller: Caller): Promise<WorklistChoices> {
  const today = dateOf(ctx.clock.now());
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const [procedures, officers, { units }] = await Promise.all([
      listOpenProcedures(tx, caller.agencyId),
      listColleagues(tx, caller.agencyId, today),
      getFrame(tx, caller.agencyId),
    ]);
    return { procedures, officers, units: units.map(({ code, name }) => ({ code, name })) };
  });
}

/** What was last chosen; one kept by another version of the program that no longer means anything is forgotten. */
export async function readView(ctx: Context, caller: Caller): Promise<KeptView> {
  const kept = await ctx.database.tenant(caller.tenantId, (tx) => findView(tx, caller.officerId));
  return { view: worklistView.safeParse(kept).data ?? null };
}

export async function rememberView(ctx: Context, caller: Caller, view: WorklistView): Promise<KeptView> {
  await ctx.database.tenant(caller.tenantId, (tx) => keepView(tx, caller.officerId, view));
  return { view };
}

const mayChange = ({ roles }: Caller) => roles.includes('centre_head') || roles.includes('admin');

export async function readLease(ctx: Context, caller: Caller): Promise<LeaseView> {
  const { leaseMinutes } = await ctx.database.tenant(caller.tenantId, (tx) => getAgency(tx, caller.agencyId));
  return { hours: leaseMinutes === null ? null : leaseMinutes / 60, mayChange: mayChange(caller) };
}

/** Holds for what is taken from now on; a lease that runs keeps the length it began with. */
export async function changeLease(ctx: Context, caller: Caller, { hours }: LeaseBody): Promise<LeaseView> {
  if (!mayChange(caller))
    throw new Problem(
      'not_allowed',
      'Thời gian giữ hồ sơ do Giám đốc Trung tâm hoặc quản trị đơn vị đặt. Xin nhờ người có thẩm quyền.',
    );
  await ctx.database.tenant(caller.tenantId, (tx) =>
    setLease(tx, caller.agencyId, hours === null ? null : hours * 60),
  );
  return { hours, mayChange: true };
}

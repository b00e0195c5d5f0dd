// Does what was asked for many dossiers, one after another: what one refuses keeps no other from its turn.

import { act } from '../dossiers/act.ts';
import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { findRun, finishRun, listWaiting, settleItem } from './bulk-store.ts';

/**
 * May begin again after a crash: each dossier has its own key, so what was done is answered, not done twice. The rights
 * are those of the officer at the moment of each act.
 */
export async function runBulk(ctx: Context, tenantId: string, runId: string): Promise<void> {
  const { run, waiting } = await ctx.database.tenant(tenantId, async (tx) => ({
    run: await findRun(tx, runId),
    waiting: await listWaiting(tx, runId),
  }));
  if (run === undefined) return;
  const { officerId, agencyId, unit, action } = run;
  const acting = { kind: 'officer', officerId, agencyId, unit, roles: [], standsInFor: [] } as const;
  for (const { place, dossierId, version } of waiting) {
    const request = { dossierId, version, action, key: `${runId}:${place}` };
    const refusal = await act(ctx, tenantId, acting, request).then(
      () => null,
      (error: unknown) => {
        if (error instanceof Problem && error.kind !== 'unavailable') return error.detail;
        throw error;
      },
    );
    await ctx.database.tenant(tenantId, (tx) =>
      settleItem(tx, runId, place, refusal === null ? 'done' : 'refused', refusal),
    );
  }
  await ctx.database.tenant(tenantId, (tx) => finishRun(tx, runId, ctx.clock.now()));
}

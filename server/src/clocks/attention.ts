// Cần chú ý: what an officer has to attend to in this half-day, as holder, as head of the unit or as head of the centre.

import { momentText } from '@motcua/domain/clock-time';
import { currentStep } from '@motcua/domain/dossier';
import { placeText } from '@motcua/domain/dossier-place';
import { type Duty, dutiesOf, dutyText, isMissed } from '@motcua/domain/duties';
import { halfDayOf } from '@motcua/domain/half-day';
import { dateOf } from '@motcua/domain/time';
import { getFrame, unitOf } from '../agencies/frame-store.ts';
import type { Context } from '../platform/context.ts';
import type { Caller } from '../platform/http.ts';
import type { AttentionCount, AttentionList } from './schema.ts';
import { attentionPage, countAttention, listAttention, type Rung } from './store.ts';

const rungAt: Record<Rung, keyof Pick<Duty, 'holderAt' | 'headAt' | 'centreAt'>> = {
  holder: 'holderAt',
  head: 'headAt',
  centre: 'centreAt',
};

/**
 * Gathered for the half-day that runs: what comes up meanwhile waits for the next, what was done is gone at once. Nothing is
 * sent and nothing stored, so nothing can be sent twice or at night.
 */
export async function readAttention(ctx: Context, caller: Caller, offset: number): Promise<AttentionList> {
  const now = ctx.clock.now();
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const frame = await getFrame(tx, caller.agencyId);
    const halfDay = halfDayOf(frame.calendar, now);
    const [listed, total] = await Promise.all([
      listAttention(tx, caller, halfDay, offset),
      countAttention(tx, caller, halfDay),
    ]);
    const rows = listed.map(({ state, applicantName, holderName, rung }) => ({
      id: state.id,
      code: state.code,
      procedureName: state.procedureName,
      applicantName,
      stepName: currentStep(state).name,
      unitName: placeText(state.holding, (code) => unitOf(frame, code).name, caller.agencyId),
      holderName,
      rung,
      duties: dutiesOf(state, frame.calendar)
        .filter((duty) => duty[rungAt[rung]] <= halfDay)
        .map((duty) => ({ kind: duty.kind, text: dutyText(duty, now), missed: isMissed(duty, now) })),
    }));
    return { since: momentText(halfDay, dateOf(now)), total, rows, pageSize: attentionPage };
  });
}

export async function readAttentionCount(ctx: Context, caller: Caller): Promise<AttentionCount> {
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const { calendar } = await getFrame(tx, caller.agencyId);
    return { count: await countAttention(tx, caller, halfDayOf(calendar, ctx.clock.now())) };
  });
}

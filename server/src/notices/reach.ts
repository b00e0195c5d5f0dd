// What the officer sees before typing: whether and how a message about this dossier would reach anybody now.

import { type Dossier, isEnded } from '@motcua/domain/dossier';
import type { Instant } from '@motcua/domain/time';
import type { Reach } from '../dossiers/schema.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import { findReachable, recipientsAmong } from './recipients.ts';

/**
 * The planner's own answer for a notice that needs an act of the citizen, one line for each who would be told: nobody's
 * name, nobody's id. Empty once the dossier has ended.
 */
export async function forecastReach(
  ctx: Pick<Context, 'sms' | 'tellAtNight'>,
  tx: Tx,
  dossier: Pick<Dossier, 'id' | 'agencyId' | 'applicantId' | 'status'>,
  now: Instant,
): Promise<Reach[]> {
  if (isEnded(dossier.status)) return [];
  const reachable = await findReachable(ctx, tx, dossier, { kind: null, byNumber: true }, now);
  const notice = { importance: 'important', needsTelling: true } as const;
  return recipientsAmong(reachable, notice, now).map(({ plan }) => ({
    sentence: plan.why,
    road: plan.road,
    free: plan.costDong === 0,
    until: plan.freeUntil,
  }));
}

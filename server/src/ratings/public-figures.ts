// How content citizens are, for everybody to read: figures alone, no officer and no single word.

import type { Context } from '../platform/context.ts';
import { Problem } from '../platform/problem.ts';
import { findTopAgency } from './figures-store.ts';
import { periodOf, readFigures } from './read-figures.ts';
import type { RatingFigures } from './schema.ts';

/** @throws Problem where there is no such office */
export function readPublicFigures(
  ctx: Context,
  tenantId: string,
  period: { from?: string | undefined; to?: string | undefined },
): Promise<RatingFigures> {
  const unknown = () => new Problem('not_found', 'Không có cơ quan này. Anh/Chị kiểm tra lại địa chỉ trang.');
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(tenantId)) throw unknown();
  const now = ctx.clock.now();
  return ctx.database.tenant(tenantId, async (tx) => {
    const agencyId = await findTopAgency(tx);
    if (agencyId === undefined) throw unknown();
    return (await readFigures(tx, periodOf(agencyId, period, now), now)).figures;
  });
}

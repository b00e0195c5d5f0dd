// Who has looked at my dossier: roles, rooms and times for whoever holds the receipt; never a name.

import { dateOf } from '@motcua/domain/time';
import { roleLabels } from '@motcua/domain/wording';
import { tenantOfToken } from '../dossiers/link-token.ts';
import { findDossierByToken } from '../dossiers/look-up.ts';
import { listReadings } from '../dossiers/reading-store.ts';
import type { Context } from '../platform/context.ts';
import type { Readings } from './schema.ts';
import { momentWords, unknownLink } from './view.ts';

const listed = 100;

export async function viewReadings(ctx: Context, token: string): Promise<Readings> {
  const tenantId = tenantOfToken(token);
  if (tenantId === null) throw unknownLink();
  return ctx.database.tenant(tenantId, async (tx) => {
    const dossier = await findDossierByToken(tx, ctx.secrets, token);
    if (dossier === undefined) throw unknownLink();
    const rows = await listReadings(tx, dossier.id, listed);
    return {
      rows: rows.map(({ at, role, unitName, agencyName }) => ({
        at,
        when: momentWords(at, dateOf(ctx.clock.now())),
        role: roleLabels[role],
        unitName,
        agencyName,
      })),
    };
  });
}

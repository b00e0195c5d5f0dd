// Keeps the paper that an event makes, in the transaction of the event: called by the one door of dossiers.

import type { Dossier } from '@motcua/domain/dossier';
import type { Recorded } from '@motcua/domain/dossier-event';
import { paperOf } from '@motcua/domain/paper-forms';
import type { Tx } from '../platform/database.ts';
import { insertPaper } from './store.ts';

/** `after`: the dossier after the last of the events. */
export async function keepPapers(tx: Tx, after: Dossier, recorded: readonly Recorded[]): Promise<void> {
  for (const row of recorded) {
    const made = paperOf(row, after);
    const officerId = row.actor.kind === 'officer' ? row.actor.officerId : null;
    if (made !== null)
      await insertPaper(tx, made, {
        dossierId: after.id,
        agencyId: after.agencyId,
        at: row.at,
        toldUntil: after.version,
        officerId,
      });
  }
}

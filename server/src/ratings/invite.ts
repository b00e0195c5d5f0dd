// Opens the rating of a dossier in the transaction that ends it, and closes it when that end is taken back.

import { type Dossier } from '@motcua/domain/dossier';
import type { DossierEvent, Recorded } from '@motcua/domain/dossier-event';
import { isAskedToRate, mayBeRated, ratingOpenUntil } from '@motcua/domain/rating';
import { questionSetOn } from '@motcua/domain/rating-questions';
import { dateOf, type Instant } from '@motcua/domain/time';
import type { Tx } from '../platform/database.ts';
import { closeRating, findHandler, openRating } from './store.ts';

const ends: readonly DossierEvent['type'][] = [
  'result_handed_over',
  'intake_refused',
  'dossier_withdrawn',
  'dossier_stopped',
];

export async function inviteToRate(
  tx: Tx,
  dossier: Dossier,
  recorded: readonly Recorded[],
  now: Instant,
): Promise<void> {
  if (recorded.some(({ event }) => event.type === 'act_undone' && ends.includes(event.act)))
    return closeRating(tx, dossier.id);
  if (!mayBeRated(dossier) || !recorded.some(({ event }) => ends.includes(event.type))) return;
  await openRating(tx, {
    dossierId: dossier.id,
    agencyId: dossier.agencyId,
    officerId: await findHandler(tx, dossier.id),
    procedureCode: dossier.procedureCode,
    channel: dossier.channel,
    questionSet: questionSetOn(dateOf(now)).version,
    asked: isAskedToRate(dossier),
    openedAt: now,
    openUntil: ratingOpenUntil(now),
  });
}

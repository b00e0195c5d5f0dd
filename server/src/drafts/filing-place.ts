// Where filing of a procedure lands today: asked before anything is promised, on every channel.

import { type FilingPlace, filingPlaceOn } from '@motcua/domain/filing-place';
import { dateOf, type Instant } from '@motcua/domain/time';
import { getFrame } from '../agencies/frame-store.ts';
import type { Tx } from '../platform/database.ts';
import { listFilingPlaces } from './filing-place-store.ts';

/** With `filingPlaceText` of the domain it says the same everywhere. */
export async function whereFilingLands(
  tx: Tx,
  procedureCode: string,
  agencyId: string,
  now: Instant,
): Promise<FilingPlace> {
  const [settings, { agency }] = await Promise.all([
    listFilingPlaces(tx, procedureCode),
    getFrame(tx, agencyId),
  ]);
  return filingPlaceOn(settings, dateOf(now), agency.officeName);
}

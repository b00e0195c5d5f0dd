// At which agency each step of a dossier was done, by the names of the time: read from its events.

import type { Elsewhere } from './dossier.ts';
import type { Recorded } from './dossier-event.ts';

/** The place outside the dossier's own agency where each step lies, by the step's index; the latest counts. */
export function placesOf(history: readonly Recorded[]): ReadonlyMap<number, Elsewhere> {
  const places = new Map<number, Elsewhere>();
  for (const { event } of history)
    if ('elsewhere' in event && event.elsewhere !== undefined && 'to' in event)
      places.set(event.to, event.elsewhere);
  return places;
}

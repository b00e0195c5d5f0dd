// What happens beside a dossier's way: whoever was about to act when it happened still means what they meant.

import type { DossierEvent } from './dossier-event.ts';

/**
 * True for a colleague's note, a reminder to the citizen, and a lease that was renewed or ran out: an act that was begun
 * before goes through after it, if it is still lawful. Everything else is looked at again first.
 */
export function isAside(event: DossierEvent): boolean {
  switch (event.type) {
    case 'note_added':
    case 'lease_renewed':
    case 'citizen_reminded':
      return true;
    case 'dossier_released':
      return event.reason === null;
    default:
      return false;
  }
}

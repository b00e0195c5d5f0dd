// Where an event leaves a dossier: its step, and what is decided once it lies there.

import type { Dossier, Holding } from './dossier.ts';
import type { Arrival } from './dossier-event.ts';
import { isSignedBefore } from './dossier-flaw.ts';
import type { Instant } from './time.ts';

/** The dossier lies where the event says, since then. */
export const hold = (event: Arrival & { officerId: string | null }, at: Instant): Holding => ({
  stepIndex: event.to,
  unit: event.unit,
  officerId: event.officerId,
  since: at,
  ...(event.elsewhere === undefined ? {} : { elsewhere: event.elsewhere }),
});

/** Nobody has decided. */
export const noDecision = { outcome: null, outcomeReasons: [] };

/** What is decided once the dossier lies at a step: nothing, while somebody has still to sign there or later. */
export function decisionAt(dossier: Dossier, stepIndex: number): Pick<Dossier, 'outcome' | 'outcomeReasons'> {
  const { outcome, outcomeReasons } = dossier;
  return isSignedBefore(dossier.process, stepIndex) ? { outcome, outcomeReasons } : noDecision;
}

// At which step, and at which agency, a dossier lay after each of its events: told by the process it follows today.

import type { Elsewhere } from './dossier.ts';
import type { DossierEvent, Recorded } from './dossier-event.ts';
import { standing } from './dossier-undo.ts';
import type { Process, ProcessStep } from './process.ts';
import { counterpart } from './process-move.ts';

/** Where a dossier lies. */
export interface Lying {
  /** In today's process; null where it has no such step any more. */
  index: number | null;
  /** As it is today, or as it last was. */
  step: ProcessStep;
  /** The place outside the dossier's own agency, by the names of the time. */
  elsewhere: Elsewhere | undefined;
}

/** Something that counts, and where the dossier lay after it. */
export interface Told extends Recorded {
  lying: Lying;
}

/**
 * What counts of a history, each event with the step it left the dossier at. A newer version of the process moves steps to
 * other numbers: what happened before is told by their counterparts.
 */
export function tellSteps(history: readonly Recorded[]): Told[] {
  const told: Told[] = [];
  let process: Process | null = null;
  let at = 0;
  let elsewhere: Elsewhere | undefined;
  for (const recorded of standing(history)) {
    const { event } = recorded;
    if ('process' in event) {
      const before: Process | null = process;
      if (before !== null) for (const each of told) each.lying = inNewer(each.lying, before, event);
      process = event.process;
    }
    if ('to' in event) at = event.to;
    if ('to' in event || event.type === 'agency_moved') elsewhere = event.elsewhere;
    const step = process?.steps[at];
    if (step === undefined) throw new Error('A dossier lies at a step of its process.');
    told.push({ ...recorded, lying: { index: at, step, elsewhere } });
  }
  return told;
}

function inNewer(lying: Lying, before: Process, event: DossierEvent & { process: Process }): Lying {
  if (lying.index === null) return lying;
  const index = event.type === 'process_migrated' ? movedTo(lying.index, before, event) : lying.index;
  const step = index === null ? undefined : event.process.steps[index];
  return { ...lying, index, step: step ?? lying.step };
}

function movedTo(
  index: number,
  before: Process,
  { from, to, process }: Extract<DossierEvent, { type: 'process_migrated' }>,
): number | null {
  const step = before.steps[index];
  if (index === from) return to;
  return step === undefined ? null : counterpart(step, before, process);
}

/** The place outside the dossier's own agency where each step lies, by the step's index; the latest counts. */
export function placesOf(told: readonly Told[]): ReadonlyMap<number, Elsewhere> {
  const places = new Map<number, Elsewhere>();
  for (const { event, lying } of told)
    if ('to' in event && lying.index !== null && lying.elsewhere !== undefined)
      places.set(lying.index, lying.elsewhere);
  return places;
}

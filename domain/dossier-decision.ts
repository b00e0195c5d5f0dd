// What deciding one action yields: events, or a refusal in words; and the places of a process that events name.

import type { Calendar } from './calendar.ts';
import type { Dossier } from './dossier.ts';
import type { Arrival, DossierEvent } from './dossier-event.ts';
import type { Refusal } from './dossier-guard.ts';
import type { PlaceOf } from './dossier-place.ts';
import type { OfficerRole, ProcessStep } from './process.ts';

export type Decision = { ok: true; events: DossierEvent[] } | { ok: false; refusal: Refusal };

/** What only the outside knows and a decision may need. */
export interface DecisionFacts {
  calendar: Calendar;
  /** The code to give if the dossier is accepted; taken in the same transaction. */
  code?: string;
  /** The fee due at the counter when accepted, in đồng. */
  fee?: number;
  /** Working minutes for which the agency lets a dossier be held; absent: by the plan of the step. */
  leaseMinutes?: number;
  /** Where the steps of other agencies are; needed where the process names any. */
  placeOf?: PlaceOf;
  /** The id of an agency of the tenant by its code; needed where the process consults any. */
  agencyOf?: (code: string) => string | undefined;
  /** Whom an assignment names. */
  assignee?: { officerId: string; agencyId: string; unit: string; roles: readonly OfficerRole[] };
}

/** A refusal that says what to do instead. */
export const refuse = (kind: Refusal['kind'], why: string): Decision => ({
  ok: false,
  refusal: { kind, why, teaches: false },
});

/** A decision of one event. */
export const one = (event: DossierEvent): Decision => ({ ok: true, events: [event] });

/**
 * The event that brings the dossier to a step. Nobody in particular holds it there until somebody of the unit claims it.
 * Refused when the step's agency is not there any more.
 */
export function goTo(
  dossier: Dossier,
  index: number,
  { placeOf }: DecisionFacts,
  event: (arrival: Arrival) => DossierEvent,
): Decision {
  const step = dossier.process.steps[index];
  if (step === undefined) throw new Error('A published process always has a next step here.');
  const place = step.agency === undefined ? 'own' : placeOf?.(step);
  if (place === undefined) return refuse('not_possible_now', unknownAgency(step));
  const arrival = { to: index, unit: step.unit };
  const isOwn = place === 'own' || place.agencyId === dossier.agencyId;
  return one(event(isOwn ? arrival : { ...arrival, elsewhere: place }));
}

/** Why a dossier cannot come to a step whose agency nobody knows. */
export function unknownAgency({ name, agency }: ProcessStep): string {
  return `Bước “${name}” thuộc cơ quan có mã ${agency}, hiện không có trong phần mềm. Xin báo quản trị đơn vị thêm cơ quan này hoặc chuyển hồ sơ sang phiên bản quy trình mới.`;
}

/** Where results are numbered and published. */
export function registerIndex(dossier: Dossier): number {
  return dossier.process.steps.findIndex((step) => step.kind === 'register');
}

/** The place of a step in the process; null where it has none. */
export function stepIndexOf(dossier: Dossier, stepId: string): number | null {
  const index = dossier.process.steps.findIndex((step) => step.id === stepId);
  return index < 0 ? null : index;
}

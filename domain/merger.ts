// A merger (sáp nhập): an agency ends and another goes on with its work; where each running dossier lies afterwards.

import type { Dossier, Elsewhere } from './dossier.ts';
import type { DossierEvent } from './dossier-event.ts';
import type { Process, ProcessStep } from './process.ts';

type AgencyMoved = Extract<DossierEvent, { type: 'agency_moved' }>;

interface Side {
  agencyId: string;
  code: string;
  name: string;
}

export interface Merger {
  from: Side;
  to: Side;
  /** Which unit of the successor goes on with the work of each unit, code by code. */
  units: Readonly<Record<string, string>>;
  /** Names of the successor's units, by code. */
  unitNames: Readonly<Record<string, string>>;
  /** `Quyết định số 12/QĐ-UBND ngày 01 tháng 12 năm 2026` */
  decision: string;
}

/**
 * What the merger does to a dossier; null when it has nothing to do with the agency that ends, or was moved already.
 * `keepsOfficer`: whoever holds it works in the successor's unit too. Its code, its papers and its promise stay.
 */
export function mergeEvent(dossier: Dossier, merger: Merger, keepsOfficer: boolean): AgencyMoved | null {
  const { from, to, decision } = merger;
  const own = dossier.agencyId === from.agencyId ? to.agencyId : dossier.agencyId;
  const process = mergedProcess(dossier, own, merger);
  const there = dossier.holding.elsewhere?.agencyId ?? dossier.agencyId;
  const parties = dossier.parties ?? [];
  const concerned =
    own !== dossier.agencyId ||
    there === from.agencyId ||
    parties.includes(from.agencyId) ||
    process.steps.some((step, index) => step !== dossier.process.steps[index]);
  const step = process.steps[dossier.holding.stepIndex];
  if (!concerned || step === undefined) return null;
  const elsewhere = elsewhereOf(dossier, step, there, merger);
  return {
    type: 'agency_moved',
    fromAgencyId: from.agencyId,
    toAgencyId: to.agencyId,
    fromName: from.name,
    toName: to.name,
    process,
    unit: step.unit,
    officerId: there === from.agencyId && !keepsOfficer ? null : dossier.holding.officerId,
    decision,
    ...(elsewhere === undefined ? {} : { elsewhere }),
  };
}

/** Whoever has it keeps it, and the time they have used; only where it lies has another name. */
export function moveAgency(dossier: Dossier, event: AgencyMoved): Partial<Dossier> {
  const { fromAgencyId, toAgencyId, process, unit, officerId, elsewhere } = event;
  const { elsewhere: _before, lease, ...holding } = dossier.holding;
  const agencyId = dossier.agencyId === fromAgencyId ? toAgencyId : dossier.agencyId;
  const parties = (dossier.parties ?? []).map((id) => (id === fromAgencyId ? toAgencyId : id));
  // What it was asked the successor answers.
  const opinions = dossier.opinions?.map((each) =>
    each.agencyId === fromAgencyId && each.closed === undefined ? { ...each, agencyId: toAgencyId } : each,
  );
  return {
    agencyId,
    process,
    ...(opinions === undefined ? {} : { opinions }),
    holding: {
      ...holding,
      unit,
      officerId,
      ...(elsewhere === undefined ? {} : { elsewhere }),
      ...(lease !== undefined && officerId !== null ? { lease } : {}),
    },
    ...(dossier.parties === undefined
      ? {}
      : { parties: [...new Set(parties)].filter((id) => id !== agencyId) }),
  };
}

function mergedProcess(dossier: Dossier, own: string, merger: Merger): Process {
  const ended = dossier.agencyId === merger.from.agencyId;
  return {
    ...dossier.process,
    steps: dossier.process.steps.map((step) => mergedStep(step, ended, own, merger)),
  };
}

/** A step of the ended agency becomes one of the successor; its own step, where that is the dossier's own agency. */
function mergedStep(
  step: ProcessStep,
  ended: boolean,
  own: string,
  { from, to, units }: Merger,
): ProcessStep {
  const { agency, ...rest } = step;
  if (agency === undefined) return ended ? inUnit(step, units) : step;
  if (agency !== from.code) return agency === to.code && own === to.agencyId ? rest : step;
  const moved = inUnit(rest, units);
  return own === to.agencyId ? moved : { ...moved, agency: to.code };
}

function inUnit(step: ProcessStep, units: Merger['units']): ProcessStep {
  return { ...step, unit: units[step.unit] ?? step.unit };
}

function elsewhereOf(
  dossier: Dossier,
  step: ProcessStep,
  there: string,
  { from, to, unitNames }: Merger,
): Elsewhere | undefined {
  if (step.agency === undefined) return undefined;
  if (there !== from.agencyId) return dossier.holding.elsewhere;
  return { agencyId: to.agencyId, agencyName: to.name, unitName: unitNames[step.unit] ?? step.unit };
}

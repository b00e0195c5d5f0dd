// Where a running dossier would stand in a newer version of its process; or why it must finish in the one it began.

import { currentStep, type Dossier, isEnded } from './dossier.ts';
import { unknownAgency } from './dossier-decision.ts';
import type { Arrival, DossierEvent } from './dossier-event.ts';
import { isSignedBefore } from './dossier-flaw.ts';
import type { PlaceOf } from './dossier-place.ts';
import { foldedKey } from './folding.ts';
import type { Process, ProcessStep } from './process.ts';
import { processOfCase } from './process-budget.ts';

export type Move =
  | ({ ok: true; process: Process; keepsOfficer: boolean } & Arrival)
  /** A sentence that names the step. */
  | { ok: false; why: string };

/**
 * The counterpart of the step where the dossier lies: of the same kind and name; else the only one of its kind, unit
 * and role in both; else the one intake, register or return there is. Numbers of steps say nothing: a step put before
 * moves them all. The promise to the citizen stays what it was.
 */
export function whereAfter(dossier: Dossier, version: Process, placeOf: PlaceOf): Move {
  const step = currentStep(dossier);
  const next = ofSameCase(version, dossier.process.caseName);
  if (next === null)
    return {
      ok: false,
      why: 'Phiên bản mới không có trường hợp của hồ sơ này; hồ sơ đi tiếp theo quy trình cũ.',
    };
  if (isEnded(dossier.status)) return { ok: false, why: 'Hồ sơ đã kết thúc, không còn bước nào để chuyển.' };
  const to = counterpart(step, dossier.process, next);
  const target = to === null ? undefined : next.steps[to];
  if (to === null || target === undefined)
    return {
      ok: false,
      why: `Bước “${step.name}” không có bước tương ứng trong phiên bản mới; hồ sơ đi tiếp theo quy trình cũ.`,
    };
  const isDecided = dossier.outcome !== null;
  if (isDecided !== isSignedBefore(next, to))
    return {
      ok: false,
      why: isDecided
        ? `Hồ sơ đã được ký, mà phiên bản mới còn bước ký sau “${target.name}”; hồ sơ đi tiếp theo quy trình cũ.`
        : `Hồ sơ chưa được ký, mà phiên bản mới không còn bước ký từ “${target.name}”; hồ sơ đi tiếp theo quy trình cũ.`,
    };
  const place = target.agency === undefined ? 'own' : placeOf(target);
  if (place === undefined) return { ok: false, why: unknownAgency(target) };
  const elsewhere = place === 'own' || place.agencyId === dossier.agencyId ? {} : { elsewhere: place };
  const keepsOfficer =
    target.unit === step.unit &&
    target.role === step.role &&
    elsewhere.elsewhere?.agencyId === dossier.holding.elsewhere?.agencyId;
  return { ok: true, process: next, to, unit: target.unit, ...elsewhere, keepsOfficer };
}

/** The event that moves it, for a dossier that can be moved. */
export function moveEvent(
  dossier: Dossier,
  move: Extract<Move, { ok: true }>,
  processVersion: number,
  reason: string,
): DossierEvent {
  return {
    type: 'process_migrated',
    processVersion,
    process: move.process,
    from: dossier.holding.stepIndex,
    to: move.to,
    unit: move.unit,
    ...(move.elsewhere === undefined ? {} : { elsewhere: move.elsewhere }),
    officerId: move.keepsOfficer ? dossier.holding.officerId : null,
    reason,
  };
}

function ofSameCase(version: Process, caseName: string | undefined): Process | null {
  if (version.cases === undefined) return caseName === undefined ? version : null;
  const same = version.cases.find(({ name }) => name === caseName);
  return same === undefined ? null : processOfCase(version, same);
}

const single: readonly ProcessStep['kind'][] = ['intake', 'register', 'return'];

/** The place in `next` of a step of `before`: by the rules of `whereAfter`; null where it has no counterpart. */
export function counterpart(step: ProcessStep, before: Process, next: Process): number | null {
  const named = (each: ProcessStep) =>
    each.kind === step.kind && foldedKey(each.name) === foldedKey(step.name);
  const desk = (each: ProcessStep) =>
    each.kind === step.kind && each.unit === step.unit && each.role === step.role;
  const alike = (is: (each: ProcessStep) => boolean) =>
    before.steps.filter(is).length === 1 && next.steps.filter(is).length === 1
      ? next.steps.findIndex(is)
      : -1;
  const found = [
    alike(named),
    alike(desk),
    single.includes(step.kind) ? alike(({ kind }) => kind === step.kind) : -1,
  ];
  return found.find((index) => index >= 0) ?? null;
}

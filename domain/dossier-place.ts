// Which agency a dossier lies at: its own, or another one to which a step of its process belongs.

import type { Dossier, Elsewhere } from './dossier.ts';
import type { ProcessStep } from './process.ts';

/**
 * Where a step of a process is: `own` at the dossier's own agency, else the place at the agency the step names;
 * undefined when there is no such agency any more. Only the outside knows.
 */
export type PlaceOf = (step: ProcessStep) => Elsewhere | 'own' | undefined;

/** The agency that has the dossier now: whose officers do the work of the step. */
export function holdingAgencyId({ agencyId, holding }: Pick<Dossier, 'agencyId' | 'holding'>): string {
  return holding.elsewhere?.agencyId ?? agencyId;
}

/** True for its own agency and for every other that has held it or was asked about it: they may read it. */
export function takesPart(
  { agencyId, parties = [] }: Pick<Dossier, 'agencyId' | 'parties'>,
  asking: string,
): boolean {
  return agencyId === asking || parties.includes(asking);
}

/** The agencies beside its own, with one more. */
export function withParty(
  { agencyId, parties = [] }: Dossier,
  joining: string | undefined,
): Pick<Dossier, 'parties'> {
  if (joining === undefined || joining === agencyId || parties.includes(joining)) return {};
  return { parties: [...parties, joining] };
}

/** A room and its agency, for people: `Phòng Đăng ký, Chi nhánh Văn phòng đăng ký đất đai`. */
export function elsewhereText({ unitName, agencyName }: Elsewhere): string {
  return `${unitName}, ${agencyName}`;
}

/** Where something lies, for a reader: rooms of the reader's own agency need no further name. */
export function placeText(
  { unit, elsewhere }: { unit: string; elsewhere?: Elsewhere },
  unitName: (code: string) => string,
  readerAgencyId?: string,
): string {
  if (elsewhere === undefined) return unitName(unit);
  return elsewhere.agencyId === readerAgencyId ? elsewhere.unitName : elsewhereText(elsewhere);
}

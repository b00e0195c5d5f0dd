// The demo ward's own catalogue: the 73 procedures in 17 fields which Phường Kiến Tường offers, with their processes.

import type { Procedure } from '@motcua/domain/procedure';
import type { Process } from '@motcua/domain/process';
import type { FieldCatalogue } from './authoring.ts';
import { construction, planning, publicTrees, streets } from './building.ts';
import { certification } from './certification.ts';
import { belief, complaints } from './citizens-voice.ts';
import { civilStatus } from './civil-status.ts';
import { adoption, mediation } from './family.ts';
import { householdBusiness } from './household-business.ts';
import { crops, land } from './land.ts';
import { commendation, peopleOfMerit } from './merit.ts';
import { desk, processOf } from './processes.ts';
import { povertyReduction, socialProtection } from './social-care.ts';

/** A procedure the ward offers and the way its dossiers go. */
export interface WardProcedure {
  procedure: Procedure;
  process: Process;
}

const fields: readonly FieldCatalogue[] = [
  civilStatus,
  certification,
  adoption,
  mediation,
  householdBusiness,
  construction,
  planning,
  streets,
  publicTrees,
  land,
  crops,
  povertyReduction,
  socialProtection,
  peopleOfMerit,
  commendation,
  belief,
  complaints,
];

/** The fields (lĩnh vực) of the ward, in the order in which the counter lists them. */
export const fieldNames: readonly string[] = fields.map((each) => each.name);

/** Every procedure of the ward, field by field. */
export const wardCatalogue: readonly WardProcedure[] = fields.flatMap((each) =>
  each.procedures.map((procedure) => ({
    procedure,
    process: processOf(procedure, each.flows.get(procedure.code) ?? desk('mot-cua', 'Xử lý hồ sơ')),
  })),
);

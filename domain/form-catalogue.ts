// Which e-form a procedure has: the one offered on a day, and every version that answers may still name.

import type { Form } from './form.ts';
import { birthRegistration } from './forms/birth-registration.ts';
import { buildingPermit } from './forms/building-permit.ts';
import { certifiedCopies } from './forms/certified-copies.ts';
import { civilExtract } from './forms/civil-extract.ts';
import { deathRegistration } from './forms/death-registration.ts';
import { drivingPermit } from './forms/driving-permit.ts';
import { householdBusiness } from './forms/household-business.ts';
import { landTransfer } from './forms/land-transfer.ts';
import { landUseChange } from './forms/land-use-change.ts';
import { maritalStatus } from './forms/marital-status.ts';
import { marriageRegistration } from './forms/marriage-registration.ts';
import { securityRegistration } from './forms/security-registration.ts';
import type { PlainDate } from './time.ts';

const forms: readonly Form[] = [
  birthRegistration,
  marriageRegistration,
  deathRegistration,
  maritalStatus,
  certifiedCopies,
  householdBusiness,
  buildingPermit,
  landUseChange,
  landTransfer,
  securityRegistration,
  drivingPermit,
  civilExtract,
];

/** The form that a procedure offers on a day; undefined when it has none and is filed with its papers alone. */
export function currentForm(procedureCode: string, today: PlainDate): Form | undefined {
  return forms
    .filter((form) => form.procedure === procedureCode && form.from <= today)
    .reduce<Form | undefined>(
      (latest, form) => (latest === undefined || form.version > latest.version ? form : latest),
      undefined,
    );
}

/** The version under which answers were given: old drafts and dossiers are read with their own. */
export function formOf(procedureCode: string, version: number): Form | undefined {
  return forms.find((form) => form.procedure === procedureCode && form.version === version);
}

/** Every form that can be filled in today, for lists and for the tests. */
export function formsOn(today: PlainDate): Form[] {
  return [...new Set(forms.map((form) => form.procedure))].flatMap((code) => currentForm(code, today) ?? []);
}

// Which e-form a procedure has: the one offered on a day, and every version that answers may still name.

import type { Form } from './form.ts';
import { birthRegistration } from './forms/birth-registration.ts';
import type { PlainDate } from './time.ts';

const forms: readonly Form[] = [birthRegistration];

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

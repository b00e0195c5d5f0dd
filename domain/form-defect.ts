// What can be wrong with an answer to a form, and what the check has to know to say so.

import type { FieldDefect } from './filing.ts';
import type { PlainDate } from './time.ts';
import type { Units } from './units.ts';

/**
 * `required`, `kind`, `range` and `unknown` a JSON Schema can say as well; `future`, `identity`, `contradiction` and
 * `unit` only our own check (docs/forms.md).
 */
export type FormRule =
  | 'required'
  | 'kind'
  | 'range'
  | 'unknown'
  | 'future'
  | 'identity'
  | 'contradiction'
  | 'unit';

export interface FormDefect extends FieldDefect {
  rule: FormRule;
}

export interface CheckFacts {
  today: PlainDate;
  /** Numbers of the demo (999…) pass. */
  allowDemo?: boolean;
  /** Without them only the shape of codes is looked at, as in the browser. */
  units?: Units;
}

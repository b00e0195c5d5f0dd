// What every question of a page is given, and how its control and its label are called.

import type { Answer } from '@motcua/domain/form-answers';
import type { VisibleField } from '@motcua/domain/form-fields';
import type { ReactNode } from 'react';
import { applyWords } from '../../words/apply.ts';

export interface Asking {
  /** Before the path of every field. */
  prefix: string;
  answerOf: (path: string) => Answer | undefined;
  put: (path: string, value: Answer | undefined) => void;
  defectOf: (path: string) => string | undefined;
  /** A place for a paper: photographs. */
  paper: (asked: VisibleField) => ReactNode;
  now: string;
}

/** The id of the control of a path: what an error leads to. */
export const controlId = (path: string) => `muc-${path.replaceAll('.', '-')}`;

export function labelOf({ field, required }: VisibleField): string {
  const text = field.ask ?? field.label;
  return required ? text : applyWords.optional(text);
}

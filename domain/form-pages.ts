// Answers as people read them, page by page: before filing, on the desk's dossier page, in the package to take along.

import type { Form } from './form.ts';
import type { Answers } from './form-answers.ts';
import { type VisibleField, visibleFields } from './form-fields.ts';
import { answerText } from './form-words.ts';
import { placeText, type Units } from './units.ts';

export interface AnswerRow {
  label: string;
  /** Empty where nothing was answered. */
  value: string;
}

export interface AnswerPage {
  id: string;
  title: string;
  rows: AnswerRow[];
}

/** Every question that is asked, with its answer in words; papers are shown as files elsewhere. `units` may be wanting. */
export function answerPages(form: Form, answers: Answers, units?: Units): AnswerPage[] {
  const asked = visibleFields(form, answers);
  return form.pages.flatMap(({ id, title }) => {
    const rows = asked.filter(({ page }) => page === id).flatMap((field) => rowsOf(field, units));
    return rows.length === 0 ? [] : [{ id, title, rows }];
  });
}

function rowsOf(asked: VisibleField, units: Units | undefined): AnswerRow[] {
  const { field, answer } = asked;
  if (field.kind === 'paper') return [];
  if (field.kind === 'person') return asked.parts.flatMap((part) => rowsOf(part, units));
  if (field.kind === 'group')
    return asked.items.flatMap((item, index) =>
      item
        .flatMap((each) => rowsOf(each, units))
        .map(({ label, value }) => ({ label: `${field.item} ${index + 1}: ${label}`, value })),
    );
  const placeOf = (commune: string) => (units === undefined ? null : placeText(units, commune));
  return [{ label: field.label, value: answerText(field, answer, placeOf) ?? '' }];
}

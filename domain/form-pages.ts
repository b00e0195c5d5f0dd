// Answers as people read them, page by page: before filing, on the desk's dossier page, in the package to take along.

import type { Form } from './form.ts';
import type { Answers } from './form-answers.ts';
import { type VisibleField, visibleFields } from './form-fields.ts';
import { answerText } from './form-words.ts';
import { maskedIdentity } from './receipt.ts';
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

interface Reading {
  /** May be wanting: a place is then named by its code. */
  units?: Units | undefined;
  /** Numbers of identity papers show their end alone: for who reads it but did not write it. */
  masked?: boolean;
}

/** Every question that is asked, with its answer in words; papers are shown as files elsewhere. */
export function answerPages(form: Form, answers: Answers, reading: Reading = {}): AnswerPage[] {
  const asked = visibleFields(form, answers);
  return form.pages.flatMap(({ id, title }) => {
    const rows = asked.filter(({ page }) => page === id).flatMap((field) => rowsOf(field, reading));
    return rows.length === 0 ? [] : [{ id, title, rows }];
  });
}

function rowsOf(asked: VisibleField, reading: Reading): AnswerRow[] {
  const { field, answer } = asked;
  if (field.kind === 'paper') return [];
  if (field.kind === 'person') return asked.parts.flatMap((part) => rowsOf(part, reading));
  if (field.kind === 'group')
    return asked.items.flatMap((item, index) =>
      item
        .flatMap((each) => rowsOf(each, reading))
        .map(({ label, value }) => ({ label: `${field.item} ${index + 1}: ${label}`, value })),
    );
  const { units, masked = false } = reading;
  if (masked && field.kind === 'identity' && typeof answer === 'string')
    return [{ label: field.label, value: maskedIdentity(answer) }];
  const placeOf = (commune: string) => (units === undefined ? null : placeText(units, commune));
  return [{ label: field.label, value: answerText(field, answer, placeOf) ?? '' }];
}

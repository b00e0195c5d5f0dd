// The pages of a draft, in order: who files, then the form's own; what is asked on each, with whole paths.

import { filingForm, filingKey, splitFiling } from '@motcua/domain/filing-form';
import type { Form, FormPage } from '@motcua/domain/form';
import type { Answers } from '@motcua/domain/form-answers';
import { type VisibleField, visibleFields } from '@motcua/domain/form-fields';

export interface Step {
  id: string;
  title: string;
  hint: string | undefined;
  fields: VisibleField[];
  /** Before the paths of these fields. */
  prefix: string;
}

/** Only pages on which something is asked. */
export function stepsOf(form: Form, answers: Answers): Step[] {
  const split = splitFiling(answers);
  return [...pagesOf(filingForm, split.filing, `${filingKey}.`), ...pagesOf(form, split.form, '')];
}

function pagesOf(form: Form, answers: Answers, prefix: string): Step[] {
  const asked = visibleFields(form, answers);
  return form.pages.flatMap((page: FormPage) => {
    const fields = asked.filter((field) => field.page === page.id);
    const id = prefix === '' ? page.id : `nop-${page.id}`;
    return fields.length === 0 ? [] : [{ id, title: page.title, hint: page.hint, fields, prefix }];
  });
}

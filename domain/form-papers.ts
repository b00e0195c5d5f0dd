// Where the papers of a form lie: each place in the form belongs to one paper of the procedure, found by its name.

import { foldedKey } from './folding.ts';
import type { FieldOf, Form, FormField } from './form.ts';
import { type Answers, withAnswer } from './form-answers.ts';
import type { Paper } from './procedure.ts';

/**
 * The paper of the procedure that a place in the form is for: the first whose name has the field's words in it.
 * Catalogues number their papers differently, but name them alike. Undefined when this catalogue has no such paper.
 */
export function paperOfField<P extends Pick<Paper, 'name'>>(
  field: FieldOf<'paper'>,
  papers: readonly P[],
): P | undefined {
  return named(papers, field.paper);
}

/** The paper that the printed declaration is: it need not be photographed, because the form writes it. */
export function paperOfDeclaration<P extends Pick<Paper, 'name'>>(
  form: Form,
  papers: readonly P[],
): P | undefined {
  return form.declares === null ? undefined : named(papers, form.declares);
}

/** The answers with what lies in the places of papers, and nothing there that only a client claimed. */
export function withPapers(
  form: Form,
  answers: Answers,
  papers: readonly Pick<Paper, 'id' | 'name'>[],
  filesOf: (paperId: string) => readonly string[],
): Answers {
  return form.pages
    .flatMap((page) => page.fields)
    .filter(isPaper)
    .reduce((known, field) => {
      const paper = paperOfField(field, papers);
      const files = paper === undefined ? [] : filesOf(paper.id);
      return withAnswer(known, field.id, files.length === 0 ? undefined : [...files]);
    }, answers);
}

export function isPaper(field: FormField): field is FieldOf<'paper'> {
  return field.kind === 'paper';
}

function named<P extends Pick<Paper, 'name'>>(papers: readonly P[], words: string): P | undefined {
  const key = foldedKey(words);
  return papers.find((paper) => ` ${foldedKey(paper.name)} `.includes(` ${key} `));
}

// Taking what the citizen brought: the papers that were asked for are ticked already.

import { Checkbox, Textarea } from '@mantine/core';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface Values {
  papers: { paperId: string; name: string; ticked: boolean }[];
  /** Null where the content was not asked for. */
  summary: string | null;
}

function summaryAsked({ supplement }: DossierView) {
  return supplement?.items.find(({ field }) => field === 'summary');
}

export const TakeSupplementForm = makeActionForm<Values>({
  initial: (dossier) => ({
    papers: (dossier.supplement?.items ?? []).flatMap(({ paperId, label, sent }) =>
      // What came as a photograph is not on the table.
      paperId === null ? [] : [{ paperId, name: label, ticked: sent.length === 0 }],
    ),
    summary: summaryAsked(dossier)?.value?.value ?? (summaryAsked(dossier) ? dossier.summary : null),
  }),
  Fields: ({ form }: FieldsProps<Values>) => (
    <>
      {form.getValues().papers.length > 0 && (
        <fieldset className={classes['group']}>
          <legend>{words.takePapers}</legend>
          <div className={classes['choices']}>
            {form.getValues().papers.map((paper, index) => (
              <Checkbox
                key={paper.paperId}
                label={paper.name}
                data-autofocus={index === 0 || undefined}
                checked={paper.ticked}
                onChange={(event) =>
                  form.setFieldValue(`papers.${index}.ticked`, event.currentTarget.checked)
                }
              />
            ))}
          </div>
        </fieldset>
      )}
      {form.getValues().summary !== null && (
        <Textarea label={words.summaryField} autosize minRows={2} {...form.getInputProps('summary')} />
      )}
    </>
  ),
  toAction: ({ papers, summary }) => ({
    ...(summary === null ? {} : { summary }),
    papers: papers
      .filter((paper) => paper.ticked)
      .map(({ paperId, name }) => ({ paperId, name, originals: 1, copies: 0, note: null })),
  }),
});

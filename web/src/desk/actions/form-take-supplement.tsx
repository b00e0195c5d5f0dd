// Taking what the citizen brought: the papers that were asked for are ticked already.

import { Checkbox } from '@mantine/core';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface Values {
  papers: { paperId: string; name: string; ticked: boolean }[];
}

export const TakeSupplementForm = makeActionForm<Values>({
  initial: (dossier) => ({
    papers: dossier.procedurePapers.map(({ id, name }) => ({
      paperId: id,
      name,
      ticked: dossier.supplement?.items.some((item) => item.paperId === id) ?? false,
    })),
  }),
  Fields: ({ form }: FieldsProps<Values>) => (
    <fieldset className={classes['group']}>
      <legend>{words.takePapers}</legend>
      <div className={classes['choices']}>
        {form.getValues().papers.map((paper, index) => (
          <Checkbox
            key={paper.paperId}
            label={paper.name}
            data-autofocus={index === 0 || undefined}
            checked={paper.ticked}
            onChange={(event) => form.setFieldValue(`papers.${index}.ticked`, event.currentTarget.checked)}
          />
        ))}
      </div>
    </fieldset>
  ),
  toAction: ({ papers }) => ({
    papers: papers
      .filter((paper) => paper.ticked)
      .map(({ paperId, name }) => ({ paperId, name, originals: 1, copies: 0, note: null })),
  }),
});

// Sending back what the citizen answered: which items are still wanting, and what is to be put right.

import { Checkbox, Textarea } from '@mantine/core';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface Values {
  items: { item: number; label: string; reason: string; wanting: boolean }[];
}

export const ReturnSupplementForm = makeActionForm<Values>({
  initial: ({ supplement }) => ({
    items: (supplement?.items ?? []).map(({ index, label, reason }, _, all) => ({
      item: index,
      label,
      reason,
      wanting: all.length === 1,
    })),
  }),
  Fields: ({ form }: FieldsProps<Values>) => (
    <fieldset className={classes['group']}>
      <legend>{words.returnItems}</legend>
      {form.getValues().items.map(({ item, label, wanting }, index) => (
        <div key={item}>
          <Checkbox
            label={label}
            data-autofocus={index === 0 || undefined}
            checked={wanting}
            onChange={(event) => form.setFieldValue(`items.${index}.wanting`, event.currentTarget.checked)}
          />
          {wanting && (
            <Textarea
              label={words.returnReason(label)}
              autosize
              minRows={2}
              {...form.getInputProps(`items.${index}.reason`)}
            />
          )}
        </div>
      ))}
    </fieldset>
  ),
  toAction: ({ items }) => ({
    items: items.filter(({ wanting }) => wanting).map(({ item, reason }) => ({ item, reason })),
  }),
});

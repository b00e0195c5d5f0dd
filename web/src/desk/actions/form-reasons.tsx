// Refusals: one or more reasons, each read word for word by the citizen.

import { ActionIcon, Button, Textarea } from '@mantine/core';
import { Icon } from '../../ui/icons.tsx';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface Values {
  reasons: string[];
}

const most = 10;

export const ReasonsForm = makeActionForm<Values>({
  initial: () => ({ reasons: [''] }),
  Fields,
  toAction: ({ reasons }) => ({ reasons }),
  danger: true,
});

function Fields({ form }: FieldsProps<Values>) {
  const { reasons } = form.getValues();
  return (
    <>
      {reasons.map((_reason, index) => (
        <div key={index} className={classes['row']}>
          <Textarea
            className={classes['grow'] ?? ''}
            label={reasons.length === 1 ? words.reason : words.reasonNumber(index + 1)}
            description={index === 0 ? words.reasonHint : undefined}
            autosize
            minRows={2}
            data-autofocus={index === 0 || undefined}
            {...form.getInputProps(`reasons.${index}`)}
          />
          {reasons.length > 1 && (
            <ActionIcon
              variant="subtle"
              color="gray"
              size={32}
              aria-label={words.removeReason(index + 1)}
              onClick={() => form.removeListItem('reasons', index)}
            >
              <Icon name="cross" />
            </ActionIcon>
          )}
        </div>
      ))}
      {reasons.length < most && (
        <Button
          variant="subtle"
          size="xs"
          className={classes['add'] ?? ''}
          leftSection={<Icon name="plus" size={16} />}
          onClick={() => form.insertListItem('reasons', '')}
        >
          {words.addReason}
        </Button>
      )}
    </>
  );
}

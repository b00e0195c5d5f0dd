// Refusals: one or more reasons, each read word for word by the citizen.

import { ActionIcon, Button, Select, Textarea } from '@mantine/core';
import { basisOf, type DefectReason, reasonsFor } from '@motcua/domain/defect-reasons';
import { lowerFirst } from '@motcua/domain/wording';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { Icon } from '../../ui/icons.tsx';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface Values {
  reasons: string[];
}

const most = 10;
const refusals = reasonsFor('refusal');

/** The rule, and the words after it: the officer goes on where they end. */
function sentenceOf(reason: DefectReason, dossier: DossierView): string {
  const basis = basisOf(reason, dossier);
  return basis === null ? reason.words : words.onGround(lowerFirst(basis), lowerFirst(reason.words));
}

export const ReasonsForm = makeActionForm<Values>({
  initial: () => ({ reasons: [''] }),
  Fields,
  toAction: ({ reasons }) => ({ reasons }),
  danger: true,
});

function Fields({ form, dossier }: FieldsProps<Values>) {
  const { reasons } = form.getValues();
  return (
    <>
      {reasons.map((_reason, index) => (
        <div key={index}>
          <Select
            label={words.catalogue}
            data={refusals.map(({ code, label }) => ({ value: code, label }))}
            searchable
            value={null}
            onChange={(code) => {
              const found = refusals.find((each) => each.code === code);
              if (found !== undefined) form.setFieldValue(`reasons.${index}`, sentenceOf(found, dossier));
            }}
          />
          <div className={classes['row']}>
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

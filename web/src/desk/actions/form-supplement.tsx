// Asking for everything that is missing at once: each defect tied to a paper or a field, with its reason.

import { ActionIcon, Button, Select, Textarea, TextInput } from '@mantine/core';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { Icon } from '../../ui/icons.tsx';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface Defect {
  /** `paper:p1` or `field:address` */
  target: string | null;
  label: string;
  reason: string;
}

interface Values {
  items: Defect[];
  sectorGround: string;
}

const blank: Defect = { target: null, label: '', reason: '' };

export const SupplementForm = makeActionForm<Values>({
  initial: () => ({ items: [blank], sectorGround: '' }),
  Fields,
  toAction: ({ items, sectorGround }) => ({
    items: items.map(({ target, label, reason }) => ({ target: targetOf(target), label, reason })),
    sectorGround: sectorGround.trim() === '' ? null : sectorGround,
  }),
});

function Fields({ form, dossier }: FieldsProps<Values>) {
  const { items } = form.getValues();
  return (
    <>
      {items.map((item, index) => (
        <fieldset key={index} className={classes['defect']}>
          <legend>{words.defectNumber(index + 1)}</legend>
          {items.length > 1 && (
            <ActionIcon
              className={classes['remove'] ?? ''}
              variant="subtle"
              color="gray"
              size={28}
              aria-label={words.removeDefect(index + 1)}
              onClick={() => form.removeListItem('items', index)}
            >
              <Icon name="cross" size={16} />
            </ActionIcon>
          )}
          <Select
            label={words.defectTarget}
            data={choicesOf(dossier)}
            searchable
            data-autofocus={index === 0 || undefined}
            {...form.getInputProps(`items.${index}.${item.target === 'field:other' ? 'target' : 'label'}`)}
            value={item.target}
            onChange={(target) => {
              form.replaceListItem('items', index, { ...item, target, label: labelOf(target, dossier) });
              form.clearFieldError(`items.${index}.label`);
            }}
          />
          {item.target === 'field:other' && (
            <TextInput label={words.defectLabel} {...form.getInputProps(`items.${index}.label`)} />
          )}
          <Textarea
            label={words.defectReason}
            description={words.defectReasonHint}
            autosize
            minRows={2}
            {...form.getInputProps(`items.${index}.reason`)}
          />
        </fieldset>
      ))}
      <Button
        variant="subtle"
        size="xs"
        className={classes['add'] ?? ''}
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => form.insertListItem('items', blank)}
      >
        {words.addDefect}
      </Button>
      <Textarea
        label={`${words.sectorGround} (${words.optional})`}
        description={words.sectorGroundHint}
        autosize
        minRows={1}
        {...form.getInputProps('sectorGround')}
      />
    </>
  );
}

function choicesOf(dossier: DossierView) {
  return [
    {
      group: words.paperGroup,
      items: dossier.procedurePapers.map((paper) => ({ value: `paper:${paper.id}`, label: paper.name })),
    },
    {
      group: words.fieldGroup,
      items: Object.entries(words.fields).map(([field, label]) => ({ value: `field:${field}`, label })),
    },
  ];
}

/** The name a citizen reads; `Mục khác` is named by the officer. */
function labelOf(target: string | null, dossier: DossierView): string {
  const [kind, id = ''] = (target ?? '').split(':');
  if (kind === 'paper')
    return dossier.procedurePapers.find((paper) => paper.id === id)?.name.slice(0, 300) ?? '';
  return id === 'other' ? '' : (words.fields[id] ?? '');
}

/** Nothing chosen leaves the label empty, which the schema refuses with its own sentence. */
function targetOf(target: string | null) {
  const [kind, id = ''] = (target ?? '').split(':');
  return kind === 'field' ? { kind, field: id } : { kind: 'paper', paperId: id };
}

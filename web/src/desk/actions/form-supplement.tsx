// Asking for everything that is missing at once: each defect tied to a paper or a field, with its reason.

import { ActionIcon, Button, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { basisOf, reasonsFor } from '@motcua/domain/defect-reasons';
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
  /** Of the catalogue; null for a reason of one’s own. */
  reasonCode: string | null;
  basis: string;
}

interface Values {
  items: Defect[];
  sectorGround: string;
  /** Empty: fifteen days. */
  answerDays: number | string;
}

const supplementReasons = reasonsFor('supplement');
const choices = supplementReasons.map(({ code, label }) => ({ value: code, label }));

const blank: Defect = { target: null, label: '', reason: '', reasonCode: null, basis: '' };

export const SupplementForm = makeActionForm<Values>({
  initial: () => ({ items: [blank], sectorGround: '', answerDays: '' }),
  Fields,
  toAction: ({ items, sectorGround, answerDays }) => ({
    ...(answerDays === '' ? {} : { answerDays: Number(answerDays) }),
    items: items.map(({ target, label, reason, reasonCode, basis }) => ({
      target: targetOf(target),
      label,
      reason,
      ...(reasonCode === null ? {} : { reasonCode }),
      ...(basis.trim() === '' ? {} : { basis }),
    })),
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
          <Select
            label={words.catalogue}
            description={words.catalogueHint}
            data={choices}
            searchable
            clearable
            value={item.reasonCode}
            onChange={(code) => {
              const found = supplementReasons.find((each) => each.code === code);
              const said = found && { reason: found.words, basis: basisOf(found, dossier) ?? '' };
              form.replaceListItem('items', index, { ...item, reasonCode: code, ...said });
              form.clearFieldError(`items.${index}.reason`);
            }}
          />
          <Textarea
            label={words.defectReason}
            description={words.defectReasonHint}
            autosize
            minRows={2}
            {...form.getInputProps(`items.${index}.reason`)}
          />
          <TextInput
            label={`${words.basis} (${words.optional})`}
            {...form.getInputProps(`items.${index}.basis`)}
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
      <NumberInput
        label={`${words.answerDays} (${words.optional})`}
        description={words.answerDaysHint}
        allowDecimal={false}
        min={1}
        max={365}
        {...form.getInputProps('answerDays')}
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

// Handing over the result to the person who came, and correcting what intake wrote down wrongly.

import { Button, Radio, Textarea, TextInput } from '@mantine/core';
import type { DeliveryMethod } from '@motcua/domain/dossier';
import { Icon } from '../../ui/icons.tsx';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

const methods = Object.entries(words.methods);

interface HandOverValues {
  collector: string;
  method: DeliveryMethod;
}

/** The collector is typed or taken from the applicant by a press: never filled in silently. */
export const HandOverForm = makeActionForm<HandOverValues>({
  initial: (dossier) => ({ collector: '', method: dossier.deliveryMethod }),
  Fields: ({ form, dossier }: FieldsProps<HandOverValues>) => (
    <>
      <TextInput
        label={words.collector}
        description={words.collectorHint}
        data-autofocus
        {...form.getInputProps('collector')}
      />
      <Button
        variant="subtle"
        size="xs"
        className={classes['add'] ?? ''}
        leftSection={<Icon name="person" size={16} />}
        onClick={() => form.setFieldValue('collector', dossier.applicant.fullName)}
      >
        {words.useApplicant(dossier.applicant.fullName)}
      </Button>
      <Methods form={form} name="method" />
    </>
  ),
  toAction: (values) => ({ ...values }),
});

interface DetailsValues {
  summary: string;
  deliveryMethod: DeliveryMethod;
  reason: string;
}

export const CorrectDetailsForm = makeActionForm<DetailsValues>({
  initial: ({ summary, deliveryMethod }) => ({ summary, deliveryMethod, reason: '' }),
  Fields: ({ form }: FieldsProps<DetailsValues>) => (
    <>
      <Textarea
        label={words.summaryField}
        autosize
        minRows={2}
        data-autofocus
        {...form.getInputProps('summary')}
      />
      <Methods form={form} name="deliveryMethod" />
      <Textarea
        label={words.reason}
        description={words.reasonInside}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
    </>
  ),
  toAction: ({ summary, deliveryMethod, reason }, dossier) => ({
    summary: summary === dossier.summary ? null : summary,
    deliveryMethod: deliveryMethod === dossier.deliveryMethod ? null : deliveryMethod,
    reason,
  }),
});

function Methods<Values extends object>({
  form,
  name,
}: {
  form: FieldsProps<Values>['form'];
  name: keyof Values & string;
}) {
  return (
    <Radio.Group label={words.method} {...form.getInputProps(name)}>
      <div className={classes['choices']}>
        {methods.map(([value, label]) => (
          <Radio key={value} value={value} label={label} />
        ))}
      </div>
    </Radio.Group>
  );
}

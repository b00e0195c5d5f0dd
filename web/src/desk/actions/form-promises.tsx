// Acts that ask or promise: a payment, a new date with an apology.

import { Checkbox, NumberInput, Select, Textarea, TextInput } from '@mantine/core';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface PaymentValues {
  amount: number | string;
  reason: string;
  stopsClock: boolean;
  /** Empty: thirty days. */
  payBy: string;
}

export const PaymentForm = makeActionForm<PaymentValues>({
  initial: () => ({ amount: '', reason: '', stopsClock: false, payBy: '' }),
  Fields: ({ form }: FieldsProps<PaymentValues>) => (
    <>
      <NumberInput
        label={words.amount}
        suffix={words.currency}
        thousandSeparator="."
        decimalSeparator=","
        allowDecimal={false}
        allowNegative={false}
        hideControls
        data-autofocus
        {...form.getInputProps('amount')}
      />
      <Textarea
        label={words.paymentReason}
        description={words.reasonHint}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
      <Checkbox label={words.stopsClock} {...form.getInputProps('stopsClock', { type: 'checkbox' })} />
      {form.getValues().stopsClock && (
        <TextInput
          type="date"
          label={`${words.payBy} (${words.optional})`}
          description={words.payByHint}
          {...form.getInputProps('payBy')}
        />
      )}
    </>
  ),
  toAction: ({ amount, reason, stopsClock, payBy }) => ({
    amount: Number(amount),
    reason,
    stopsClock,
    ...(stopsClock && payBy !== '' ? { payBy } : {}),
  }),
});

interface ExtendValues {
  term: { unit: 'working_day' | 'working_hour'; value: number | string };
  reason: string;
  apology: string;
}

export const ExtendForm = makeActionForm<ExtendValues>({
  initial: () => ({ term: { unit: 'working_day', value: '' }, reason: '', apology: words.apologyDraft }),
  Fields: ({ form }: FieldsProps<ExtendValues>) => (
    <>
      <div className={classes['pair']}>
        <NumberInput
          label={words.termValue}
          allowDecimal={false}
          min={1}
          max={1000}
          data-autofocus
          {...form.getInputProps('term.value')}
        />
        <Select
          label={words.termUnit}
          data={Object.entries(words.termUnits).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('term.unit')}
        />
      </div>
      <Textarea
        label={words.reason}
        description={words.reasonHint}
        autosize
        minRows={2}
        {...form.getInputProps('reason')}
      />
      <Textarea label={words.apology} autosize minRows={2} {...form.getInputProps('apology')} />
    </>
  ),
  check: ({ term }) =>
    Number(term.value) >= 1 ? [] : [{ field: 'term.value', message: words.termMissing[term.unit] }],
  toAction: ({ term, reason, apology }) => ({
    term: { unit: term.unit, value: Number(term.value) },
    reason,
    apology,
  }),
});

// Acts that need at most one line to be told.

import { Textarea, TextInput } from '@mantine/core';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';

const orNull = (text: string) => (text.trim() === '' ? null : text);

export const NothingForm = makeActionForm({ initial: () => ({}), toAction: () => ({}) });

export const NoteForm = makeActionForm({
  initial: () => ({ note: '' }),
  Fields: ({ form }: FieldsProps<{ note: string }>) => (
    <Textarea
      label={words.note}
      description={words.noteHint}
      autosize
      minRows={3}
      data-autofocus
      {...form.getInputProps('note')}
    />
  ),
  toAction: ({ note }) => ({ note: orNull(note) }),
});

export const TextForm = makeActionForm({
  initial: () => ({ text: '' }),
  Fields: ({ form }: FieldsProps<{ text: string }>) => (
    <Textarea
      label={words.note}
      description={words.noteRead}
      autosize
      minRows={3}
      data-autofocus
      {...form.getInputProps('text')}
    />
  ),
  toAction: ({ text }) => ({ text }),
});

export const ReleaseForm = makeActionForm({
  initial: () => ({ reason: '' }),
  Fields: ({ form }: FieldsProps<{ reason: string }>) => (
    <Textarea
      label={words.reason}
      description={words.reasonInside}
      autosize
      minRows={3}
      data-autofocus
      {...form.getInputProps('reason')}
    />
  ),
  toAction: ({ reason }) => ({ reason }),
});

export const ReasonForm = makeActionForm({
  initial: () => ({ reason: '' }),
  Fields: ({ form, type }: FieldsProps<{ reason: string }>) => (
    <Textarea
      label={words.reason}
      description={type === 'renew_link' ? words.reasonInside : words.reasonHint}
      required
      withAsterisk={false}
      autosize
      minRows={3}
      data-autofocus
      {...form.getInputProps('reason')}
    />
  ),
  toAction: ({ reason }) => ({ reason }),
  danger: true,
});

export const NumberForm = makeActionForm({
  initial: () => ({ resultNumber: '' }),
  Fields: ({ form }: FieldsProps<{ resultNumber: string }>) => (
    <TextInput
      label={words.resultNumber}
      description={words.optional}
      data-autofocus
      {...form.getInputProps('resultNumber')}
    />
  ),
  toAction: ({ resultNumber }) => ({ resultNumber: orNull(resultNumber) }),
});

export const ReceiptForm = makeActionForm({
  initial: () => ({ receiptNumber: '' }),
  Fields: ({ form }: FieldsProps<{ receiptNumber: string }>) => (
    <TextInput
      label={words.receiptNumber}
      description={words.optional}
      data-autofocus
      {...form.getInputProps('receiptNumber')}
    />
  ),
  toAction: ({ receiptNumber }) => ({ receiptNumber: orNull(receiptNumber) }),
});

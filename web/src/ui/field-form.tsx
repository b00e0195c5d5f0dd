// A form of plain fields, declared as data: each problem stands at its field, and what was typed stays.

import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useRef, useState } from 'react';
import classes from './field-form.module.css';
import { Notice } from './notice.tsx';

export type FieldValue = string | readonly string[];
export type FieldValues = Readonly<Record<string, FieldValue>>;

export interface Field {
  name: string;
  label: string;
  hint?: string;
  /** A choice of one, of several, a day, or a line of text. */
  kind?: 'one' | 'many' | 'day' | 'text';
  options?: readonly { value: string; label: string }[];
  optional?: boolean;
  start?: FieldValue;
}

interface FieldFormProps {
  fields: readonly Field[];
  submit: string;
  pending: boolean;
  problem: { detail: string; fields: readonly { field: string; message: string }[] } | null;
  onSubmit: (values: FieldValues) => void;
  /** Told of every change, where other fields depend on it. */
  onChange?: (values: FieldValues) => void;
  choose: string;
}

export function FieldForm({ fields, submit, pending, problem, onSubmit, onChange, choose }: FieldFormProps) {
  const form = useRef<HTMLFormElement>(null);
  const [typed, setTyped] = useState<FieldValues>({});
  const valueOf = (field: Field) => typed[field.name] ?? field.start ?? (field.kind === 'many' ? [] : '');
  const values = Object.fromEntries(fields.map((field) => [field.name, valueOf(field)]));
  const set = (name: string, value: FieldValue) => {
    const next = { ...typed, [name]: value };
    setTyped(next);
    onChange?.({ ...values, ...next });
  };
  const messageOf = (name: string) =>
    problem?.fields.find(({ field }) => field === name || field.startsWith(`${name}.`))?.message;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onSubmit(values);
  };
  return (
    <form ref={form} className={classes['form']} onSubmit={send}>
      {problem !== null && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problem.detail}</p>
        </Notice>
      )}
      {fields.map((field) => (
        <OneField
          key={field.name}
          field={field}
          value={valueOf(field)}
          error={messageOf(field.name)}
          choose={choose}
          onChange={(value) => set(field.name, value)}
        />
      ))}
      <Button type="submit" loading={pending}>
        {submit}
      </Button>
    </form>
  );
}

interface OneFieldProps {
  field: Field;
  value: FieldValue;
  error: string | undefined;
  choose: string;
  onChange: (value: FieldValue) => void;
}

function OneField({ field, value, error, choose, onChange }: OneFieldProps) {
  const { label, hint, kind = 'text', options = [], optional = false } = field;
  const common = {
    label,
    required: !optional,
    withAsterisk: false,
    ...(hint === undefined ? {} : { description: hint }),
    ...(error === undefined ? {} : { error }),
  };
  if (kind === 'many')
    return (
      <Checkbox.Group {...common} value={typeof value === 'string' ? [] : [...value]} onChange={onChange}>
        <div className={classes['many']}>
          {options.map((option) => (
            <Checkbox key={option.value} value={option.value} label={option.label} />
          ))}
        </div>
      </Checkbox.Group>
    );
  if (kind === 'one')
    return (
      <NativeSelect
        {...common}
        value={String(value)}
        data={[{ value: '', label: choose }, ...options]}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...common}
      {...(kind === 'day' ? { type: 'date' } : {})}
      value={String(value)}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

// Changing a version into a further draft: names, units, roles and hours of the steps, and what becomes of money.

import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { officerRoleSchema, type Process, type ProcessStep, stepKindSchema } from '@motcua/domain/process';
import { roleLabels } from '@motcua/domain/wording';
import type { ProcessView } from '@motcua/server/processes/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { problemOf } from '../api.ts';
import { processesKey, saveDraft } from '../process/process-queries.ts';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { processWords } from '../words/process.ts';
import { addStep, hoursOf, removeStep, setHours, setStep, swapUp } from './process-edit-values.ts';
import classes from './process-page.module.css';

const words = processWords.edit;
type Editable = NonNullable<ProcessView['editable']>;

export function EditProcess({ view, editable }: { view: ProcessView; editable: Editable }) {
  const [open, setOpen] = useState(false);
  if (!open)
    return (
      <Button variant="default" style={{ justifySelf: 'start' }} onClick={() => setOpen(true)}>
        {words.open}
      </Button>
    );
  return <Form view={view} editable={editable} />;
}

function Form({ view, editable }: { view: ProcessView; editable: Editable }) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const intention = useIntention();
  const form = useRef<HTMLFormElement>(null);
  const [process, setProcess] = useState(editable.process);
  // The button that opened the form is gone: the focus goes where the work is.
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const saving = useMutation({
    mutationFn: () => saveDraft(view.code, view.version, process, intention.keyFor(process)),
    onSuccess: ({ version, text }) => {
      say(text);
      void navigate({ to: '/quy-trinh/$code', params: { code: view.code }, search: { pb: version } });
    },
    onError: () => intention.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [processesKey] }),
  });
  const problem = saving.isError ? problemOf(saving.error) : null;
  return (
    <Section title={words.title}>
      <p className={classes['where']}>{words.lead}</p>
      <form
        ref={form}
        className={classes['edit']}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <ol className={classes['list']}>
          {process.steps.map((step, index) => (
            <StepFields
              key={step.id}
              place={index}
              step={step}
              process={process}
              units={editable.units}
              change={setProcess}
            />
          ))}
        </ol>
        <Button variant="subtle" onClick={() => setProcess(addStep(process, editable.units[0]?.code ?? ''))}>
          {words.add}
        </Button>
        <PaidFee process={process} change={setProcess} />
        {problem !== null && (
          <Notice tone="red" icon="warning" title={problem.detail} role="alert">
            {problem.fields.map(({ field, message }) => (
              <p key={field}>{message}</p>
            ))}
          </Notice>
        )}
        <Button type="submit" loading={saving.isPending}>
          {words.save}
        </Button>
      </form>
    </Section>
  );
}

interface StepFieldsProps {
  place: number;
  step: ProcessStep;
  process: Process;
  units: Editable['units'];
  change: (process: Process) => void;
}

function StepFields({ place, step, process, units, change }: StepFieldsProps) {
  const set = (more: Partial<ProcessStep>) => change(setStep(process, place, more));
  const isKnown = units.some(({ code }) => code === step.unit);
  return (
    <li>
      <fieldset className={classes['fields']}>
        <legend>{words.step(place + 1)}</legend>
        <TextInput
          label={words.name}
          value={step.name}
          maxLength={200}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.kind}
          value={step.kind}
          data={stepKindSchema.options.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={(event) => set({ kind: stepKindSchema.parse(event.currentTarget.value) })}
        />
        <NativeSelect
          label={words.unit}
          value={step.unit}
          data={[
            ...(isKnown ? [] : [{ value: step.unit, label: words.unclearUnit }]),
            ...units.map(({ code, name }) => ({ value: code, label: name })),
          ]}
          onChange={(event) => set({ unit: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.role}
          value={step.role}
          data={officerRoleSchema.options.map((role) => ({ value: role, label: roleLabels[role] }))}
          onChange={(event) => set({ role: officerRoleSchema.parse(event.currentTarget.value) })}
        />
        {(process.cases ?? [null]).map((each) => (
          <NumberInput
            key={each?.id ?? ''}
            label={each === null ? words.hours : words.hoursOf(each.name)}
            value={hoursOf(step, each)}
            min={0}
            max={3200}
            decimalScale={2}
            decimalSeparator=","
            onChange={(value) => change(setHours(process, place, each, Number(value)))}
          />
        ))}
        <span className={classes['stepActs']}>
          {place > 0 && (
            <Button variant="subtle" size="xs" onClick={() => change(swapUp(process, place))}>
              {words.up}
            </Button>
          )}
          {process.steps.length > 1 && (
            <Button variant="subtle" size="xs" onClick={() => change(removeStep(process, place))}>
              {words.remove}
            </Button>
          )}
        </span>
      </fieldset>
    </li>
  );
}

function PaidFee({ process, change }: { process: Process; change: (process: Process) => void }) {
  const { paidFee, ...rest } = process;
  return (
    <div className={classes['fields']}>
      <NativeSelect
        label={words.paidFee}
        value={paidFee?.kind ?? ''}
        data={Object.entries(words.paidFees).map(([value, label]) => ({ value, label }))}
        onChange={({ currentTarget: { value } }) =>
          change(
            value === 'kept' || value === 'refunded'
              ? { ...rest, paidFee: { kind: value, ground: paidFee?.ground ?? '' } }
              : rest,
          )
        }
      />
      {paidFee !== undefined && (
        <TextInput
          label={words.ground}
          value={paidFee.ground}
          maxLength={300}
          onChange={(event) =>
            change({ ...process, paidFee: { ...paidFee, ground: event.currentTarget.value } })
          }
        />
      )}
    </div>
  );
}

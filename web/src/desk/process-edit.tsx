// Changing a version into a further draft: its steps, each with its fields, and what becomes of money.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { Process } from '@motcua/domain/process';
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
import { addStep, type Editable } from './process-edit-values.ts';
import classes from './process-page.module.css';
import { StepFields } from './process-step-fields.tsx';

const words = processWords.edit;

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
  const messageOf = (field: string) =>
    problem?.fields.find((each) => each.field === `process.${field}`)?.message;
  // The first field that is not right is where the work goes on.
  useEffect(() => {
    if (saving.isError) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [saving.isError]);
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
              editable={editable}
              messageOf={(field) => messageOf(`steps.${index}.${field}`)}
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
              <p key={field}>{words.problem(field, message)}</p>
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

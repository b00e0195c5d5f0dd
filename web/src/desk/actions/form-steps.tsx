// Acts that name a step or a person: return, correct a result, assign.

import { Radio, Select, Textarea } from '@mantine/core';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { actionWords as words } from '../../words/actions.ts';
import { type FieldsProps, makeActionForm } from './action-form.tsx';
import classes from './actions.module.css';

interface StepValues {
  toStepId: string | null;
  reason: string;
}

const stepChoices = (steps: DossierView['steps']) =>
  steps.map((step) => ({ value: step.id, label: words.stepBack(step.name, step.unitName) }));

const passed = (dossier: DossierView) => dossier.steps.filter((step) => step.state === 'done');
const workSteps = (dossier: DossierView) =>
  dossier.steps.filter((step) => step.kind === 'work' || step.kind === 'approve');

/** The step before the present one is what is meant most often. */
export const ReturnForm = makeActionForm<StepValues>({
  initial: (dossier) => ({ toStepId: passed(dossier).at(-1)?.id ?? null, reason: '' }),
  Fields: (props) => <StepFields {...props} steps={passed(props.dossier)} hint={words.reasonInside} />,
  toAction: ({ toStepId, reason }) => ({ toStepId: toStepId ?? '', reason }),
});

export const CorrectResultForm = makeActionForm<StepValues>({
  initial: (dossier) => ({ toStepId: workSteps(dossier).at(0)?.id ?? null, reason: '' }),
  Fields: (props) => <StepFields {...props} steps={workSteps(props.dossier)} hint={words.reasonHint} />,
  toAction: ({ toStepId, reason }) => ({ toStepId: toStepId ?? '', reason }),
});

function StepFields({
  form,
  steps,
  hint,
}: FieldsProps<StepValues> & { steps: DossierView['steps']; hint: string }) {
  return (
    <>
      <Select
        label={words.toStep}
        data={stepChoices(steps)}
        allowDeselect={false}
        {...form.getInputProps('toStepId')}
      />
      <Textarea
        label={words.reason}
        description={hint}
        autosize
        minRows={3}
        data-autofocus
        {...form.getInputProps('reason')}
      />
    </>
  );
}

export const AssignForm = makeActionForm<{ officerId: string }>({
  initial: (dossier) => ({
    officerId: dossier.assignable.toSorted((a, b) => a.open - b.open).at(0)?.id ?? '',
  }),
  Fields: ({ form, dossier }) => (
    <Radio.Group label={words.officer} {...form.getInputProps('officerId')}>
      <div className={classes['choices']}>
        {dossier.assignable.map((officer) => (
          <Radio
            key={officer.id}
            value={officer.id}
            label={officer.name}
            description={words.open(officer.open)}
            data-autofocus={officer.id === form.getValues().officerId || undefined}
          />
        ))}
      </div>
    </Radio.Group>
  ),
  toAction: ({ officerId }) => ({ officerId }),
});

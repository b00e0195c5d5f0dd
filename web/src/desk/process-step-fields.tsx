// The fields of one step of a process: what, where, who, how long, and whom it asks.

import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { officerRoleSchema, type Process, type ProcessStep, stepKindSchema } from '@motcua/domain/process';
import { roleLabels } from '@motcua/domain/wording';
import { processWords } from '../words/process.ts';
import { ConsultationFields } from './process-consultations.tsx';
import {
  type Editable,
  hoursOf,
  removeStep,
  setAgency,
  setConsultations,
  setHours,
  setStep,
  swapUp,
} from './process-edit-values.ts';
import classes from './process-page.module.css';

const words = processWords.edit;

interface StepFieldsProps {
  place: number;
  step: ProcessStep;
  process: Process;
  editable: Editable;
  /** What the server said of a field of this step. */
  messageOf: (field: string) => string | undefined;
  change: (process: Process) => void;
}

export function StepFields({ place, step, process, editable, messageOf, change }: StepFieldsProps) {
  const set = (more: Partial<ProcessStep>) => change(setStep(process, place, more));
  return (
    <li>
      <fieldset className={classes['fields']}>
        <legend>{words.step(place + 1)}</legend>
        <TextInput
          label={words.name}
          value={step.name}
          maxLength={200}
          error={messageOf('name')}
          onChange={(event) => set({ name: event.currentTarget.value })}
        />
        <NativeSelect
          label={words.kind}
          value={step.kind}
          data={stepKindSchema.options.map((kind) => ({ value: kind, label: words.kinds[kind] }))}
          onChange={(event) => set({ kind: stepKindSchema.parse(event.currentTarget.value) })}
        />
        <PlaceFields
          step={step}
          editable={editable}
          messageOf={messageOf}
          onAgency={(agency, units) => change(setAgency(process, place, agency, units))}
          onUnit={(unit) => set({ unit })}
        />
        <NativeSelect
          label={words.role}
          value={step.role}
          data={officerRoleSchema.options.map((role) => ({ value: role, label: roleLabels[role] }))}
          error={messageOf('role')}
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
            error={each === null ? messageOf('budgetMinutes') : undefined}
            onChange={(value) => change(setHours(process, place, each, Number(value)))}
          />
        ))}
        <ConsultationFields
          step={step}
          agencies={editable.agencies}
          messageOf={messageOf}
          change={(asked) => change(setConsultations(process, place, asked))}
        />
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

type Units = Editable['units'];

interface PlaceFieldsProps extends Pick<StepFieldsProps, 'step' | 'editable' | 'messageOf'> {
  onAgency: (agency: string, units: Units) => void;
  onUnit: (unit: string) => void;
}

/** The agency, and of its units the one: choosing another agency changes what can be chosen. */
function PlaceFields({ step, editable, messageOf, onAgency, onUnit }: PlaceFieldsProps) {
  const { agencies } = editable;
  const unitsOf = (agency: string) =>
    agency === '' ? editable.units : (agencies.find(({ code }) => code === agency)?.units ?? []);
  const agency = step.agency ?? '';
  const units = unitsOf(agency);
  const isAgencyKnown = agency === '' || agencies.some(({ code }) => code === agency);
  const isUnitKnown = units.some(({ code }) => code === step.unit);
  return (
    <>
      <NativeSelect
        label={words.agency}
        value={agency}
        data={[
          { value: '', label: words.ownAgency },
          ...(isAgencyKnown ? [] : [{ value: agency, label: words.unknownAgency(agency) }]),
          ...agencies.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        error={messageOf('agency')}
        onChange={({ currentTarget: { value } }) => onAgency(value, unitsOf(value))}
      />
      <NativeSelect
        label={words.unit}
        value={step.unit}
        data={[
          ...(isUnitKnown ? [] : [{ value: step.unit, label: words.unclearUnit }]),
          ...units.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        error={messageOf('unit')}
        onChange={(event) => onUnit(event.currentTarget.value)}
      />
    </>
  );
}

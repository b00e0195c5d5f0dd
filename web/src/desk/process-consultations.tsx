// Whom a step asks for an opinion: the agency, the question, the round, the time to answer, and what silence means.

import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type Consultation, consultationSchema, type ProcessStep } from '@motcua/domain/process';
import { useEffect, useRef } from 'react';
import { processWords } from '../words/process.ts';
import { askAgency, type Editable, newConsultation } from './process-edit-values.ts';
import classes from './process-page.module.css';

const words = processWords.edit.consultations;
const silences = consultationSchema.shape.onSilence;

interface ConsultationFieldsProps {
  step: ProcessStep;
  agencies: Editable['agencies'];
  messageOf: (field: string) => string | undefined;
  change: (asked: readonly Consultation[]) => void;
}

export function ConsultationFields({ step, agencies, messageOf, change }: ConsultationFieldsProps) {
  const asked = step.consultations ?? [];
  const list = useRef<HTMLOListElement>(null);
  const add = useRef<HTMLButtonElement>(null);
  const before = useRef(asked.length);
  // One more: the focus goes into it. One less: its button is gone, and the focus goes to the one that stays.
  useEffect(() => {
    if (asked.length > before.current) list.current?.lastElementChild?.querySelector('select')?.focus();
    if (asked.length < before.current) add.current?.focus();
    before.current = asked.length;
  }, [asked.length]);
  return (
    <div className={classes['asked']}>
      {asked.length > 0 && (
        <>
          <p>{words.lead}</p>
          <ol ref={list}>
            {asked.map((consultation, index) => (
              // They have no name of their own, and every field is told its value.
              // biome-ignore lint/suspicious/noArrayIndexKey: a place is all that tells one from another
              <li key={index}>
                <OneConsultation
                  place={index + 1}
                  consultation={consultation}
                  agencies={agencies}
                  messageOf={(field) => messageOf(`consultations.${index}.${field}`)}
                  onChange={(next) => change(asked.map((each, at) => (at === index ? next : each)))}
                  onRemove={() => change(asked.filter((_each, at) => at !== index))}
                />
              </li>
            ))}
          </ol>
        </>
      )}
      <Button
        ref={add}
        variant="default"
        size="xs"
        aria-label={words.addTo(step.name)}
        onClick={() => change([...asked, newConsultation(asked)])}
      >
        {words.add}
      </Button>
    </div>
  );
}

interface OneConsultationProps {
  place: number;
  consultation: Consultation;
  agencies: Editable['agencies'];
  messageOf: (field: string) => string | undefined;
  onChange: (next: Consultation) => void;
  onRemove: () => void;
}

function OneConsultation(props: OneConsultationProps) {
  const { place, consultation, agencies, messageOf, onChange, onRemove } = props;
  const { agency, agencyCode = '', question, round, budgetMinutes, onSilence } = consultation;
  const isKnown = agencyCode === '' || agencies.some(({ code }) => code === agencyCode);
  const set = (more: Partial<Consultation>) => onChange({ ...consultation, ...more });
  return (
    <fieldset className={classes['fields']}>
      <legend>{words.one(place)}</legend>
      <NativeSelect
        label={words.asked}
        value={agencyCode}
        data={[
          { value: '', label: words.outside },
          ...(isKnown ? [] : [{ value: agencyCode, label: processWords.edit.unknownAgency(agencyCode) }]),
          ...agencies.map(({ code, name }) => ({ value: code, label: name })),
        ]}
        onChange={(event) => onChange(askAgency(consultation, event.currentTarget.value, agencies))}
      />
      {agencyCode === '' && (
        <TextInput
          label={words.name}
          value={agency}
          maxLength={200}
          error={messageOf('agency')}
          onChange={(event) => set({ agency: event.currentTarget.value })}
        />
      )}
      <TextInput
        label={words.question}
        value={question}
        maxLength={500}
        error={messageOf('question')}
        onChange={(event) => set({ question: event.currentTarget.value })}
      />
      <NumberInput
        label={words.round}
        description={words.roundHint}
        value={round}
        min={1}
        max={9}
        allowDecimal={false}
        error={messageOf('round')}
        onChange={(value) => set({ round: Number(value) })}
      />
      <NumberInput
        label={words.hours}
        description={words.hoursHint}
        value={budgetMinutes / 60}
        min={0}
        max={3200}
        decimalScale={2}
        decimalSeparator=","
        error={messageOf('budgetMinutes')}
        onChange={(value) => set({ budgetMinutes: Math.round(Number(value) * 60) })}
      />
      <NativeSelect
        label={words.silence}
        value={onSilence}
        data={silences.options.map((each) => ({ value: each, label: words.silences[each] }))}
        onChange={(event) => set({ onSilence: silences.parse(event.currentTarget.value) })}
      />
      <span className={classes['stepActs']}>
        <Button variant="subtle" size="xs" aria-label={words.removeOne(place)} onClick={onRemove}>
          {words.remove}
        </Button>
      </span>
    </fieldset>
  );
}

// The live summary: when the result is due and why, the fee, how it comes back, and the one button.

import { Button, Checkbox, Kbd, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { moneyText } from '@motcua/domain/money-words';
import { lowerFirst } from '@motcua/domain/wording';
import type { FiledBefore } from '@motcua/server/counter/schema';
import type { ProcedureDetail } from '@motcua/server/procedures/schema';
import { useQuery } from '@tanstack/react-query';
import { DayTrace } from '../../ui/day-trace.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section } from '../../ui/section.tsx';
import { dossierWords } from '../../words/dossier.ts';
import { intakeWords } from '../../words/intake.ts';
import { duePreviewQuery } from '../queries.ts';
import { FiledBeforeNotice } from './filed-before.tsx';
import classes from './intake.module.css';
import { isRequired } from './paper-fields.tsx';
import type { IntakeValues } from './values.ts';

const words = intakeWords.summary;

interface SummaryColumnProps {
  form: UseFormReturnType<IntakeValues>;
  procedure: ProcedureDetail;
  sending: boolean;
  before: readonly FiledBefore[];
}

export function SummaryColumn({ form, procedure, sending, before }: SummaryColumnProps) {
  const values = form.getValues();
  const due = useQuery(duePreviewQuery(procedure.code, values.caseId));
  const chosen = procedure.cases.find(({ id }) => id === values.caseId);
  const nextStep = procedure.steps[1]?.name;
  const missing = values.papers.filter((tick) => !tick.ticked && isRequired(procedure.papers, tick.paperId));
  return (
    <Section title={words.title}>
      <div className={classes['summary']}>
        {procedure.cases.length > 0 && (
          <NativeSelect
            label={words.case}
            description={words.caseHint}
            data={[
              { value: '', label: words.caseMissing },
              ...procedure.cases.map(({ id, name, termText }) => ({
                value: id,
                label: `${name} (${lowerFirst(termText)})`,
              })),
            ]}
            {...form.getInputProps('caseId')}
          />
        )}
        <div>
          <p className={classes['quiet']}>{words.due}</p>
          <p className={classes['due']} aria-live="polite">
            {due.data?.dueText ?? words.waiting}
          </p>
          <p className={classes['quiet']}>
            {words.term}: {lowerFirst(chosen?.termText ?? procedure.termText)}
          </p>
          <DayTrace
            question={words.why}
            lines={due.data?.trace ?? []}
            counted={dossierWords.time.counted}
            notCounted={dossierWords.time.notCounted}
          />
        </div>
        <Fee form={form} procedure={procedure} />
        <div>
          <p className={classes['label']} id="delivery-label">
            {words.delivery}
          </p>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-labelledby="delivery-label"
            data={Object.entries(words.deliveries).map(([value, label]) => ({ value, label }))}
            {...form.getInputProps('deliveryMethod')}
          />
        </div>
        <NumberInput
          label={words.copies}
          size="xs"
          w={120}
          min={1}
          max={20}
          allowDecimal={false}
          {...form.getInputProps('copies')}
          onChange={(value) => form.setFieldValue('copies', Number(value))}
        />
        {nextStep !== undefined && (
          <Checkbox
            label={words.passOn}
            description={words.passOnHint(nextStep)}
            {...form.getInputProps('passOn', { type: 'checkbox' })}
          />
        )}
        {before.length > 0 && <FiledBeforeNotice form={form} dossiers={before} />}
        {missing.length > 0 ? (
          <Notice tone="amber" icon="warning" title={intakeWords.papers.missing(missing.length)}>
            <ul>
              {missing.map(({ paperId, name }) => (
                <li key={paperId}>{name}</li>
              ))}
            </ul>
            <p>{intakeWords.papers.missingText}</p>
          </Notice>
        ) : (
          <Notice tone="green" icon="check">
            <p>{intakeWords.papers.allTicked}</p>
          </Notice>
        )}
        <Button
          type="submit"
          size="md"
          fullWidth
          loading={sending}
          data-last-stop
          rightSection={<SendKeys />}
        >
          {words.submit}
        </Button>
      </div>
    </Section>
  );
}

function Fee({ form, procedure }: { form: UseFormReturnType<IntakeValues>; procedure: ProcedureDetail }) {
  const fee = Number(form.getValues().fee);
  return (
    <div className={classes['fee']}>
      <p className={classes['label']}>{words.fee}</p>
      {procedure.fees.length === 0 && <p>{words.noFee}</p>}
      {procedure.fees.map((offer) => (
        <button
          key={offer.label}
          type="button"
          className={classes['feeOffer']}
          aria-pressed={fee === offer.amount}
          onClick={() => form.setFieldValue('fee', offer.amount)}
        >
          <span>
            {offer.label} <span className={classes['quiet']}>{words.per[offer.per]}</span>
          </span>
          <strong>{moneyText(offer.amount)}</strong>
        </button>
      ))}
      {procedure.fees.length > 0 && (
        <>
          <NumberInput
            label={words.feeAmount}
            suffix={words.currency}
            size="xs"
            min={0}
            thousandSeparator="."
            decimalSeparator=","
            allowDecimal={false}
            hideControls
            {...form.getInputProps('fee')}
          />
          {fee > 0 && (
            <Checkbox label={words.feePaid} {...form.getInputProps('feePaid', { type: 'checkbox' })} />
          )}
        </>
      )}
    </div>
  );
}

function SendKeys() {
  return (
    <Kbd size="xs" className={`mc-key-hint ${classes['sendKeys'] ?? ''}`}>
      Ctrl Enter
    </Kbd>
  );
}

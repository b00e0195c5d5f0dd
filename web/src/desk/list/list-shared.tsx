// What is the same for all dossiers of a list, said once: papers, case, fee, copies, delivery.

import { Button, Checkbox, NativeSelect, NumberInput, SegmentedControl } from '@mantine/core';
import type { DeliveryMethod } from '@motcua/domain/dossier';
import { moneyText } from '@motcua/domain/money-words';
import { lowerFirst } from '@motcua/domain/wording';
import type { ProcedureDetail } from '@motcua/server/procedures/schema';
import { useState } from 'react';
import { Section } from '../../ui/section.tsx';
import { intakeWords } from '../../words/intake.ts';
import { listWords as words } from '../../words/lists.ts';
import { isRequired } from '../intake/paper-fields.tsx';
import classes from './list.module.css';
import type { SharedBody } from './use-list.ts';

const { summary } = intakeWords;

interface ListSharedProps {
  procedure: ProcedureDetail;
  /** Rows to take in, and rows that stay out. */
  right: number;
  wrong: number;
  sending: boolean;
  onTakeIn: (shared: SharedBody) => void;
}

export function ListShared({ procedure, right, wrong, sending, onTakeIn }: ListSharedProps) {
  const [offer, another] = procedure.fees;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [caseId, setCaseId] = useState('');
  const [fee, setFee] = useState(offer !== undefined && another === undefined ? offer.amount : 0);
  const [feePaid, setFeePaid] = useState(false);
  const [copies, setCopies] = useState(1);
  const [deliveryMethod, setDelivery] = useState<DeliveryMethod>('counter');
  const [onlyRight, setOnlyRight] = useState(false);
  const [asked, setAsked] = useState(false);
  const missing = procedure.papers.filter(
    ({ id }) => isRequired(procedure.papers, id) && !ticked.includes(id),
  );
  const needCase = procedure.cases.length > 0 && caseId === '';
  const submit = () => {
    setAsked(true);
    if (ticked.length === 0 || needCase) return;
    const papers = procedure.papers
      .filter(({ id }) => ticked.includes(id))
      .map(({ id, name, originals, copies: asCopies }) => ({
        paperId: id,
        name,
        originals,
        copies: originals + asCopies === 0 ? 1 : asCopies,
        note: null,
      }));
    onTakeIn({
      procedureCode: procedure.code,
      ...(caseId === '' ? {} : { caseId }),
      papers,
      copies,
      deliveryMethod,
      fee,
      feePaid: fee > 0 && feePaid,
      passOn: true,
    });
  };
  return (
    <Section title={words.shared}>
      <form
        noValidate
        className={classes['shared']}
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Checkbox.Group
          label={words.papers}
          value={[...ticked]}
          onChange={setTicked}
          error={asked && ticked.length === 0 ? words.needPapers : undefined}
        >
          <div className={classes['papers']}>
            {procedure.papers.map(({ id, name }) => (
              <Checkbox
                key={id}
                value={id}
                label={name}
                description={isRequired(procedure.papers, id) ? intakeWords.papers.required : undefined}
              />
            ))}
          </div>
        </Checkbox.Group>
        {missing.length > 0 && ticked.length > 0 && (
          <p className={classes['quiet']}>
            {intakeWords.papers.missing(missing.length)}. {intakeWords.papers.missingText}
          </p>
        )}
        {procedure.cases.length > 0 && (
          <NativeSelect
            label={summary.case}
            description={summary.caseHint}
            error={asked && needCase ? words.needCase : undefined}
            data={[
              { value: '', label: summary.caseMissing },
              ...procedure.cases.map(({ id, name, termText }) => ({
                value: id,
                label: `${name} (${lowerFirst(termText)})`,
              })),
            ]}
            value={caseId}
            onChange={(event) => setCaseId(event.currentTarget.value)}
          />
        )}
        <div>
          <NumberInput
            label={words.fee}
            suffix={summary.currency}
            w={220}
            min={0}
            thousandSeparator="."
            decimalSeparator=","
            allowDecimal={false}
            hideControls
            value={fee}
            onChange={(value) => setFee(Number(value))}
          />
          {fee > 0 && (
            <>
              <p role="status">{words.total(right, moneyText(fee), moneyText(fee * right))}</p>
              <Checkbox
                label={words.feePaid}
                checked={feePaid}
                onChange={(event) => setFeePaid(event.currentTarget.checked)}
              />
            </>
          )}
        </div>
        <NumberInput
          label={summary.copies}
          w={120}
          min={1}
          max={20}
          allowDecimal={false}
          value={copies}
          onChange={(value) => setCopies(Number(value))}
        />
        <div>
          <p id="list-delivery">{summary.delivery}</p>
          <SegmentedControl
            aria-labelledby="list-delivery"
            data={Object.entries(summary.deliveries).map(([value, label]) => ({ value, label }))}
            value={deliveryMethod}
            onChange={(value) => setDelivery(value as DeliveryMethod)}
          />
        </div>
        {wrong > 0 && (
          <Checkbox
            label={words.onlyRight(right, wrong)}
            checked={onlyRight}
            onChange={(event) => setOnlyRight(event.currentTarget.checked)}
          />
        )}
        <div>
          <Button type="submit" size="md" loading={sending} disabled={wrong > 0 && !onlyRight}>
            {words.takeIn(right)}
          </Button>
          <p className={classes['quiet']}>{words.partHint}</p>
        </div>
      </form>
    </Section>
  );
}

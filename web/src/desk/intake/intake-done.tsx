// The moment after: the code, the promise, and the receipt one key away.

import { Button } from '@mantine/core';
import { beforeText } from '@motcua/domain/clock-time';
import type { IntakeAnswer } from '@motcua/server/dossiers/schema';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useKeys } from '../../ui/use-keys.ts';
import { dossierWords } from '../../words/dossier.ts';
import { intakeWords } from '../../words/intake.ts';
import { receiptUrl, visitReceiptUrl } from '../queries.ts';
import { useSession } from '../use-session.ts';
import classes from './intake.module.css';
import type { IntakeValues } from './values.ts';

const words = intakeWords.done;

export interface TakenIn {
  answer: IntakeAnswer;
  procedureName: string;
  applicantName: string;
  values: IntakeValues;
}

export function IntakeDone({
  taken,
  onNext,
  onMore,
}: {
  taken: TakenIn;
  onNext: () => void;
  onMore: () => void;
}) {
  const { answer, procedureName, applicantName } = taken;
  const print = useRef<HTMLAnchorElement>(null);
  const today = useSession().now;
  useEffect(() => print.current?.focus(), []);
  useKeys({ p: () => print.current?.click(), n: onNext, t: onMore });
  return (
    <section className={classes['done']} aria-labelledby="done-title">
      <span className={classes['doneMark']}>
        <Icon name="check" size={28} />
      </span>
      <h1 id="done-title">{words.title}</h1>
      <p className={classes['quiet']}>
        {procedureName} {words.forPerson(applicantName)}
      </p>
      <p className={classes['bigCode']} role="status">
        <CopyButton text={answer.code} label={dossierWords.copyCode} />
      </p>
      <p className={classes['doneDue']}>
        {answer.due === null ? words.noDue : words.due(beforeText(answer.due, today))}
      </p>
      <div className={classes['doneButtons']}>
        <Button
          ref={print}
          component="a"
          href={receiptUrl(answer.id, 'a5')}
          target="_blank"
          rel="noopener"
          size="md"
          leftSection={<Icon name="print" />}
          rightSection={<kbd className={`mc-key-hint ${classes['key'] ?? ''}`}>{words.printKey}</kbd>}
        >
          {words.print}
        </Button>
        <Button
          size="md"
          variant="default"
          onClick={onNext}
          rightSection={<kbd className={`mc-key-hint ${classes['key'] ?? ''}`}>{words.nextKey}</kbd>}
        >
          {words.next}
        </Button>
        <Button
          size="md"
          variant="default"
          onClick={onMore}
          rightSection={<kbd className={`mc-key-hint ${classes['key'] ?? ''}`}>{words.moreKey}</kbd>}
        >
          {words.more}
        </Button>
      </div>
      {answer.visit !== null && (
        <p className={classes['doneDue']}>
          {words.visit(answer.visit.count)}{' '}
          <a href={visitReceiptUrl(answer.visit.id)} target="_blank" rel="noopener">
            {words.printVisit}
          </a>
        </p>
      )}
      <p className={classes['doneLinks']}>
        <a href={receiptUrl(answer.id, 'a4')} target="_blank" rel="noopener">
          {words.printA4}
        </a>
        <Link to="/ho-so/$id" params={{ id: answer.id }}>
          {words.open}
        </Link>
      </p>
      <p className={classes['quiet']}>{words.qr}</p>
    </section>
  );
}

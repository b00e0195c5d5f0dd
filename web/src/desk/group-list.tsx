// Filing by list: a procedure, a spreadsheet, what is wrong in it, what is the same for all, and then the codes.

import { Button } from '@mantine/core';
import type { ProcedureDetail } from '@motcua/server/procedures/schema';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { intakeWords } from '../words/intake.ts';
import { listWords as words } from '../words/lists.ts';
import { ProcedurePicker } from './intake/procedure-picker.tsx';
import classes from './list/list.module.css';
import { ListErrors } from './list/list-errors.tsx';
import { templateUrl } from './list/list-queries.ts';
import { ListShared } from './list/list-shared.tsx';
import { ListTaken } from './list/list-taken.tsx';
import { useList } from './list/use-list.ts';
import { procedureQuery } from './queries.ts';
import { mayTakeIn, useSession } from './use-session.ts';

export function GroupList() {
  const counter = mayTakeIn(useSession());
  const [code, setCode] = useState('');
  const [round, setRound] = useState(0);
  const picker = useRef<HTMLInputElement>(null);
  const procedure = useQuery({ ...procedureQuery(code), enabled: code !== '' }).data;
  return (
    <div className={classes['page']}>
      <title>{words.title}</title>
      <div className={classes['head']}>
        <h1>{words.title}</h1>
        <Link to="/tiep-nhan">{words.back}</Link>
      </div>
      {!counter ? (
        <Notice tone="grey" icon="inbox" title={words.title}>
          <p>{intakeWords.notYours}</p>
        </Notice>
      ) : procedure === undefined ? (
        <div className={classes['start']}>
          <p className={classes['quiet']}>{words.lead}</p>
          <ProcedurePicker inputRef={picker} error={undefined} onPick={(picked) => setCode(picked.code)} />
        </div>
      ) : (
        <ListOf
          key={`${code} ${round}`}
          procedure={procedure}
          onChange={() => setCode('')}
          onNext={() => setRound(round + 1)}
        />
      )}
    </div>
  );
}

interface ListOfProps {
  procedure: ProcedureDetail;
  onChange: () => void;
  onNext: () => void;
}

function ListOf({ procedure, onChange, onNext }: ListOfProps) {
  const { reading, taken, refusal, opening, taking } = useList(procedure.code);
  const chooser = useRef<HTMLInputElement>(null);
  const left = reading?.rows.length ?? 0;
  const isDone = taken.length > 0 && left === 0 && !taking.isPending;
  return (
    <>
      <div className={classes['chosen']}>
        <div>
          <strong>{procedure.shortName}</strong>
          <span className={classes['quiet']}>
            {procedure.field} · {procedure.code}
          </span>
        </div>
        {taken.length === 0 && (
          <Button variant="default" size="xs" onClick={onChange}>
            {intakeWords.procedure.change}
          </Button>
        )}
      </div>
      {taken.length === 0 && (
        <Section title={words.file}>
          <p className={classes['quiet']} id="list-file-hint">
            {words.fileHint}
          </p>
          <div className={classes['buttons']}>
            <a href={templateUrl} download>
              {words.template}
            </a>
            <input
              ref={chooser}
              type="file"
              hidden
              tabIndex={-1}
              accept=".xlsx,.csv"
              onChange={(event) => {
                const file = event.currentTarget.files?.[0];
                // The same file, mended, can be chosen again.
                event.currentTarget.value = '';
                if (file !== undefined) opening.mutate(file);
              }}
            />
            <Button
              variant={reading === null ? 'filled' : 'default'}
              loading={opening.isPending}
              aria-describedby="list-file-hint"
              onClick={() => chooser.current?.click()}
            >
              {reading === null ? words.choose : words.chooseAnother}
            </Button>
          </div>
          <p role="status" className={classes['counts']}>
            {opening.isPending && words.reading}
            {reading !== null && (
              <>
                <Icon name="check" size={16} /> {words.right(left)}
                {reading.errors.length > 0 &&
                  `, ${words.wrong(new Set(reading.errors.map(({ line }) => line)).size)}`}
              </>
            )}
          </p>
          {opening.isError && reading === null && (
            <Notice tone="red" icon="warning" title={words.notRead} role="alert">
              <p>{problemOf(opening.error).detail}</p>
            </Notice>
          )}
          {reading !== null && reading.ignored.length > 0 && (
            <p className={classes['quiet']}>{words.ignored(reading.ignored.join(', '))}</p>
          )}
        </Section>
      )}
      {taken.length > 0 && <ListTaken taken={taken} onNext={isDone ? onNext : null} />}
      {reading !== null && reading.errors.length > 0 && (
        <ListErrors errors={reading.errors} hint={isDone ? words.errorsAfter : words.errorsHint} />
      )}
      {refusal !== null && (
        <Notice tone="red" icon="warning" title={words.stopped} role="alert">
          <p>{refusal.detail}</p>
          {refusal.fields[0]?.field.startsWith('rows.') === true && <p>{words.dropped}</p>}
        </Notice>
      )}
      {reading !== null && left > 0 && (
        <ListShared
          procedure={procedure}
          right={left}
          wrong={new Set(reading.errors.map(({ line }) => line)).size}
          sending={taking.isPending}
          onTakeIn={(shared) => taking.mutate(shared)}
        />
      )}
      {taking.isPending && <p role="status">{words.progress(taken.length, taken.length + left)}</p>}
      {reading !== null && left === 0 && taken.length === 0 && <p>{words.none}</p>}
    </>
  );
}

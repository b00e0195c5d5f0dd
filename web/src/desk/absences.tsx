// Vắng mặt và người thay: recording days away with a deputy, and who is or will be away.

import { Button } from '@mantine/core';
import type { AbsencesView } from '@motcua/server/agencies/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { FieldForm, type FieldValues } from '../ui/field-form.tsx';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { peopleWords, absenceWords as words } from '../words/people.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import classes from './people.module.css';
import { absencesQuery, change, peopleKey } from './people-queries.ts';
import { useSession } from './use-session.ts';

export function Absences() {
  const absences = useQuery(absencesQuery);
  return (
    <section className={classes['page']} aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header className={classes['head']}>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {absences.data === undefined ? (
        absences.isError ? (
          <ListFailed title={words.notLoaded} error={absences.error} again={() => void absences.refetch()} />
        ) : (
          <ListWaiting rows={2} height={96} />
        )
      ) : (
        <Body view={absences.data} />
      )}
    </section>
  );
}

function Body({ view }: { view: AbsencesView }) {
  const client = useQueryClient();
  const me = useSession().officer;
  const intention = useIntention();
  const [count, setCount] = useState(0);
  const settled = () => client.invalidateQueries({ queryKey: [peopleKey] });
  const recording = useMutation({
    mutationFn: (values: FieldValues) => {
      const body = { officerId: me.id, ...values, reason: values['reason'] === '' ? null : values['reason'] };
      return change('/absences', body, intention.keyFor(body));
    },
    onSuccess: (done) => {
      intention.done();
      say(done.text);
      setCount(count + 1);
      return settled();
    },
  });
  const names = view.colleagues.map(({ id, politeName, unitName }) => ({
    value: id,
    label: `${politeName}, ${unitName}`,
  }));
  const field = peopleWords.fields;
  return (
    <div className={classes['body']}>
      <Section title={words.record}>
        <FieldForm
          key={count}
          fields={[
            ...(view.mayRecordForOthers
              ? [
                  {
                    name: 'officerId',
                    label: field.officerId,
                    kind: 'one' as const,
                    options: names,
                    start: me.id,
                  },
                ]
              : []),
            { name: 'fromDay', label: field.fromDay, kind: 'day', start: view.today },
            { name: 'untilDay', label: field.untilDay, kind: 'day', start: view.today },
            { name: 'deputyId', label: field.deputyId, kind: 'one', options: names },
            { name: 'reason', label: field.reason, optional: true },
          ]}
          submit={words.submit}
          choose={peopleWords.choose}
          pending={recording.isPending}
          problem={recording.isError ? problemOf(recording.error) : null}
          onSubmit={(values) => recording.mutate(values)}
        />
      </Section>
      <Section title={words.list}>
        {view.absences.length === 0 && <p className={classes['quiet']}>{words.none}</p>}
        <ul className={classes['posts']}>
          {view.absences.map((each) => (
            <Absence key={each.id} absence={each} settled={settled} />
          ))}
        </ul>
      </Section>
    </div>
  );
}

function Absence({
  absence,
  settled,
}: {
  absence: AbsencesView['absences'][number];
  settled: () => Promise<void>;
}) {
  const intention = useIntention();
  const ending = useMutation({
    mutationFn: () => change(`/absences/${absence.id}/end`, {}, intention.keyFor(absence.id)),
    onSuccess: (done) => say(done.text),
    onSettled: settled,
  });
  return (
    <li>
      <div>
        <span className={classes['name']}>
          {words.line(absence.officerName, absence.daysText, absence.deputyName)}
        </span>
        <span className={classes['quiet']}>
          {words.open(absence.open)}
          {absence.reason !== null && ` · ${absence.reason}`}
        </span>
        {ending.isError && (
          <Notice tone="red" icon="warning" role="alert">
            <p>{problemOf(ending.error).detail}</p>
          </Notice>
        )}
      </div>
      {absence.mayEnd && (
        <Button size="xs" variant="default" loading={ending.isPending} onClick={() => ending.mutate()}>
          {words.end}
        </Button>
      )}
    </li>
  );
}

// Changes one day of the calendar: first which promised dates would move, then the decision with its ground.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { CalendarEditBody, CalendarPreview } from '@motcua/server/clocks/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { say } from '../ui/toast.ts';
import { calendarWords as words } from '../words/clocks.ts';
import classes from './attention.module.css';
import { calendarQuery, decideCalendar, previewCalendar } from './clock-queries.ts';
import { useSession } from './use-session.ts';

type Choice = (typeof words.choices)[number][0];

export function CalendarForm({ version }: { version: number }) {
  const [date, setDate] = useState('');
  const [kind, setKind] = useState<Choice>('local_closure');
  const [name, setName] = useState('');
  const [ground, setGround] = useState('');
  const client = useQueryClient();
  const intention = useIntention();
  const preview = useMutation({ mutationFn: previewCalendar });
  const decide = useMutation({
    mutationFn: (body: CalendarEditBody) => {
      const decision = { ...body, ground };
      return decideCalendar(decision, intention.keyFor(decision));
    },
    onSuccess: ({ expected }) => say(words.decided(expected)),
    onSettled: () => client.invalidateQueries(calendarQuery),
  });
  const body: CalendarEditBody =
    kind === 'ordinary'
      ? { version, days: [], ordinary: [date] }
      : { version, days: [{ date, kind, name: name.trim(), ground: null }], ordinary: [] };
  const shown = preview.data;
  const error = preview.error ?? decide.error;
  /** What was previewed is what is decided: a changed field asks for a new look. */
  const edit =
    <Value,>(set: (value: Value) => void) =>
    (value: Value) => {
      preview.reset();
      set(value);
    };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (shown === undefined) preview.mutate(body);
    else decide.mutate(body);
  };
  return (
    <form className={classes['form']} onSubmit={onSubmit} aria-label={words.change}>
      <h2 className={classes['wide']}>{words.change}</h2>
      {error !== null && (
        <div className={classes['wide']}>
          <Notice tone="red" icon="warning" role="alert">
            <p>{problemOf(error).detail}</p>
          </Notice>
        </div>
      )}
      <TextInput
        type="date"
        required
        label={words.date}
        value={date}
        onChange={(event) => edit(setDate)(event.currentTarget.value)}
      />
      <NativeSelect
        label={words.kind}
        value={kind}
        onChange={(event) => edit(setKind)(event.currentTarget.value as Choice)}
        data={words.choices.map(([value, label]) => ({ value, label }))}
      />
      {kind !== 'ordinary' && (
        <TextInput
          className={classes['wide']}
          required
          label={words.name}
          description={words.nameHint}
          value={name}
          onChange={(event) => edit(setName)(event.currentTarget.value)}
        />
      )}
      {shown === undefined ? (
        <Button type="submit" loading={preview.isPending} className={classes['wide']}>
          {words.preview}
        </Button>
      ) : (
        <>
          <Moves preview={shown} />
          <TextInput
            className={classes['wide']}
            required
            minLength={10}
            label={words.ground}
            description={words.groundHint}
            value={ground}
            onChange={(event) => setGround(event.currentTarget.value)}
          />
          <Button type="submit" loading={decide.isPending} className={classes['wide']}>
            {words.decide}
          </Button>
        </>
      )}
    </form>
  );
}

function Moves({ preview: { moved, seen, rows } }: { preview: CalendarPreview }) {
  const today = useSession().now;
  return (
    <div className={classes['wide']} role="status">
      <p>{words.moved(moved, seen)}</p>
      {rows.length > 0 && (
        <table className={classes['moves']}>
          <thead>
            <tr>
              <th scope="col">{words.columns.dossier}</th>
              <th scope="col">{words.columns.moves}</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Link to="/ho-so/$id" params={{ id: row.id }}>
                    {row.code ?? row.procedureName}
                  </Link>
                </th>
                <td>{words.oldNew(momentText(row.oldDue, today), momentText(row.newDue, today))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {moved > rows.length && <p className={classes['quiet']}>{words.more(moved - rows.length)}</p>}
    </div>
  );
}

// Tính ngày hẹn trả: when would it be due, and why? For anybody, with the thumb; the question stands in the address.

import { Button, NativeSelect, TextInput } from '@mantine/core';
import type { DeadlineAnswer } from '@motcua/server/clocks/schema';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { ask, problemOf, withQuery } from '../api.ts';
import { CitizenFrame } from '../citizen/frame.tsx';
import { DayTrace } from '../ui/day-trace.tsx';
import { Notice } from '../ui/notice.tsx';
import { dueDateWords as words } from '../words/clocks.ts';
import classes from './due-date.module.css';

type Unit = (typeof words.units)[number][0];

export function DueDate() {
  const search = useSearch({ from: '/tinh-ngay-hen' });
  const navigate = useNavigate();
  const [now] = useState(vietnamNow);
  const [date, setDate] = useState(search.received?.slice(0, 10) ?? now.slice(0, 10));
  const [time, setTime] = useState(search.received?.slice(11, 16) ?? now.slice(11, 16));
  const [value, setValue] = useState(search.value ?? '5');
  const [unit, setUnit] = useState<Unit>(
    words.units.find(([name]) => name === search.unit)?.[0] ?? 'working_day',
  );
  const { received } = search;
  const answer = useQuery({
    queryKey: ['deadline', search],
    enabled: received !== undefined,
    retry: false,
    queryFn: ({ signal }) => ask<DeadlineAnswer>(withQuery('/deadline', search), { signal }),
  });
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    void navigate({
      to: '/tinh-ngay-hen',
      search: { received: `${date}T${time}`, unit, ...(unit === 'same_day' ? {} : { value }) },
    });
  };
  return (
    <CitizenFrame>
      <title>{words.title}</title>
      <div className={classes['main']}>
        <h1>{words.title}</h1>
        <p className={classes['quiet']}>{words.lead}</p>
        <form onSubmit={onSubmit} className={classes['form']}>
          <TextInput
            type="date"
            size="md"
            required
            label={words.date}
            value={date}
            onChange={(event) => setDate(event.currentTarget.value)}
          />
          <TextInput
            type="time"
            size="md"
            required
            label={words.time}
            value={time}
            onChange={(event) => setTime(event.currentTarget.value)}
          />
          {unit !== 'same_day' && (
            <TextInput
              className={classes['value']}
              size="md"
              required
              inputMode="numeric"
              label={words.value}
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
          )}
          <NativeSelect
            size="md"
            label={words.unit}
            className={classes[unit === 'same_day' ? 'wide' : 'unit'] ?? ''}
            value={unit}
            onChange={(event) => setUnit(event.currentTarget.value as Unit)}
            data={words.units.map(([name, label]) => ({ value: name, label }))}
          />
          <Button type="submit" size="lg" loading={answer.isFetching} className={classes['wide']}>
            {words.submit}
          </Button>
        </form>
        {answer.isError && (
          <Notice tone="red" icon="warning" title={words.failed} role="alert">
            <p>{problemOf(answer.error).fields[0]?.message ?? problemOf(answer.error).detail}</p>
          </Notice>
        )}
        {answer.data !== undefined && <Answer answer={answer.data} />}
      </div>
    </CitizenFrame>
  );
}

function Answer({ answer }: { answer: DeadlineAnswer }) {
  return (
    <section className={classes['answer']} aria-live="polite">
      <h2>{words.due}</h2>
      <p className={classes['due']}>{answer.dueText}</p>
      <p className={classes['quiet']}>{answer.termText}</p>
      <DayTrace
        question={words.why}
        lines={answer.trace}
        counted={words.counted}
        notCounted={words.notCounted}
        open
      />
      <p className={classes['quiet']}>{words.by(answer.calendarName)}</p>
    </section>
  );
}

/** Now, as a clock in Vietnam shows it, wherever the phone is. */
function vietnamNow(): string {
  return new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 16);
}

// Điều phối: who left which dossier to others and why, with counts; and how long a taken dossier is held.

import { Button, TextInput } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { LeaseView, SkipList } from '@motcua/server/worklists/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { deskWords } from '../words/desk.ts';
import { leaderWords as words } from '../words/worklist.ts';
import classes from './bulk.module.css';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { useSession } from './use-session.ts';
import { changeLease, leaseQuery, skipsQuery } from './worklist-queries.ts';

export function Leaders() {
  const skips = useQuery(skipsQuery);
  const lease = useQuery(leaseQuery).data;
  return (
    <section className={classes['runs']} aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header>
        <h1>{words.title}</h1>
        <p className={classes['quiet']}>{words.lead}</p>
      </header>
      {skips.data === undefined ? (
        skips.isError ? (
          <ListFailed title={words.failed} error={skips.error} again={() => void skips.refetch()} />
        ) : (
          <ListWaiting rows={3} height={48} />
        )
      ) : (
        <Skips list={skips.data} />
      )}
      {lease !== undefined && <Lease lease={lease} />}
    </section>
  );
}

function Skips({ list }: { list: SkipList }) {
  const today = useSession().now;
  if (list.total === 0)
    return (
      <Section title={words.empty[0] ?? ''}>
        <p className={classes['quiet']}>{words.empty[1]}</p>
      </Section>
    );
  return (
    <>
      <Section title={words.byOfficer} aside={words.total(list.total)}>
        <Counts rows={list.byOfficer.map(({ name, count }) => [name, count])} />
      </Section>
      <Section title={words.byReason}>
        <Counts rows={list.byReason.map(({ text, count }) => [text, count])} />
      </Section>
      <table className={classes['results']}>
        <thead>
          <tr>
            {Object.values(words.columns).map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((row) => (
            <tr key={`${row.id}${row.at}`}>
              <td>{momentText(row.at, today.slice(0, 10))}</td>
              <td>{row.officerName}</td>
              <th scope="row">
                <Link to="/ho-so/$id" params={{ id: row.id }}>
                  {row.procedureName}
                </Link>
                <span className={classes['code']}>{row.code ?? deskWords.uncoded}</span>
              </th>
              <td>{row.text}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function Counts({ rows }: { rows: [string, number][] }) {
  return (
    <dl className={classes['counts']}>
      {rows.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{words.times(count)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Lease({ lease }: { lease: LeaseView }) {
  const [hours, setHours] = useState(lease.hours === null ? '' : String(lease.hours));
  const client = useQueryClient();
  const saving = useMutation({
    mutationFn: () => changeLease(hours.trim() === '' ? null : Number(hours)),
    onSuccess: (saved) => {
      client.setQueryData(leaseQuery.queryKey, saved);
      say(words.leaseSaved);
    },
  });
  const error = saving.error === null ? null : problemOf(saving.error);
  return (
    <Section title={words.lease}>
      <form
        className={classes['dialog']}
        onSubmit={(event) => {
          event.preventDefault();
          saving.mutate();
        }}
      >
        <p>{words.leaseLead}</p>
        {!lease.mayChange && <p className={classes['quiet']}>{words.leaseNow(lease.hours)}</p>}
        {lease.mayChange && (
          <TextInput
            className={classes['short'] ?? ''}
            label={words.leaseHours}
            description={words.leaseUsual}
            inputMode="numeric"
            value={hours}
            error={error === null ? null : (error.fields[0]?.message ?? error.detail)}
            onChange={(event) => setHours(event.currentTarget.value)}
          />
        )}
        {lease.mayChange && (
          <div className={classes['foot']}>
            <Button type="submit" loading={saving.isPending}>
              {words.leaseSave}
            </Button>
          </div>
        )}
      </form>
    </Section>
  );
}

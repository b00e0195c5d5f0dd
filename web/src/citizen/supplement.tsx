// What was asked of the citizen, item by item, each answered where it stands: a photograph or PDF, or the right words.

import type { TrackingView } from '@motcua/server/tracking/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { useCitizenWords } from '../words/use-citizen.ts';
import classes from './supplement.module.css';
import { answerWithFile, answerWithWords, trackingQuery } from './tracking-queries.ts';

type Item = NonNullable<TrackingView['supplement']>['items'][number];

export function SupplementItems({ token, items }: { token: string; items: readonly Item[] }) {
  return (
    <ol className={classes['items']}>
      {items.map((item) => (
        <li key={item.index} data-sent={item.sent > 0 || item.value !== null}>
          <p>
            <strong>{item.label}</strong>: {item.reason}
          </p>
          {item.basis !== null && <p className={classes['basis']}>{item.basis}</p>}
          {item.kind === 'paper' ? <Photos token={token} item={item} /> : <Words token={token} item={item} />}
        </li>
      ))}
    </ol>
  );
}

function useAnswering<Sent>(token: string, send: (sent: Sent) => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: trackingQuery(token).queryKey }),
  });
}

function Photos({ token, item }: { token: string; item: Item }) {
  const words = useCitizenWords().supplement;
  const id = useId();
  const answering = useAnswering(token, async (files: readonly File[]) => {
    for (const file of files) await answerWithFile(token, item.index, file);
  });
  return (
    <>
      {item.sent > 0 && (
        <p className={classes['got']}>
          <Icon name="check" size={18} />
          {words.gotFiles(item.sent)}
        </p>
      )}
      {answering.isError && <p role="alert">{problemOf(answering.error).detail}</p>}
      <label htmlFor={id} className={classes['pick']} aria-disabled={answering.isPending}>
        {answering.isPending ? words.sending : item.sent > 0 ? words.further : words.photo}
      </label>
      <input
        id={id}
        className={classes['file']}
        type="file"
        accept="image/*,application/pdf"
        multiple
        disabled={answering.isPending}
        aria-label={words.photoOf(item.label)}
        onChange={(event) => {
          answering.mutate([...(event.currentTarget.files ?? [])]);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

function Words({ token, item }: { token: string; item: Item }) {
  const words = useCitizenWords().supplement;
  const id = useId();
  const [value, setValue] = useState(item.value ?? '');
  const answering = useAnswering(token, (text: string) => answerWithWords(token, item.index, text));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    answering.mutate(value);
  };
  return (
    <form onSubmit={submit}>
      {item.value !== null && (
        <p className={classes['got']}>
          <Icon name="check" size={18} />
          {words.gotWords(item.value)}
        </p>
      )}
      {answering.isError && <p role="alert">{problemOf(answering.error).detail}</p>}
      <label htmlFor={id}>{words.rightWords}</label>
      <textarea
        id={id}
        rows={2}
        required
        maxLength={1000}
        value={value}
        onChange={(event) => setValue(event.currentTarget.value)}
      />
      <button type="submit" className={classes['pick']} disabled={answering.isPending}>
        {answering.isPending ? words.sending : words.send}
      </button>
    </form>
  );
}

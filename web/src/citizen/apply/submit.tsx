// The declaration and the one button that files; where it cannot be filed here, the way to where it can.

import type { DraftView } from '@motcua/server/drafts/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../../api.ts';
import { applyWords } from '../../words/apply.ts';
import classes from './apply.module.css';
import { draftQuery, submitDraft } from './apply-api.ts';
import { Elsewhere } from './elsewhere.tsx';

const words = applyWords.check;

interface SubmitProps {
  token: string;
  view: DraftView;
  affirmation: string;
  /** What is still wanting, and the page it is asked on. */
  wanting: readonly { field: string; message: string; step: string }[];
  flush: () => Promise<boolean>;
  onGo: (step: string) => void;
}

export function SubmitDraft({ token, view, affirmation, wanting, flush, onGo }: SubmitProps) {
  const client = useQueryClient();
  const [declared, setDeclared] = useState(false);
  const filing = useMutation({
    mutationFn: async () => {
      await flush();
      return submitDraft(token);
    },
    onSettled: () => client.invalidateQueries({ queryKey: draftQuery(token).queryKey }),
  });
  if (wanting.length > 0)
    return (
      <section className={classes['wanting']}>
        <h2>{words.wanting}</h2>
        <ul>
          {wanting.map(({ field, message, step }) => (
            <li key={field}>
              <button type="button" className={classes['link']} onClick={() => onGo(step)}>
                {message}
              </button>
            </li>
          ))}
        </ul>
      </section>
    );
  if (view.place.kind !== 'here') return <Elsewhere token={token} view={view} flush={flush} />;
  return (
    <section>
      <h2>{words.declare}</h2>
      {filing.isError && <p role="alert">{problemOf(filing.error).detail}</p>}
      <label className={classes['choice']}>
        <input
          type="checkbox"
          checked={declared}
          onChange={(event) => setDeclared(event.currentTarget.checked)}
        />
        {affirmation}
      </label>
      <button
        type="button"
        className={classes['first']}
        disabled={!declared || filing.isPending}
        onClick={() => filing.mutate()}
      >
        {filing.isPending ? words.submitting : words.submit}
      </button>
    </section>
  );
}

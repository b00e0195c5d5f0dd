// Where filing lands on the national portal: the whole package to take along, the way there, and the code that came of it.

import type { DraftView } from '@motcua/server/drafts/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { problemOf } from '../../api.ts';
import { elsewhereWords as words } from '../../words/apply.ts';
import classes from './apply.module.css';
import { draftQuery, keepExternalCode, packageUrl } from './apply-api.ts';

export function Elsewhere({
  token,
  view,
  flush,
}: {
  token: string;
  view: DraftView;
  flush: () => Promise<boolean>;
}) {
  const id = useId();
  const client = useQueryClient();
  const [code, setCode] = useState(view.externalCode ?? '');
  const keeping = useMutation({
    mutationFn: async () => {
      await flush();
      return keepExternalCode(token, code);
    },
    onSettled: () => client.invalidateQueries({ queryKey: draftQuery(token).queryKey }),
  });
  return (
    <section>
      <h2>{words.title}</h2>
      <p>
        <a href={packageUrl(token)} download className={classes['first']}>
          {words.download}
        </a>
      </p>
      {view.place.url !== null && (
        <p>
          <a href={view.place.url} target="_blank" rel="noreferrer" className={classes['second']}>
            {words.open(view.place.name)}
          </a>
        </p>
      )}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keeping.mutate();
        }}
      >
        <label htmlFor={id}>{words.codeLabel}</label>
        <p className={classes['hint']}>{words.codeHint}</p>
        {keeping.isError && <p role="alert">{problemOf(keeping.error).detail}</p>}
        <input
          id={id}
          value={code}
          required
          maxLength={60}
          onChange={(event) => setCode(event.currentTarget.value)}
        />
        <button type="submit" className={classes['second']} disabled={keeping.isPending}>
          {words.keepCode}
        </button>
      </form>
      {view.externalCode !== null && <p role="status">{words.kept(view.externalCode)}</p>}
    </section>
  );
}

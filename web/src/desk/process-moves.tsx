// Moving running dossiers to this version: where each would stand, one decision with its reason, and who stayed and why.

import { Button, TextInput } from '@mantine/core';
import type { MovePreview, ProcessView } from '@motcua/server/processes/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { moveDossiers, movesQuery, processesKey } from '../process/process-queries.ts';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { processWords } from '../words/process.ts';
import classes from './process-page.module.css';

const words = processWords.moves;

export function MoveDossiers({ view }: { view: ProcessView }) {
  const [open, setOpen] = useState(false);
  const preview = useQuery({ ...movesQuery(view.code, view.version), enabled: open });
  return (
    <Section title={words.title}>
      <p>{words.count(view.otherDossiers)}</p>
      <p className={classes['where']}>{words.keep}</p>
      {view.mayMove && !open && (
        <Button variant="default" mt="sm" onClick={() => setOpen(true)}>
          {words.preview}
        </Button>
      )}
      {preview.isError && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problemOf(preview.error).detail}</p>
        </Notice>
      )}
      {preview.data !== undefined && <Preview view={view} preview={preview.data} />}
    </Section>
  );
}

function Preview({ view, preview }: { view: ProcessView; preview: MovePreview }) {
  const client = useQueryClient();
  const intention = useIntention();
  const [reason, setReason] = useState('');
  const dossiers = preview.rows.filter(({ to }) => to !== null).map(({ id, version }) => ({ id, version }));
  const moving = useMutation({
    mutationFn: () => {
      const body = { dossiers, reason };
      return moveDossiers(view.code, view.version, body, intention.keyFor(body));
    },
    onSuccess: ({ text }) => say(text),
    onError: () => intention.done(),
    onSettled: () => client.invalidateQueries({ queryKey: [processesKey] }),
  });
  const problem = moving.isError ? problemOf(moving.error) : null;
  return (
    <>
      <ul className={classes['list']}>
        {preview.rows.map((row) => (
          <li key={row.id}>
            <p>
              <Link to="/ho-so/$id" params={{ id: row.id }}>
                {row.code ?? words.uncoded}
              </Link>{' '}
              <span className={classes['where']}>{row.summary}</span>
            </p>
            <p className={classes['where']}>
              {words.from(row.from)}; {row.to === null ? row.why : words.to(row.to)}
            </p>
          </li>
        ))}
      </ul>
      {preview.rows.length < preview.total && (
        <p className={classes['where']}>{words.part(preview.rows.length, preview.total)}</p>
      )}
      {dossiers.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <form
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault();
            moving.mutate();
          }}
        >
          <TextInput
            label={words.reason}
            description={words.reasonHint}
            value={reason}
            error={problem?.fields[0]?.message ?? problem?.detail}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Button type="submit" loading={moving.isPending}>
            {words.submit(dossiers.length)}
          </Button>
        </form>
      )}
    </>
  );
}

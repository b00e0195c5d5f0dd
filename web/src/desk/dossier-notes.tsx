// A word to colleagues, on yellow: never sent to the citizen. What is typed stays until it is written down.

import { Button, Textarea } from '@mantine/core';
import type { DossierView } from '@motcua/server/dossiers/schema';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { dropDraft, keepDraft, readDraft } from '../ui/draft.ts';
import { noteWords as words } from '../words/worklist.ts';
import classes from './notes.module.css';
import { useAct } from './use-act.ts';
import { useSession } from './use-session.ts';

export function DossierNotes({ dossier }: { dossier: DossierView }) {
  const place = { officerId: useSession().officer.id, name: `${dossier.id}.note` };
  const [text, setText] = useState(() => readDraft(place, { text: '' })?.text ?? '');
  const label = dossier.actions.find(({ type }) => type === 'note')?.label;
  const noting = useAct(dossier, label ?? words.title);
  if (label === undefined) return null;
  const error = noting.error === null ? null : problemOf(noting.error);
  const send = () =>
    noting.mutate(
      { type: 'note', text },
      {
        onSuccess: () => {
          dropDraft(place);
          setText('');
        },
      },
    );
  return (
    <form
      className={classes['note']}
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && event.ctrlKey) send();
      }}
    >
      <Textarea
        label={words.title}
        description={words.hint}
        placeholder={words.placeholder}
        autosize
        minRows={1}
        value={text}
        error={error === null ? null : (error.fields[0]?.message ?? error.detail)}
        onChange={(event) => {
          setText(event.currentTarget.value);
          keepDraft(place, { text: event.currentTarget.value });
        }}
      />
      {text.trim() !== '' && (
        <Button type="submit" size="xs" variant="default" loading={noting.isPending}>
          {words.send}
        </Button>
      )}
    </form>
  );
}

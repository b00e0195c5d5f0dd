// One talk: whom and what it is about, what was said, and the answer, with a word before it whether it will arrive.

import { Button } from '@mantine/core';
import type { SaidView, TalkView } from '@motcua/server/talks/schema';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { Icon } from '../ui/icons.tsx';
import { deskWords } from '../words/desk.ts';
import { talkWords as words } from '../words/talks.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import classes from './talk.module.css';
import { TalkActs } from './talk-acts.tsx';
import { talkQuery } from './talks-queries.ts';

export function OpenTalk({ id }: { id: string }) {
  const { data: talk, isError, error, refetch } = useQuery(talkQuery(id));
  if (talk === undefined)
    return isError ? (
      <ListFailed title={words.notLoaded} error={error} again={() => void refetch()} />
    ) : (
      <ListWaiting rows={4} height={72} />
    );
  return (
    <article className={classes['talk']}>
      <header className={classes['head']}>
        <h2>{talk.dossier?.applicantName ?? words.citizen}</h2>
        <p className={classes['quiet']}>
          {talk.unitName} · {words.opened(talk.openedText)}
        </p>
        {talk.waitingText !== null && (
          <p className={classes['wait']} data-overdue={talk.overdue || undefined}>
            <Icon name={talk.overdue ? 'warning' : 'hourglass'} size={16} />
            {talk.waitingText} · {talk.promiseText}
          </p>
        )}
      </header>
      {talk.dossier !== null && <Card talk={talk} dossier={talk.dossier} />}
      <Transcript talk={talk} />
      <TalkActs talk={talk} />
    </article>
  );
}

function Card({ talk, dossier }: { talk: TalkView; dossier: NonNullable<TalkView['dossier']> }) {
  const phone = talk.card?.phone ?? null;
  return (
    <div className={classes['card']}>
      <p>
        <strong>{dossier.procedureName}</strong> · {dossier.code ?? deskWords.uncoded}
      </p>
      {talk.card !== null && <p>{talk.card.statusSentence}</p>}
      <p className={classes['links']}>
        <Link to="/ho-so/$id" params={{ id: dossier.id }}>
          {words.openDossier}
        </Link>
        {phone !== null && <a href={`tel:${phone.replaceAll(' ', '')}`}>{words.call(phone)}</a>}
      </p>
    </div>
  );
}

/** What was said, the newest in sight. */
export function Transcript({ talk }: { talk: TalkView }) {
  const list = useRef<HTMLOListElement>(null);
  const count = talk.said.length;
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [count]);
  return (
    // Scrolled by the keyboard, too.
    <ol className={classes['said']} ref={list} tabIndex={0} aria-label={words.transcript} aria-live="polite">
      {talk.said.map((said) => (
        <Said key={said.id} talkId={talk.id} said={said} />
      ))}
      {talk.endedText !== null && <li className={classes['end']}>{talk.endedText}</li>}
    </ol>
  );
}

function Said({ talkId, said }: { talkId: string; said: SaidView }) {
  return (
    <li className={classes['bubble']} data-from={said.from}>
      <p className={classes['who']}>
        {said.name ?? words.from[said.from]} · {said.atText}
      </p>
      <p className={classes['text']}>{said.text}</p>
      {said.photos.map((photo, at) => (
        <Button
          key={photo.id}
          component="a"
          size="compact-sm"
          variant="default"
          href={`/api/v1/talks/${talkId}/photos/${photo.id}`}
          target="_blank"
          rel="noreferrer"
          leftSection={<Icon name="paper" size={15} />}
        >
          {photo.type === 'application/pdf' ? words.pdf(photo.pages) : words.photo(at + 1)}
        </Button>
      ))}
      {said.stateText !== null && (
        <p className={classes['state']} data-failed={said.failed || undefined}>
          {said.failed && <Icon name="warning" size={14} />}
          {said.stateText}
        </p>
      )}
    </li>
  );
}

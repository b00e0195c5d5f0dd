// The ratings that somebody at the head answers: what was said, by when, who has it, and the answer.

import { Button, Textarea } from '@mantine/core';
import { momentText } from '@motcua/domain/clock-time';
import type { FollowUpRow } from '@motcua/server/ratings/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Chip, Notice } from '../ui/notice.tsx';
import { Section } from '../ui/section.tsx';
import { say } from '../ui/toast.ts';
import { ratingDesk as words } from '../words/ratings.ts';
import classes from './ratings.module.css';
import { answerCitizen, ratingsQuery, takeUp } from './ratings-queries.ts';
import { useSession } from './use-session.ts';

export function FollowUps({ rows }: { rows: readonly FollowUpRow[] }) {
  return (
    <Section title={words.followUps}>
      {!rows.some(({ answeredAt }) => answeredAt === null) && (
        <p className={classes['quiet']}>{words.noFollowUps}</p>
      )}
      <ul className={classes['followUps']}>
        {rows.map((row) => (
          <li key={row.dossierId}>
            <FollowUp row={row} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

function FollowUp({ row }: { row: FollowUpRow }) {
  const today = useSession().now.slice(0, 10);
  const late = row.answeredAt === null && row.dueAt.slice(0, 10) < today;
  return (
    <>
      <p>
        <Link to="/ho-so/$id" params={{ id: row.dossierId }}>
          {row.code ?? row.procedureName}
        </Link>{' '}
        {row.code !== null && row.procedureName}
      </p>
      <p className={classes['marks']}>
        <Chip tone="amber" icon="flag">
          {row.reasonText}
        </Chip>
        {row.answeredAt === null ? (
          <Chip tone={late ? 'red' : 'slate'} icon="clock">
            {words.due(momentText(row.dueAt, today))}
          </Chip>
        ) : (
          <Chip tone="green" icon="check">
            {words.answered(momentText(row.answeredAt, today))}
          </Chip>
        )}
        {row.officerName !== null && <span>{words.about(row.officerName)}</span>}
        {row.takenBy !== null && <span>{words.takenBy(row.takenBy)}</span>}
      </p>
      {row.answers.map(({ question, answer }) => (
        <p key={question} className={classes['quiet']}>
          {question} <strong>{answer}</strong>
        </p>
      ))}
      {row.words !== null && <blockquote className={classes['said']}>{row.words}</blockquote>}
      {row.reply === null ? <Answer row={row} /> : <p className={classes['said']}>{row.reply}</p>}
    </>
  );
}

function Answer({ row: { dossierId, code, takenBy } }: { row: FollowUpRow }) {
  const client = useQueryClient();
  const intention = useIntention();
  const [reply, setReply] = useState('');
  const done = async ({ text }: { text: string }) => {
    say(text);
    await client.invalidateQueries(ratingsQuery);
  };
  const taking = useMutation({
    mutationFn: () => takeUp(dossierId, intention.keyFor(`take ${dossierId}`)),
    onSuccess: done,
  });
  const answering = useMutation({
    mutationFn: () => answerCitizen(dossierId, reply, intention.keyFor(`${dossierId} ${reply}`)),
    onSuccess: done,
  });
  const error = taking.error ?? answering.error;
  return (
    <form
      className={classes['answer']}
      onSubmit={(event) => {
        event.preventDefault();
        answering.mutate();
      }}
    >
      {error !== null && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problemOf(error).detail}</p>
        </Notice>
      )}
      <Textarea
        label={words.reply}
        autosize
        minRows={2}
        maxLength={1200}
        value={reply}
        onChange={(event) => setReply(event.currentTarget.value)}
      />
      <div className={classes['marks']}>
        <Button type="submit" loading={answering.isPending} disabled={reply.trim() === ''}>
          {words.send}
          <span className="mc-hidden">{code}</span>
        </Button>
        {takenBy === null && (
          <Button variant="default" loading={taking.isPending} onClick={() => taking.mutate()}>
            {words.take}
            <span className="mc-hidden">{code}</span>
          </Button>
        )}
      </div>
    </form>
  );
}

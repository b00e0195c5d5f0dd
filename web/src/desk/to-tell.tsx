// Cần báo: the people an officer tells by telephone, letter or in person, with the number and the words at hand.

import { Button } from '@mantine/core';
import type { ToldWay, ToTellRow } from '@motcua/server/notices/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { say } from '../ui/toast.ts';
import { sayWithAction } from '../ui/toast-action.tsx';
import { noticeWords } from '../words/notices.ts';
import { undoWords } from '../words/undo.ts';
import { NoticeHead } from './notice-head.tsx';
import classes from './notices.module.css';
import { NoticesFrame } from './notices-frame.tsx';
import { noticesKey, tell, toTellQuery, untell } from './notices-queries.ts';

export function ToTell() {
  const { offset = 0 } = useSearch({ from: '/desk/can-bao' });
  const list = useQuery(toTellQuery(offset));
  return (
    <NoticesFrame
      tab="toTell"
      offset={offset}
      list={list}
      row={(row: ToTellRow) => <Row key={row.noticeId} row={row} />}
    />
  );
}

function Row({ row }: { row: ToTellRow }) {
  const client = useQueryClient();
  const intention = useIntention();
  const told = useMutation({
    mutationFn: (how: ToldWay) => tell(row.noticeId, how, intention.keyFor({ how })),
    onSuccess: ({ how }) => {
      intention.done();
      sayWithAction(row.noticeId, noticeWords.toldDone(row.applicantName, how), undoWords.button, () =>
        untelling.mutate(),
      );
    },
    onError: (error) => say(problemOf(error).detail),
    onSettled: () => client.invalidateQueries({ queryKey: [noticesKey] }),
  });
  const undoing = useIntention();
  const untelling = useMutation({
    mutationFn: () => untell(row.noticeId, undoing.keyFor(row.noticeId)),
    onSuccess: () => {
      undoing.done();
      told.reset();
      say(noticeWords.untold(row.applicantName));
    },
    onError: (error) => say(problemOf(error).detail),
    onSettled: () => client.invalidateQueries({ queryKey: [noticesKey] }),
  });
  const [[byPhone], [byLetter]] = noticeWords.told;
  const primary = row.phone === null ? byLetter : byPhone;
  return (
    <li className={classes['row']}>
      <NoticeHead row={row} note={noticeWords.since(row.sinceText)} />
      {row.phone === null ? (
        <p className={classes['quiet']}>
          {noticeWords.noPhone}. {row.address}
        </p>
      ) : (
        <a className={classes['phone']} href={`tel:${row.phone.replaceAll(' ', '')}`}>
          {noticeWords.call(row.phone)}
        </a>
      )}
      <blockquote className={classes['say']} aria-label={noticeWords.say}>
        {row.say}
      </blockquote>
      <p className={classes['quiet']}>{row.why === null ? noticeWords.noWay : noticeWords.why(row.why)}</p>
      <div className={classes['acts']}>
        {noticeWords.told.map(([how, label]) => (
          <Button
            key={how}
            size="sm"
            variant={how === primary ? 'filled' : 'default'}
            loading={told.isPending && told.variables === how}
            disabled={told.isPending || told.isSuccess}
            onClick={() => told.mutate(how)}
          >
            {label}
          </Button>
        ))}
      </div>
    </li>
  );
}

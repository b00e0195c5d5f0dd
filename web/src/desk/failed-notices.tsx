// Tin chưa tới: what failed for good or may not have arrived, why, what to do, and the button that tries it again.

import { Button } from '@mantine/core';
import type { FailedRow } from '@motcua/server/notices/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { problemOf } from '../api.ts';
import { useIntention } from '../ui/intention.ts';
import { Chip } from '../ui/notice.tsx';
import { say } from '../ui/toast.ts';
import { noticeWords } from '../words/notices.ts';
import { NoticeHead } from './notice-head.tsx';
import classes from './notices.module.css';
import { NoticesFrame } from './notices-frame.tsx';
import { failedQuery, noticesKey, replay } from './notices-queries.ts';

export function FailedNotices() {
  const { offset = 0 } = useSearch({ from: '/desk/tin-chua-toi' });
  const list = useQuery(failedQuery(offset));
  return (
    <NoticesFrame
      tab="failed"
      offset={offset}
      list={list}
      row={(row: FailedRow) => <Row key={row.noticeId} row={row} />}
    />
  );
}

function Row({ row }: { row: FailedRow }) {
  const client = useQueryClient();
  const intention = useIntention();
  const again = useMutation({
    mutationFn: () => replay(row.noticeId, intention.keyFor(row.at)),
    onSuccess: ({ text }) => say(text),
    onError: (error) => {
      // A refusal is an answer: pressing again later is a new wish.
      intention.done();
      say(problemOf(error).detail);
    },
    onSettled: () => client.invalidateQueries({ queryKey: [noticesKey] }),
  });
  return (
    <li className={classes['row']}>
      <NoticeHead row={row} note={noticeWords.roadAt(row.roadText, row.atText)} />
      <p className={classes['reason']}>
        <Chip tone={row.state === 'failed' ? 'red' : 'amber'} icon="warning">
          {noticeWords.states[row.state]}
        </Chip>
        <span>{row.reason}</span>
      </p>
      {row.alsoToTell && <p className={classes['quiet']}>{noticeWords.alsoToTell}</p>}
      <details className={classes['text']}>
        <summary>{noticeWords.text}</summary>
        <p>{row.text}</p>
      </details>
      <div className={classes['acts']}>
        <Button size="sm" variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          {noticeWords.replay}
        </Button>
      </div>
    </li>
  );
}

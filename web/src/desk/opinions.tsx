// Xin ý kiến: what other agencies wait for from this one, the soonest due first.

import type { OwedOpinion } from '@motcua/server/opinions/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Icon } from '../ui/icons.tsx';
import { useRowKeys } from '../ui/walk-rows.ts';
import { deskWords } from '../words/desk.ts';
import { opinionWords as words } from '../words/opinions.ts';
import classes from './attention.module.css';
import { ListFailed, ListWaiting } from './list-states.tsx';
import notices from './notices.module.css';
import { opinionsQuery } from './opinions-queries.ts';
import worklist from './worklist.module.css';

export function Opinions() {
  const { offset = 0 } = useSearch({ from: '/desk/lay-y-kien' });
  const list = useQuery(opinionsQuery(offset));
  const box = useRef<HTMLElement>(null);
  useRowKeys(box);
  return (
    <section className={notices['page']} ref={box} aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header className={classes['head']}>
        <h1>{words.title}</h1>
        <p>{words.lead}</p>
      </header>
      {list.isError && (
        <ListFailed title={words.notLoaded} error={list.error} again={() => void list.refetch()} />
      )}
      {list.data === undefined ? (
        !list.isError && <ListWaiting rows={3} height={112} />
      ) : list.data.rows.length === 0 ? (
        <div className={worklist['empty']}>
          <h2>{words.empty[0]}</h2>
          <p>{words.empty[1]}</p>
        </div>
      ) : (
        <>
          <ol className={notices['rows']} aria-busy={list.isPlaceholderData || undefined}>
            {list.data.rows.map((row) => (
              <Row key={`${row.dossierId}/${row.requestId}`} row={row} />
            ))}
          </ol>
          <footer className={worklist['foot']}>
            <span>{words.total(offset + 1, offset + list.data.rows.length, list.data.total)}</span>
            <span className={worklist['pages']}>
              {offset > 0 && (
                <Link to="/lay-y-kien" search={{ offset: offset - list.data.pageSize }}>
                  {deskWords.previousPage}
                </Link>
              )}
              {offset + list.data.rows.length < list.data.total && (
                <Link to="/lay-y-kien" search={{ offset: offset + list.data.pageSize }}>
                  {deskWords.nextPage}
                </Link>
              )}
            </span>
          </footer>
        </>
      )}
    </section>
  );
}

function Row({ row }: { row: OwedOpinion }) {
  return (
    <li className={notices['row']}>
      <div className={notices['head']}>
        <h2>
          <Link to="/ho-so/$id" params={{ id: row.dossierId }} data-row={row.requestId}>
            {row.question}
          </Link>
        </h2>
        <p className={notices['dossier']}>
          {row.procedureName} · {row.applicantName} · {row.code ?? words.uncoded}
        </p>
      </div>
      {row.detail !== null && <p>{row.detail}</p>}
      <ul className={classes['duties']}>
        <li data-missed={row.overdue || undefined}>
          <Icon name={row.overdue ? 'warning' : 'hourglass'} size={16} />
          {row.answerText}
        </li>
      </ul>
      <p className={notices['quiet']}>
        {words.askedBy(row.askedBy)} · {row.silenceText}
      </p>
    </li>
  );
}

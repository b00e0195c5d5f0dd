// The frame of both lists of notices: tabs with counts, the lead, loading, failing, empty, pages, and walking by j and k.

import { type UseQueryResult, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ReactNode, useRef } from 'react';
import { useRowKeys } from '../ui/walk-rows.ts';
import { deskWords } from '../words/desk.ts';
import { noticeWords } from '../words/notices.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import classes from './notices.module.css';
import { noticeCountsQuery } from './notices-queries.ts';
import worklist from './worklist.module.css';

interface FrameProps<Row> {
  tab: 'toTell' | 'failed';
  offset: number;
  list: UseQueryResult<{ rows: Row[]; pageSize: number; counts: { toTell: number; failed: number } }>;
  row: (row: Row) => ReactNode;
}

const places = { toTell: '/can-bao', failed: '/tin-chua-toi' } as const;
const tabs = ['toTell', 'failed'] as const;

export function NoticesFrame<Row>({ tab, offset, list, row }: FrameProps<Row>) {
  const box = useRef<HTMLElement>(null);
  useRowKeys(box);
  return (
    <section className={classes['page']} ref={box} aria-label={noticeWords[tab]}>
      <title>{noticeWords.pageTitle(noticeWords[tab])}</title>
      <Tabs tab={tab} />
      <Body tab={tab} offset={offset} list={list} row={row} />
    </section>
  );
}

function Tabs({ tab }: { tab: 'toTell' | 'failed' }) {
  const counts = useQuery(noticeCountsQuery).data;
  return (
    <header className={worklist['head']}>
      <h1 className="mc-hidden">{noticeWords[tab]}</h1>
      <nav aria-label={noticeWords.tabsLabel} className={worklist['tabs']}>
        {tabs.map((name) => (
          <Link
            key={name}
            to={places[name]}
            className={worklist['tab'] ?? ''}
            aria-current={name === tab ? 'page' : undefined}
          >
            <span>{noticeWords[name]}</span>
            <span className={worklist['count']}>{counts?.[name] ?? ''}</span>
          </Link>
        ))}
      </nav>
    </header>
  );
}

function Body<Row>({ tab, offset, list, row }: FrameProps<Row>) {
  if (list.data === undefined)
    return list.isError ? (
      <ListFailed title={noticeWords.notLoaded} error={list.error} again={() => void list.refetch()} />
    ) : (
      <ListWaiting rows={4} height={120} />
    );
  const { rows, counts, pageSize } = list.data;
  if (rows.length === 0) return <Empty tab={tab} counts={counts} />;
  const last = offset + rows.length;
  const page = (to: number, label: string) => (
    <Link to={places[tab]} search={to > 0 ? { offset: to } : {}}>
      {label}
    </Link>
  );
  return (
    <>
      {list.isError && (
        <ListFailed title={noticeWords.notLoaded} error={list.error} again={() => void list.refetch()} />
      )}
      <p className={classes['lead']}>{tab === 'toTell' ? noticeWords.toTellLead : noticeWords.failedLead}</p>
      <ol className={classes['rows']} aria-busy={list.isPlaceholderData || undefined}>
        {rows.map(row)}
      </ol>
      <footer className={worklist['foot']}>
        <span>{noticeWords.total(offset + 1, last, counts[tab])}</span>
        <span className={worklist['pages']}>
          {offset > 0 && page(offset - pageSize, deskWords.previousPage)}
          {last < counts[tab] && page(offset + pageSize, deskWords.nextPage)}
        </span>
      </footer>
    </>
  );
}

function Empty({ tab, counts }: { tab: 'toTell' | 'failed'; counts: Record<'toTell' | 'failed', number> }) {
  const [title, text] = tab === 'toTell' ? noticeWords.emptyToTell : noticeWords.emptyFailed;
  const other = tab === 'toTell' ? 'failed' : 'toTell';
  return (
    <div className={worklist['empty']}>
      <h2>{title}</h2>
      <p>{text}</p>
      {counts[other] > 0 && (
        <Link to={places[other]}>{noticeWords.look(noticeWords[other], counts[other])}</Link>
      )}
    </div>
  );
}

// Cần chú ý: one digest for each working half-day, of the officer's own dossiers, the unit's and the centre's.

import type { AttentionRow } from '@motcua/server/clocks/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Icon } from '../ui/icons.tsx';
import { Notice } from '../ui/notice.tsx';
import { useRowKeys } from '../ui/walk-rows.ts';
import { attentionWords as words } from '../words/clocks.ts';
import { deskWords } from '../words/desk.ts';
import { talkWords } from '../words/talks.ts';
import classes from './attention.module.css';
import { attentionQuery } from './clock-queries.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import notices from './notices.module.css';
import { talkCountQuery } from './talks-queries.ts';
import worklist from './worklist.module.css';

export function Attention() {
  const { offset = 0 } = useSearch({ from: '/desk/can-chu-y' });
  const list = useQuery(attentionQuery(offset));
  const box = useRef<HTMLElement>(null);
  useRowKeys(box);
  return (
    <section className={notices['page']} ref={box} aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header className={classes['head']}>
        <h1>{words.title}</h1>
        {list.data !== undefined && <p>{words.lead(list.data.since)}</p>}
      </header>
      <OverdueTalks />
      {list.isError && (
        <ListFailed title={words.notLoaded} error={list.error} again={() => void list.refetch()} />
      )}
      {list.data === undefined ? (
        !list.isError && <ListWaiting rows={4} height={96} />
      ) : list.data.rows.length === 0 ? (
        <div className={worklist['empty']}>
          <h2>{words.empty[0]}</h2>
          <p>{words.empty[1]}</p>
        </div>
      ) : (
        <>
          <ol className={notices['rows']} aria-busy={list.isPlaceholderData || undefined}>
            {list.data.rows.map((row) => (
              <Row key={row.id} row={row} />
            ))}
          </ol>
          <Pages
            offset={offset}
            shown={list.data.rows.length}
            total={list.data.total}
            size={list.data.pageSize}
          />
        </>
      )}
    </section>
  );
}

/** Citizens who wrote and were not answered in time: no dossier's clock tells of them. */
function OverdueTalks() {
  const overdue = useQuery(talkCountQuery).data?.overdue ?? 0;
  if (overdue === 0) return null;
  return (
    <div className={classes['talks']}>
      <Notice tone="red" icon="warning" title={talkWords.overdue(overdue)}>
        <Link to="/tin-nhan">{talkWords.look}</Link>
      </Notice>
    </div>
  );
}

function Row({ row }: { row: AttentionRow }) {
  return (
    <li className={notices['row']}>
      <div className={notices['head']}>
        <h2>
          <Link to="/ho-so/$id" params={{ id: row.id }} data-row={row.id}>
            {row.procedureName}
          </Link>
        </h2>
        <span className={classes['rung']}>{words.rungs[row.rung]}</span>
        <p className={notices['dossier']}>
          {row.applicantName} · {row.code ?? words.uncoded}
        </p>
      </div>
      <ul className={classes['duties']}>
        {row.duties.map((duty) => (
          <li key={duty.kind} data-missed={duty.missed || undefined}>
            <Icon name={duty.missed ? 'warning' : 'hourglass'} size={16} />
            {duty.text}
          </li>
        ))}
      </ul>
      <p className={notices['quiet']}>
        {words.step(row.stepName, row.unitName)} ·{' '}
        {row.holderName === null ? words.nobody : words.held(row.holderName)}
      </p>
    </li>
  );
}

interface PagesProps {
  offset: number;
  shown: number;
  total: number;
  size: number;
}

function Pages({ offset, shown, total, size }: PagesProps) {
  const page = (to: number, label: string) => (
    <Link to="/can-chu-y" search={to > 0 ? { offset: to } : {}}>
      {label}
    </Link>
  );
  return (
    <footer className={worklist['foot']}>
      <span>{words.total(offset + 1, offset + shown, total)}</span>
      <span className={worklist['pages']}>
        {offset > 0 && page(offset - size, deskWords.previousPage)}
        {offset + shown < total && page(offset + size, deskWords.nextPage)}
      </span>
    </footer>
  );
}

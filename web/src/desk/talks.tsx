// Tin nhắn: who waits for an answer in the chat, the longest first; beside the list, or in its place, the talk that is open.

import { type TalkRowView, type TalkScope, talkScopes } from '@motcua/server/talks/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Icon } from '../ui/icons.tsx';
import { useRowKeys } from '../ui/walk-rows.ts';
import { deskWords } from '../words/desk.ts';
import { talkWords as words } from '../words/talks.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { OpenTalk } from './talk.tsx';
import classes from './talks.module.css';
import { talksQuery } from './talks-queries.ts';
import worklist from './worklist.module.css';

export function Talks() {
  const { ai = 'unit', mo, offset = 0 } = useSearch({ from: '/desk/tin-nhan' });
  const list = useQuery(talksQuery(ai, offset));
  const box = useRef<HTMLElement>(null);
  useRowKeys(box);
  return (
    <div className={classes['split']} data-open={mo !== undefined || undefined}>
      <section className={classes['list']} ref={box} aria-label={words.title}>
        <title>{words.pageTitle}</title>
        <header className={worklist['head']}>
          <h1 className="mc-hidden">{words.title}</h1>
          <nav aria-label={words.tabsLabel} className={worklist['tabs']}>
            {talkScopes.map((scope) => (
              <Link
                key={scope}
                to="/tin-nhan"
                search={{ ai: scope }}
                className={worklist['tab'] ?? ''}
                aria-current={scope === ai ? 'page' : undefined}
              >
                <span>{words.scopes[scope]}</span>
                <span className={worklist['count']}>{list.data?.counts[scope] ?? ''}</span>
              </Link>
            ))}
          </nav>
        </header>
        {list.isError && (
          <ListFailed title={words.notLoaded} error={list.error} again={() => void list.refetch()} />
        )}
        {list.data === undefined ? (
          !list.isError && <ListWaiting rows={4} height={96} />
        ) : list.data.rows.length === 0 ? (
          <div className={worklist['empty']}>
            <h2>{words.empty[ai][0]}</h2>
            <p>{words.empty[ai][1]}</p>
          </div>
        ) : (
          <>
            <p className={classes['lead']}>{words.lead}</p>
            <ol className={classes['rows']} aria-busy={list.isPlaceholderData || undefined}>
              {list.data.rows.map((row) => (
                <Row key={row.id} row={row} scope={ai} isOpen={row.id === mo} />
              ))}
            </ol>
            <footer className={worklist['foot']}>
              <span>{words.total(offset + 1, offset + list.data.rows.length, list.data.counts[ai])}</span>
              <span className={worklist['pages']}>
                {offset > 0 && (
                  <Link to="/tin-nhan" search={{ ai, offset: offset - list.data.pageSize }}>
                    {deskWords.previousPage}
                  </Link>
                )}
                {offset + list.data.rows.length < list.data.counts[ai] && (
                  <Link to="/tin-nhan" search={{ ai, offset: offset + list.data.pageSize }}>
                    {deskWords.nextPage}
                  </Link>
                )}
              </span>
            </footer>
          </>
        )}
      </section>
      <section className={classes['pane']} aria-label={words.transcript}>
        {mo === undefined ? (
          <div className={worklist['empty']}>
            <h2>{words.choose[0]}</h2>
            <p>{words.choose[1]}</p>
          </div>
        ) : (
          <>
            <Link to="/tin-nhan" search={{ ai }} className={classes['back'] ?? ''}>
              <Icon name="back" size={18} />
              {words.back}
            </Link>
            <OpenTalk key={mo} id={mo} />
          </>
        )}
      </section>
    </div>
  );
}

function Row({ row, scope, isOpen }: { row: TalkRowView; scope: TalkScope; isOpen: boolean }) {
  const { dossier } = row;
  return (
    <li className={classes['row']} data-open={isOpen || undefined}>
      <h2>
        <Link
          to="/tin-nhan"
          search={{ ai: scope, mo: row.id }}
          data-row={row.id}
          aria-current={isOpen || undefined}
        >
          {dossier?.applicantName ?? words.citizen}
        </Link>
      </h2>
      <p className={classes['quiet']}>
        {dossier === null ? words.general : `${dossier.procedureName} · ${dossier.code ?? deskWords.uncoded}`}
      </p>
      <p className={classes['last']}>{row.fromCitizen ? row.lastText : words.you(row.lastText)}</p>
      <p
        className={classes['wait']}
        data-overdue={row.overdue || undefined}
        data-done={row.waitingText === null || undefined}
      >
        <Icon name={row.overdue ? 'warning' : row.waitingText === null ? 'done' : 'hourglass'} size={15} />
        {row.waitingText === null
          ? `${words.answered} · ${row.lastAtText}`
          : `${row.waitingText} · ${row.promiseText}`}
      </p>
      <p className={classes['quiet']}>
        {row.officerName === null ? row.unitName : `${row.unitName} · ${row.officerName}`}
      </p>
    </li>
  );
}

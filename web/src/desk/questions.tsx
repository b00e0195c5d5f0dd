// Hỏi đáp at the desk: questions to answer, to approve, to look at again, and those published; the open one beside the list.

import { type QuestionRow, type QuestionTab, questionTabs } from '@motcua/server/questions/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Icon } from '../ui/icons.tsx';
import { useRowKeys } from '../ui/walk-rows.ts';
import { deskWords } from '../words/desk.ts';
import { deskQuestionWords as words } from '../words/desk-questions.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { OpenQuestion } from './question.tsx';
import { questionsQuery } from './questions-queries.ts';
import classes from './talks.module.css';
import worklist from './worklist.module.css';

export function DeskQuestions() {
  const { muc = 'open', mo, offset = 0 } = useSearch({ from: '/desk/cau-hoi' });
  const list = useQuery(questionsQuery(muc, offset));
  const box = useRef<HTMLElement>(null);
  useRowKeys(box);
  return (
    <div className={classes['split']} data-open={mo !== undefined || undefined}>
      <section className={classes['list']} ref={box} aria-label={words.title}>
        <title>{words.pageTitle}</title>
        <header className={worklist['head']}>
          <h1 className="mc-hidden">{words.title}</h1>
          <nav aria-label={words.tabsLabel} className={worklist['tabs']}>
            {questionTabs.map((tab) => (
              <Link
                key={tab}
                to="/cau-hoi"
                search={{ muc: tab }}
                className={worklist['tab'] ?? ''}
                aria-current={tab === muc ? 'page' : undefined}
              >
                <span>{words.tabs[tab]}</span>
                <span className={worklist['count']}>{list.data?.counts[tab] ?? ''}</span>
              </Link>
            ))}
          </nav>
        </header>
        {list.isError && (
          <ListFailed title={words.notLoaded} error={list.error} again={() => void list.refetch()} />
        )}
        {list.data === undefined ? (
          !list.isError && <ListWaiting rows={4} height={88} />
        ) : list.data.rows.length === 0 ? (
          <div className={worklist['empty']}>
            <h2>{words.empty}</h2>
            <p>{words.emptyText}</p>
          </div>
        ) : (
          <>
            <p className={classes['lead']}>{words.lead[muc]}</p>
            <ol className={classes['rows']} aria-busy={list.isPlaceholderData || undefined}>
              {list.data.rows.map((row) => (
                <Row key={row.id} row={row} tab={muc} isOpen={row.id === mo} />
              ))}
            </ol>
            <footer className={worklist['foot']}>
              <span>{words.total(offset + 1, offset + list.data.rows.length, list.data.counts[muc])}</span>
              <span className={worklist['pages']}>
                {offset > 0 && (
                  <Link to="/cau-hoi" search={{ muc, offset: offset - list.data.pageSize }}>
                    {deskWords.previousPage}
                  </Link>
                )}
                {offset + list.data.rows.length < list.data.counts[muc] && (
                  <Link to="/cau-hoi" search={{ muc, offset: offset + list.data.pageSize }}>
                    {deskWords.nextPage}
                  </Link>
                )}
              </span>
            </footer>
          </>
        )}
      </section>
      <section className={classes['pane']} aria-label={words.title}>
        {mo === undefined ? (
          <div className={worklist['empty']}>
            <h2>{words.choose[0]}</h2>
            <p>{words.choose[1]}</p>
          </div>
        ) : (
          <>
            <Link to="/cau-hoi" search={{ muc }} className={classes['back'] ?? ''}>
              <Icon name="back" size={18} />
              {words.back}
            </Link>
            <OpenQuestion key={mo} id={mo} />
          </>
        )}
      </section>
    </div>
  );
}

function Row({ row, tab, isOpen }: { row: QuestionRow; tab: QuestionTab; isOpen: boolean }) {
  return (
    <li className={classes['row']} data-open={isOpen || undefined}>
      <h2>
        <Link
          to="/cau-hoi"
          search={{ muc: tab, mo: row.id }}
          data-row={row.id}
          aria-current={isOpen || undefined}
        >
          {row.text}
        </Link>
      </h2>
      {row.dueText !== null && (
        <p className={classes['wait']} data-overdue={row.overdue || undefined}>
          <Icon name={row.overdue ? 'warning' : 'hourglass'} size={15} />
          {row.dueText}
        </p>
      )}
      <p className={classes['quiet']}>
        {row.stateText}
        {row.unitName !== null && ` · ${row.unitName}`} · {row.code}
      </p>
    </li>
  );
}

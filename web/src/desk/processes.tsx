// Quy trình: every procedure's process, the version in force, what is coming, drafts and what is wrong with them.

import { TextInput } from '@mantine/core';
import type { ProcessList } from '@motcua/server/processes/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { processesQuery } from '../process/process-queries.ts';
import { Icon } from '../ui/icons.tsx';
import { Chip } from '../ui/notice.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { deskWords } from '../words/desk.ts';
import { processWords as words } from '../words/process.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import notices from './notices.module.css';
import page from './process-page.module.css';
import worklist from './worklist.module.css';

export function Processes() {
  const { q = '', offset = 0 } = useSearch({ from: '/desk/quy-trinh' });
  const navigate = useNavigate();
  const list = useQuery(processesQuery(q, offset));
  const box = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => box.current?.focus() });
  return (
    <section className={notices['page']}>
      <title>{words.title}</title>
      <header className={worklist['head']}>
        <h1 className={page['listTitle']}>{words.title}</h1>
        <TextInput
          ref={box}
          className={worklist['search'] ?? ''}
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          leftSection={<Icon name="search" size={16} />}
          defaultValue={q}
          onChange={(event) => {
            const typed = event.currentTarget.value.trim();
            void navigate({ to: '/quy-trinh', search: typed === '' ? {} : { q: typed }, replace: true });
          }}
        />
      </header>
      {list.data === undefined ? (
        list.isError ? (
          <ListFailed title={words.notLoaded} error={list.error} again={() => void list.refetch()} />
        ) : (
          <ListWaiting rows={6} height={64} />
        )
      ) : (
        <Rows list={list.data} q={q} offset={offset} />
      )}
    </section>
  );
}

function Rows({ list, q, offset }: { list: ProcessList; q: string; offset: number }) {
  if (list.rows.length === 0)
    return (
      <div className={worklist['empty']}>
        <h2>{words.empty[0]}</h2>
        <p>{words.empty[1]}</p>
      </div>
    );
  const last = offset + list.rows.length;
  const pageLink = (to: number, label: string) => (
    <Link to="/quy-trinh" search={{ ...(q === '' ? {} : { q }), ...(to > 0 ? { offset: to } : {}) }}>
      {label}
    </Link>
  );
  return (
    <>
      <p className={notices['lead']}>{words.lead}</p>
      <ol className={notices['rows']}>
        {list.rows.map((row) => (
          <li key={row.code} className={notices['row']}>
            <div className={notices['head']}>
              <h2>
                <Link to="/quy-trinh/$code" params={{ code: row.code }}>
                  {row.title}
                </Link>
              </h2>
              <span className={notices['quiet']}>{row.code}</span>
            </div>
            <p className={notices['reason']}>
              {row.inForce === null ? (
                <Chip tone="grey" icon="dash">
                  {words.notInForce}
                </Chip>
              ) : (
                <Chip tone="green" icon="check">
                  {words.inForce(row.inForce)}
                </Chip>
              )}
              {row.comingText !== null && (
                <Chip tone="slate" icon="clock">
                  {row.comingText}
                </Chip>
              )}
              {row.drafts > 0 && <span className={notices['quiet']}>{words.drafts(row.drafts)}</span>}
              {row.findings > 0 && (
                <Chip tone="amber" icon="warning">
                  {words.findings(row.findings)}
                </Chip>
              )}
            </p>
          </li>
        ))}
      </ol>
      <footer className={worklist['foot']}>
        <span>{words.total(offset + 1, last, list.total)}</span>
        <span className={worklist['pages']}>
          {offset > 0 && pageLink(offset - list.pageSize, deskWords.previousPage)}
          {last < list.total && pageLink(offset + list.pageSize, deskWords.nextPage)}
        </span>
      </footer>
    </>
  );
}

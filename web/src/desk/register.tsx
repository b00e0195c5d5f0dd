// The register book: a period, words to find, the lines in the order of their numbers, and the whole as a file.

import { Button } from '@mantine/core';
import type { RegisterPage } from '@motcua/server/papers/schema';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useRef } from 'react';
import { Icon } from '../ui/icons.tsx';
import { useKeys } from '../ui/use-keys.ts';
import { deskWords } from '../words/desk.ts';
import { registerWords as words } from '../words/papers.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { type RegisterAsked, type RegisterSearch, registerQuery, registerUrl } from './papers-queries.ts';
import classes from './register.module.css';
import { RegisterHead } from './register-head.tsx';
import { useSession } from './use-session.ts';
import worklist from './worklist.module.css';

export function Register() {
  const search = useSearch({ from: '/desk/so-theo-doi' });
  const today = useSession().now.slice(0, 10);
  const { tu = `${today.slice(0, 8)}01`, den = today, q = '', so, offset = 0 } = search;
  const asked = { from: tu, to: den, q, ...(so === undefined ? {} : { book: so }) };
  const book = useQuery(registerQuery(asked, offset));
  const searchBox = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => searchBox.current?.select() });
  return (
    <section className={classes['page']} aria-label={words.title}>
      <title>{words.pageTitle}</title>
      <header className={classes['head']}>
        <h1>{words.title}</h1>
        {/* Of another period, the typed days are others: the form begins anew. */}
        <RegisterHead
          key={`${tu}/${den}/${q}/${so}`}
          asked={asked}
          today={today}
          searchBox={searchBox}
          books={book.data?.books ?? []}
        />
      </header>
      {book.data === undefined ? (
        book.isError ? (
          <ListFailed title={words.failed} error={book.error} again={() => void book.refetch()} />
        ) : (
          <ListWaiting rows={6} height={32} />
        )
      ) : (
        <Book page={book.data} asked={asked} search={search} offset={offset} stale={book.isPlaceholderData} />
      )}
    </section>
  );
}

interface BookProps {
  page: RegisterPage;
  asked: RegisterAsked;
  search: RegisterSearch;
  offset: number;
  stale: boolean;
}

function Book({ page, asked, search, offset, stale }: BookProps) {
  const { rows, total, pageSize, source } = page;
  if (rows.length === 0)
    return (
      <div className={worklist['empty']}>
        <h2>{words.emptyTitle}</h2>
        <p>{words.emptyText}</p>
      </div>
    );
  const last = offset + rows.length;
  const turn = (to: number, label: string) => {
    const { offset: _, ...rest } = search;
    return (
      <Link to="/so-theo-doi" search={to > 0 ? { ...rest, offset: to } : rest}>
        {label}
      </Link>
    );
  };
  return (
    <>
      <div className={classes['files']}>
        <span>{words.source(source)}</span>
        <File href={registerUrl(asked, 'xlsx')} label={words.xlsx} icon="save" />
        <File href={registerUrl(asked, 'pdf')} label={words.pdf} icon="print" />
      </div>
      <Lines rows={rows} stale={stale} />
      <footer className={worklist['foot']}>
        <span>{words.total(offset + 1, last, total)}</span>
        <span className={worklist['pages']}>
          {offset > 0 && turn(offset - pageSize, deskWords.previousPage)}
          {last < total && turn(offset + pageSize, deskWords.nextPage)}
        </span>
      </footer>
    </>
  );
}

function Lines({ rows, stale }: { rows: RegisterPage['rows']; stale: boolean }) {
  const { columns } = words;
  return (
    <table className={classes['table']} aria-busy={stale || undefined}>
      <thead>
        <tr>
          {Object.entries(columns).map(([name, label]) => (
            <th key={name} scope="col">
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.dossierId}>
            <td>{row.number}</td>
            <th scope="row">
              <Link to="/ho-so/$id" params={{ id: row.dossierId }}>
                {row.code}
              </Link>
            </th>
            <td>
              {row.procedureName}
              <small>{row.unitName}</small>
            </td>
            <td>
              {row.applicantName}
              <small>{row.contact}</small>
            </td>
            <td data-label={columns.received}>{row.received}</td>
            <td data-label={columns.due}>{row.due}</td>
            <td data-label={columns.returned}>
              {row.returned}
              {row.collector !== '' && <small>{row.collector}</small>}
            </td>
            <td>{row.note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function File({ href, label, icon }: { href: string; label: string; icon: 'save' | 'print' }) {
  return (
    <Button
      component="a"
      href={href}
      {...(icon === 'print' ? { target: '_blank', rel: 'noopener' } : { download: true })}
      variant="default"
      size="xs"
      leftSection={<Icon name={icon} size={16} />}
    >
      {label}
    </Button>
  );
}

// The list itself: rows as a table, as cards beside an open dossier and on phones, empty, loading and failing.

import { lowerFirst } from '@motcua/domain/wording';
import type { Worklist } from '@motcua/server/worklists/schema';
import type { UseQueryResult } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { deskWords } from '../words/desk.ts';
import { bulkWords, filterWords } from '../words/worklist.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { tabs, type WorklistSearch } from './tabs.ts';
import type { Selection } from './use-selection.ts';
import { mayTakeIn, useSession } from './use-session.ts';
import classes from './worklist.module.css';
import { WorklistCards } from './worklist-cards.tsx';
import { filterOf, withFilter } from './worklist-search.ts';
import { WorklistTable } from './worklist-table.tsx';

interface WorklistBodyProps {
  list: UseQueryResult<Worklist>;
  search: WorklistSearch;
  open: string | undefined;
  split: boolean;
  selection: Selection;
}

export function WorklistBody({ list, search, open, split, selection }: WorklistBodyProps) {
  if (list.data === undefined)
    return list.isError ? (
      <ListFailed title={deskWords.failed} error={list.error} again={() => void list.refetch()} />
    ) : (
      <ListWaiting rows={8} height={36} />
    );
  const { rows, total, pageSize } = list.data;
  if (rows.length === 0) return <Empty list={list.data} search={search} />;
  const { offset = 0 } = search;
  const last = offset + rows.length;
  return (
    <>
      {list.isError && (
        <ListFailed title={deskWords.failed} error={list.error} again={() => void list.refetch()} />
      )}
      <div className={classes['rows']} aria-busy={list.isPlaceholderData || undefined}>
        {split && open === undefined ? (
          <WorklistTable rows={rows} search={search} selection={selection} />
        ) : (
          <WorklistCards rows={rows} search={search} open={open} split={split} selection={selection} />
        )}
      </div>
      <footer className={classes['foot']}>
        <span>
          {deskWords.range(offset + 1, last, total)}, {sortText(search)}
        </span>
        <Link to="/hang-loat">{bulkWords.runs}</Link>
        {total > pageSize && (
          <span className={classes['pages']}>
            {offset > 0 && (
              <Link to="/ban-lam-viec" search={{ ...search, offset: Math.max(0, offset - pageSize) }}>
                {deskWords.previousPage}
              </Link>
            )}
            {last < total && (
              <Link to="/ban-lam-viec" search={{ ...search, offset: offset + pageSize }}>
                {deskWords.nextPage}
              </Link>
            )}
          </span>
        )}
      </footer>
    </>
  );
}

function sortText({ sort = 'due' }: WorklistSearch): string {
  return lowerFirst(filterWords.sorts[sort]);
}

/** Says what will appear here and, when work lies elsewhere, where. */
function Empty({ list, search }: { list: Worklist; search: WorklistSearch }) {
  const counter = mayTakeIn(useSession());
  const [title, text] = deskWords.empty[list.tab];
  const query = search.q;
  const { sort: _sort, ...filter } = filterOf(search);
  const narrowed = Object.keys(filter).length > 0;
  const elsewhere = tabs.find((name) => name !== list.tab && list.counts[name] > 0);
  return (
    <div className={classes['empty']}>
      <h2>{query !== undefined ? deskWords.notFound(query) : narrowed ? deskWords.narrowed[0] : title}</h2>
      <p>{query !== undefined ? deskWords.notFoundHint : narrowed ? deskWords.narrowed[1] : text}</p>
      {elsewhere !== undefined ? (
        <Link to="/ban-lam-viec" search={{ ...withFilter(search, {}), tab: elsewhere }}>
          {deskWords.emptyLook(deskWords.tabs[elsewhere], list.counts[elsewhere])}
        </Link>
      ) : (
        counter && <Link to="/tiep-nhan">{deskWords.emptyIntake}</Link>
      )}
    </div>
  );
}

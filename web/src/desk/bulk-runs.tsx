// Việc hàng loạt: the officer's last acts on many dossiers, found again whoever left the page meanwhile.

import { momentText } from '@motcua/domain/clock-time';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { deskWords } from '../words/desk.ts';
import { bulkWords as words } from '../words/worklist.ts';
import classes from './bulk.module.css';
import { BulkResults, settled } from './bulk-results.tsx';
import { ListFailed, ListWaiting } from './list-states.tsx';
import { useSession } from './use-session.ts';
import worklist from './worklist.module.css';
import { bulkRunQuery, bulkRunsQuery } from './worklist-queries.ts';

export function BulkRunsPage() {
  const { lan } = useSearch({ from: '/desk/hang-loat' });
  const list = useQuery(bulkRunsQuery);
  const today = useSession().now;
  const navigate = useNavigate();
  return (
    <section className={classes['runs']} aria-label={words.runs}>
      <title>{words.runs}</title>
      <header>
        <Link to="/ban-lam-viec">{deskWords.backToList}</Link>
        <h1>{words.runs}</h1>
        <p className={classes['quiet']}>{words.runsLead}</p>
      </header>
      {list.data === undefined ? (
        list.isError ? (
          <ListFailed title={deskWords.failed} error={list.error} again={() => void list.refetch()} />
        ) : (
          <ListWaiting rows={3} height={64} />
        )
      ) : list.data.runs.length === 0 ? (
        <div className={worklist['empty']}>
          <h2>{words.noRuns[0]}</h2>
          <p>{words.noRuns[1]}</p>
        </div>
      ) : (
        <ol>
          {list.data.runs.map((run) => (
            <li key={run.id}>
              <details
                open={run.id === lan}
                onToggle={(event) => {
                  if (event.currentTarget.open && lan !== run.id)
                    void navigate({ to: '/hang-loat', search: { lan: run.id }, replace: true });
                }}
              >
                <summary>
                  <strong>{words.title(run.label, run.total)}</strong>{' '}
                  <span className={classes['quiet']}>
                    {momentText(run.createdAt, today.slice(0, 10))} ·{' '}
                    {run.finished
                      ? words.finished(run.done, run.refused)
                      : words.progress(run.done + run.refused, run.total)}
                  </span>
                </summary>
                {run.id === lan && <Run id={run.id} />}
              </details>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

function Run({ id }: { id: string }) {
  const { data: run } = useQuery(bulkRunQuery(id));
  return run === undefined ? null : <BulkResults rows={settled(run)} heading={words.columns.result} />;
}

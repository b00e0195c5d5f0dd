// A procedure for everybody: how long, how much, which papers, and the way through the house drawn step by step.

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { problemOf } from '../api.ts';
import tracking from '../citizen/tracking.module.css';
import { ProcessDiagram } from '../process/diagram.tsx';
import { publicProcedureQuery } from '../process/process-queries.ts';
import { Mark } from '../ui/mark.tsx';
import { processWords } from '../words/process.ts';
import { vi } from '../words/vi.ts';
import classes from './procedure.module.css';

const words = processWords.public;

export function Procedure() {
  const { tenant, code } = useParams({ from: '/thu-tuc/$tenant/$code' });
  const { data: view, error, refetch } = useQuery(publicProcedureQuery(tenant, code));
  return (
    <div className={tracking['page']}>
      <title>{view?.name ?? vi.product}</title>
      <header className={tracking['band']}>
        <Mark size={32} tile={false} />
        <span>{view?.officeName ?? vi.product}</span>
      </header>
      <main className={classes['main']}>
        {view === undefined ? (
          error === null ? (
            <p className={tracking['loading']} role="status">
              {words.loading}
            </p>
          ) : (
            <section className={tracking['kind']}>
              <h1>{problemOf(error).status === 404 ? words.missing : processWords.notLoaded}</h1>
              <p role="alert">{problemOf(error).detail}</p>
              <button type="button" className={tracking['second-button']} onClick={() => void refetch()}>
                {vi.retry}
              </button>
            </section>
          )
        ) : (
          <>
            <p className={classes['quiet']}>
              {view.field} · {view.code}
            </p>
            <h1>{view.name}</h1>
            <dl className={classes['answers']}>
              <div>
                <dt>{words.time}</dt>
                <dd>{view.termText}</dd>
              </div>
              <div>
                <dt>{words.money}</dt>
                {view.fees.length === 0 ? (
                  <dd>{words.noMoney}</dd>
                ) : (
                  view.fees.map((fee) => <dd key={fee}>{fee}</dd>)
                )}
              </div>
              <div>
                <dt>{words.papers}</dt>
                {view.papers.length === 0 ? (
                  <dd>{words.noPapers}</dd>
                ) : (
                  view.papers.map((paper) => <dd key={paper}>{paper}</dd>)
                )}
              </div>
            </dl>
            {view.process !== null && (
              <section className={classes['steps']}>
                <h2>{words.steps}</h2>
                {view.inForceText !== null && <p className={classes['quiet']}>{view.inForceText}</p>}
                <ProcessDiagram drawn={view.process} />
                <p className={classes['quiet']}>{words.note}</p>
              </section>
            )}
          </>
        )}
      </main>
    </div>
  );
}

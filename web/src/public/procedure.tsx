// A procedure for everybody: the answer in five lines, then papers by case, honest times, the way through the house, the law.

import type { ProcedurePage } from '@motcua/server/find/schema';
import type { PublicProcedure } from '@motcua/server/processes/schema';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, type ReactNode, Suspense } from 'react';
import { problemOf } from '../api.ts';
import { BeginFiling } from '../citizen/apply/begin.tsx';
import { CitizenFrame } from '../citizen/frame.tsx';
import tracking from '../citizen/tracking.module.css';
import { publicProcedureQuery } from '../process/process-queries.ts';
import { alwaysVi } from '../words/always.ts';
import classes from './procedure.module.css';
import { PapersByCase } from './procedure-papers.tsx';
import { useProcedureWords } from './use-procedure-words.ts';

// Below the first screen: fetched once the answer in five lines stands there.
const ProcessDiagram = lazy(() =>
  import('../process/diagram.tsx').then(({ ProcessDiagram: diagram }) => ({ default: diagram })),
);

/** What the catalogue does not say is left out, never guessed. */
export type ShownProcedure = PublicProcedure & Partial<ProcedurePage>;

export function Procedure() {
  const words = useProcedureWords();
  const { tenant, code } = useParams({ from: '/thu-tuc/$tenant/$code' });
  const { data: view, error, refetch } = useQuery(publicProcedureQuery(tenant, code));
  return (
    <CitizenFrame office={view?.officeName}>
      <title>{view?.name ?? alwaysVi.product}</title>
      {view !== undefined ? (
        <Whole view={view} />
      ) : error === null ? (
        <p className={tracking['loading']} role="status">
          {words.loading}
        </p>
      ) : (
        <section className={tracking['kind']}>
          <h1>{problemOf(error).status === 404 ? words.missing : words.notLoaded}</h1>
          <p role="alert">{problemOf(error).detail}</p>
          <button type="button" className={tracking['second-button']} onClick={() => void refetch()}>
            {words.retry}
          </button>
        </section>
      )}
    </CitizenFrame>
  );
}

function Whole({ view }: { view: ShownProcedure }) {
  const words = useProcedureWords();
  return (
    <article className={classes['main']}>
      <p className={classes['quiet']} lang="vi">
        {view.field} · {view.code}
      </p>
      <h1 lang="vi">{view.shortName ?? view.name}</h1>
      {view.shortName !== undefined && view.shortName !== view.name && (
        <p className={classes['quiet']} lang="vi">
          {view.name}
        </p>
      )}
      <FiveLines view={view} />
      <BeginFiling />
      {view.papersByCase !== undefined && view.papersByCase.length > 0 && (
        <PapersByCase groups={view.papersByCase} />
      )}
      {view.serviceTimes !== undefined && <Service times={view.serviceTimes} />}
      {view.process !== null && (
        <Section title={words.steps}>
          {view.inForceText !== null && (
            <p className={classes['quiet']} lang="vi">
              {view.inForceText}
            </p>
          )}
          <Suspense fallback={null}>
            <ProcessDiagram drawn={view.process} />
          </Suspense>
          <p className={classes['quiet']}>{words.note}</p>
        </Section>
      )}
      <Told title={words.howItGoes} text={view.stepsText} />
      <Told title={words.results} text={view.results?.join('\n')} />
      <Told title={words.conditions} text={view.conditions} />
      <Told title={words.law} text={view.legalBasis} />
      <Told title={words.agency} text={view.agency} />
      {view.updatedText !== undefined && (
        <p className={classes['quiet']} lang="vi">
          {view.updatedText}
        </p>
      )}
    </article>
  );
}

function FiveLines({ view }: { view: ShownProcedure }) {
  const words = useProcedureWords();
  const { channels } = view;
  const online = channels?.find(({ channel }) => channel === 'online');
  const post = channels?.some(({ channel }) => channel === 'post') ?? false;
  return (
    <dl className={classes['answers']}>
      <Line question={words.time}>
        <dd lang="vi">{view.termText}</dd>
      </Line>
      <Line question={words.money}>
        {view.fees.length === 0 ? (
          <dd>{words.noMoney}</dd>
        ) : (
          view.fees.map((fee) => (
            <dd key={fee} lang="vi">
              {fee}
            </dd>
          ))
        )}
      </Line>
      <Line question={words.papers}>
        {view.papers.length === 0 ? (
          <dd>{words.noPapers}</dd>
        ) : (
          <dd>
            {words.paperCount(view.papers.length)}
            <ul lang="vi">
              {view.papers.map((paper) => (
                <li key={paper}>{paper}</li>
              ))}
            </ul>
          </dd>
        )}
      </Line>
      <Line question={words.where}>
        <dd lang="vi">{view.officeName}</dd>
      </Line>
      <Line question={words.online}>
        <dd>
          {channels === undefined ? (
            words.ask
          ) : online === undefined ? (
            words.onlineNo
          ) : (
            <>
              {words.onlineYes} <span lang="vi">{online.termText}</span>
            </>
          )}{' '}
          {post && words.post}
        </dd>
      </Line>
    </dl>
  );
}

function Line({ question, children }: { question: string; children: ReactNode }) {
  return (
    <div>
      <dt>{question}</dt>
      {children}
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['steps']}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** Long official text stays folded: whoever wants it opens it. */
function Told({ title, text }: { title: string; text: string | null | undefined }) {
  if (text === null || text === undefined || text.trim() === '') return null;
  return (
    <details className={classes['told']}>
      <summary>{title}</summary>
      <p lang="vi">{text}</p>
    </details>
  );
}

const percent = (share: number) => `${Math.round(share * 100)} %`;

function Service({ times }: { times: ProcedurePage['serviceTimes'] }) {
  const words = useProcedureWords();
  return (
    <Section title={words.service}>
      <p lang="vi">{times.sentence}</p>
      {times.medianDays !== null && (
        <p className={classes['quiet']}>
          {[
            words.serviceNote(times.received, times.open),
            times.lateShare === null ? '' : words.late(percent(times.lateShare)),
            times.refusedShare === null ? '' : words.refused(percent(times.refusedShare)),
          ].join(' ')}
        </p>
      )}
    </Section>
  );
}

// What the QR code on a receipt opens: where the dossier is, what to do, until when. Thumb first.

import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { problemOf } from '../api.ts';
import { Icon } from '../ui/icons.tsx';
import { useCitizenWords } from '../words/use-citizen.ts';
import { CitizenFrame } from './frame.tsx';
import classes from './tracking.module.css';
import { TrackingBody } from './tracking-body.tsx';
import { trackingQuery } from './tracking-queries.ts';

export function Tracking() {
  const words = useCitizenWords();
  const { token } = useParams({ from: '/q/$token' });
  const { data: view, error, refetch } = useQuery(trackingQuery(token));
  return (
    <CitizenFrame office={view?.officeName}>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <title>
        {view === undefined ? words.pageTitlePlain : words.pageTitle(view.code ?? view.procedureName)}
      </title>
      {view !== undefined ? (
        <TrackingBody view={view} token={token} />
      ) : error === null ? (
        <p className={classes['loading']} role="status">
          {words.loading}
        </p>
      ) : (
        <NoAnswer error={error} again={() => void refetch()} />
      )}
    </CitizenFrame>
  );
}

function NoAnswer({ error, again }: { error: Error; again: () => void }) {
  const words = useCitizenWords();
  const problem = problemOf(error);
  if (problem.status === 404 || problem.status === 422)
    return (
      <Kind title={words.unknown.title}>
        <p>{words.unknown.text}</p>
        <ul>
          {words.unknown.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ul>
      </Kind>
    );
  return (
    <Kind title={words.failed}>
      <p role="alert">{problem.detail}</p>
      <button type="button" className={classes['main-button']} onClick={again}>
        {words.retry}
      </button>
    </Kind>
  );
}

function Kind({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={classes['kind']}>
      <Icon name="link" size={32} />
      <h1>{title}</h1>
      {children}
    </section>
  );
}

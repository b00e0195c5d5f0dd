// What the QR code on the receipt of a visit opens: each dossier handed in together, one tap away.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../api.ts';
import { useCitizenWords } from '../words/use-citizen.ts';
import { CitizenFrame } from './frame.tsx';
import classes from './tracking.module.css';
import { visitQuery } from './tracking-queries.ts';

export function Visit() {
  const words = useCitizenWords();
  const { token } = useParams({ from: '/luot/$token' });
  const { data, error } = useQuery(visitQuery(token));
  return (
    <CitizenFrame>
      <meta name="robots" content="noindex, nofollow" />
      <meta name="referrer" content="no-referrer" />
      <title>{words.visit.title}</title>
      <h1>{words.visit.title}</h1>
      {error !== null && <p role="alert">{problemOf(error).detail}</p>}
      {data === undefined && error === null && <p role="status">{words.loading}</p>}
      <ol className={classes['visit']}>
        {data?.dossiers.map((dossier) => (
          <li key={dossier.token}>
            <Link to="/q/$token" params={{ token: dossier.token }}>
              {dossier.procedureName}
            </Link>
            <span>{dossier.code}</span>
          </li>
        ))}
      </ol>
    </CitizenFrame>
  );
}

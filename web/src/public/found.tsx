// What was found for the question: one more question where one decides, then procedures, then what is filed elsewhere.

import type { FindAnswer, FoundRow } from '@motcua/server/find/schema';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { problemOf } from '../api.ts';
import { usePortalWords } from '../words/use-portal.ts';
import classes from './portal.module.css';
import { findProceduresQuery } from './portal-queries.ts';

export function Found({ tenant, q }: { tenant: string; q: string }) {
  const words = usePortalWords();
  const { data, error, isFetching } = useQuery(findProceduresQuery(tenant, q));
  return (
    <section className={classes['found']} aria-busy={isFetching}>
      <p role="status" className="mc-hidden">
        {isFetching || data === undefined ? words.searching : words.found(data.rows.length)}
      </p>
      {error !== null && (
        <p role="alert">
          {words.searchFailed}. {problemOf(error).detail}
        </p>
      )}
      {data !== undefined && <Answer tenant={tenant} answer={data} />}
    </section>
  );
}

function Answer({ tenant, answer }: { tenant: string; answer: FindAnswer }) {
  const words = usePortalWords();
  const { rows, verdict, question, elsewhere } = answer;
  return (
    <>
      {question !== null && (
        <div className={classes['which']} lang="vi">
          <h2>{question.text}</h2>
          <ul>
            {question.options.map(({ label, code }) => (
              <li key={code}>
                <Link to="/thu-tuc/$tenant/$code" params={{ tenant, code }}>
                  {label}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {verdict === 'not_sure' && <p>{words.notSure}</p>}
      <Rows tenant={tenant} rows={rows} />
      {elsewhere.length > 0 && (
        <>
          <h2>{words.elsewhere}</h2>
          <ul className={classes['rows']} lang="vi">
            {elsewhere.map(({ code, name }) => (
              <li key={code}>{name}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Rows({ tenant, rows }: { tenant: string; rows: readonly FoundRow[] }) {
  if (rows.length === 0) return null;
  return (
    <ul className={classes['rows']} lang="vi">
      {rows.map(({ code, shortName, field, termText, feeText }) => (
        <li key={code}>
          <Link to="/thu-tuc/$tenant/$code" params={{ tenant, code }}>
            {shortName}
          </Link>
          <span>{[field, termText, feeText].filter(Boolean).join(' · ')}</span>
        </li>
      ))}
    </ul>
  );
}

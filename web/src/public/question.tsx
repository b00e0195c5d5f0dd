// One answer for everybody: the question, the answer, what it rests on and until when it holds.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { problemOf } from '../api.ts';
import { CitizenFrame } from '../citizen/frame.tsx';
import { Notice } from '../ui/notice.tsx';
import { useQuestionWords } from '../words/questions.ts';
import portal from './portal.module.css';
import classes from './questions.module.css';
import { publicAnswerQuery } from './questions-queries.ts';

export function Question() {
  const { tenant, id } = useParams({ from: '/hoi-dap/$tenant/$id' });
  const words = useQuestionWords();
  const { data, error, refetch } = useQuery(publicAnswerQuery(tenant, id));
  return (
    <CitizenFrame office={data?.officeName}>
      <title>{data?.title ?? words.title}</title>
      <div className={portal['lookUp']}>
        <p>
          <Link to="/hoi-dap/$tenant" params={{ tenant }}>
            {words.back}
          </Link>
        </p>
        {data === undefined ? (
          error === null ? (
            <p role="status">{words.loading}</p>
          ) : (
            <Notice tone="red" icon="warning" title={words.notLoaded} role="alert">
              <p lang="vi">{problemOf(error).detail}</p>
              <button type="button" className={classes['plain']} onClick={() => void refetch()}>
                {words.retry}
              </button>
            </Notice>
          )
        ) : (
          <article>
            <h1 lang="vi">{data.title}</h1>
            {data.answer === null ? (
              <Notice tone="amber" icon="hourglass" title={words.stale}>
                <p lang="vi">{data.staleText}</p>
                <p>{words.staleMore}</p>
              </Notice>
            ) : (
              <p className={classes['answer']} lang="vi">
                {data.answer}
              </p>
            )}
            <dl className={classes['facts']}>
              <div>
                <dt>{words.source}</dt>
                <dd lang="vi">{data.legalSource}</dd>
              </div>
              {data.procedure !== null && (
                <div>
                  <dt>{words.procedure}</dt>
                  <dd lang="vi">
                    <Link to="/thu-tuc/$tenant/$code" params={{ tenant, code: data.procedure.code }}>
                      {data.procedure.name}
                    </Link>
                  </dd>
                </div>
              )}
              <div>
                <dt>{words.published}</dt>
                <dd lang="vi">{data.publishedText}</dd>
              </div>
              <div>
                <dt>{words.expires}</dt>
                <dd lang="vi">{data.expiresText}</dd>
              </div>
            </dl>
          </article>
        )}
      </div>
    </CitizenFrame>
  );
}

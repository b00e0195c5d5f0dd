// Hỏi đáp: what the office has answered for everybody, similar questions while one types, and sending one's own.

import { useMutation, useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { problemOf } from '../api.ts';
import { CitizenFrame } from '../citizen/frame.tsx';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { useQuestionWords } from '../words/questions.ts';
import portal from './portal.module.css';
import classes from './questions.module.css';
import { askOffice, lookUpQuestion, questionsFoundQuery } from './questions-queries.ts';

/** Longer than between two keys of somebody who types, shorter than a pause. */
const pauseMs = 250;

export function Questions() {
  const { tenant } = useParams({ from: '/hoi-dap/$tenant' });
  const words = useQuestionWords();
  const [text, setText] = useState('');
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const wait = setTimeout(() => setSettled(text.trim()), pauseMs);
    return () => clearTimeout(wait);
  }, [text]);
  const found = useQuery(questionsFoundQuery(tenant, settled));
  const intention = useIntention();
  const asking = useMutation({
    mutationFn: (question: string) => askOffice(tenant, question, intention.keyFor(question)),
    onSuccess: () => {
      intention.done();
      setText('');
    },
  });
  const problem = asking.isError ? problemOf(asking.error) : null;
  const wrong = problem?.fields.find(({ field }) => field === 'text')?.message;
  const rows = found.data?.rows ?? [];
  return (
    <CitizenFrame office={found.data?.officeName}>
      <title>{words.title}</title>
      <div className={portal['lookUp']}>
        <h1>{words.title}</h1>
        <p className={portal['quiet']}>{words.lead}</p>
        {asking.data === undefined ? (
          <form
            noValidate
            onSubmit={(event) => {
              event.preventDefault();
              asking.mutate(text);
            }}
          >
            <div className={portal['field']}>
              <label htmlFor="cau-hoi">{words.ask}</label>
              <small id="cau-hoi-hint">{words.hint}</small>
              {wrong !== undefined && (
                <span id="cau-hoi-error" className={portal['wrong']} role="alert">
                  {wrong}
                </span>
              )}
              <textarea
                id="cau-hoi"
                lang="vi"
                rows={4}
                className={classes['words']}
                value={text}
                aria-describedby={`cau-hoi-hint${wrong === undefined ? '' : ' cau-hoi-error'}`}
                aria-invalid={wrong !== undefined}
                onChange={(event) => setText(event.currentTarget.value)}
              />
            </div>
            {problem !== null && wrong === undefined && (
              <Notice tone="red" icon="warning" title={words.failed} role="alert">
                <p lang="vi">{problem.detail}</p>
              </Notice>
            )}
            {settled !== '' && (
              <Answers tenant={tenant} rows={rows} title={words.similar} none={words.noSimilar} />
            )}
            <p>
              <button type="submit" className={portal['press']} disabled={asking.isPending}>
                {asking.isPending ? words.sending : words.submit}
              </button>
            </p>
          </form>
        ) : (
          <Notice tone="green" icon="done" title={words.sentTitle} role="status">
            <p>{words.sent(asking.data.code, asking.data.answerByText)}</p>
            <button type="button" className={classes['plain']} onClick={() => asking.reset()}>
              {words.another}
            </button>
          </Notice>
        )}
        {found.isError && (
          <Notice tone="red" icon="warning" title={words.notLoaded} role="alert">
            <p lang="vi">{problemOf(found.error).detail}</p>
          </Notice>
        )}
        {settled === '' && found.data !== undefined && (
          <Answers tenant={tenant} rows={rows} title={words.newest} none={words.none} />
        )}
        <Track tenant={tenant} />
      </div>
    </CitizenFrame>
  );
}

interface AnswersProps {
  tenant: string;
  rows: readonly { id: string; title: string; beginning: string }[];
  title: string;
  none: string;
}

function Answers({ tenant, rows, title, none }: AnswersProps) {
  return (
    <section className={classes['answers']} aria-live="polite">
      <h2>{title}</h2>
      {rows.length === 0 ? (
        <p className={portal['quiet']}>{none}</p>
      ) : (
        <ul lang="vi">
          {rows.map((row) => (
            <li key={row.id}>
              <Link to="/hoi-dap/$tenant/$id" params={{ tenant, id: row.id }}>
                {row.title}
              </Link>
              <p className={portal['quiet']}>{row.beginning}</p>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Track({ tenant }: { tenant: string }) {
  const words = useQuestionWords();
  const [code, setCode] = useState('');
  const looking = useMutation({ mutationFn: (typed: string) => lookUpQuestion(tenant, typed) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (code.trim() !== '') looking.mutate(code.trim());
  };
  return (
    <details className={classes['track']}>
      <summary>{words.track}</summary>
      <form onSubmit={submit} noValidate>
        <div className={portal['field']}>
          <label htmlFor="ma-cau-hoi">{words.code}</label>
          <small id="ma-cau-hoi-hint">{words.codeHint}</small>
          <input
            id="ma-cau-hoi"
            autoComplete="off"
            spellCheck={false}
            aria-describedby="ma-cau-hoi-hint"
            value={code}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
        </div>
        <p>
          <button type="submit" className={portal['press']} data-second="true" disabled={looking.isPending}>
            {words.trackSubmit}
          </button>
        </p>
      </form>
      <div aria-live="polite" lang="vi">
        {looking.isError && <p>{problemOf(looking.error).detail}</p>}
        {looking.data !== undefined && (
          <p>
            {looking.data.text}{' '}
            {looking.data.answerId !== null && (
              <Link to="/hoi-dap/$tenant/$id" params={{ tenant, id: looking.data.answerId }}>
                {words.readIt}
              </Link>
            )}
          </p>
        )}
      </div>
    </details>
  );
}

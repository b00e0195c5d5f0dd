// Rating a finished dossier on its tracking page: one tap, then, only if wanted, the official questions and a word.

import { dayText, momentText } from '@motcua/domain/clock-time';
import { offeredLevels } from '@motcua/domain/rating-words';
import type { RatingBody, RatingView } from '@motcua/server/ratings/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useId } from 'react';
import { ask, problemOf } from '../api.ts';
import { newKey } from '../ui/intention.ts';
import { useRatingWords } from '../words/ratings.ts';
import classes from './rate.module.css';

const pathOf = (token: string) => `/tracking/${encodeURIComponent(token)}/rating`;
const keyOf = (token: string) => ['tracking', token, 'rating'];

/** Shows nothing while the dossier goes on. */
export function RateDossier({ token }: { token: string }) {
  const words = useRatingWords();
  const client = useQueryClient();
  const view = useQuery({
    queryKey: keyOf(token),
    queryFn: ({ signal }) => ask<RatingView>(pathOf(token), { signal }),
  }).data;
  const rating = useMutation({
    mutationFn: (body: RatingBody) =>
      ask<RatingView>(pathOf(token), { method: 'POST', body, intention: newKey() }),
    onSuccess: (after) => client.setQueryData(keyOf(token), after),
  });
  if (view === undefined || view.stage === 'too_early') return null;
  if (view.stage === 'closed' && view.level === null) return null;
  const fixed = view.stage === 'closed' || view.stage === 'completable';
  return (
    <section className={classes['rate']} aria-labelledby="rate-title">
      <h2 id="rate-title">{words.title}</h2>
      <div className={classes['levels']} role="group" aria-labelledby="rate-title">
        {offeredLevels.map((level) => (
          <button
            key={level}
            type="button"
            aria-pressed={view.level === level}
            disabled={rating.isPending || (fixed && view.level !== level)}
            onClick={() => view.level !== level && rating.mutate({ level })}
          >
            {words.levels[level]}
          </button>
        ))}
      </div>
      <p role="status" className={classes['quiet']}>
        {view.level !== null && words.saved} {stageText(view, words)}
      </p>
      {rating.isError && <p role="alert">{problemOf(rating.error).detail}</p>}
      {view.reply !== null && <Reply reply={view.reply} />}
      {view.level !== null && view.stage !== 'closed' && (
        <Questions
          key={JSON.stringify(view.answers)}
          view={view}
          pending={rating.isPending}
          send={rating.mutate}
        />
      )}
    </section>
  );
}

function stageText(view: RatingView, words: ReturnType<typeof useRatingWords>): string {
  if (view.stage === 'closed') return words.closed;
  if (view.stage === 'completable') return words.completable;
  return view.openUntil === null ? '' : words.until(dayText(view.openUntil.slice(0, 10)));
}

function Reply({ reply }: { reply: NonNullable<RatingView['reply']> }) {
  const words = useRatingWords();
  return reply.text === null ? (
    <p>{words.replyBy(momentText(reply.by, reply.by.slice(0, 10)))}</p>
  ) : (
    <blockquote className={classes['reply']}>
      <strong>{words.reply}</strong>
      <p>{reply.text}</p>
    </blockquote>
  );
}

function Questions({
  view,
  pending,
  send,
}: {
  view: RatingView;
  pending: boolean;
  send: (body: RatingBody) => void;
}) {
  const words = useRatingWords();
  const id = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const answers = Object.fromEntries(
      view.questions.flatMap((question) => {
        const chosen = form.get(question.id);
        return typeof chosen === 'string' ? [[question.id, Number(chosen)]] : [];
      }),
    );
    const said = form.get('words');
    send({ answers, ...(typeof said === 'string' && said.trim() !== '' && { words: said }) });
  };
  return (
    <details className={classes['more']}>
      <summary>{words.more}</summary>
      <form onSubmit={submit}>
        {view.questions.map((question) => (
          <fieldset key={question.id}>
            <legend>{question.text}</legend>
            {question.options.map((option, at) => (
              <label key={option}>
                <input
                  type="radio"
                  name={question.id}
                  value={at}
                  defaultChecked={view.answers[question.id] === at}
                />
                {option}
              </label>
            ))}
          </fieldset>
        ))}
        <label htmlFor={id}>{words.words}</label>
        <textarea id={id} name="words" rows={3} maxLength={1000} defaultValue={view.words ?? ''} />
        <button type="submit" disabled={pending}>
          {pending ? words.sending : words.send}
        </button>
        {view.basis !== null && <p className={classes['quiet']}>{words.basis(view.basis)}</p>}
      </form>
    </details>
  );
}

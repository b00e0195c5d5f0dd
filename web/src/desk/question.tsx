// One question at the desk: what was asked, in the asker's words for officers alone, and the acts that are this officer's.

import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { QuestionView } from '@motcua/server/questions/schema';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type Problem, problemOf } from '../api.ts';
import { dropDraft } from '../ui/draft.ts';
import { Icon } from '../ui/icons.tsx';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { say } from '../ui/toast.ts';
import { deskQuestionWords as words } from '../words/desk-questions.ts';
import { ListFailed, ListWaiting } from './list-states.tsx';
import classes from './question.module.css';
import { QuestionDraft } from './question-draft.tsx';
import { doWithQuestion, type QuestionDeed, questionQuery, questionsKey } from './questions-queries.ts';
import { useSession } from './use-session.ts';

export function OpenQuestion({ id }: { id: string }) {
  const { data, isError, error, refetch } = useQuery(questionQuery(id));
  if (data === undefined)
    return isError ? (
      <ListFailed title={words.notLoaded} error={error} again={() => void refetch()} />
    ) : (
      <ListWaiting rows={3} height={96} />
    );
  return <Question question={data} />;
}

function Question({ question }: { question: QuestionView }) {
  const place = { officerId: useSession().officer.id, name: `${question.id}.question` };
  const client = useQueryClient();
  const intention = useIntention();
  const acting = useMutation({
    mutationFn: (deed: QuestionDeed) => doWithQuestion(question.id, deed, intention.keyFor(deed)),
    onSuccess: (_answer, { what }) => {
      intention.done();
      if (what === 'draft') dropDraft(place);
      say(words.done[what]);
    },
    onSettled: () => client.invalidateQueries({ queryKey: [questionsKey] }),
  });
  const problem = acting.error === null ? null : problemOf(acting.error);
  const { version, whyNot } = question;
  const isShown = question.state === 'drafted' || question.state === 'published';
  return (
    <article className={classes['question']}>
      <header>
        <h2>{question.code}</h2>
        <p className={classes['quiet']}>
          {question.stateText}
          {question.unitName !== null && ` · ${question.unitName}`}
        </p>
        {question.dueText !== null && (
          <p className={classes['due']} data-overdue={question.overdue || undefined}>
            <Icon name={question.overdue ? 'warning' : 'hourglass'} size={16} />
            {question.dueText}
          </p>
        )}
      </header>
      {question.staleText !== null && (
        <Notice tone="amber" icon="warning">
          <p>{question.staleText}</p>
        </Notice>
      )}
      {question.state === 'routed' && question.reason !== null && (
        <Notice tone="amber" icon="back" title={words.sentBack}>
          <p>{question.reason}</p>
        </Notice>
      )}
      <blockquote className={classes['asked']}>
        <p className={classes['quiet']}>{words.askedHead(question.askedText, question.channelText)}</p>
        <p>{question.asked ?? words.erased}</p>
        <p className={classes['quiet']}>{words.askedNote}</p>
      </blockquote>
      {isShown && <Drafted question={question} />}
      {problem !== null && problem.fields.length === 0 && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problem.detail}</p>
        </Notice>
      )}
      {whyNot.publish === null && (
        <Button
          loading={acting.isPending}
          onClick={() => acting.mutate({ what: 'publish', body: { version } })}
        >
          {words.publish}
        </Button>
      )}
      {whyNot.sendBack === null && (
        <WithReason
          label={words.sendBack}
          pending={acting.isPending}
          problem={problem}
          onSend={(reason) => acting.mutate({ what: 'send-back', body: { version, reason } })}
        />
      )}
      {whyNot.route === null && <Route question={question} acting={acting} />}
      {whyNot.draft === null && question.state !== 'drafted' && (
        <QuestionDraft
          question={question}
          place={place}
          problem={problem}
          pending={acting.isPending}
          onSave={(draft) => acting.mutate({ what: 'draft', body: { version, ...draft } })}
        />
      )}
      {whyNot.decline === null && (
        <WithReason
          label={words.decline}
          hint={words.declineHint}
          pending={acting.isPending}
          problem={problem}
          onSend={(reason) => acting.mutate({ what: 'decline', body: { version, reason } })}
        />
      )}
    </article>
  );
}

function Drafted({ question }: { question: QuestionView }) {
  const { draft, draftedBy, decidedBy } = question;
  return (
    <div className={classes['drafted']}>
      <h3>{draft.title}</h3>
      <p className={classes['answer']}>{draft.answer}</p>
      <p className={classes['quiet']}>
        {words.fields.legalSource}: {draft.legalSource}
      </p>
      <p className={classes['quiet']}>
        {draftedBy !== null && words.draftedBy(draftedBy)}
        {decidedBy !== null && ` · ${words.decidedBy(decidedBy)}`}
      </p>
    </div>
  );
}

interface RouteProps {
  question: QuestionView;
  acting: { isPending: boolean; mutate: (deed: QuestionDeed) => void };
}

function Route({ question, acting }: RouteProps) {
  const [unit, setUnit] = useState(question.unit ?? '');
  return (
    <div className={classes['row']}>
      <NativeSelect
        label={words.unit}
        value={unit}
        onChange={(event) => setUnit(event.currentTarget.value)}
        data={[
          { value: '', label: words.chooseUnit },
          ...question.units.map(({ code, name }) => ({ value: code, label: name })),
        ]}
      />
      <Button
        variant={question.state === 'asked' ? 'filled' : 'default'}
        disabled={unit === '' || unit === question.unit}
        loading={acting.isPending}
        onClick={() => acting.mutate({ what: 'route', body: { version: question.version, unit } })}
      >
        {words.route}
      </Button>
    </div>
  );
}

interface WithReasonProps {
  label: string;
  hint?: string;
  pending: boolean;
  problem: Problem | null;
  onSend: (reason: string) => void;
}

function WithReason({ label, hint, pending, problem, onSend }: WithReasonProps) {
  const [reason, setReason] = useState('');
  const wrong = problem?.fields.find(({ field }) => field === 'reason')?.message;
  return (
    <details className={classes['more']}>
      <summary>{label}</summary>
      <Textarea
        label={words.reason}
        {...(hint === undefined ? {} : { description: hint })}
        autosize
        minRows={2}
        value={reason}
        error={wrong}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <Button variant="default" loading={pending} onClick={() => onSend(reason)}>
        {label}
      </Button>
    </details>
  );
}

// What an officer does in a talk: answer, on white as everything a citizen reads; pass it on; end it.

import { Button, NativeSelect, Textarea } from '@mantine/core';
import type { TalkView } from '@motcua/server/talks/schema';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { problemOf } from '../api.ts';
import { dropDraft, keepDraft, readDraft } from '../ui/draft.ts';
import { Icon } from '../ui/icons.tsx';
import { useIntention } from '../ui/intention.ts';
import { Notice } from '../ui/notice.tsx';
import { say } from '../ui/toast.ts';
import { talkWords as words } from '../words/talks.ts';
import classes from './talk.module.css';
import { actInTalk, type TalkAct, talksKey } from './talks-queries.ts';
import { useSession } from './use-session.ts';

export function TalkActs({ talk }: { talk: TalkView }) {
  const place = { officerId: useSession().officer.id, name: `${talk.id}.answer` };
  const [text, setText] = useState(() => readDraft(place, { text: '' })?.text ?? '');
  const [unit, setUnit] = useState('');
  const client = useQueryClient();
  const intention = useIntention();
  const acting = useMutation({
    mutationFn: (act: TalkAct) => actInTalk(talk.id, act, intention.keyFor(act)),
    onSuccess: (_answer, act) => {
      intention.done();
      if (act.what === 'answers') {
        dropDraft(place);
        setText('');
        return say(words.sent);
      }
      if (act.what === 'end') return say(words.ended);
      setUnit('');
      say(words.passed(talk.units.find(({ code }) => code === act.body.unit)?.name ?? ''));
    },
    onSettled: () => client.invalidateQueries({ queryKey: [talksKey] }),
  });
  const { version } = talk;
  const problem = acting.error === null ? null : problemOf(acting.error);
  const fieldError = problem?.fields.find(({ field }) => field === 'text')?.message;
  const doing = (what: TalkAct['what']) => acting.isPending && acting.variables.what === what;
  if (talk.endedText !== null) return null;
  const send = () => {
    if (text.trim() !== '') acting.mutate({ what: 'answers', body: { version, text } });
  };
  return (
    <div className={classes['acts']}>
      {problem !== null && fieldError === undefined && (
        <Notice tone="red" icon="warning" role="alert">
          <p>{problem.detail}</p>
        </Notice>
      )}
      {talk.whyNotAnswer === null ? (
        <form
          className={classes['answer']}
          onSubmit={(event) => {
            event.preventDefault();
            send();
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && event.ctrlKey) send();
          }}
        >
          <p className={classes['reach']} data-tone={talk.reach.free ? 'green' : 'amber'}>
            <Icon name="chat" size={16} />
            {talk.reach.sentence}
          </p>
          <Textarea
            label={words.answerLabel}
            description={words.answerHint}
            autosize
            minRows={2}
            maxRows={10}
            value={text}
            error={fieldError}
            onChange={(event) => {
              setText(event.currentTarget.value);
              keepDraft(place, { text: event.currentTarget.value });
            }}
          />
          <Button type="submit" size="sm" disabled={text.trim() === ''} loading={doing('answers')}>
            {words.send}
          </Button>
        </form>
      ) : (
        <Notice tone="amber" icon="warning" title={words.whyNot}>
          <p>{talk.whyNotAnswer}</p>
        </Notice>
      )}
      <div className={classes['others']}>
        <Button
          size="sm"
          variant="default"
          loading={doing('end')}
          onClick={() =>
            acting.mutate({
              what: 'end',
              body: { version, how: talk.waitingText === null ? 'answered' : 'by_phone' },
            })
          }
        >
          {talk.waitingText === null ? words.end : words.endByPhone}
        </Button>
        {talk.units.length > 0 && (
          <span className={classes['pass']}>
            <NativeSelect
              aria-label={words.pass}
              size="sm"
              value={unit}
              onChange={(event) => setUnit(event.currentTarget.value)}
              data={[
                { value: '', label: words.passChoose },
                ...talk.units.map(({ code, name }) => ({ value: code, label: name })),
              ]}
            />
            <Button
              size="sm"
              variant="default"
              disabled={unit === ''}
              loading={doing('unit')}
              onClick={() => acting.mutate({ what: 'unit', body: { version, unit } })}
            >
              {words.pass}
            </Button>
          </span>
        )}
      </div>
    </div>
  );
}

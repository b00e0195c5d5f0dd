// The answer as it will be published: written by an officer, with its source, the procedure it speaks of and its last day.

import { Button, Textarea, TextInput } from '@mantine/core';
import type { QuestionView } from '@motcua/server/questions/schema';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../api.ts';
import { type DraftPlace, keepDraft, readDraft } from '../ui/draft.ts';
import { deskQuestionWords as words } from '../words/desk-questions.ts';
import classes from './question.module.css';

type Draft = QuestionView['draft'];

interface QuestionDraftProps {
  question: QuestionView;
  /** Where what is typed is kept until it is sent. */
  place: DraftPlace;
  problem: Problem | null;
  pending: boolean;
  onSave: (draft: Draft) => void;
}

export function QuestionDraft({ question, place, problem, pending, onSave }: QuestionDraftProps) {
  const [draft, setDraft] = useState<Draft>(() => readDraft(place, question.draft) ?? question.draft);
  const set = (change: Partial<Draft>) => {
    const next = { ...draft, ...change };
    setDraft(next);
    keepDraft(place, next);
  };
  const common = (field: keyof Draft) => {
    const wrong = problem?.fields.find((each) => each.field === field)?.message;
    return {
      label: words.fields[field],
      value: draft[field],
      ...(field in words.hints ? { description: words.hints[field as keyof typeof words.hints] } : {}),
      ...(wrong === undefined ? {} : { error: wrong }),
    };
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(draft);
  };
  return (
    <form className={classes['draft']} onSubmit={save} noValidate>
      <h3>{words.draftTitle}</h3>
      <Textarea
        {...common('title')}
        autosize
        onChange={(event) => set({ title: event.currentTarget.value })}
      />
      <Textarea
        {...common('answer')}
        autosize
        minRows={5}
        onChange={(event) => set({ answer: event.currentTarget.value })}
      />
      <TextInput
        {...common('legalSource')}
        onChange={(event) => set({ legalSource: event.currentTarget.value })}
      />
      <div className={classes['row']}>
        <TextInput
          {...common('procedureCode')}
          onChange={(event) => set({ procedureCode: event.currentTarget.value })}
        />
        <TextInput
          {...common('expiresOn')}
          type="date"
          onChange={(event) => set({ expiresOn: event.currentTarget.value })}
        />
      </div>
      <Button type="submit" loading={pending}>
        {words.save}
      </Button>
    </form>
  );
}

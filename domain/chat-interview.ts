// A draft as an interview: who files, then the form; the next question, the one at a place, the one before it, and what was answered.

import type { DraftFacts } from './chat-filing-facts.ts';
import { filingForm, filingKey, splitFiling } from './filing-form.ts';
import type { Form, FormField } from './form.ts';
import { type Answer, type Answers, isObject, withAnswer } from './form-answers.ts';
import { type VisibleField, visibleFields } from './form-fields.ts';
import { nextQuestion, type Question } from './form-interview.ts';
import type { ReplyFacts } from './form-reply.ts';

/** The same few questions come before every form; their places begin with this. */
const lead = `${filingKey}.`;

interface Stage {
  form: Form;
  answers: Answers;
  /** What the places of its questions begin with in the draft. */
  lead: string;
}

function stagesOf({ plan, answers }: Pick<DraftFacts, 'plan' | 'answers'>): Stage[] {
  const split = splitFiling(answers);
  return [
    { form: filingForm, answers: split.filing, lead },
    { form: plan.form, answers: split.form, lead: '' },
  ];
}

/** The next question; null when nothing is left to ask. */
export function questionAfter(draft: DraftFacts, reading: ReplyFacts): Question | null {
  for (const { form, answers, lead: before } of stagesOf(draft)) {
    const passed = draft.passed
      .filter((path) => path.startsWith(lead) === (before !== ''))
      .map((path) => path.slice(before.length));
    const question = nextQuestion(form, answers, passed, reading);
    if (question !== null)
      return { ...question, path: before + question.path, passes: before + question.passes };
  }
  return null;
}

/** The question at a place as if it had not been answered; null when the form asks it no longer. */
export function questionAt(draft: DraftFacts, path: string, reading: ReplyFacts): Question | null {
  const question = questionAfter(
    {
      ...draft,
      answers: withAnswer(draft.answers, path, undefined),
      passed: draft.passed.filter((each) => each !== path && !path.startsWith(`${each}.`)),
    },
    reading,
  );
  return question?.path === path ? question : null;
}

/** The place asked before this one, the last one before none; null at the first. */
export function placeBefore(draft: DraftFacts, path: string): string | null {
  const places = stagesOf(draft).flatMap((stage) =>
    placesOf(visibleFields(stage.form, stage.answers)).map((place) => stage.lead + place),
  );
  const at = places.indexOf(path);
  return (at === -1 ? places.at(-1) : places[at - 1]) ?? null;
}

function placesOf(fields: readonly VisibleField[]): string[] {
  return fields.flatMap(({ field, path, answer, parts, items }) => {
    if (field.kind === 'person') return placesOf(parts);
    if (field.kind === 'group') {
      const count = Array.isArray(answer) ? answer.length : 0;
      return [...items.flatMap(placesOf), ...(count < field.max ? [`${path}.${count}`] : [])];
    }
    return field.kind === 'address' && isObject(answer) ? [path, `${path}.detail`] : [path];
  });
}

export interface Answered {
  path: string;
  field: FormField;
  answer: Answer;
}

/** What was answered, in the order in which it is asked; persons and groups question by question. */
export function answeredOf(draft: DraftFacts): Answered[] {
  const leaves = (fields: readonly VisibleField[]): Answered[] =>
    fields.flatMap(({ field, path, answer, parts, items }) => {
      if (field.kind === 'person') return leaves(parts);
      if (field.kind === 'group') return items.flatMap(leaves);
      return answer === undefined ? [] : [{ path, field, answer }];
    });
  return stagesOf(draft).flatMap((stage) =>
    leaves(visibleFields(stage.form, stage.answers)).map((each) => ({
      ...each,
      path: stage.lead + each.path,
    })),
  );
}

/** The draft as it will be when this answer is in it. */
export const answeredWith = (draft: DraftFacts, path: string, value: Answer): DraftFacts => ({
  ...draft,
  answers: withAnswer(draft.answers, path, value),
});

export const passedOver = (draft: DraftFacts, path: string): DraftFacts => ({
  ...draft,
  passed: [...draft.passed.filter((each) => each !== path), path],
});

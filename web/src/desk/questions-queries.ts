// What the desk asks of citizens' questions, and what an officer does with one.

import type {
  ActAnswer,
  DraftBody,
  QuestionCount,
  QuestionList,
  QuestionTab,
  QuestionView,
} from '@motcua/server/questions/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

/** Everything under this key is asked again when a question changes. */
export const questionsKey = 'questions';

export const questionCountQuery = queryOptions({
  queryKey: [questionsKey, 'count'],
  refetchInterval: 120_000,
  queryFn: ({ signal }) => ask<QuestionCount>('/questions/count', { signal }),
});

export const questionsQuery = (tab: QuestionTab, offset: number) =>
  queryOptions({
    queryKey: [questionsKey, 'list', tab, offset],
    queryFn: ({ signal }) => ask<QuestionList>(withQuery('/questions', { tab, offset }), { signal }),
    placeholderData: keepPreviousData,
  });

export const questionQuery = (id: string) =>
  queryOptions({
    queryKey: [questionsKey, 'one', id],
    queryFn: ({ signal }) => ask<QuestionView>(`/questions/${encodeURIComponent(id)}`, { signal }),
  });

export type QuestionDeed =
  | { what: 'route'; body: { version: number; unit: string } }
  | { what: 'draft'; body: DraftBody }
  | { what: 'publish'; body: { version: number } }
  | { what: 'send-back' | 'decline'; body: { version: number; reason: string } };

export function doWithQuestion(
  id: string,
  { what, body }: QuestionDeed,
  intention: string,
): Promise<ActAnswer> {
  return ask(`/questions/${encodeURIComponent(id)}/${what}`, { method: 'POST', body, intention });
}

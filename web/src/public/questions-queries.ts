// What the pages of questions and answers ask the server.

import type { AskAnswer, AskedStatus, PublicAnswer, QuestionsFound } from '@motcua/server/questions/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

const base = (tenant: string) => `/public/${encodeURIComponent(tenant)}/questions`;

export const questionsFoundQuery = (tenant: string, q: string) =>
  queryOptions({
    queryKey: ['questions-found', tenant, q],
    staleTime: 60_000,
    queryFn: ({ signal }) => ask<QuestionsFound>(withQuery(base(tenant), { q }), { signal }),
    placeholderData: keepPreviousData,
  });

export const publicAnswerQuery = (tenant: string, id: string) =>
  queryOptions({
    queryKey: ['public-answer', tenant, id],
    queryFn: ({ signal }) => ask<PublicAnswer>(`${base(tenant)}/${encodeURIComponent(id)}`, { signal }),
  });

export function askOffice(tenant: string, text: string, intention: string): Promise<AskAnswer> {
  return ask(base(tenant), { method: 'POST', body: { text }, intention });
}

export function lookUpQuestion(tenant: string, code: string): Promise<AskedStatus> {
  return ask(`${base(tenant)}/asked/${encodeURIComponent(code)}`);
}

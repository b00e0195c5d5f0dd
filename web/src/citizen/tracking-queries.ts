// What the citizen's page asks.

import type { VisitLinks } from '@motcua/server/counter/schema';
import type {
  AnswerTaken,
  LinkCodeAnswer,
  Readings,
  TrackingView,
  WithdrawAnswer,
  WithdrawBody,
} from '@motcua/server/tracking/schema';
import { queryOptions } from '@tanstack/react-query';
import { ask } from '../api.ts';
import { newKey } from '../ui/intention.ts';

/** Asked again when the page comes back into view: a phone left open overnight shows the morning's answer. */
export const trackingQuery = (token: string) =>
  queryOptions({
    queryKey: ['tracking', token],
    queryFn: ({ signal }) => ask<TrackingView>(`/tracking/${encodeURIComponent(token)}`, { signal }),
  });

export function askLinkCode(token: string): Promise<LinkCodeAnswer> {
  return ask(`/tracking/${encodeURIComponent(token)}/link-code`, { method: 'POST', intention: newKey() });
}

const itemPath = (token: string, item: number) => `/tracking/${encodeURIComponent(token)}/supplement/${item}`;

export function answerWithFile(token: string, item: number, bytes: Blob): Promise<AnswerTaken> {
  return ask(`${itemPath(token, item)}/file`, { method: 'POST', bytes, intention: newKey() });
}

export function answerWithWords(token: string, item: number, value: string): Promise<AnswerTaken> {
  return ask(`${itemPath(token, item)}/value`, { method: 'POST', body: { value }, intention: newKey() });
}

export const visitQuery = (token: string) =>
  queryOptions({
    queryKey: ['visit', token],
    queryFn: ({ signal }) => ask<VisitLinks>(`/tracking/visits/${encodeURIComponent(token)}`, { signal }),
  });

/** Who has opened the dossier. */
export const readingsQuery = (token: string) =>
  queryOptions({
    queryKey: ['tracking', token, 'readings'],
    queryFn: ({ signal }) => ask<Readings>(`/tracking/${encodeURIComponent(token)}/readings`, { signal }),
  });

export function withdraw(token: string, body: WithdrawBody, intention: string): Promise<WithdrawAnswer> {
  return ask(`/tracking/${encodeURIComponent(token)}/withdraw`, { method: 'POST', body, intention });
}

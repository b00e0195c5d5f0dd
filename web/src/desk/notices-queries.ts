// What the lists of notices ask the server, and what an officer does about a row.

import type {
  FailedList,
  NoticeCounts,
  ReplayAnswer,
  ToldAnswer,
  ToldWay,
  ToTellList,
} from '@motcua/server/notices/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

/** Everything under this key is asked again when a dossier changes. */
export const noticesKey = 'notices';

const refreshMs = 60_000;

export const noticeCountsQuery = queryOptions({
  queryKey: [noticesKey, 'counts'],
  refetchInterval: refreshMs,
  queryFn: ({ signal }) => ask<NoticeCounts>('/notices/counts', { signal }),
});

export const toTellQuery = (offset: number) =>
  queryOptions({
    queryKey: [noticesKey, 'to-tell', offset],
    queryFn: ({ signal }) => ask<ToTellList>(withQuery('/notices/to-tell', { offset }), { signal }),
    placeholderData: keepPreviousData,
  });

export const failedQuery = (offset: number) =>
  queryOptions({
    queryKey: [noticesKey, 'failed', offset],
    queryFn: ({ signal }) => ask<FailedList>(withQuery('/notices/failed', { offset }), { signal }),
    placeholderData: keepPreviousData,
  });

export function tell(noticeId: string, how: ToldWay, intention: string): Promise<ToldAnswer> {
  return ask(`/notices/${noticeId}/told`, { method: 'POST', body: { how }, intention });
}

export function untell(noticeId: string, intention: string): Promise<ToldAnswer> {
  return ask(`/notices/${noticeId}/told/undo`, { method: 'POST', body: {}, intention });
}

export function replay(noticeId: string, intention: string): Promise<ReplayAnswer> {
  return ask(`/notices/${noticeId}/replay`, { method: 'POST', body: {}, intention });
}

// What the pages of clocks ask the server: attention by half-day, the working calendar, its changes.

import type {
  AttentionCount,
  AttentionList,
  CalendarDecided,
  CalendarDecisionBody,
  CalendarEditBody,
  CalendarPreview,
  CalendarView,
} from '@motcua/server/clocks/schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { ask, withQuery } from '../api.ts';

/** Everything under this key is asked again when a dossier changes. */
export const attentionKey = 'attention';

const refreshMs = 60_000;

export const attentionCountQuery = queryOptions({
  queryKey: [attentionKey, 'count'],
  refetchInterval: refreshMs,
  queryFn: ({ signal }) => ask<AttentionCount>('/attention/count', { signal }),
});

export const attentionQuery = (offset: number) =>
  queryOptions({
    queryKey: [attentionKey, 'list', offset],
    queryFn: ({ signal }) => ask<AttentionList>(withQuery('/attention', { offset }), { signal }),
    placeholderData: keepPreviousData,
  });

const calendarKey = ['calendar'];

export const calendarQuery = queryOptions({
  queryKey: calendarKey,
  queryFn: ({ signal }) => ask<CalendarView>('/calendar', { signal }),
  // While dossiers are being reckoned, the page follows.
  refetchInterval: ({ state }) => (state.data?.decisions.some(({ finished }) => !finished) ? 3_000 : false),
});

export function previewCalendar(body: CalendarEditBody): Promise<CalendarPreview> {
  return ask('/calendar/preview', { method: 'POST', body });
}

export function decideCalendar(body: CalendarDecisionBody, intention: string): Promise<CalendarDecided> {
  return ask('/calendar/decisions', { method: 'POST', body, intention });
}

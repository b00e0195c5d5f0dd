// The edge of clocks: what deserves attention, the working calendar, and the reckoning of a date for anybody.

import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { readAttention, readAttentionCount } from './attention.ts';
import { decideCalendar, previewCalendar, readCalendar } from './change-calendar.ts';
import { reckonDeadline } from './reckon-deadline.ts';
import {
  attentionCount,
  attentionList,
  attentionQuery,
  calendarDecided,
  calendarDecision,
  calendarEdit,
  calendarPreview,
  calendarView,
  deadlineAnswer,
  deadlineQuery,
} from './schema.ts';

export function registerClockRoutes(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/attention',
    who: 'officer',
    summary: 'What the caller has to attend to in this working half-day, the longest due first',
    query: attentionQuery,
    answer: attentionList,
    handle: ({ caller, query }) => readAttention(ctx, caller, query.offset),
  });
  http.route({
    method: 'GET',
    path: '/attention/count',
    who: 'officer',
    summary: 'How many dossiers the caller has to attend to in this working half-day',
    answer: attentionCount,
    handle: ({ caller }) => readAttentionCount(ctx, caller),
  });
  http.route({
    method: 'GET',
    path: '/calendar',
    who: 'officer',
    summary: 'The working calendar of the caller’s agency and the decisions that changed it',
    answer: calendarView,
    handle: ({ caller }) => readCalendar(ctx, caller),
  });
  http.route({
    method: 'POST',
    path: '/calendar/preview',
    who: 'officer',
    summary: 'Which promised dates a change of the calendar would move; writes nothing',
    body: calendarEdit,
    answer: calendarPreview,
    handle: ({ caller, body }) => previewCalendar(ctx, caller, body),
  });
  http.route({
    method: 'POST',
    path: '/calendar/decisions',
    who: 'officer',
    summary: 'Decide a change of the calendar: open dossiers are reckoned anew and their citizens told',
    command: true,
    body: calendarDecision,
    answer: calendarDecided,
    handle: ({ caller, body, key }) => decideCalendar(ctx, caller, body, key),
  });
  http.route({
    method: 'GET',
    path: '/deadline',
    who: 'anyone',
    summary: 'When a dossier received at a moment with a term would be due, explained day by day',
    perMinute: 60,
    query: deadlineQuery,
    answer: deadlineAnswer,
    handle: ({ query, reply }) => {
      void reply.header('cache-control', 'public, max-age=300');
      return reckonDeadline(ctx, query);
    },
  });
}

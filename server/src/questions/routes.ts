// The edge of questions and answers: what everybody asks and reads, and what officers do.

import { z } from 'zod';
import type { Context } from '../platform/context.ts';
import type { Http } from '../platform/http.ts';
import { actOnQuestion } from './act.ts';
import { askOnWeb } from './ask.ts';
import { findQuestions, readAnswer, readAsked } from './public.ts';
import { readQuestion, readQuestionCount, readQuestions } from './read.ts';
import {
  actAnswer,
  askAnswer,
  askBody,
  askedStatus,
  decideBody,
  deskQuery,
  draftBody,
  publicAnswer,
  questionCount,
  questionList,
  questionsFound,
  questionView,
  reasonBody,
  routeBody,
  searchQuery,
} from './schema.ts';

const byId = z.object({ id: z.uuid('Mã câu hỏi không đúng dạng.') });
const ofTenant = z.object({ tenant: z.string().regex(/^[a-z0-9][a-z0-9-]{1,39}$/) });

export function registerQuestionRoutes(http: Http, ctx: Context): void {
  registerPublic(http, ctx);
  http.route({
    method: 'GET',
    path: '/questions',
    who: 'officer',
    summary: 'Questions of citizens: to answer, to approve, to look at again, published',
    query: deskQuery,
    answer: questionList,
    handle: ({ caller, query }) => readQuestions(ctx, caller, query),
  });
  http.route({
    method: 'GET',
    path: '/questions/count',
    who: 'officer',
    summary: 'How many questions wait for the caller',
    answer: questionCount,
    handle: ({ caller }) => readQuestionCount(ctx, caller),
  });
  http.route({
    method: 'GET',
    path: '/questions/:id',
    who: 'officer',
    summary: 'A question with its answer and what the caller may do',
    params: byId,
    answer: questionView,
    handle: ({ caller, params }) => readQuestion(ctx, caller, params.id),
  });
  http.route({
    method: 'POST',
    path: '/questions/:id/route',
    who: 'officer',
    summary: 'Route a question to the unit that answers it',
    command: true,
    params: byId,
    body: routeBody,
    answer: actAnswer,
    handle: ({ caller, params: { id }, body: { version, unit }, key }) =>
      actOnQuestion(ctx, caller, { id, version, key, command: { act: 'route', unit } }),
  });
  http.route({
    method: 'POST',
    path: '/questions/:id/draft',
    who: 'officer',
    summary: 'Draft the answer with its legal source and the day it expires',
    command: true,
    params: byId,
    body: draftBody,
    answer: actAnswer,
    handle: ({ caller, params: { id }, body: { version, ...draft }, key }) =>
      actOnQuestion(ctx, caller, { id, version, key, command: { act: 'draft', ...draft } }),
  });
  http.route({
    method: 'POST',
    path: '/questions/:id/publish',
    who: 'officer',
    summary: 'Approve and publish an answer that somebody else drafted',
    command: true,
    params: byId,
    body: decideBody,
    answer: actAnswer,
    handle: ({ caller, params: { id }, body: { version }, key }) =>
      actOnQuestion(ctx, caller, { id, version, key, command: { act: 'publish' } }),
  });
  http.route({
    method: 'POST',
    path: '/questions/:id/send-back',
    who: 'officer',
    summary: 'Send a draft back to be written anew, with the reason',
    command: true,
    params: byId,
    body: reasonBody,
    answer: actAnswer,
    handle: ({ caller, params: { id }, body: { version, reason }, key }) =>
      actOnQuestion(ctx, caller, { id, version, key, command: { act: 'send_back', reason } }),
  });
  http.route({
    method: 'POST',
    path: '/questions/:id/decline',
    who: 'officer',
    summary: 'Decline a question, with the reason the asker is told',
    command: true,
    params: byId,
    body: reasonBody,
    answer: actAnswer,
    handle: ({ caller, params: { id }, body: { version, reason }, key }) =>
      actOnQuestion(ctx, caller, { id, version, key, command: { act: 'decline', reason } }),
  });
}

function registerPublic(http: Http, ctx: Context): void {
  http.route({
    method: 'GET',
    path: '/public/:tenant/questions',
    who: 'anyone',
    summary: 'Published answers, those like the words typed first',
    perMinute: 120,
    params: ofTenant,
    query: searchQuery,
    answer: questionsFound,
    handle: ({ params, query }) => findQuestions(ctx, params.tenant, query.q),
  });
  http.route({
    method: 'GET',
    path: '/public/:tenant/questions/:id',
    who: 'anyone',
    summary: 'A published answer with its legal source and how long it holds',
    perMinute: 120,
    params: ofTenant.extend(byId.shape),
    answer: publicAnswer,
    handle: ({ params }) => readAnswer(ctx, params.tenant, params.id),
  });
  http.route({
    method: 'GET',
    path: '/public/:tenant/questions/asked/:code',
    who: 'anyone',
    summary: 'How far a question came, by its code',
    perMinute: 20,
    params: ofTenant.extend({ code: z.string().max(20) }),
    answer: askedStatus,
    handle: ({ params }) => readAsked(ctx, params.tenant, params.code),
  });
  http.route({
    method: 'POST',
    path: '/public/:tenant/questions',
    who: 'anyone',
    summary: 'Ask the office a question',
    command: true,
    perMinute: 6,
    params: ofTenant,
    body: askBody,
    answer: askAnswer,
    handle: ({ params, body, key }) => askOnWeb(ctx, params.tenant, { text: body.text, key }),
  });
}

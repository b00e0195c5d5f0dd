// A patient citizen for the tests: answers any question of an interview with something sensible, to the end.

import type { Form } from './form.ts';
import { withAnswer } from './form-answers.ts';
import { nextQuestion, type Question } from './form-interview.ts';
import { type Progress, type ReplyFacts, readReply, withReply } from './form-reply.ts';
import { unitsOfToday } from './units-of-today.ts';

export const facts: ReplyFacts = { today: '2026-11-22', allowDemo: true, units: unitsOfToday() };

/** What the citizen says to a question: text, or a photograph. */
export type Saying = string | { photo: string };

/** Goes through a whole form with what `say` says; throws when it does not end, or something is not understood. */
export function interviewed(
  form: Form,
  say: (question: Question) => Saying,
): Progress & { questions: Question[] } {
  let progress: Progress = { answers: {}, passed: [] };
  const questions: Question[] = [];
  for (;;) {
    const question = nextQuestion(form, progress.answers, progress.passed, facts);
    if (question === null) return { ...progress, questions };
    if (questions.push(question) > 400) throw new Error(`${form.procedure} does not end: ${question.path}`);
    const saying = say(question);
    if (typeof saying !== 'string') {
      progress = { ...progress, answers: withAnswer(progress.answers, question.path, [saying.photo]) };
      continue;
    }
    const reply = readReply(question, saying, facts);
    if (reply.kind === 'answer' || reply.kind === 'pass') progress = withReply(progress, reply);
    else throw new Error(`${form.procedure} ${question.path} “${saying}”: ${reply.message}`);
  }
}

/** The usual answer; `pick` says which of the choices, counted from 0, and whether optional things are told. */
export function usualSaying(question: Question, pick: number, tellsAll: boolean): Saying {
  if (question.optional && !tellsAll) return 'bỏ qua';
  const { field } = question;
  // As the numbers below say.
  if (question.path.endsWith('.sex')) return question.path.startsWith('bride') ? 'Nữ' : 'nam';
  switch (question.kind) {
    case 'paper':
      return { photo: 'photo_1' };
    case 'choice':
    case 'choices':
      return String((pick % question.choices.length) + 1);
    case 'yes_no':
    case 'more':
      return pick % 2 === 0 && !/\.[1-9]$/.test(question.path) ? 'có' : 'không';
    case 'identity':
      return question.path.startsWith('bride') ? '999300000124' : '999200000123';
    case 'address':
      return 'phường kien tuong, tay ninh';
    case 'date':
      return question.path.endsWith('bornOn') ? 'ngày 5 tháng 3 năm 2000' : '05/03/2026';
    case 'number':
      return field.kind === 'number' ? String(Math.max(field.min, Math.min(field.max, 4))) : '1';
    case 'money':
      return '50 triệu';
    case 'phone':
      return '0912.345.678';
    case 'email':
      return 'an@example.vn';
    case 'text':
    case 'long_text':
    case 'detail':
      return 'Nguyễn Văn An'.slice(0, field.kind === 'text' ? field.maxLength : undefined);
  }
}

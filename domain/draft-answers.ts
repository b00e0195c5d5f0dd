// Answers put into a draft, path by path (`child.fullName`, `members.0.bornOn`): what others filled in meanwhile stays.

import { type Answer, type Answers, withAnswer } from './form-answers.ts';

/** One field as it is now; without a value it is emptied, and an entry of a list is taken out. */
export interface AnswerChange {
  path: string;
  value?: Answer;
}

/** Names of fields and places in lists; nothing that every object has by itself. */
const pathShape = /^[a-z][A-Za-z0-9]{0,39}(?:\.(?:[a-z][A-Za-z0-9]{0,39}|\d{1,2})){0,5}$/;
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** The most that may be filled in, as JSON letters: a declaration with fifty members is a tenth of it. */
export const mostAnswerLetters = 100_000;

/** Whether it can be the path of a field at all. */
export function isAnswerPath(path: string): boolean {
  return pathShape.test(path) && !path.split('.').some((part) => inherited.has(part));
}

/** The answers with the changes made, in their order. A path that cannot be one is a bug of the caller. */
export function putAnswers(answers: Answers, changes: readonly AnswerChange[]): Answers {
  return changes.reduce((before, { path, value }) => {
    if (!isAnswerPath(path)) throw new RangeError('No field has this path.');
    return withAnswer(before, path, value);
  }, answers);
}

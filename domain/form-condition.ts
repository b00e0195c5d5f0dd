// When a question of a form is asked: a small language over earlier answers, and its one evaluator.

import { z } from 'zod';
import { type Answers, answerAt } from './form-answers.ts';

/** A path names a field, or a part of a person or address (`child.sex`), from the form or the item it stands in. */
export type Condition =
  | { field: string; is: string | boolean }
  | { field: string; oneOf: string[] }
  /** Of several choices: this one is among them. */
  | { field: string; has: string }
  | { field: string; atLeast: number }
  | { field: string; answered: boolean }
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition };

const path = z.string().regex(/^[a-z][a-zA-Z0-9]*(\.[a-z][a-zA-Z0-9]*)*$/);

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: path, is: z.union([z.string(), z.boolean()]) }),
    z.strictObject({ field: path, oneOf: z.array(z.string()).min(1) }),
    z.strictObject({ field: path, has: z.string() }),
    z.strictObject({ field: path, atLeast: z.number() }),
    z.strictObject({ field: path, answered: z.boolean() }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
    z.strictObject({ not: conditionSchema }),
  ]),
);

/** Whether it holds for answers in which nothing stands that is not asked (`settledAnswers`). */
export function holds(condition: Condition, answers: Answers): boolean {
  if ('all' in condition) return condition.all.every((each) => holds(each, answers));
  if ('any' in condition) return condition.any.some((each) => holds(each, answers));
  if ('not' in condition) return !holds(condition.not, answers);
  const answer = answerAt(answers, condition.field);
  if ('is' in condition) return answer === condition.is;
  if ('oneOf' in condition) return typeof answer === 'string' && condition.oneOf.includes(answer);
  if ('has' in condition) return Array.isArray(answer) && answer.includes(condition.has);
  if ('atLeast' in condition) return typeof answer === 'number' && answer >= condition.atLeast;
  return (answer !== undefined) === condition.answered;
}

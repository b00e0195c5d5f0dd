// A form as a conversation: which question comes next, given the answers so far.

import type { Choice, FieldKind, Form, FormField } from './form.ts';
import { type Answers, isObject, withAnswer } from './form-answers.ts';
import { checkAnswers } from './form-check.ts';

import type { CheckFacts } from './form-defect.ts';
import { type VisibleField, visibleFields } from './form-fields.ts';
import { upperFirst } from './wording.ts';

/** One question, whole: what to say, and all that reading the reply needs. Plain JSON. */
export interface Question {
  /** Where the answer goes: `withAnswer(answers, path, value)`. */
  path: string;
  /** `more`: whether there is one more item of a group; `detail`: house and street of an address. */
  kind: Exclude<FieldKind, 'person' | 'group'> | 'more' | 'detail';
  field: FormField;
  prompt: string;
  hint: string | null;
  /** What may be chosen, by number or by label. Of an address: the communes a name may mean, once it was typed. */
  choices: Choice[];
  /** May be passed over (`bỏ qua`). */
  optional: boolean;
  /** What to remember in `passed` when it is passed over, or when there are no more items. */
  passes: string;
  /** What was wrong with the answer that stands there. */
  problem: string | null;
}

/**
 * The next question; null when every question is answered or passed over. `passed` are the paths passed over so far:
 * it is kept beside the answers. An answer that will not do is asked for again, with what was wrong.
 */
export function nextQuestion(
  form: Form,
  answers: Answers,
  passed: readonly string[],
  facts: CheckFacts,
): Question | null {
  const problems = new Map(
    checkAnswers(form, answers, facts)
      .filter((defect) => defect.rule !== 'required' && defect.rule !== 'unknown')
      .map((defect) => [defect.field, defect.message]),
  );
  const interview = { form, answers, passed: new Set(passed), problems, facts };
  return firstOf(visibleFields(form, answers), interview, { lead: '', passes: null });
}

interface Interview {
  form: Form;
  answers: Answers;
  passed: ReadonlySet<string>;
  problems: ReadonlyMap<string, string>;
  facts: CheckFacts;
}

interface Around {
  /** Which item of a group is spoken of: `Thành viên 2: `. */
  lead: string;
  /** The person who may be passed over whole, while nothing of them is known. */
  passes: string | null;
}

function firstOf(fields: readonly VisibleField[], interview: Interview, around: Around): Question | null {
  for (const asked of fields) {
    const question =
      asked.field.kind === 'person'
        ? ofPerson(asked, interview, around)
        : asked.field.kind === 'group'
          ? ofGroup(asked, interview, around)
          : ofLeaf(asked, interview, around);
    if (question !== null) return question;
  }
  return null;
}

function ofPerson(asked: VisibleField, interview: Interview, around: Around): Question | null {
  const free = !asked.required && asked.answer === undefined;
  if (free && interview.passed.has(asked.path)) return null;
  return firstOf(asked.parts, interview, { ...around, passes: free ? asked.path : null });
}

function ofGroup(asked: VisibleField, interview: Interview, around: Around): Question | null {
  const { field, path, answer } = asked;
  if (field.kind !== 'group') return null;
  const count = Array.isArray(answer) ? answer.length : 0;
  for (const [index, item] of asked.items.entries()) {
    const lead = `${around.lead}${upperFirst(field.item)} ${index + 1}: `;
    const question = firstOf(item, interview, { lead, passes: null });
    if (question !== null) return question;
  }
  const next = `${path}.${count}`;
  if (count < field.min) {
    const { form, passed, facts } = interview;
    return nextQuestion(form, withAnswer(interview.answers, next, {}), [...passed], facts);
  }
  if (count >= field.max || (interview.passed.has(path) && (answer === undefined || count > 0))) return null;
  return {
    path: next,
    kind: 'more',
    field,
    prompt:
      around.lead +
      (count === 0
        ? (field.ask ?? `Có ${field.item} nào cần ghi không?`)
        : `Còn ${field.item} nào nữa không?`),
    hint: count === 0 ? (field.hint ?? null) : null,
    choices: yesNo,
    optional: true,
    passes: path,
    problem: null,
  };
}

function ofLeaf(asked: VisibleField, interview: Interview, around: Around): Question | null {
  const { field, path, answer } = asked;
  const { passed, problems } = interview;
  if (field.kind === 'address' && isObject(answer)) {
    const wrongPlace =
      problems.get(path) ?? problems.get(`${path}.province`) ?? problems.get(`${path}.commune`);
    if (wrongPlace !== undefined) return leafQuestion(asked, around, wrongPlace);
    const problem = problems.get(`${path}.detail`);
    const wanting = answer.detail === undefined && !passed.has(`${path}.detail`);
    return problem !== undefined || wanting ? detailQuestion(asked, around, problem ?? null) : null;
  }
  if (answer !== undefined) {
    const problem = problems.get(path);
    return problem === undefined ? null : leafQuestion(asked, around, problem);
  }
  const mayPass = !asked.required || around.passes !== null;
  return mayPass && (passed.has(path) || (around.passes !== null && passed.has(around.passes)))
    ? null
    : leafQuestion(asked, around, null);
}

function leafQuestion(asked: VisibleField, around: Around, problem: string | null): Question {
  const { field, path, required } = asked;
  return {
    path,
    kind: field.kind as Question['kind'],
    field,
    prompt: around.lead + (field.ask ?? `${field.label}?`),
    hint: field.kind === 'address' ? (field.hint ?? communeHint) : (field.hint ?? null),
    choices:
      field.kind === 'choice' || field.kind === 'choices'
        ? field.choices
        : field.kind === 'yes_no'
          ? yesNo
          : [],
    optional: !required || around.passes !== null,
    passes: around.passes !== null && required ? around.passes : path,
    problem,
  };
}

function detailQuestion({ field, path }: VisibleField, around: Around, problem: string | null): Question {
  return {
    path: `${path}.detail`,
    kind: 'detail',
    field,
    prompt: `${around.lead}${field.label}: số nhà, đường, khu phố hoặc ấp?`,
    hint: null,
    choices: [],
    optional: field.kind === 'address' && field.detailRequired !== true,
    passes: `${path}.detail`,
    problem,
  };
}

const communeHint = 'Gõ tên xã, phường và tỉnh hiện nay, không cần dấu. Ví dụ: kien tuong tay ninh.';

const yesNo: Choice[] = [
  { value: 'yes', label: 'Có' },
  { value: 'no', label: 'Không' },
];

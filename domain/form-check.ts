// Whether answers to a form will do: every wrong one at once, each with the field and the remedy.

import type { Form } from './form.ts';
import { type Answer, type Answers, isObject } from './form-answers.ts';

import type { CheckFacts, FormDefect } from './form-defect.ts';
import { settledAnswers, type VisibleField, visibleFields } from './form-fields.ts';
import { inSentence, partsOf } from './form-parts.ts';
import { contradictions } from './form-people.ts';
import { leafDefect } from './form-values.ts';

/**
 * Everything that is wrong with the answers, in the order of the form. `field` is the path of the answer
 * (`child.fullName`, `members.0.bornOn`). Answers to questions that are not asked are passed over.
 */
export function checkAnswers(form: Form, answers: Answers, facts: CheckFacts): FormDefect[] {
  const fields = visibleFields(form, answers);
  const known = new Set(form.pages.flatMap((page) => page.fields.map((field) => field.id)));
  return [
    ...fields.flatMap((each) => defectsOf(each, facts)),
    ...unknownKeys(settledAnswers(form, answers), known, ''),
  ];
}

function defectsOf(asked: VisibleField, facts: CheckFacts): FormDefect[] {
  const { field, path, answer } = asked;
  if (answer === undefined) return asked.required ? missing(asked) : [];
  if (field.kind === 'person') {
    if (!isObject(answer)) return [wrongKind(asked)];
    const within = asked.parts.flatMap((part) => defectsOf(part, facts));
    return [
      ...within,
      ...(within.length === 0 ? contradictions(asked) : []),
      ...unknownKeys(answer, new Set(field.parts), `${path}.`),
    ];
  }
  if (field.kind === 'group') return groupDefects(asked, answer, facts);
  const defect = leafDefect(field, answer, facts);
  if (defect === null) return [];
  const { part, rule, message } = defect;
  return [{ field: part === null ? path : `${path}.${part}`, rule, message }];
}

function groupDefects(asked: VisibleField, answer: Answer, facts: CheckFacts): FormDefect[] {
  const { field, path } = asked;
  if (field.kind !== 'group' || !Array.isArray(answer)) return [wrongKind(asked)];
  const defects: FormDefect[] = [];
  if (answer.length > field.max)
    defects.push({
      field: path,
      rule: 'range',
      message: `“${field.label}” có ${answer.length} ${field.item}; nhiều nhất ${field.max}. Bỏ bớt ${answer.length - field.max}.`,
    });
  if (answer.length < field.min)
    defects.push({
      field: path,
      rule: 'range',
      message: `“${field.label}” mới có ${answer.length} ${field.item}; cần ít nhất ${field.min}.`,
    });
  const known = new Set(field.fields.map((each) => each.id));
  for (const [index, item] of answer.entries()) {
    const itemPath = `${path}.${index}`;
    if (!isObject(item)) defects.push({ ...wrongKind(asked), field: itemPath });
    else
      defects.push(
        ...(asked.items[index] ?? []).flatMap((each) => defectsOf(each, facts)),
        ...unknownKeys(item, known, `${itemPath}.`),
      );
  }
  return defects;
}

/** A person who is wanting is asked for by the parts that are, so that the page can lead to each. */
function missing({ field, path }: VisibleField): FormDefect[] {
  if (field.kind === 'person')
    return partsOf(field)
      .filter((part) => part.required === true)
      .map((part) => ({ field: `${path}.${part.id}`, rule: 'required', message: wanting(part) }));
  return [{ field: path, rule: 'required', message: wanting(field) }];
}

function wanting(field: VisibleField['field']): string {
  switch (field.kind) {
    case 'choice':
    case 'choices':
    case 'yes_no':
      return `Chọn câu trả lời cho “${field.label}”.`;
    case 'paper':
      return `Chụp hoặc tải lên: ${inSentence(field)}.`;
    case 'group':
      return `Thêm ít nhất ${field.min} ${field.item} vào “${field.label}”.`;
    case 'address':
      return `Chọn tỉnh và xã, phường của ${inSentence(field)}.`;
    default:
      return `Ghi ${inSentence(field)}.`;
  }
}

function wrongKind({ field, path }: VisibleField): FormDefect {
  return { field: path, rule: 'kind', message: `“${field.label}” chưa đúng dạng. Trả lời lại câu này.` };
}

function unknownKeys(answers: Answers, known: ReadonlySet<string>, prefix: string): FormDefect[] {
  return Object.keys(answers)
    .filter((key) => !known.has(key))
    .map((key) => ({
      field: prefix + key,
      rule: 'unknown',
      message: `Tờ khai này không có mục “${shown(key)}”. Bỏ mục đó.`,
    }));
}

/** A key from outside, short and on one line. */
function shown(key: string): string {
  const text = key.toWellFormed().replace(/\p{C}/gu, '');
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

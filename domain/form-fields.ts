// Which questions of a form are asked, given the answers; and the answers that count, given which are asked.

import type { FieldOf, Form, FormField } from './form.ts';
import { type Answer, type Answers, isObject } from './form-answers.ts';
import { type Condition, holds } from './form-condition.ts';
import { partsOf } from './form-parts.ts';

/** A question that is asked, where it stands, and what is asked inside it. */
export interface VisibleField {
  page: string;
  /** `child`, `child.fullName`, `members.0.fullName`. */
  path: string;
  field: FormField;
  required: boolean;
  /** What counts as its answer; undefined when there is none. */
  answer: Answer | undefined;
  /** Of a person. */
  parts: VisibleField[];
  /** Of a group, item by item. */
  items: VisibleField[][];
}

/** Every question that is asked, in order. What an answer hides is not among them. */
export function visibleFields(form: Form, answers: Answers): VisibleField[] {
  return walkForm(form, answers).visible;
}

/**
 * The answers that count: without empty ones and without those to questions that are not asked. Keys that the form
 * does not know stay, so that the check can name them.
 */
export function settledAnswers(form: Form, answers: Answers): Answers {
  return walkForm(form, answers).settled;
}

/** The same questions with persons and groups opened: persons and groups themselves come before what is in them. */
export function flattened(fields: readonly VisibleField[]): VisibleField[] {
  return fields.flatMap((each) => [each, ...flattened(each.parts), ...each.items.flatMap(flattened)]);
}

interface Walked {
  visible: VisibleField[];
  settled: Answers;
}

function walkForm(form: Form, answers: Answers): Walked {
  const known = new Set(form.pages.flatMap((page) => page.fields.map((field) => field.id)));
  const settled = strangers(answers, known);
  const visible: VisibleField[] = [];
  for (const page of form.pages) {
    const pageAsked = page.when === undefined || holds(page.when, settled);
    if (pageAsked) visible.push(...walk(page.fields, answers, settled, { page: page.id, prefix: '' }));
  }
  return { visible, settled };
}

interface Place {
  page: string;
  prefix: string;
}

/** Puts the answers that count into `settled` as it goes: a condition sees only what was asked before it. */
function walk(fields: readonly FormField[], given: Answers, settled: Answers, place: Place): VisibleField[] {
  const visible: VisibleField[] = [];
  for (const field of fields) {
    if (field.when !== undefined && !holds(field.when, settled)) continue;
    const path = place.prefix + field.id;
    const answer = Object.hasOwn(given, field.id) ? given[field.id] : undefined;
    const inside = opened(field, answer, { page: place.page, prefix: `${path}.` });
    if (inside.answer !== undefined) settled[field.id] = inside.answer;
    visible.push({ page: place.page, path, field, required: isRequired(field, settled), ...inside });
  }
  return visible;
}

type Inside = Pick<VisibleField, 'answer' | 'parts' | 'items'>;

function opened(field: FormField, answer: Answer | undefined, place: Place): Inside {
  if (field.kind === 'person') return openedPerson(field, answer, place);
  if (field.kind === 'group') return openedGroup(field, answer, place);
  if (field.kind === 'address' && isObject(answer)) {
    const filled = Object.fromEntries(Object.entries(answer).filter(([, part]) => !isEmpty(part)));
    return { answer: isEmpty(filled) ? undefined : filled, parts: [], items: [] };
  }
  return { answer: isEmpty(answer) ? undefined : answer, parts: [], items: [] };
}

function openedPerson(field: FieldOf<'person'>, answer: Answer | undefined, place: Place): Inside {
  const parts = partsOf(field);
  const settled = isObject(answer) ? strangers(answer, new Set(field.parts)) : {};
  const asked = walk(parts, isObject(answer) ? answer : {}, settled, place);
  const wrong = !isObject(answer) && !isEmpty(answer);
  return { answer: wrong ? answer : isEmpty(settled) ? undefined : settled, parts: asked, items: [] };
}

function openedGroup(field: FieldOf<'group'>, answer: Answer | undefined, place: Place): Inside {
  if (!Array.isArray(answer)) return { answer: isEmpty(answer) ? undefined : answer, parts: [], items: [] };
  const known = new Set(field.fields.map((each) => each.id));
  const items: VisibleField[][] = [];
  // An item of the wrong kind is asked anew, from its first question on.
  const settled = answer.map((item, index) => {
    const given = isObject(item) ? item : {};
    const itemSettled = strangers(given, known);
    items[index] = walk(field.fields, given, itemSettled, {
      page: place.page,
      prefix: `${place.prefix}${index}.`,
    });
    return isObject(item) ? itemSettled : item;
  });
  return { answer: settled.length === 0 ? undefined : settled, parts: [], items };
}

function isRequired(field: FormField, settled: Answers): boolean {
  if (field.kind === 'group') return field.min > 0;
  const required: boolean | Condition = field.required ?? false;
  return typeof required === 'boolean' ? required : holds(required, settled);
}

function strangers(answers: Answers, known: ReadonlySet<string>): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([key]) => !known.has(key)));
}

function isEmpty(answer: Answer | undefined): boolean {
  if (answer === undefined || answer === null) return true;
  if (typeof answer === 'string') return answer.trim() === '';
  return typeof answer === 'object' && Object.keys(answer).length === 0;
}

// Random answers to a form: good ones, wanting ones, hostile ones, each at every depth.

import * as fc from 'fast-check';
import type { FieldOf, Form, FormField } from './form.ts';
import type { Answer, Answers } from './form-answers.ts';
import { partsOf } from './form-parts.ts';

/** What forms, scripts and bored people send instead of an answer. */
const hostile: readonly Answer[] = [
  '',
  ' ',
  null,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER,
  true,
  false,
  [],
  {},
  [[]],
  [{}],
  [null],
  ['a', 'a'],
  'a',
  '<script>alert(1)</script>',
  "'; drop table dossier; --",
  'a\u0000b',
  'a\u202eb',
  'dòng\nhai',
  '\ud800',
  'x'.repeat(3000),
  '2026-02-30',
  '2026-13-01',
  '999',
  '+84912345678 ',
  { province: '80', commune: '27787', detail: '', street: 'x' },
  { province: '80', commune: '0' },
  { fullName: 7 },
];

/** Answers in which each field is usually good, sometimes wanting, sometimes hostile. */
export function randomAnswers(form: Form): fc.Arbitrary<Answers> {
  return objectWith(form.pages.flatMap((page) => page.fields));
}

function objectWith(fields: readonly FormField[]): fc.Arbitrary<Answers> {
  const known = fc.record(
    Object.fromEntries(fields.map((field) => [field.id, perhaps(field)])),
  ) as fc.Arbitrary<Record<string, Answer | undefined>>;
  const stranger = fc.oneof(
    { weight: 40, arbitrary: fc.constant<Answers>({}) },
    { weight: 1, arbitrary: fc.constantFrom<Answers>({ admin: true }, { 'a.b': 1 }, { constructor: 'x' }) },
  );
  return fc.tuple(known, stranger).map(([answers, others]) => {
    const given = Object.entries(answers).filter(
      (entry): entry is [string, Answer] => entry[1] !== undefined,
    );
    return { ...Object.fromEntries(given), ...others };
  });
}

function perhaps(field: FormField): fc.Arbitrary<Answer | undefined> {
  return fc.oneof(
    { weight: 60, arbitrary: good(field) },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom(...hostile) },
  );
}

function good(field: FormField): fc.Arbitrary<Answer> {
  switch (field.kind) {
    case 'text':
      return fc.constantFrom('Nguyễn An', 'H’Hen Niê', 'Ẳ');
    case 'long_text':
      return fc.constantFrom('một\nhai', 'Ghi chú');
    case 'number':
      return fc.constantFrom(field.min, Math.min(field.max, Math.ceil(field.min) + 2), field.max);
    case 'money':
      return fc.constantFrom(field.min ?? 0, 50_000_000);
    case 'date':
      return fc.constantFrom(
        '2000-02-29',
        '2000-01-01',
        ...(field.partial === true ? ['2000', '2000-12'] : []),
      );
    case 'choice':
      return fc.constantFrom(...field.choices.map((choice) => choice.value));
    case 'choices':
      return subset(field);
    case 'yes_no':
      return fc.boolean();
    case 'phone':
      return fc.constant('+84912345678');
    case 'email':
      return fc.constant('an@example.vn');
    case 'identity':
      return fc.constantFrom('999200000123', '999300000124', 'B1234567');
    case 'address':
      return fc.constantFrom<Answer>(
        { province: '80', commune: '27787', detail: 'Số 5' },
        { province: '80', commune: '27787', detail: 'Số 5, đường 30/4' },
        { province: '80', commune: '27787' },
      );
    case 'paper':
      return fc.constantFrom<Answer>(['photo_1'], ['photo_1', 'photo_2']);
    case 'person':
      return objectWith(partsOf(field));
    case 'group':
      return fc.array(objectWith(field.fields), {
        minLength: 0,
        maxLength: field.max > 3 ? 2 : field.max + 1,
      });
  }
}

function subset(field: FieldOf<'choices'>): fc.Arbitrary<Answer> {
  const values = field.choices.map((choice) => choice.value);
  return fc.subarray(values, { minLength: field.min ?? 0, maxLength: field.max ?? values.length });
}

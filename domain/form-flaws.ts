// What is wrong with a form itself: names used twice, conditions over what was not asked before, an applicant of no name.

import type { FieldOf, Form, FormField } from './form.ts';
import type { Condition } from './form-condition.ts';
import { partsOf } from './form-parts.ts';

/** Everything in a form that would lead astray who fills it; empty for a form that may be used. */
export function formFlaws(form: Form): string[] {
  const flaws: string[] = [];
  const earlier = new Map<string, FormField>();
  for (const page of form.pages) {
    if (page.when !== undefined) flaws.push(...conditionFlaws(page.when, earlier, `page ${page.id}`));
    flaws.push(...fieldFlaws(page.fields, earlier, ''));
  }
  const pages = form.pages.map((page) => page.id);
  if (new Set(pages).size < pages.length) flaws.push('two pages have one id');
  const applicant = earlier.get(form.applicant);
  if (applicant?.kind !== 'person' || !applicant.parts.includes('fullName'))
    flaws.push(`the applicant ${form.applicant} is no person with a name`);
  return flaws;
}

function fieldFlaws(fields: readonly FormField[], earlier: Map<string, FormField>, prefix: string): string[] {
  return fields.flatMap((field) => {
    const where = prefix + field.id;
    const flaws = [field.when, typeof field.required === 'object' ? field.required : undefined]
      .filter((condition) => condition !== undefined)
      .flatMap((condition) => conditionFlaws(condition, earlier, where));
    if (earlier.has(field.id)) flaws.push(`${where} stands there twice`);
    if (field.kind === 'group') flaws.push(...groupFlaws(field, `${where}.`));
    if (field.kind === 'choice' || field.kind === 'choices') flaws.push(...choiceFlaws(field, where));
    if (field.kind === 'person' && !field.requiredParts.every((part) => field.parts.includes(part)))
      flaws.push(`${where} requires a part it does not ask`);
    earlier.set(field.id, field);
    return flaws;
  });
}

function groupFlaws(group: FieldOf<'group'>, prefix: string): string[] {
  const range = group.min > group.max ? [`${prefix} needs more than it takes`] : [];
  return [...range, ...fieldFlaws(group.fields, new Map(), prefix)];
}

function choiceFlaws(field: FieldOf<'choice' | 'choices'>, where: string): string[] {
  const values = field.choices.map((choice) => choice.value);
  return new Set(values).size < values.length ? [`${where} offers a choice twice`] : [];
}

function conditionFlaws(
  condition: Condition,
  earlier: ReadonlyMap<string, FormField>,
  where: string,
): string[] {
  if ('all' in condition) return condition.all.flatMap((each) => conditionFlaws(each, earlier, where));
  if ('any' in condition) return condition.any.flatMap((each) => conditionFlaws(each, earlier, where));
  if ('not' in condition) return conditionFlaws(condition.not, earlier, where);
  const [id = '', part] = condition.field.split('.');
  const field = earlier.get(id);
  const asked =
    field?.kind === 'person' && part !== undefined ? partsOf(field).find((each) => each.id === part) : field;
  if (asked === undefined) return [`${where} depends on ${condition.field}, which is not asked before it`];
  const values =
    'oneOf' in condition
      ? condition.oneOf
      : 'has' in condition
        ? [condition.has]
        : 'is' in condition
          ? [condition.is]
          : [];
  if (asked.kind !== 'choice' && asked.kind !== 'choices') return [];
  return values
    .filter((value) => !asked.choices.some((choice) => choice.value === value))
    .map((value) => `${where} depends on the choice ${value}, which ${condition.field} does not offer`);
}

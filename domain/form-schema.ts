// A form as JSON Schema 2020-12, for whoever files through the API: what it says is what `checkAnswers` says.
// The words beyond the standard begin with `x-motcua-` and are explained in docs/forms.md.

import type { Choice, FieldOf, Form, FormField } from './form.ts';
import type { Condition } from './form-condition.ts';
import { partsOf } from './form-parts.ts';
import {
  communePattern,
  datePattern,
  detailLength,
  emailPattern,
  fileNamePattern,
  identityPattern,
  longTextPattern,
  mostCharacters,
  mostMoney,
  mostPhotos,
  partialDatePattern,
  phonePattern,
  provincePattern,
  textPattern,
} from './form-values.ts';

export type JsonSchema = { [keyword: string]: unknown };

/**
 * The schema of the answers that count (`settledAnswers`): nothing empty, nothing that is not asked. It cannot say what
 * needs today's date, the list of communes, or two answers side by side; `FormRule` names these.
 */
export function jsonSchemaOfForm(form: Form): JsonSchema {
  const fields = form.pages.flatMap((page) =>
    page.fields.map((field) => ({ field, when: both(page.when, field.when) })),
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: `urn:motcua:form:${form.procedure}:${form.version}`,
    title: form.title,
    ...objectOf(fields),
    'x-motcua-form': {
      procedure: form.procedure,
      version: form.version,
      from: form.from,
      declares: form.declares,
      filledBy: form.filledBy,
      applicant: form.applicant,
      affirmation: form.affirmation,
      pages: form.pages.map(({ id, title, hint, fields: asked }) => ({
        id,
        title,
        ...(hint === undefined ? {} : { hint }),
        fields: asked.map((field) => field.id),
      })),
    },
  };
}

interface Asked {
  field: FormField;
  when: Condition | undefined;
}

function both(one: Condition | undefined, other: Condition | undefined): Condition | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return { all: [one, other] };
}

function objectOf(asked: readonly Asked[]): JsonSchema {
  const always = asked.filter(({ field, when }) => when === undefined && requiredWhen(field) === true);
  const rules = asked.flatMap(rulesOf);
  return {
    type: 'object',
    properties: Object.fromEntries(asked.map(({ field }) => [field.id, described(field)])),
    required: always.map(({ field }) => field.id),
    additionalProperties: false,
    ...(rules.length === 0 ? {} : { allOf: rules }),
  };
}

/** Absent unless it is asked; there when it must be answered. */
function rulesOf({ field, when }: Asked): JsonSchema[] {
  const required = requiredWhen(field);
  const rules: JsonSchema[] = [];
  const wanted = { required: [field.id] };
  const absent = { properties: { [field.id]: false } };
  if (when !== undefined) rules.push(rule(when, required === true ? wanted : {}, absent));
  if (typeof required === 'object') rules.push(rule(both(when, required) ?? required, wanted, {}));
  return rules;
}

function rule(condition: Condition, holds: JsonSchema, otherwise: JsonSchema): JsonSchema {
  // oxlint-disable-next-line unicorn/no-thenable -- the word of JSON Schema; nobody awaits a schema
  return { if: schemaOfCondition(condition), then: holds, else: otherwise };
}

function requiredWhen(field: FormField): boolean | Condition {
  return field.kind === 'group' ? field.min > 0 : (field.required ?? false);
}

function schemaOfCondition(condition: Condition): JsonSchema {
  if ('all' in condition) return { allOf: condition.all.map(schemaOfCondition) };
  if ('any' in condition) return { anyOf: condition.any.map(schemaOfCondition) };
  if ('not' in condition) return { not: schemaOfCondition(condition.not) };
  if ('is' in condition) return at(condition.field, { const: condition.is });
  if ('oneOf' in condition) return at(condition.field, { enum: condition.oneOf });
  if ('has' in condition) return at(condition.field, { type: 'array', contains: { const: condition.has } });
  if ('atLeast' in condition) return at(condition.field, { type: 'number', minimum: condition.atLeast });
  return condition.answered ? at(condition.field, {}) : { not: at(condition.field, {}) };
}

/** An answer is there, under every key of the path, and is so. */
function at(path: string, schema: JsonSchema): JsonSchema {
  return path
    .split('.')
    .reduceRight<JsonSchema>(
      (inner, key) => ({ type: 'object', required: [key], properties: { [key]: inner } }),
      schema,
    );
}

function described(field: FormField): JsonSchema {
  return {
    title: field.label,
    ...(field.hint === undefined ? {} : { description: field.hint }),
    'x-motcua-kind': field.kind,
    ...(field.ask === undefined ? {} : { 'x-motcua-ask': field.ask }),
    ...valueOf(field),
  };
}

function valueOf(field: FormField): JsonSchema {
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return textOf(field);
    case 'number':
      return {
        type: field.whole === true ? 'integer' : 'number',
        minimum: field.min,
        maximum: field.max,
        ...(field.unit === undefined ? {} : { 'x-motcua-unit': field.unit }),
      };
    case 'money':
      return {
        type: 'integer',
        minimum: field.min ?? 0,
        maximum: field.max ?? mostMoney,
        'x-motcua-unit': 'đồng',
      };
    case 'date':
      return dateOf(field);
    case 'choice':
      return { oneOf: field.choices.map(constOf) };
    case 'choices':
      return {
        type: 'array',
        items: { oneOf: field.choices.map(constOf) },
        uniqueItems: true,
        minItems: field.min ?? 0,
        maxItems: field.max ?? field.choices.length,
      };
    case 'yes_no':
      return { type: 'boolean' };
    case 'phone':
      return { type: 'string', pattern: phonePattern };
    case 'email':
      return { type: 'string', pattern: emailPattern };
    case 'identity':
      return { type: 'string', pattern: identityPattern };
    case 'person':
      return objectOf(partsOf(field).map((part) => ({ field: part, when: part.when })));
    case 'address':
      return addressOf(field);
    case 'group':
      return {
        type: 'array',
        items: objectOf(field.fields.map((each) => ({ field: each, when: each.when }))),
        minItems: field.min,
        maxItems: field.max,
        'x-motcua-item': field.item,
      };
    case 'paper':
      return {
        type: 'array',
        items: { type: 'string', pattern: fileNamePattern },
        maxItems: field.max ?? mostPhotos,
        'x-motcua-paper': field.paper,
      };
  }
}

function textOf(field: FieldOf<'text' | 'long_text'>): JsonSchema {
  return {
    type: 'string',
    maxLength: mostCharacters(field),
    pattern: field.kind === 'text' ? textPattern : longTextPattern,
    ...(field.usual === undefined ? {} : { 'x-motcua-usual': field.usual }),
  };
}

function dateOf({ partial, past }: FieldOf<'date'>): JsonSchema {
  const day = { type: 'string', pattern: datePattern, format: 'date' };
  return {
    ...(partial === true
      ? { anyOf: [day, { type: 'string', pattern: partialDatePattern, maxLength: 7 }] }
      : day),
    ...(past === true ? { 'x-motcua-past': true } : {}),
  };
}

function addressOf({ detailRequired }: FieldOf<'address'>): JsonSchema {
  return {
    type: 'object',
    properties: {
      province: { type: 'string', pattern: provincePattern },
      commune: { type: 'string', pattern: communePattern },
      detail: { type: 'string', maxLength: detailLength, pattern: textPattern },
    },
    required: ['province', 'commune', ...(detailRequired === true ? ['detail'] : [])],
    additionalProperties: false,
  };
}

function constOf({ value, label }: Choice): JsonSchema {
  return { const: value, title: label };
}

// Makes or changes a template from what the control API was given.

import type { Fields } from './json.ts';
import { fieldsOf, listOf, textOf } from './json.ts';
import type { Street } from './parts.ts';
import type { Template } from './zbs-model.ts';
import { qualities, templateStatuses, templateTags, templateTypes } from './zbs-model.ts';
import { param, template } from './zbs-samples.ts';

const choices: Readonly<Record<string, readonly unknown[]>> = {
  status: templateStatuses,
  quality: qualities,
  tag: templateTags,
  type: templateTypes,
};

/** The template, or a sentence that says what is wrong. Fields that are absent keep `known`'s values. */
export function templateFrom(street: Street, body: Fields, known?: Template): Template | string {
  const id = textOf(body['id']) ?? street.ids.digits(6);
  const name = textOf(body['name']) ?? known?.name;
  const title = textOf(body['title']) ?? known?.title;
  if (!/^\d{1,15}$/.test(id)) return 'id is a number written as text';
  if (name === undefined || title === undefined) return 'a template needs a name and a title';
  for (const [field, known] of Object.entries(choices)) {
    if (body[field] !== undefined && !known.includes(body[field])) {
      return `${field} is one of ${known.join(', ')}`;
    }
  }
  const read = listOf(body['params']).map(paramFrom);
  const wrong = read.find((one) => typeof one === 'string');
  if (wrong !== undefined) return wrong;
  const params = read.filter((one) => typeof one !== 'string');
  const { createdAt, price, priceByUid, dailyQuota, journey, reason } = body;
  return template({
    ...known,
    id,
    name,
    title,
    createdAt: typeof createdAt === 'number' ? createdAt : (known?.createdAt ?? street.now()),
    status: oneOf(templateStatuses, body['status']) ?? known?.status ?? 'ENABLE',
    quality: oneOf(qualities, body['quality']) ?? known?.quality ?? 'HIGH',
    tag: oneOf(templateTags, body['tag']) ?? known?.tag ?? 1,
    type: oneOf(templateTypes, body['type']) ?? known?.type ?? 1,
    ...(Array.isArray(body['params']) && { params }),
    ...(Array.isArray(body['paragraphs']) && { paragraphs: body['paragraphs'].map(String) }),
    ...(Array.isArray(body['responses']) && { responses: body['responses'].map(String) }),
    ...(Array.isArray(body['rows']) && { rows: listOf(body['rows']).map(rowFrom) }),
    ...(Array.isArray(body['buttons']) && { buttons: listOf(body['buttons']).map(buttonFrom) }),
    ...(Array.isArray(body['rating']) && { rating: listOf(body['rating']).map(levelFrom) }),
    ...(typeof price === 'number' && { price }),
    ...(typeof priceByUid === 'number' && { priceByUid }),
    ...((typeof dailyQuota === 'number' || dailyQuota === null) && { dailyQuota }),
    ...(typeof journey === 'boolean' && { journey }),
    ...(typeof reason === 'string' && { reason }),
  });
}

function oneOf<Value>(known: readonly Value[], value: unknown): Value | undefined {
  return known.find((one) => one === value);
}

function paramFrom(raw: unknown) {
  const { name, kind, required, acceptNull, minLength, maxLength, format } = fieldsOf(raw);
  if (typeof name !== 'string' || !/^\w+$/.test(name))
    return 'names of parameters are latin letters, digits and _';
  const number = Number(kind ?? 5);
  if (!Number.isInteger(number) || number < 1 || number > 15) return `${name}: kind is a number from 1 to 15`;
  return param(name, number, {
    ...(typeof required === 'boolean' && { required }),
    ...(typeof acceptNull === 'boolean' && { acceptNull }),
    ...(typeof minLength === 'number' && { minLength }),
    ...(typeof maxLength === 'number' && { maxLength }),
    ...(typeof format === 'string' && { format }),
  });
}

function rowFrom(raw: unknown) {
  const { label, value } = fieldsOf(raw);
  return { label: textOf(label) ?? '', value: textOf(value) ?? '' };
}

function buttonFrom(raw: unknown) {
  const { type, title, content } = fieldsOf(raw);
  return { type: Number(type ?? 1), title: textOf(title) ?? '', content: textOf(content) ?? '' };
}

function levelFrom(raw: unknown) {
  const { title, question, answers, thanks, description } = fieldsOf(raw);
  const text = (value: unknown) => textOf(value) ?? '';
  return {
    title: text(title),
    question: text(question),
    answers: listOf(answers).map(String),
    thanks: text(thanks),
    description: text(description),
  };
}

// Answers in words, as the check page, the chat and the printed declaration show them.

import { longDayText } from './clock-time.ts';
import type { Choice, FormField } from './form.ts';
import { type Answer, isObject } from './form-answers.ts';
import { numberText } from './form-values.ts';
import { moneyText } from './money-words.ts';
import { phoneText } from './phone-number.ts';

/** `placeOf` names a commune with its province; null when it knows none. */
export type PlaceOf = (commune: string) => string | null;

/** One answer on one line; what is no answer of this kind is shown as it was typed. Persons and groups have no line. */
export function answerText(field: FormField, answer: Answer | undefined, placeOf: PlaceOf): string | null {
  if (answer === undefined || answer === null || answer === '') return null;
  switch (field.kind) {
    case 'yes_no':
      return answer === true ? 'Có' : answer === false ? 'Không' : plain(answer);
    case 'choice':
      return labelOf(field.choices, answer);
    case 'choices':
      return Array.isArray(answer)
        ? answer.map((each) => labelOf(field.choices, each)).join('; ')
        : plain(answer);
    case 'money':
      return typeof answer === 'number' ? moneyText(answer) : plain(answer);
    case 'number':
      return typeof answer === 'number'
        ? `${numberText(answer)}${field.unit === undefined ? '' : ` ${field.unit}`}`
        : plain(answer);
    case 'date':
      return typeof answer === 'string' ? dayWords(answer) : plain(answer);
    case 'phone':
      return typeof answer === 'string' ? phoneText(answer) : plain(answer);
    case 'address':
      return addressWords(answer, placeOf);
    case 'paper':
      return Array.isArray(answer) ? `${answer.length} bản chụp` : plain(answer);
    case 'person':
    case 'group':
      return null;
    default:
      return plain(answer);
  }
}

function labelOf(choices: readonly Choice[], answer: Answer): string {
  return choices.find((choice) => choice.value === answer)?.label ?? plain(answer);
}

/** `ngày 05 tháng 3 năm 1990`, `tháng 3 năm 1990`, `năm 1990`. */
function dayWords(date: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(date)) return longDayText(date);
  const [year = '', month] = date.split('-');
  if (!/^\d{4}$/.test(year)) return date;
  return month === undefined ? `năm ${year}` : `tháng ${Number(month)} năm ${year}`;
}

function addressWords(answer: Answer, placeOf: PlaceOf): string {
  if (!isObject(answer)) return plain(answer);
  const place = typeof answer.commune === 'string' ? placeOf(answer.commune) : null;
  return [answer.detail, place]
    .filter((part): part is string => typeof part === 'string' && part.trim() !== '')
    .join(', ');
}

function plain(answer: Answer): string {
  return typeof answer === 'string' ? answer : JSON.stringify(answer);
}

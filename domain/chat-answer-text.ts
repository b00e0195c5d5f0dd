// An answer to a form in a few words, for the chat: what was understood, and the list before filing. Numbers of people stay short.

import type { FormField } from './form.ts';
import { type Answer, isObject } from './form-answers.ts';
import { numberText } from './form-values.ts';
import { moneyText } from './money-words.ts';
import { phoneText } from './phone-number.ts';
import { clip } from './status-words.ts';
import { placeText, type Units } from './units.ts';

/** `12/5/2026`, `Nữ`, `Phường Kiến Tường, Tỉnh Tây Ninh`; of an identity number only its end, because others may read the chat. */
export function answerText(field: FormField, answer: Answer, units: Units): string {
  const labelOf = (value: Answer): string =>
    'choices' in field ? (field.choices.find((each) => each.value === value)?.label ?? '') : '';
  switch (field.kind) {
    case 'choice':
      return labelOf(answer);
    case 'choices':
      return Array.isArray(answer) ? answer.map(labelOf).join(', ') : '';
    case 'yes_no':
      return answer === true ? 'Có' : 'Không';
    case 'date':
      return typeof answer === 'string' ? dateText(answer) : '';
    case 'money':
      return typeof answer === 'number' ? moneyText(answer) : '';
    case 'number':
      return typeof answer === 'number' ? `${numberText(answer)}${field.unit ? ` ${field.unit}` : ''}` : '';
    case 'phone':
      return typeof answer === 'string' ? phoneText(answer) : '';
    case 'identity':
      return typeof answer === 'string' ? `số kết thúc bằng ${answer.slice(-3)}` : '';
    case 'address':
      return isObject(answer) ? addressText(answer, units) : '';
    case 'paper':
      return Array.isArray(answer) ? `${answer.length} ảnh hoặc tệp` : '';
    default:
      return typeof answer === 'string' ? plain(answer) : '';
  }
}

/** What somebody typed, on one line, without signs that turn or hide it, never endless. */
export function plain(text: string, limit = 80): string {
  return clip(
    text
      .toWellFormed()
      .replace(/[\p{C}\s]+/gu, ' ')
      .trim(),
    limit,
  );
}

/** `2026-05-12` as `12/5/2026`; `2026-05` as `5/2026`. */
function dateText(date: string): string {
  return date
    .split('-')
    .map((part, at) => (at === 0 ? part : String(Number(part))))
    .reverse()
    .join('/');
}

function addressText({ commune, detail }: { [id: string]: Answer }, units: Units): string {
  const place = typeof commune === 'string' ? placeText(units, commune) : null;
  return [typeof detail === 'string' ? plain(detail) : null, place]
    .filter((part) => part !== null)
    .join(', ');
}

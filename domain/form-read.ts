// Reads what a person typed as the answer to a field: any usual way of writing it, or a friendly reason why not.

import { composed, foldedKey } from './folding.ts';
import type { Choice, FieldOf, FormField } from './form.ts';
import type { Answer } from './form-answers.ts';
import type { CheckFacts } from './form-defect.ts';
import { readDate } from './form-read-date.ts';
import { leafDefect } from './form-values.ts';
import { parseIdentityNumber } from './identity-number.ts';
import { parsePhoneNumber } from './phone-number.ts';

export type ReadResult = { ok: true; value: Answer } | { ok: false; message: string };

/** What was typed for one field, as its answer. Persons, groups, addresses and papers are not typed in one line. */
export function readTyped(field: FormField, typed: string, facts: CheckFacts): ReadResult {
  const result = read(field, composed(typed.toWellFormed()), facts);
  if (!result.ok) return result;
  const defect = leafDefect(field, result.value, facts);
  return defect === null ? result : { ok: false, message: defect.message };
}

function read(field: FormField, typed: string, facts: CheckFacts): ReadResult {
  switch (field.kind) {
    case 'text':
      return { ok: true, value: withoutSigns(typed).replace(/\s+/gu, ' ').trim() };
    case 'long_text':
      return { ok: true, value: withoutSigns(typed.replace(/\r\n?/g, '\n')) };
    case 'number':
      return readNumber(field, typed);
    case 'money':
      return readMoney(typed);
    case 'date':
      return readDate(field, typed, facts.today);
    case 'choice':
      return readChoice(field.choices, typed);
    case 'choices':
      return readChoices(field, typed);
    case 'yes_no':
      return readYesNo(typed);
    case 'phone': {
      const verdict = parsePhoneNumber(typed);
      return verdict.ok ? { ok: true, value: verdict.phone } : verdict;
    }
    case 'email':
      return { ok: true, value: typed.replace(/\s/gu, '') };
    case 'identity': {
      const verdict = parseIdentityNumber(typed, { allowDemo: facts.allowDemo === true });
      return verdict.ok ? { ok: true, value: verdict.identity.number } : verdict;
    }
    case 'person':
    case 'address':
    case 'group':
    case 'paper':
      return { ok: false, message: 'Câu này không trả lời bằng một dòng chữ được.' };
  }
}

/** Control and direction signs have no meaning in an answer; lines and tabs have. */
function withoutSigns(text: string): string {
  return text.replace(/[^\P{Cc}\n\t]|[\u202a-\u202e\u2066-\u2069]/gu, '');
}

function readNumber(field: FieldOf<'number'>, typed: string): ReadResult {
  const found = /-?\d[\d.,\s]*/.exec(typed.replace(/m2|m²/giu, ' '));
  const value = found === null ? null : plainNumber(found[0]);
  return value === null
    ? {
        ok: false,
        message: `Ghi một con số${field.unit === undefined ? '' : ` (${field.unit})`}, ví dụ 120.`,
      }
    : { ok: true, value };
}

/** `1.234,5`, `1 234`, `12.5`: a point before three digits groups them, else it begins the fraction. */
function plainNumber(text: string): number | null {
  const compact = text.replace(/\s/gu, '').replace(/[.,]+$/, '');
  const plain = /^-?\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact)
    ? compact.replaceAll('.', '').replace(',', '.')
    : /^-?\d{1,3}(,\d{3})+$/.test(compact)
      ? compact.replaceAll(',', '')
      : compact.replace(',', '.');
  const value = Number(plain);
  return plain === '' || !Number.isFinite(value) ? null : value;
}

const scales: [RegExp, number][] = [
  [/\b(ty|ti)\b/, 1_000_000_000],
  [/\b(trieu|tr|cu)\b/, 1_000_000],
  [/\b(nghin|ngan|k)\b/, 1_000],
];

function readMoney(typed: string): ReadResult {
  const found = /\d[\d.,\s]*/.exec(typed);
  const value = found === null ? null : plainNumber(found[0]);
  if (value === null) return { ok: false, message: 'Ghi số tiền, ví dụ 50.000.000 hoặc 50 triệu.' };
  const after = foldedKey(typed.slice((found?.index ?? 0) + (found?.[0].length ?? 0)));
  const scale = scales.find(([word]) => word.test(after))?.[1] ?? 1;
  return { ok: true, value: Math.round(value * scale) };
}

function readYesNo(typed: string): ReadResult {
  const key = foldedKey(typed);
  if (noWords.test(key)) return { ok: true, value: false };
  if (yesWords.test(key)) return { ok: true, value: true };
  return { ok: false, message: 'Anh/Chị trả lời giúp: 1. Có hoặc 2. Không.' };
}

const noWords = /^(2|0|k|ko|kg|hk|no|khong|chua|hong|hok|hem|thoi|het|sai|het roi)\b/;
const yesWords = /^(1|co|yes|y|ok|oke|dung|phai|uh|u|uhm|um|vang|da|roi|dong y|duoc|chuan|them|con)\b/;

/** By number, by label, without accents, or by a beginning that only one of them has. Undefined when none is meant. */
export function chosen(choices: readonly Choice[], typed: string): Choice | undefined {
  const key = foldedKey(typed);
  if (key === '') return undefined;
  const exact = choices.find((choice) => foldedKey(choice.label) === key || choice.value === typed.trim());
  if (exact !== undefined) return exact;
  const number = /^(?:so |chon |y |cau )?(\d{1,2})$/.exec(key)?.[1];
  if (number !== undefined) return choices[Number(number) - 1];
  const inside = (part: (label: string) => boolean): Choice | undefined => {
    const found = choices.filter((choice) => part(foldedKey(choice.label)));
    return found.length === 1 ? found[0] : undefined;
  };
  return (
    inside((label) => label.startsWith(key)) ??
    inside((label) => ` ${label} `.includes(` ${key} `)) ??
    inside((label) => ` ${key} `.includes(` ${label} `))
  );
}

function readChoice(choices: readonly Choice[], typed: string): ReadResult {
  const choice = chosen(choices, typed);
  return choice === undefined
    ? { ok: false, message: `Anh/Chị chọn giúp một số từ 1 đến ${choices.length}.` }
    : { ok: true, value: choice.value };
}

function readChoices({ choices }: FieldOf<'choices'>, typed: string): ReadResult {
  if (/^(tat ca|het|ca \w+|all)$/.test(foldedKey(typed)))
    return { ok: true, value: choices.map((choice) => choice.value) };
  const whole = chosen(choices, typed);
  if (whole !== undefined) return { ok: true, value: [whole.value] };
  const parts = typed
    .split(/[,;+&\n]|\s(?:và|va|voi|với)\s|(?<=\d)\s+(?=\d)/iu)
    .filter((part) => part.trim() !== '');
  const found = parts.map((part) => chosen(choices, part)?.value);
  return found.length === 0 || found.includes(undefined)
    ? { ok: false, message: `Anh/Chị ghi các số chọn, từ 1 đến ${choices.length}, ví dụ: 1, 2.` }
    : { ok: true, value: choices.map(({ value }) => value).filter((value) => found.includes(value)) };
}

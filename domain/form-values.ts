// What a single answer may be, kind by kind: the patterns that the JSON Schema repeats, and the words for what is wrong.

import type { Choice, FieldOf, FormField } from './form.ts';
import { type Answer, isObject } from './form-answers.ts';

import type { CheckFacts, FormRule } from './form-defect.ts';
import { inSentence } from './form-parts.ts';
import { parseIdentityNumber } from './identity-number.ts';
import { parsePhoneNumber } from './phone-number.ts';
import { isRealDate } from './time.ts';

export interface LeafDefect {
  rule: FormRule;
  /** The part of an address that is wrong; null for the answer itself. */
  part: string | null;
  message: string;
}

/** Text without control and direction signs and half letters; a long text may have lines. Something must stand in it. */
export const textPattern = '^(?=.*\\S)[^\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]*$';
export const longTextPattern =
  '^(?=[\\s\\S]*\\S)(?:[^\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069]|[\\n\\t])*$';
export const phonePattern = '^\\+84(?:3[2-9]|5[25689]|7[06-9]|8[1-9]|9[0-46-9])\\d{7}$';
export const emailPattern = '^[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,6}$';
export const identityPattern = '^(?:\\d{12}|[A-Z]\\d{7,8})$';
export const fileNamePattern = '^[A-Za-z0-9_-]{1,100}$';
export const provincePattern = '^\\d{2}$';
export const communePattern = '^\\d{5}$';
const day = '(?:0[1-9]|[12]\\d|3[01])';
const month = '(?:0[1-9]|1[0-2])';
export const datePattern = `^(?:1[89]|20)\\d{2}-${month}-${day}$`;
export const partialDatePattern = `^(?:1[89]|20)\\d{2}(?:-${month}(?:-${day})?)?$`;
export const detailLength = 200;
export const mostMoney = 1_000_000_000_000;

/** What is wrong with an answer that is neither a person nor a group; null when nothing is. */
export function leafDefect(field: FormField, answer: Answer, facts: CheckFacts): LeafDefect | null {
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return textDefect(
        field,
        answer,
        field.kind === 'text' ? textPattern : longTextPattern,
        mostCharacters(field),
      );
    case 'number':
      return numberDefect(field, answer, field.min, field.max, field.whole === true);
    case 'money':
      return numberDefect(field, answer, field.min ?? 0, field.max ?? mostMoney, true);
    case 'date':
      return dateDefect(field, answer, facts);
    case 'choice':
      return isOneOf(field.choices, answer)
        ? null
        : wrong(`Chọn một trong các câu trả lời của “${field.label}”.`);
    case 'choices':
      return choicesDefect(field, answer);
    case 'yes_no':
      return typeof answer === 'boolean' ? null : wrong(`Chọn Có hoặc Không cho “${field.label}”.`);
    case 'phone':
      return phoneDefect(field, answer);
    case 'email':
      return matches(answer, emailPattern)
        ? null
        : wrong(`${field.label} chưa đúng. Ghi như ten@example.com, không dấu cách.`);
    case 'identity':
      return identityDefect(field, answer, facts);
    case 'address':
      return addressDefect(field, answer, facts);
    case 'paper':
      return paperDefect(field, answer);
    case 'person':
    case 'group':
      return null;
  }
}

export function mostCharacters(field: FieldOf<'text' | 'long_text'>): number {
  return field.maxLength ?? (field.kind === 'text' ? 200 : 2000);
}

export function matches(answer: Answer | undefined, pattern: string): answer is string {
  return typeof answer === 'string' && new RegExp(pattern, 'u').test(answer);
}

function textDefect(
  field: { label: string },
  answer: Answer,
  pattern: string,
  most: number,
): LeafDefect | null {
  if (typeof answer !== 'string') return wrong(`“${field.label}” phải là chữ. Ghi lại.`);
  if (!matches(answer, pattern)) return wrong(`“${field.label}” có ký tự không đọc được. Xoá rồi gõ lại.`);
  const length = Array.from(answer).length;
  return length <= most
    ? null
    : range(`“${field.label}” dài ${length} ký tự; nhiều nhất ${most}. Viết ngắn lại.`);
}

function numberDefect(
  field: { label: string },
  answer: Answer,
  min: number,
  max: number,
  whole: boolean,
): LeafDefect | null {
  if (typeof answer !== 'number' || !Number.isFinite(answer))
    return wrong(`“${field.label}” phải là số. Chỉ ghi chữ số.`);
  if (whole && !Number.isInteger(answer)) return wrong(`“${field.label}” phải là số nguyên. Bỏ phần lẻ.`);
  return answer >= min && answer <= max
    ? null
    : range(`“${field.label}” phải từ ${numberText(min)} đến ${numberText(max)}. Xem lại con số.`);
}

/** `1.234.567,5`. */
export function numberText(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, '.');
  return fraction === undefined ? grouped : `${grouped},${fraction}`;
}

function dateDefect(field: FieldOf<'date'>, answer: Answer, facts: CheckFacts): LeafDefect | null {
  const partial = field.partial === true;
  if (!matches(answer, partial ? partialDatePattern : datePattern) || !isRealDate(wholeDate(answer)))
    return wrong(
      `${field.label} không phải một ngày có thật. Ghi ngày/tháng/năm, ví dụ 5/3/1990${partial ? '; chỉ nhớ năm thì ghi năm' : ''}.`,
    );
  if (field.past === true && answer > facts.today.slice(0, answer.length))
    return { rule: 'future', part: null, message: `${field.label} ở sau hôm nay. Xem lại ngày, tháng, năm.` };
  return null;
}

function wholeDate(date: string): string {
  return date + '-01-01'.slice(date.length - 4);
}

function isOneOf(choices: readonly Choice[], answer: Answer): boolean {
  return choices.some((choice) => choice.value === answer);
}

function choicesDefect(field: FieldOf<'choices'>, answer: Answer): LeafDefect | null {
  if (!Array.isArray(answer) || !answer.every((each) => isOneOf(field.choices, each)))
    return wrong(`Chọn trong các câu trả lời của “${field.label}”.`);
  if (new Set(answer).size < answer.length)
    return wrong(`“${field.label}” có câu trả lời được chọn hai lần. Bỏ bớt một.`);
  if (answer.length < (field.min ?? 0)) return range(`Chọn ít nhất ${field.min} mục của “${field.label}”.`);
  if (answer.length > (field.max ?? field.choices.length))
    return range(`Chọn nhiều nhất ${field.max} mục của “${field.label}”.`);
  return null;
}

function phoneDefect(field: { label: string }, answer: Answer): LeafDefect | null {
  if (matches(answer, phonePattern)) return null;
  const verdict = typeof answer === 'string' ? parsePhoneNumber(answer) : null;
  return wrong(
    verdict !== null && !verdict.ok
      ? `${field.label}: ${verdict.message}`
      : `${field.label} chưa đúng. Ghi 10 chữ số, ví dụ 0912 345 678.`,
  );
}

function identityDefect(field: { label: string }, answer: Answer, facts: CheckFacts): LeafDefect | null {
  const verdict =
    typeof answer === 'string' ? parseIdentityNumber(answer, { allowDemo: facts.allowDemo === true }) : null;
  const shaped = matches(answer, identityPattern);
  if (verdict?.ok === true && shaped) return null;
  const message =
    verdict !== null && !verdict.ok
      ? verdict.message
      : 'Ghi liền 12 chữ số của thẻ căn cước, hoặc số hộ chiếu.';
  return { rule: shaped ? 'identity' : 'kind', part: null, message: `${field.label}: ${message}` };
}

function addressDefect(field: FieldOf<'address'>, answer: Answer, facts: CheckFacts): LeafDefect | null {
  const place = inSentence(field);
  if (!isObject(answer)) return wrong(`Chọn tỉnh và xã, phường của ${place}.`);
  const { province, commune, detail, ...others } = answer;
  if (!matches(province, provincePattern))
    return { ...wrong(`Chọn tỉnh, thành phố của ${place}.`), part: 'province' };
  if (!matches(commune, communePattern))
    return { ...wrong(`Chọn xã, phường của ${place}.`), part: 'commune' };
  const unit = facts.units?.commune(commune);
  if (facts.units !== undefined && unit?.province !== province)
    return {
      rule: 'unit',
      part: 'commune',
      message: `Xã, phường của ${place} không thuộc tỉnh, thành phố đã chọn. Chọn lại theo tên hiện nay.`,
    };
  if (detail === undefined && field.detailRequired === true)
    return { ...wrong(`Ghi số nhà, đường, khu phố hoặc ấp của ${place}.`), part: 'detail' };
  const said = { label: `Số nhà, đường của ${place}` };
  const defect = detail === undefined ? null : textDefect(said, detail, textPattern, detailLength);
  if (defect !== null) return { ...defect, part: 'detail' };
  const stranger = Object.keys(others)[0];
  return stranger === undefined
    ? null
    : { rule: 'unknown', part: stranger, message: 'Địa chỉ không có mục này. Bỏ mục đó.' };
}

function paperDefect(field: FieldOf<'paper'>, answer: Answer): LeafDefect | null {
  const most = field.max ?? mostPhotos;
  if (!Array.isArray(answer) || !answer.every((each) => matches(each, fileNamePattern)))
    return wrong(`“${field.label}” chưa nhận được. Gửi lại ảnh chụp.`);
  return answer.length <= most
    ? null
    : range(`“${field.label}” có ${answer.length} ảnh; nhiều nhất ${most}. Bỏ bớt ảnh.`);
}

/** Photographs of one paper, when the form does not say. */
export const mostPhotos = 10;

function wrong(message: string): LeafDefect {
  return { rule: 'kind', part: null, message };
}

function range(message: string): LeafDefect {
  return { rule: 'range', part: null, message };
}

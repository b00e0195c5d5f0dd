// What may stand in the blanks of a template message: measured against the template's own list, cut only on purpose.

import { type LimitProblem, lengthOf } from './limits.ts';

/** One blank of a template, as `getTemplate` tells it. */
export interface TemplateParameter {
  name: string;
  required: boolean;
  /** `STRING`, `NUMBER`, `DATE`, … as Zalo writes it. */
  type: string | undefined;
  /** In code points; undefined when Zalo does not say. */
  minLength: number | undefined;
  maxLength: number | undefined;
  acceptsEmpty: boolean;
}

/** Most code points for each of the kinds (1–15) a blank can have when a template is drawn up. */
export const parameterKindLimits = {
  customerName: 30,
  phone: 15,
  address: 200,
  code: 30,
  customLabel: 30,
  transactionStatus: 30,
  contact: 50,
  salutation: 5,
  productName: 200,
  amount: 20,
  time: 20,
  otp: 10,
  url: 200,
  vietnameseDong: 12,
  transferNote: 90,
} as const;

/** Every value Zalo would refuse the message for; none: it fits. Values are compared in NFC. */
export function checkTemplateData(
  parameters: readonly TemplateParameter[],
  data: Readonly<Record<string, unknown>>,
): LimitProblem[] {
  return [
    ...Object.entries(data).flatMap(([name, value]) => checkValue(name, value)),
    ...parameters.flatMap((parameter) => checkBlank(parameter, data[parameter.name])),
  ];
}

/** Name and value of a blank are one word of Latin letters, digits and underscores, and a text. */
function checkValue(name: string, value: unknown): LimitProblem[] {
  return typeof value === 'string' && /^[A-Za-z0-9_]+$/.test(name)
    ? []
    : [{ kind: 'malformed', field: name }];
}

function checkBlank(parameter: TemplateParameter, value: unknown): LimitProblem[] {
  const { name: field, required, acceptsEmpty, minLength, maxLength } = parameter;
  if (value === undefined) return required ? [{ kind: 'missing', field }] : [];
  if (typeof value !== 'string') return [];
  if (value.trim() === '') return acceptsEmpty ? [] : [{ kind: 'missing', field }];
  const actual = lengthOf(value);
  if (maxLength !== undefined && actual > maxLength)
    return [{ kind: 'too_long', field, limit: maxLength, actual }];
  return minLength !== undefined && actual < minLength ? [{ kind: 'malformed', field }] : [];
}

/**
 * A value made to fit `maxLength` code points: in NFC and unchanged if it does, else cut at the last word that leaves
 * room for `…`, or inside a word when that would lose more than half. A letter is never parted from its marks.
 */
export function truncateForParameter(value: string, maxLength: number): string {
  const nfc = value.normalize('NFC').trim();
  if (lengthOf(nfc) <= maxLength) return nfc;
  const kept = longestStart(nfc, maxLength - 1);
  const lastSpace = kept.search(/\s\S*$/u);
  const whole = /^\s/u.test(nfc.slice(kept.length)) || lastSpace < kept.length / 2;
  return maxLength < 1 ? '' : `${(whole ? kept : kept.slice(0, lastSpace)).trimEnd()}…`;
}

const letters = new Intl.Segmenter('vi', { granularity: 'grapheme' });

function longestStart(text: string, limit: number): string {
  let start = '';
  let length = 0;
  for (const { segment } of letters.segment(text)) {
    length += Array.from(segment).length;
    if (length > limit) break;
    start += segment;
  }
  return start;
}

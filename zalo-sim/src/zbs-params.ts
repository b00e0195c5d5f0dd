// Template data held against the template's parameters: missing, too long, of another form than declared.

import type { Fields } from './json.ts';
import { lengthOf } from './json.ts';
import type { Template, TemplateParam } from './zbs-model.ts';

/** The greatest lengths of Zalo's fifteen kinds of parameters, in NFC code points. */
const lengths: Readonly<Record<number, number>> = {
  1: 30,
  2: 15,
  3: 200,
  4: 30,
  5: 30,
  6: 30,
  7: 50,
  8: 5,
  9: 200,
  10: 20,
  11: 20,
  12: 10,
  13: 200,
  14: 12,
  15: 90,
};

const forms: Readonly<Record<number, RegExp>> = {
  2: /^\+?[\d .-]+$/,
  10: /^[\d.,]+$/,
  12: /^[0-9A-Za-z]+$/,
  13: /^[^\s<>"]+$/,
  14: /^\d+$/,
};

export interface ParamFault {
  code: -1121 | -1122 | -1124;
  name: string;
}

/** The greatest length of a kind of parameter. */
export function longest(kind: number): number {
  return lengths[kind] ?? 30;
}

/** The first parameter that Zalo would refuse, in the template's order; undefined when all are in order. */
export function faultIn(template: Template, data: Fields, checkForms: boolean): ParamFault | undefined {
  for (const param of template.params) {
    const code = faultOf(param, data[param.name], checkForms);
    if (code !== undefined) return { code, name: param.name };
  }
  return undefined;
}

/** A text of the template with the parameters filled in. */
export function filled(text: string, data: Fields): string {
  return text.replaceAll(/<(\w+)>/g, (_whole, name: string) => {
    const value = data[name];
    return typeof value === 'string' ? value : '';
  });
}

function faultOf(param: TemplateParam, value: unknown, checkForms: boolean): ParamFault['code'] | undefined {
  if (value === undefined || value === null) return param.required ? -1122 : undefined;
  if (typeof value !== 'string') return -1124;
  if (value.trim() === '') return param.acceptNull ? undefined : -1122;
  const length = lengthOf(value);
  if (length > param.maxLength) return -1121;
  if (length < param.minLength) return -1124;
  const form = param.format === null ? forms[param.kind] : formOf(param.format);
  return checkForms && form && !form.test(value) ? -1124 : undefined;
}

const dateParts: Readonly<Record<string, string>> = {
  'dd/mm': '(0[1-9]|[12]\\d|3[01])/(0[1-9]|1[0-2])',
  yyyy: '\\d{4}',
  hh: '([01]\\d|2[0-3])',
  mm: '[0-5]\\d',
  ss: '[0-5]\\d',
};

/** `hh:mm dd/mm/yyyy` as a pattern. */
function formOf(format: string): RegExp {
  const pattern = format.replaceAll(/dd\/mm|yyyy|hh|mm|ss/g, (part) => dateParts[part] ?? part);
  return new RegExp(`^${pattern}$`);
}

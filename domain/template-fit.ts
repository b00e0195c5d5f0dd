// Holds a template of Zalo against what a dossier can fill it with, before it is used; and fills it, cut where Zalo would refuse.

import { clip } from './status-words.ts';
import {
  type DateFormat,
  dateFormats,
  formatMoment,
  type TemplateField,
  templateFields,
} from './template-fields.ts';

/** A parameter as Zalo describes it. */
export interface TemplateParam {
  name: string;
  required: boolean;
  /** `STRING`, `DATE`, `NUMBER` or something newer. */
  type: string;
  /** Code points; null when Zalo does not say. */
  maxLength: number | null;
  minLength: number | null;
  acceptNull: boolean;
}

/** One parameter and what fills it: kept with the template. */
export interface FilledParam {
  name: string;
  from: TemplateField;
  maxLength: number;
  /** For moments: as the template declares it. */
  format?: DateFormat;
}

export type TemplateFit =
  | { kind: 'fits'; params: FilledParam[]; mayBeCut: { name: string; label: string; maxLength: number }[] }
  /** Every sentence names the parameter and the remedy. */
  | { kind: 'breaks'; faults: string[] };

/** The least Zalo gives any kind of text parameter that may hold a name. */
const unknownMaxLength = 30;

/**
 * Reads `ma_ho_so=code`, `ngay_hen=due:dd/mm/yyyy` and says whether every dossier of this office can fill the template:
 * nothing unknown, nothing required left out, no moment in a form the template does not take, nothing cut that must
 * stay whole.
 */
export function fitTemplate(declared: readonly TemplateParam[], wanted: readonly string[]): TemplateFit {
  const faults: string[] = [];
  const params: FilledParam[] = [];
  for (const text of wanted) {
    const read = readMapping(text);
    if (typeof read === 'string') faults.push(read);
    else {
      const param = declared.find(({ name }) => name === read.name);
      const twice = params.some(({ name }) => name === read.name);
      const fault = twice
        ? `Tham số ${read.name} được khai hai lần; bỏ một lần.`
        : param === undefined
          ? `Mẫu tin không có tham số ${read.name}; mẫu có: ${declared.map(({ name }) => name).join(', ')}.`
          : faultOf(param, read);
      if (fault !== null) faults.push(fault);
      params.push({ ...read, maxLength: param?.maxLength ?? unknownMaxLength });
    }
  }
  for (const { name, required } of declared)
    if (required && !params.some((param) => param.name === name))
      faults.push(`Tham số bắt buộc ${name} chưa có giá trị; thêm ${name}=<trường của hồ sơ>.`);
  if (faults.length > 0) return { kind: 'breaks', faults };
  return { kind: 'fits', params, mayBeCut: cuttable(params) };
}

/** The data of one message, as Zalo wants it: texts in NFC, none longer than its parameter, nothing for what is missing. */
export function fillTemplate(
  params: readonly FilledParam[],
  values: Record<TemplateField, string | null>,
): Record<string, string> {
  const data: Record<string, string> = {};
  for (const { name, from, maxLength, format = 'dd/mm/yyyy' } of params) {
    const value = values[from];
    if (value === null) continue;
    data[name] = templateFields[from].isMoment ? formatMoment(value, format) : clip(value, maxLength);
  }
  return data;
}

type Mapping = Pick<FilledParam, 'name' | 'from' | 'format'>;

function readMapping(text: string): Mapping | string {
  const [, name, from, format] = /^(\w+)=(\w+)(?::(.+))?$/.exec(text) ?? [];
  if (name === undefined || from === undefined)
    return `“${text}” chưa đúng dạng tham_số=trường, ví dụ ma_ho_so=code.`;
  if (!isField(from))
    return `Không có trường ${from}; các trường dùng được: ${Object.keys(templateFields).join(', ')}.`;
  if (!templateFields[from].isMoment)
    return format === undefined
      ? { name, from }
      : `Trường ${from} không phải ngày giờ; bỏ phần “:${format}”.`;
  const declared = format === undefined ? 'dd/mm/yyyy' : dateFormats.find((known) => known === format);
  if (declared === undefined)
    return `Dạng ngày ${format ?? ''} chưa dùng được; dùng ${dateFormats.join(' hoặc ')}.`;
  return { name, from, format: declared };
}

function isField(name: string): name is TemplateField {
  return Object.hasOwn(templateFields, name);
}

function faultOf(param: TemplateParam, { name, from, format }: Mapping): string | null {
  const field = templateFields[from];
  const room = param.maxLength ?? unknownMaxLength;
  const most = format?.length ?? field.longest;
  const fewest = format?.length ?? field.shortest;
  if (/number|currency/i.test(param.type))
    return `Tham số ${name} là số; không trường nào của hồ sơ điền được.`;
  if (/date|time/i.test(param.type) && !field.isMoment)
    return `Tham số ${name} là ngày giờ; điền bằng due hoặc toldAt.`;
  if (field.mayBeMissing && param.required && !param.acceptNull)
    return `Tham số ${name} là bắt buộc nhưng hồ sơ có thể chưa có ${field.label}; dùng trường khác hoặc sửa mẫu.`;
  if (!field.mayBeCut && most !== null && most > room)
    return `Tham số ${name} chỉ chứa ${room} ký tự, ${field.label} cần tới ${most}; xin Zalo duyệt mẫu có tham số dài hơn.`;
  if ((param.minLength ?? 0) > fewest)
    return `Tham số ${name} đòi ít nhất ${param.minLength ?? 0} ký tự, ${field.label} có khi chỉ có ${fewest}.`;
  return null;
}

function cuttable(params: readonly FilledParam[]) {
  return params
    .filter(({ from, maxLength }) => {
      const { mayBeCut, longest } = templateFields[from];
      return mayBeCut && (longest === null || longest > maxLength);
    })
    .map(({ name, from, maxLength }) => ({ name, label: templateFields[from].label, maxLength }));
}

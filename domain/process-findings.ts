// What an imported process can have wrong in it, said with the field and the remedy; and texts that are not what they seem.

import { cleanText, cutAtWord } from './catalogue-text.ts';

export type FindingKind =
  | 'code'
  | 'duplicate'
  | 'total'
  | 'step_total'
  | 'no_total'
  | 'missing_time'
  | 'negative_time'
  | 'unclear_time'
  | 'unknown_role'
  | 'unknown_unit'
  | 'unknown_agency'
  | 'dangling_next'
  | 'cycle'
  | 'unreached'
  | 'formula'
  | 'shape';

export interface ProcessFinding {
  kind: FindingKind;
  /** Where in the row: `steps[2].time_days`. */
  field: string;
  problem: string;
  remedy: string;
}

/** Adds one. */
export type Note = (kind: FindingKind, field: string, problem: string, remedy: string) => void;

/** A list with the function that fills it. */
export function openFindings(): { findings: ProcessFinding[]; note: Note } {
  const findings: ProcessFinding[] = [];
  return {
    findings,
    note: (kind, field, problem, remedy) => findings.push({ kind, field, problem, remedy }),
  };
}

/**
 * A text of the file made safe to keep. What a spreadsheet would run as a formula is kept as the text it is, and
 * reported: nobody writes a step's name so. A dash before words is a list, not a formula.
 */
export function textOf(value: unknown, field: string, longest: number, note: Note): string {
  const text = cleanText(value);
  if (/^[=@]|^[+-]\s*[\w.]*\s*[(|!]|^[+-][\d.]+[-+*/(]/u.test(text))
    note(
      'formula',
      field,
      `bắt đầu như công thức bảng tính: “${cutAtWord(text, 60)}”; đã giữ nguyên là chữ.`,
      'Xoá công thức, ghi lại bằng lời.',
    );
  return cutAtWord(text, longest);
}

/** `0,5`, `11,5`, `3`. */
export function numberText(value: number): string {
  return value.toLocaleString('vi-VN', { maximumFractionDigits: 2 });
}

// Judges one row of an imported catalogue: a procedure to take in, with its doubts, or a row to refuse, with reasons.

import { readChannels, readMethod } from './catalogue-channels.ts';
import { underColumnNames } from './catalogue-columns.ts';
import { readPapers, readResults } from './catalogue-papers.ts';
import { cleanLine, cleanText, type Doubt, shortNameOf, within } from './catalogue-text.ts';
import { foldedKey } from './folding.ts';
import { type Procedure, procedureCodeSchema, procedureSchema } from './procedure.ts';

export type { Doubt } from './catalogue-text.ts';

export type RowVerdict =
  | { kind: 'accepted'; procedure: Procedure; doubts: Doubt[] }
  | { kind: 'rejected'; code: string | null; reasons: string[] };

/**
 * Judges a row. Two shapes are known: that of the national catalogue's records (`channels`, `documents`, `results`
 * as lists) and a flat one (see `catalogue-columns.ts`). Nothing is guessed in silence: what was assumed is a doubt.
 */
export function judgeRow(record: Record<string, unknown>): RowVerdict {
  const row = underColumnNames(record);
  const doubts: Doubt[] = [];
  const code = readCode(row.code, doubts);
  const name = within(cleanLine(row.name), 2000, 'Tên TTHC', doubts);
  const reasons: string[] = [];
  if (code.value === null) reasons.push(code.reason);
  if (name === '') reasons.push('Tên TTHC: để trống. Xin bổ sung tên thủ tục.');
  if (code.value === null || name === '') return { kind: 'rejected', code: code.written, reasons };
  if (/^công bố danh mục/iu.test(name))
    doubts.push({ field: 'Tên TTHC', problem: 'là tên một quyết định công bố, không phải tên thủ tục.' });

  const steps = cleanText(row.steps);
  const isNational = Array.isArray(row.channels);
  const procedure = {
    code: code.value,
    name,
    shortName: within(cleanLine(row.short_name), 60, 'Tên ngắn', doubts) || shortNameOf(name),
    field: readField(row.field, doubts),
    levels: readLevels(row.levels, doubts),
    applicants: readApplicants(row.applicants, doubts),
    decision: within(cleanLine(row.decision), 500, 'Số quyết định', doubts) || null,
    channels: readChannels(isNational ? row.channels : flatChannels(row), steps, doubts),
    papers: readPapers(row.documents ?? row.papers, doubts),
    results: readResults(row.results ?? row.results_raw, doubts),
    agency:
      within(cleanText(row.agency) || cleanText(row.competent_agency), 2000, 'Cơ quan thực hiện', doubts) ||
      null,
    conditions: within(cleanText(row.conditions), 100_000, 'Yêu cầu, điều kiện', doubts) || null,
    legalBasis: within(cleanText(row.legal_basis_raw), 100_000, 'Căn cứ pháp lý', doubts) || null,
    steps: within(steps, 200_000, 'Trình tự thực hiện', doubts) || null,
  };
  const parsed = procedureSchema.safeParse(procedure);
  if (parsed.success) return { kind: 'accepted', procedure: parsed.data, doubts };
  return {
    kind: 'rejected',
    code: code.value,
    reasons: parsed.error.issues.map((issue) => `${issue.path.join('.')}: giá trị không hợp lệ.`),
  };
}

type CodeReading =
  | { value: string; written: string }
  | { value: null; written: string | null; reason: string };

/** `1.001193`; a province's `1.001193.000.00.00.H37` or `1.001193.H19` is the same procedure, said in a doubt. */
function readCode(value: unknown, doubts: Doubt[]): CodeReading {
  const written = cleanLine(value);
  if (written === '')
    return { value: null, written: null, reason: 'Mã TTHC: để trống. Xin bổ sung mã, ví dụ 1.001193.' };
  const provincial = /^(\d\.\d{6})(?:\.000\.00\.00)?\.[GH]\d{2}$/.exec(written)?.[1];
  if (provincial !== undefined) {
    doubts.push({
      field: 'Mã TTHC',
      problem: `"${written}" là mã của địa phương; đã dùng mã quốc gia ${provincial}.`,
    });
    return { value: provincial, written };
  }
  if (procedureCodeSchema.safeParse(written).success) return { value: written, written };
  const shown = written.slice(0, 60);
  const reason = `Mã TTHC: "${shown}" không đúng dạng một chữ số, dấu chấm, sáu chữ số (ví dụ 1.001193). Xin sửa mã; trong bảng tính, đặt cột mã là văn bản để không mất số 0 ở cuối.`;
  return { value: null, written: shown, reason };
}

function readField(value: unknown, doubts: Doubt[]): string {
  const field = within(cleanLine(value), 300, 'Lĩnh vực', doubts);
  if (field !== '') return field;
  doubts.push({ field: 'Lĩnh vực', problem: 'để trống; đã ghi "Chưa phân lĩnh vực".' });
  return 'Chưa phân lĩnh vực';
}

const levelNames: readonly [RegExp, Procedure['levels'][number]][] = [
  [/^(ministry|cap bo|bo|trung uong|cap trung uong)$/, 'ministry'],
  [/^(province|cap tinh|tinh)$/, 'province'],
  [/^(commune|cap xa|xa|phuong)$/, 'commune'],
  [/^(other|co quan khac|khac|cap huyen|district)$/, 'other'],
];

function readLevels(value: unknown, doubts: Doubt[]): Procedure['levels'] {
  const levels = new Set<Procedure['levels'][number]>();
  for (const part of listOf(value, /[;,\n]+/)) {
    const level = levelNames.find(([shape]) => shape.test(foldedKey(part)))?.[1];
    if (level === undefined)
      doubts.push({ field: 'Cấp thực hiện', problem: `"${part.slice(0, 60)}" chưa biết; đã bỏ.` });
    else levels.add(level);
  }
  if (levels.size === 0) doubts.push({ field: 'Cấp thực hiện', problem: 'không ghi cấp nào.' });
  return [...levels];
}

/** Labels that contain commas arrive broken at them; they are put together again. */
function readApplicants(value: unknown, doubts: Doubt[]): string[] {
  const text = listOf(value, /[;\n]+/).join(', ');
  const whole = text.replace('Cán bộ, công chức, viên chức', 'Cán bộ\u0000 công chức\u0000 viên chức');
  return whole
    .split(/,\s*(?![^(]*\))/u)
    .map((part) => within(part.replaceAll('\u0000', ',').trim(), 300, 'Đối tượng thực hiện', doubts))
    .filter((part) => part !== '');
}

function listOf(value: unknown, separator: RegExp): string[] {
  const parts = Array.isArray(value) ? value : cleanText(value).split(separator);
  return parts.map(cleanLine).filter((part) => part !== '');
}

/** A flat row says its term and fee once, for all the channels it names; without any, for the counter. */
function flatChannels(row: Record<string, unknown>): unknown[] {
  const term = [cleanLine(row.term), cleanLine(row.term_unit)].filter(Boolean).join(' ');
  const methods = listOf(row.channels, /[;,\n]+/);
  return (methods.length === 0 ? ['counter'] : methods).map((method) => ({
    method: readMethod(method) ?? method,
    time_text: term,
    fee_text: row.fee,
  }));
}

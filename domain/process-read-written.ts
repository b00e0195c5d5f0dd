// Reads a written internal process (quy trình ISO): a table of task, role, and one time for each case.

import { readTerm } from './catalogue-term.ts';
import { cleanLine, cutAtWord, isRecord } from './catalogue-text.ts';
import type { ProcessCase, ProcessStep, StepKind } from './process.ts';
import { minutesPerDay, workingMinutes } from './process-budget.ts';
import { type Note, numberText, textOf } from './process-findings.ts';
import { looksLikeTime, readDays } from './process-read-times.ts';
import { agencyNamed, type KnownAgency, placeOfRole, unclear } from './process-roles.ts';
import type { Term } from './term.ts';

export interface ReadSteps {
  steps: ProcessStep[];
  cases: ProcessCase[];
  /** Whether a total was stated, and whether the steps give it. */
  sums: { stated: boolean; match: boolean };
}

/** Reads the steps and cases of a row; everything doubtful is noted. `agencies` are those a role may name. */
export function readWritten(
  record: Record<string, unknown>,
  note: Note,
  agencies: readonly KnownAgency[],
): ReadSteps {
  const rows = (Array.isArray(record['steps']) ? record['steps'] : []).filter(isRecord);
  const cells = rows.map((row, index) => timesOf(row, `steps[${index}].times`, note));
  const columns = Math.max(1, ...cells.map((each) => each.length));
  // A row with fewer times than cases has those of the last cases: the first cell is the one that is merged.
  const days = cells.map((each) => [...Array<number | null>(columns - each.length).fill(null), ...each]);
  const header = cleanLine((Array.isArray(record['table_header']) ? record['table_header'] : []).at(-1));
  const total = /(\d+)\s*ngày(\s*làm việc)?/u.exec(header);
  const terms = Array.from({ length: columns }, (_, column): Term => {
    if (column === columns - 1 && total !== null)
      return {
        unit: total[2] === undefined ? 'calendar_day' : 'working_day',
        value: Number(total[1]),
      };
    const first = cleanLine(record['time_limit_text'])
      .replace(/^[:\s]+/, '')
      .replace(/^0 (?=\d)/, '0');
    return column === 0 ? readTerm(first.split(/[.;,]/)[0] ?? '').term : { unit: 'none' };
  });
  const sum = days.reduce((all, each) => all + (each.at(-1) ?? 0), 0);
  const match = total !== null && Math.abs(sum - Number(total[1])) < 1e-9;
  if (total !== null && !match)
    note(
      'total',
      'table_header',
      `các bước cộng lại ${numberText(sum)} ngày, tiêu đề ghi ${total[1]} ngày.`,
      'Sửa thời gian các bước hoặc tổng số cho khớp nhau.',
    );
  noteMissing(days, note);
  const minutesAt = (row: number, column: number) => minutesOf(days[row]?.[column] ?? 0, terms[column]);
  const steps = rows.map((row, index) =>
    stepOf(row, index, rows.length, minutesAt(index, columns - 1), { note, agencies }),
  );
  const cases =
    columns === 1
      ? []
      : terms.map(
          (term, column): ProcessCase => ({
            id: `t${column + 1}`,
            name: caseName(header, column, columns),
            term: term.unit === 'none' ? null : term,
            termText: null,
            budgets: Object.fromEntries(steps.map(({ id }, index) => [id, minutesAt(index, column)])),
            skips: [],
          }),
        );
  return { steps, cases, sums: { stated: total !== null, match } };
}

function timesOf(row: Record<string, unknown>, field: string, note: Note): (number | null)[] {
  const cells: unknown[] = Array.isArray(row['times']) ? row['times'] : [];
  return cells.flatMap((cell, index) => {
    if (looksLikeTime(cell)) return [readDays(cell, `${field}[${index}]`, note)];
    note(
      'unclear_time',
      `${field}[${index}]`,
      `ô thời gian ghi “${cutAtWord(cleanLine(cell), 60)}”, có lẽ lệch cột.`,
      'Đưa chữ này về đúng cột, ghi thời gian của bước.',
    );
    return [];
  });
}

/** A cell merged over all steps is one finding, a step without its time another. */
function noteMissing(days: readonly (readonly (number | null)[])[], note: Note): void {
  for (const column of days[0]?.keys() ?? []) {
    const missing = [...days.keys()].filter((row) => days[row]?.[column] === null);
    if (missing.length === 0) continue;
    const of = (days[0]?.length ?? 1) > 1 ? ` (trường hợp ${column + 1})` : '';
    const first = days[0]?.[column];
    if (missing.length === days.length - 1 && first !== null && first !== undefined)
      note(
        'missing_time',
        'steps[].times',
        `một ô thời gian ${numberText(first)} ngày cho cả ${days.length} bước${of}.`,
        `Chia ${numberText(first * minutesPerDay)} phút cho từng bước.`,
      );
    else
      for (const row of missing)
        note(
          'missing_time',
          `steps[${row}].times`,
          `bước ${row + 1} không có thời gian${of}.`,
          'Ghi thời gian của bước.',
        );
  }
}

/** Where the law counts calendar days, so do the times of the steps: their share of the working time it leaves. */
function minutesOf(days: number, term: Term | undefined): number {
  if (term?.unit !== 'calendar_day') return Math.floor(days * minutesPerDay);
  return Math.floor((days / term.value) * (workingMinutes(term) ?? 0));
}

function caseName(header: string, column: number, columns: number): string {
  if (column < columns - 1) return column === 0 ? 'Thông thường' : `Trường hợp ${column + 1}`;
  const said = header
    .replace(/^thời gian/iu, '')
    .replace(/[:(]?\s*\d+\s*ngày(\s*làm việc)?\s*\)?/u, '')
    .replace(/[()]/g, '')
    .trim();
  return said === '' ? `Trường hợp ${columns}` : said.charAt(0).toUpperCase() + said.slice(1);
}

const names: Record<Exclude<StepKind, 'work'>, string> = {
  intake: 'Tiếp nhận',
  approve: 'Ký duyệt',
  register: 'Đóng dấu, phát hành',
  return: 'Trả kết quả',
};

function stepOf(
  row: Record<string, unknown>,
  index: number,
  count: number,
  budgetMinutes: number,
  { note, agencies }: { note: Note; agencies: readonly KnownAgency[] },
): ProcessStep {
  const field = `steps[${index}]`;
  const task = textOf(row['task'], `${field}.task`, 1000, note);
  const said = textOf(row['role'], `${field}.role`, 200, note);
  const found = placeOfRole(said);
  if (found === null)
    note(
      'unknown_role',
      `${field}.role`,
      `chưa rõ vai trò “${cutAtWord(said, 60)}”.`,
      'Ghi đúng tên vai trò, ví dụ “Công chức Tư pháp - Hộ tịch”.',
    );
  const other = found === 'elsewhere' ? agencyNamed(said, agencies) : undefined;
  if (other !== undefined)
    note(
      'unknown_unit',
      `${field}.role`,
      `bước đã đặt ở ${other.name}; đơn vị và vai trò ở đó thì tệp không nói.`,
      'Chọn đơn vị và vai trò của bước ở trang Quy trình, phần Sửa thành bản nháp mới.',
    );
  else if (found === 'elsewhere')
    note(
      'unknown_unit',
      `${field}.role`,
      `“${cutAtWord(said, 60)}” là cơ quan khác, không rõ là cơ quan nào trong phần mềm.`,
      'Ghi đúng tên một cơ quan ở mục Cơ quan và cán bộ, hoặc mô tả là lấy ý kiến trong một bước của cơ quan mình.',
    );
  const place = found === null || found === 'elsewhere' ? unclear : found;
  const isLast = index === count - 1;
  const kind = kindOf(place.role, index, isLast);
  const role = kind === 'return' ? 'clerk_out' : place.role;
  const name = kind === 'work' ? cutAtWord(cleanLine(task).replace(/^[-+•\s]+/u, ''), 80) : names[kind];
  return {
    id: `s${index + 1}`,
    kind,
    name: name === '' ? `Bước ${index + 1}` : name,
    unit: other?.units[0]?.code ?? place.unit,
    ...(other === undefined ? {} : { agency: other.code }),
    role,
    budgetMinutes,
    ...(task === '' ? {} : { checks: task }),
  };
}

function kindOf(role: ProcessStep['role'], index: number, isLast: boolean): StepKind {
  if (index === 0 && role === 'clerk_in') return 'intake';
  if (isLast && role === 'clerk_in') return 'return';
  if (role === 'approver') return 'approve';
  return role === 'registry' ? 'register' : 'work';
}

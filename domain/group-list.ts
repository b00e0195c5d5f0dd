// A list of people who file the same: the rows of a spreadsheet become people, or errors by row and column with the remedy.

import { applicantSchema } from './applicant.ts';
import { foldedKey } from './folding.ts';
import { parseIdentityNumber } from './identity-number.ts';

/** A cell as the file has it: text as it stands, never computed. */
export interface ListCell {
  text: string;
  kind: 'text' | 'number' | 'formula';
}

/** A row that is not empty; `line` is its number in the file, from 1. */
export interface ListLine {
  line: number;
  cells: readonly ListCell[];
}

/** One person of the list, with what the filing is about. */
export interface GroupRow {
  line: number;
  fullName: string;
  identityNumber: string;
  phone: string | null;
  address: string;
  email: string | null;
  summary: string | null;
}

export interface GroupError {
  line: number;
  column: string;
  message: string;
}

export type GroupReading =
  | { ok: false; message: string }
  | {
      ok: true;
      rows: GroupRow[];
      errors: GroupError[];
      /** Columns of the file that are none of ours: nothing of them is taken over. */
      ignored: string[];
    };

type Field = Exclude<keyof GroupRow, 'line'>;

/** The columns of the list, in the order of its template. */
export const groupColumns: readonly {
  field: Field;
  head: string;
  required: boolean;
  /** In characters, for the template. */
  width: number;
  /** Other heads people write, folded. */
  also: readonly string[];
}[] = [
  {
    field: 'fullName',
    head: 'Họ và tên',
    required: true,
    width: 28,
    also: ['ho ten', 'ho va ten nguoi nop'],
  },
  {
    field: 'identityNumber',
    head: 'Số căn cước',
    required: true,
    width: 18,
    also: ['so cccd', 'cccd', 'so dinh danh ca nhan', 'so can cuoc cong dan', 'so can cuoc hoac ho chieu'],
  },
  { field: 'phone', head: 'Số điện thoại', required: false, width: 16, also: ['dien thoai', 'sdt', 'so dt'] },
  { field: 'address', head: 'Địa chỉ', required: true, width: 48, also: ['noi cu tru', 'dia chi lien he'] },
  { field: 'email', head: 'Thư điện tử', required: false, width: 26, also: ['email', 'e mail'] },
  { field: 'summary', head: 'Nội dung', required: false, width: 40, also: ['noi dung yeu cau'] },
];

/** More than this is no list for one sitting at a counter. */
export const mostRows = 500;
/** Titles may stand above the row of heads, but not more rows than this. */
const headSearch = 20;
const longestSummary = 500;
const numbering = new Set(['tt', 'stt', 'so tt', 'so thu tu']);

/**
 * Reads a list. `count` says how many rows the file has, when `lines` holds only the first of them. A whole list is
 * refused for its shape; a wrong row never hides the right ones.
 */
export function readGroupList(
  { lines, count }: { lines: readonly ListLine[]; count: number },
  options: { allowDemo: boolean },
): GroupReading {
  if (count === 0)
    return refuse('Tệp không có dòng nào. Tải tệp mẫu, điền mỗi người một dòng rồi chọn lại tệp.');
  const at = lines.slice(0, headSearch).findIndex(({ cells }) => cells.filter(isHead).length >= 2);
  const heads = lines[at]?.cells.map(({ text }) => text.trim()) ?? [];
  const places = heads.map((head) => columnOf(head)?.field);
  const missing = groupColumns.filter(({ field, required }) => required && !places.includes(field));
  if (missing.length > 0)
    return refuse(
      `Tệp thiếu cột ${missing.map(({ head }) => `“${head}”`).join(', ')}. Dùng tệp mẫu, hoặc đặt tên cột đúng như tệp mẫu.`,
    );
  const twice = groupColumns.find(({ field }) => places.indexOf(field) !== places.lastIndexOf(field));
  if (twice !== undefined) return refuse(`Tệp có hai cột “${twice.head}”. Bỏ một cột rồi chọn lại tệp.`);
  const total = count - at - 1;
  if (total === 0)
    return refuse('Dưới dòng tên cột chưa có người nào. Điền mỗi người một dòng rồi chọn lại tệp.');
  if (total > mostRows)
    return refuse(
      `Tệp có ${total.toLocaleString('vi-VN')} dòng, một lần nhận nhiều nhất ${mostRows} dòng. Chưa dòng nào được nhận; xin tách thành ${Math.ceil(total / mostRows)} tệp rồi nộp lần lượt.`,
    );
  const rows: GroupRow[] = [];
  const errors: GroupError[] = [];
  const seen = new Map<string, number>();
  for (const line of lines.slice(at + 1)) {
    const read = readLine(line, places, options);
    const { identityNumber } = read.row;
    const before = seen.get(identityNumber);
    if (identityNumber !== '' && before !== undefined)
      read.errors.push({
        line: line.line,
        column: headOf('identityNumber'),
        message: `Trùng số với dòng ${before}. Giữ một dòng, hoặc xem lại số căn cước.`,
      });
    else seen.set(identityNumber, line.line);
    if (read.errors.length === 0) rows.push(read.row);
    errors.push(...read.errors);
  }
  const ignored = heads.filter((head) => head !== '' && !numbering.has(foldedKey(head)) && !isKnown(head));
  return { ok: true, rows, errors, ignored };
}

function readLine(
  { line, cells }: ListLine,
  places: readonly (Field | undefined)[],
  { allowDemo }: { allowDemo: boolean },
): { row: GroupRow; errors: GroupError[] } {
  const errors: GroupError[] = [];
  const fault = (field: Field, message: string) => {
    const column = headOf(field);
    if (!errors.some((error) => error.column === column)) errors.push({ line, column, message });
  };
  const said = (field: Field): string => {
    const cell = cells[places.indexOf(field)];
    if (cell === undefined || !places.includes(field)) return '';
    if (cell.kind === 'formula')
      fault(field, 'Ô này là công thức, không được tính. Gõ thẳng nội dung vào ô rồi chọn lại tệp.');
    else if (cell.kind === 'number' && isCutShort(field, cell.text))
      fault(
        field,
        'Ô này là số nên đã mất số 0 ở đầu. Đổi định dạng cột thành văn bản (Text), gõ lại số đầy đủ.',
      );
    return plainText(cell.text);
  };
  const identity = parseIdentityNumber(said('identityNumber'), { allowDemo });
  const [phone, email, summary] = [said('phone'), said('email'), said('summary')];
  const row: GroupRow = {
    line,
    fullName: said('fullName'),
    identityNumber: identity.ok ? identity.identity.number : '',
    phone: phone === '' ? null : phone,
    address: said('address'),
    email: email === '' ? null : email,
    summary: summary === '' ? null : summary,
  };
  if (!identity.ok) fault('identityNumber', identity.message);
  for (const { path, message } of applicantSchema.safeParse(row).error?.issues ?? []) {
    const column = groupColumns.find(({ field }) => field === path[0]);
    if (column !== undefined) fault(column.field, message);
  }
  if (summary.length > longestSummary)
    fault('summary', `Rút gọn nội dung, không quá ${longestSummary} ký tự.`);
  return { row, errors };
}

/** Excel makes numbers of digits: those that begin with 0 arrive too short. */
function isCutShort(field: Field, text: string): boolean {
  const digits = text.trim().length;
  return (field === 'identityNumber' && digits < 12) || (field === 'phone' && digits === 9);
}

/** One line of letters as they stand: `=`, `+`, `-` and `@` at the front mean nothing here. */
function plainText(text: string): string {
  return text
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
}

function columnOf(head: string) {
  const key = foldedKey(head);
  return groupColumns.find((column) => foldedKey(column.head) === key || column.also.includes(key));
}

function isKnown(head: string): boolean {
  return columnOf(head) !== undefined;
}

function isHead({ text }: ListCell): boolean {
  return isKnown(text);
}

function headOf(field: Field): string {
  return groupColumns.find((column) => column.field === field)?.head ?? '';
}

function refuse(message: string): GroupReading {
  return { ok: false, message };
}

// The columns of a flat catalogue (CSV, XLSX): the names each may have, in Vietnamese or English.

import { foldedKey } from './folding.ts';

/**
 * A flat catalogue has one procedure a row. Several papers, results, levels, applicants or channels in one cell are
 * separated by `;`. A paper may say its quantity: `Tờ khai (2 bản chính, 1 bản sao)`.
 */
const columns = [
  ['code', ['ma tthc', 'ma thu tuc', 'ma thu tuc hanh chinh', 'ma so', 'procedure code']],
  ['name', ['ten tthc', 'ten thu tuc', 'ten thu tuc hanh chinh', 'thu tuc hanh chinh', 'procedure name']],
  ['short_name', ['ten ngan', 'ten rut gon', 'short name']],
  ['field', ['linh vuc', 'ten linh vuc']],
  ['levels', ['level', 'cap thuc hien', 'cap']],
  ['agency', ['co quan thuc hien']],
  ['term', ['thoi han giai quyet', 'thoi han', 'thoi gian giai quyet']],
  ['term_unit', ['don vi thoi han', 'don vi thoi gian', 'don vi tinh thoi han', 'term unit']],
  ['fee', ['phi le phi', 'le phi', 'phi', 'muc phi', 'phi va le phi']],
  ['papers', ['thanh phan ho so', 'giay to', 'ho so gom']],
  ['results', ['result', 'ket qua', 'ket qua thuc hien', 'ket qua giai quyet']],
  ['channels', ['cach thuc thuc hien', 'hinh thuc nop', 'channel']],
  ['decision', ['so quyet dinh', 'quyet dinh cong bo', 'quyet dinh']],
  ['applicants', ['doi tuong', 'doi tuong thuc hien', 'applicant']],
  ['conditions', ['yeu cau dieu kien', 'dieu kien', 'condition']],
  ['legal_basis_raw', ['can cu phap ly', 'legal basis', 'legal basis raw']],
  ['steps', ['trinh tu thuc hien', 'trinh tu']],
] as const;

type Column = (typeof columns)[number][0];

const columnOf = new Map<string, Column>();
for (const [column, names] of columns) {
  columnOf.set(foldedKey(column), column);
  for (const name of names) columnOf.set(name, column);
}

/** The column a header names, or null when it is none of ours. Case, accents and punctuation do not matter. */
export function columnOfHeader(header: string): Column | null {
  return columnOf.get(foldedKey(header)) ?? null;
}

/** True when these headers name at least the two columns no catalogue can do without. */
export function hasCatalogueHeaders(headers: readonly string[]): boolean {
  const named = new Set(headers.map(columnOfHeader));
  return named.has('code') && named.has('name');
}

/** The record under its own column names; keys that are not ours stay as they are. The first of two namesakes wins. */
export function underColumnNames(record: Record<string, unknown>): Record<string, unknown> {
  const renamed: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(record)) {
    const column = columnOfHeader(key) ?? key;
    if (!(column in renamed)) renamed[column] = value;
  }
  return renamed;
}

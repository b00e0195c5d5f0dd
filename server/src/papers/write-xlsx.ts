// Writes one sheet as an Excel workbook: texts stay texts whatever sign they begin with, figures and moments can be sorted.

import { setImmediate } from 'node:timers/promises';
import type { Instant } from '@motcua/domain/time';
import { type ZipFile, zipOf } from '../platform/zip.ts';

/** A text, a figure, a moment in Vietnamese time, or nothing. */
export type Cell = string | number | { at: Instant } | null;

export interface Workbook {
  /** The name of its one sheet, and of its author. */
  sheetName: string;
  author: string;
  /** Lines above the table. */
  lead: readonly string[];
  columns: readonly { head: string; width: number }[];
  rows: Iterable<readonly Cell[]>;
  at: Instant;
}

/** No cell is ever a formula: every text is written as an inline string, which Excel shows and never computes. */
export async function xlsxOf(book: Workbook): Promise<Buffer> {
  const file = (name: string, xml: string): ZipFile => ({
    name,
    data: Buffer.from(declaration + xml),
  });
  return zipOf(
    [
      file('[Content_Types].xml', contentTypes),
      file(
        '_rels/.rels',
        relations([
          ['officeDocument', 'xl/workbook.xml'],
          ['extended-properties', 'docProps/app.xml'],
        ]),
      ),
      file(
        'docProps/app.xml',
        `<Properties xmlns="${office}/extended-properties"><Company>${escaped(book.author)}</Company></Properties>`,
      ),
      file('xl/workbook.xml', workbookXml(book)),
      file(
        'xl/_rels/workbook.xml.rels',
        relations([
          ['worksheet', 'worksheets/sheet1.xml'],
          ['styles', 'styles.xml'],
        ]),
      ),
      file('xl/styles.xml', styles),
      { name: 'xl/worksheets/sheet1.xml', data: await sheetXml(book) },
    ],
    book.at,
  );
}

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006';
const packageOf = 'http://schemas.openxmlformats.org/package/2006';
const typeOf = 'application/vnd.openxmlformats-officedocument';

const contentTypes = `<Types xmlns="${packageOf}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/docProps/app.xml" ContentType="${typeOf}.extended-properties+xml"/><Override PartName="/xl/workbook.xml" ContentType="${typeOf}.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${typeOf}.spreadsheetml.styles+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${typeOf}.spreadsheetml.worksheet+xml"/></Types>`;

/** Looks of cells, by their place in the list; the first is Excel's own and no cell of ours bears it. A text stays one also when it is typed anew (format 49). */
const look = { text: 1, heading: 2, head: 3, figure: 4, moment: 5 } as const;
const edges =
  '<border><left style="thin"/><right style="thin"/><top style="thin"/><bottom style="thin"/><diagonal/></border>';
const xf = (more: string, align: string) =>
  `<xf xfId="0" applyFont="1" applyBorder="1" applyNumberFormat="1" applyAlignment="1" ${more}><alignment vertical="top" wrapText="1" ${align}/></xf>`;
const styles = `<styleSheet xmlns="${main}"><numFmts count="1"><numFmt numFmtId="164" formatCode="hh:mm\\ dd/mm/yyyy"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Times New Roman"/></font><font><b/><sz val="11"/><name val="Times New Roman"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>${edges}</borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf xfId="0" numFmtId="0" fontId="0" fillId="0" borderId="0"/>${xf('numFmtId="49" fontId="0" fillId="0" borderId="1"', '')}<xf xfId="0" numFmtId="0" fontId="1" fillId="0" borderId="0" applyFont="1"/>${xf('numFmtId="0" fontId="1" fillId="0" borderId="1"', 'horizontal="center"')}${xf('numFmtId="1" fontId="0" fillId="0" borderId="1"', 'horizontal="center"')}${xf('numFmtId="164" fontId="0" fillId="0" borderId="1"', 'horizontal="left"')}</cellXfs></styleSheet>`;

function relations(parts: readonly (readonly [type: string, target: string])[]): string {
  const each = parts.map(
    ([type, target], at) =>
      `<Relationship Id="r${at + 1}" Type="${office}/relationships/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${packageOf}/relationships">${each.join('')}</Relationships>`;
}

function workbookXml({ sheetName, lead }: Workbook): string {
  const name = escaped(sheetName);
  // The head row is printed on every page.
  const titles = `<definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$${lead.length + 1}:$${lead.length + 1}</definedName></definedNames>`;
  return `<workbook xmlns="${main}" xmlns:r="${office}/relationships"><sheets><sheet name="${name}" sheetId="1" r:id="r1"/></sheets>${titles}</workbook>`;
}

/** In parts, with pauses: others are served while a long book is written. */
async function sheetXml({ lead, columns, rows }: Workbook): Promise<Buffer> {
  const headRow = lead.length + 1;
  const widths = columns.map(
    ({ width }, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`,
  );
  const heads = columns.map(({ head }) => head);
  let part = `${declaration}<worksheet xmlns="${main}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headRow}" topLeftCell="A${headRow + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
  part += lead.map((text, at) => rowXml(at + 1, [text], look.heading)).join('');
  part += rowXml(headRow, heads, look.head);
  const parts: Buffer[] = [];
  let number = headRow;
  for (const cells of rows) {
    number += 1;
    part += rowXml(number, cells);
    if (number % 500 !== 0) continue;
    parts.push(Buffer.from(part));
    part = '';
    await setImmediate();
  }
  part += `</sheetData><autoFilter ref="A${headRow}:${letterOf(columns.length - 1)}${number}"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/></worksheet>`;
  return Buffer.concat([...parts, Buffer.from(part)]);
}

function rowXml(number: number, cells: readonly Cell[], style?: number): string {
  const each = cells.map((cell, at) => cellXml(`${letterOf(at)}${number}`, cell, style));
  return `<row r="${number}">${each.join('')}</row>`;
}

function cellXml(place: string, cell: Cell, style?: number): string {
  if (cell === null) return `<c r="${place}" s="${style ?? look.text}"/>`;
  if (typeof cell === 'number') return `<c r="${place}" s="${style ?? look.figure}"><v>${cell}</v></c>`;
  if (typeof cell === 'object')
    return `<c r="${place}" s="${style ?? look.moment}"><v>${serialOf(cell.at)}</v></c>`;
  return `<c r="${place}" s="${style ?? look.text}" t="inlineStr"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`;
}

/** Days since 30/12/1899 by the wall clock, as Excel counts. */
function serialOf(at: Instant): number {
  return Date.parse(`${at.slice(0, 19)}Z`) / 86_400_000 + 25_569;
}

function letterOf(column: number): string {
  return String.fromCharCode(65 + column);
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** XML knows no control characters and no half letters. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\ufffe\uffff]/gu, ' ')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);
}

// The register book: a page of it for the desk, and a whole period as a workbook or on paper.

import { formOn } from '@motcua/domain/paper-forms';
import {
  periodText,
  type RegisterLine,
  type RegisterPeriod,
  registerColumns,
  registerSheet,
  registerTexts,
} from '@motcua/domain/paper-register';
import { capitals, type IssuedAs } from '@motcua/domain/paper-sheet';
import { phoneText } from '@motcua/domain/phone-number';
import { dateOf, instantAt, type PlainDate } from '@motcua/domain/time';
import { getFrame, unitOf } from '../agencies/frame-store.ts';
import { searchWords } from '../dossiers/search-words.ts';
import type { Context } from '../platform/context.ts';
import type { Tx } from '../platform/database.ts';
import type { Caller } from '../platform/http.ts';
import { Problem } from '../platform/problem.ts';
import { listBooks, readerOf } from './books.ts';
import { setOrSayBusy } from './print.ts';
import { countRegister, listRegister, type RegisterRow } from './register-store.ts';
import type { RegisterPage } from './schema.ts';
import { setBook } from './set-paper.ts';
import { insertPrint, namesOfToday } from './store.ts';
import { type Cell, xlsxOf } from './write-xlsx.ts';

export interface RegisterAsked extends RegisterPeriod {
  q?: string | undefined;
  book?: string | undefined;
}

const pageSize = 50;
const partSize = 2_000;
/** What Excel still opens at ease; some 200 pages, which the printer sets in about seven seconds. */
const mostLines = { xlsx: 50_000, pdf: 3_000 };

export async function readRegister(
  ctx: Context,
  asking: Caller,
  asked: RegisterAsked & { offset: number },
): Promise<RegisterPage> {
  const form = formOn('register', asked.to);
  const [books, caller] = await Promise.all([listBooks(ctx, asking), readerOf(ctx, asking, asked.book)]);
  return ctx.database.tenant(caller.tenantId, async (tx) => {
    const filter = filterOf(caller, asked);
    const [total, rows] = await Promise.all([
      countRegister(tx, filter),
      readLines(tx, caller, asked, { limit: pageSize, offset: asked.offset }),
    ]);
    return {
      books,
      total,
      rows: rows.map((row) => ({ dossierId: row.dossierId, ...registerTexts(row) })),
      pageSize,
      source: form?.source ?? '',
    };
  });
}

/** The period as an Excel workbook or on paper. Written down as an export of this officer. */
export async function exportRegister(
  ctx: Context,
  asking: Caller,
  asked: RegisterAsked,
  format: 'xlsx' | 'pdf',
): Promise<{ file: Buffer; fileName: string }> {
  const at = ctx.clock.now();
  const caller = await readerOf(ctx, asking, asked.book);
  const { lines, names } = await ctx.database.tenant(caller.tenantId, async (tx) => {
    const total = await countRegister(tx, filterOf(caller, asked));
    if (total > mostLines[format]) throw tooLong(total, format);
    const [lines, names] = await Promise.all([
      readAllLines(tx, caller, asked, total),
      namesOfToday(tx, caller.agencyId),
    ]);
    return { lines, names };
  });
  const file = await (format === 'pdf' ? pdfOf : workbookOf)(lines, asked, names, dateOf(at));
  const detail = `${asked.from}/${asked.to} ${format}${asked.q ? ` “${asked.q}”` : ''}`;
  const { agencyId, officerId } = caller;
  const print = {
    id: ctx.newId(),
    agencyId,
    dossierId: null,
    kind: 'register',
    seq: null,
    copy: 1,
    detail,
  } as const;
  await ctx.database.tenant(caller.tenantId, (tx) => insertPrint(tx, { ...print, officerId, at }));
  return { file, fileName: `so-theo-doi-ho-so-${asked.from}-${asked.to}.${format}` };
}

function pdfOf(
  lines: readonly RegisterRow[],
  asked: RegisterAsked,
  names: IssuedAs,
  day: PlainDate,
): Promise<Buffer> {
  return setOrSayBusy({ layout: 'sheet', sheet: registerSheet(lines, asked, names, day), qr: null }, setBook);
}

function workbookOf(
  lines: readonly RegisterRow[],
  asked: RegisterAsked,
  names: IssuedAs,
  day: PlainDate,
): Promise<Buffer> {
  return xlsxOf({
    sheetName: 'Sổ theo dõi hồ sơ',
    author: names.officeName,
    lead: [capitals(names.officeName), 'SỔ THEO DÕI HỒ SƠ', periodText(asked)],
    columns: registerColumns.map(({ head, width }) => ({ head, width: width * 4 })),
    rows: lines.values().map(valuesOf),
    at: instantAt(day, 0),
  });
}

function filterOf(caller: Caller, { from, to, q }: RegisterAsked) {
  return { agencyId: caller.agencyId, from, to, words: searchWords(q) };
}

/** In parts: the answer to one question of fifty thousand rows would hold everybody up. */
async function readAllLines(
  tx: Tx,
  caller: Caller,
  asked: RegisterAsked,
  total: number,
): Promise<RegisterRow[]> {
  const lines: RegisterRow[] = [];
  for (let offset = 0; offset < total; offset += partSize)
    for (const line of await readLines(tx, caller, asked, { limit: partSize, offset })) lines.push(line);
  return lines;
}

async function readLines(
  tx: Tx,
  caller: Caller,
  asked: RegisterAsked,
  page: { limit: number; offset: number },
): Promise<RegisterRow[]> {
  const [rows, frame] = await Promise.all([
    listRegister(tx, filterOf(caller, asked), page),
    getFrame(tx, caller.agencyId),
  ]);
  return rows.map((row) => ({
    ...row,
    phone: row.phone === null ? null : phoneText(row.phone),
    unitName: unitOf(frame, row.unitName).name,
  }));
}

/** The line as cells: what can be sorted or summed is no text. */
function valuesOf(line: RegisterLine): Cell[] {
  const moment = (at: string | null): Cell => (at === null ? null : { at });
  return Object.values({
    ...registerTexts(line),
    number: line.number,
    copies: line.copies,
    received: moment(line.receivedAt),
    due: moment(line.due),
    returned: moment(line.returnedAt),
  } satisfies Record<keyof ReturnType<typeof registerTexts>, Cell>);
}

function tooLong(total: number, format: 'xlsx' | 'pdf'): Problem {
  const [count, most] = [total, mostLines[format]].map((lines) => lines.toLocaleString('vi-VN'));
  return new Problem(
    'too_large',
    `Khoảng thời gian này có ${count} hồ sơ, một tệp ${format.toUpperCase()} chứa nhiều nhất ${most}. Xin chọn khoảng ngắn hơn rồi xuất từng phần.`,
  );
}

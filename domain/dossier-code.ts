// Dossier codes (mã hồ sơ): written by us in the national form, read as citizens type them.

import { isRealDate, type PlainDate } from './time.ts';

/**
 * `000.00.27.H53-261122-0007`: the office's code, the day as yyMMdd, the running number of that office and day
 * (Thông tư 01/2018/TT-VPCP). At least four digits; the 10,000th dossier of a day simply takes five.
 */
export function formatDossierCode(prefix: string, date: PlainDate, sequence: number): string {
  if (!Number.isInteger(sequence) || sequence < 1) throw new Error('Running numbers begin at 1.');
  return `${prefix}-${date.slice(2, 4)}${date.slice(5, 7)}${date.slice(8, 10)}-${String(sequence).padStart(4, '0')}`;
}

/** What a text says of a dossier's code: all of it, its day and number, or only its number. */
export type TypedCode =
  | { kind: 'full'; code: string }
  | { kind: 'partial'; date: string | null; sequence: number };

const gap = '[\\s.\\-–—_/]*';
const officePart = `(?:\\d{3}${gap}\\d{2}${gap}\\d{2}${gap}[GHK]${gap}\\d{2}|[GHK]\\d{2}(?:${gap}\\d{2,3}(?!\\d)){0,3})`;
const fullCode = new RegExp(
  `(?<![\\p{L}\\p{N}])(${officePart})${gap}(\\d{8}|\\d{6})${gap}(\\d{4,7})(?!\\d)`,
  'iu',
);
const dayAndNumber = /(?<![\p{N}.])(\d{6})\s*[-–—_/]\s*(\d{1,7})(?!\d)/u;

/**
 * Finds a dossier code anywhere in a text; case, spaces, dots and dashes do not matter. A partial code is a day and
 * a number (`261122-0007`) or a number after a word that announces it (`số 7`, `mã 0007`), or nothing but digits.
 * Six digits alone are never read as a code: they are the proof that is asked for.
 */
export function parseDossierCode(text: string): TypedCode | null {
  const full = fullCode.exec(text);
  if (full?.[1] !== undefined && full[2] !== undefined && full[3] !== undefined && isDay(full[2]))
    return { kind: 'full', code: `${officeCode(full[1])}-${full[2]}-${full[3]}` };
  const day = dayAndNumber.exec(text);
  if (day?.[1] !== undefined && day[2] !== undefined && isDay(day[1]) && +day[2] > 0)
    return { kind: 'partial', date: day[1], sequence: +day[2] };
  const plain = text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase();
  const number =
    /(?:^|\s)(?:(?:ma|so|hs|mhs)\s+(?:ho\s+so\s+)?|ho\s+so\s+(?:so\s+|ma\s+)?|#\s*)(?:la\s+)?(\d{1,5})(?![\d.,/]|\s*(?:ngay|gio|thang|nam|hom|tuan|lan|ban|nguoi|dong|%|\d))/.exec(
      plain,
    ) ?? /^\s*#?(\d{4,5})\s*$/.exec(plain);
  if (number?.[1] !== undefined && +number[1] > 0)
    return { kind: 'partial', date: null, sequence: +number[1] };
  return null;
}

/** A text cut into what are full dossier codes and what lies between them. */
export function splitAtDossierCodes(text: string): { text: string; isCode: boolean }[] {
  const parts: { text: string; isCode: boolean }[] = [];
  let from = 0;
  for (const found of text.matchAll(new RegExp(fullCode, 'giu'))) {
    parts.push({ text: text.slice(from, found.index), isCode: false }, { text: found[0], isCode: true });
    from = found.index + found[0].length;
  }
  return [...parts, { text: text.slice(from), isCode: false }];
}

/** True when a full code ends as the partial one says. */
export function matchesPartialCode(
  code: string,
  partial: { date: string | null; sequence: number },
): boolean {
  const parts = /-(\d{6}|\d{8})-(\d+)$/.exec(code);
  if (parts?.[1] === undefined || parts[2] === undefined) return false;
  return +parts[2] === partial.sequence && (partial.date === null || parts[1].endsWith(partial.date));
}

function officeCode(typed: string): string {
  const packed = typed.toUpperCase().replace(/[^0-9GHK]/g, '');
  const long = /^(\d{3})(\d{2})(\d{2})([GHK]\d{2})$/.exec(packed);
  if (long) return long.slice(1).join('.');
  return typed.toUpperCase().replace(/[^0-9GHK]+/g, '.');
}

function isDay(digits: string): boolean {
  const yyMMdd = digits.slice(-6);
  const century = digits.length === 8 ? digits.slice(0, 2) : '20';
  return isRealDate(`${century}${yyMMdd.slice(0, 2)}-${yyMMdd.slice(2, 4)}-${yyMMdd.slice(4, 6)}`);
}

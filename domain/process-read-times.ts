// Reads the times of written processes: `½ ngày`, `01 ngày`, `2.5 ngày`, and says what it could not be sure of.

import { cleanLine } from './catalogue-text.ts';
import { type Note, numberText } from './process-findings.ts';

const remedy = 'Ghi lại thời gian bằng số ngày, ví dụ 0,5 ngày.';

/** Days of one cell; null when it says none. What had to be guessed is noted. */
export function readDays(value: unknown, field: string, note: Note): number | null {
  const text = cleanLine(value);
  if (text === '') return null;
  if (/^[-–]\s*[\d½]/u.test(text)) {
    note('negative_time', field, `ghi số âm: “${text.slice(0, 40)}”.`, remedy);
    return null;
  }
  const joined = text.replace(/^(\d)\s+(?=[\d.,])/u, '$1').replace(/(\d)\s*[.,]\s*(\d)/gu, '$1.$2');
  const match = /^(½|1\/2|\d+(?:\.\d+)?)\s*(ngày(?: làm việc)?|giờ)?(.*)$/u.exec(joined);
  if (match === null) {
    note('unclear_time', field, `không đọc được thời gian từ “${text.slice(0, 60)}”.`, remedy);
    return null;
  }
  const [, number = '', unit, rest = ''] = match;
  const amount = number === '½' || number === '1/2' ? 0.5 : Number(number);
  const days = unit === 'giờ' ? amount / 8 : amount;
  if (joined !== text.replace(/(?<=\d),(?=\d)/u, '.') || unit === undefined || rest.trim() !== '')
    note('unclear_time', field, `ghi “${text.slice(0, 60)}”, đã đọc là ${numberText(days)} ngày.`, remedy);
  return days;
}

/** True for a cell that could be a time at all: the others slipped in from the column beside. */
export function looksLikeTime(value: unknown): boolean {
  return /[\d½]/u.test(cleanLine(value));
}

// Reads terms as catalogues write them ("03 ngày làm việc", "24 giờ", a bare "3") and says what it could not be sure of.

import { cleanLine } from './catalogue-text.ts';
import { foldedKey } from './folding.ts';
import { type Term, termSchema } from './term.ts';

/** A term read, with what a person should check; no doubts when the text said it plainly. */
export interface TermReading {
  term: Term;
  doubts: string[];
}

const none: Term = { unit: 'none' };

/**
 * Reads a term. `context` is the procedure's own description: a bare "1" there often means "in the day; after
 * 15 giờ the next working day". A number without a unit never becomes days by itself.
 */
export function readTerm(text: unknown, context = ''): TermReading {
  const written = cleanLine(text);
  const plain = foldedKey(written.replace(/(\d)[.,](\d)/g, '$1p$2'));
  const rule = sameDayRule(context);
  if (plain === '') {
    if (rule !== null) return assumed(rule, 'để trống');
    return { term: none, doubts: ['để trống; tạm ghi là không có thời hạn.'] };
  }
  if (/^(khong quy dinh|khong co thoi han|khong phai tra ket qua)/.test(plain))
    return { term: none, doubts: [] };
  if (/^\d+(p\d+)?$/.test(plain)) {
    if (rule !== null && plain.replace(/^0+/, '') === '1')
      return assumed(rule, `ghi "${written}" không có đơn vị`);
    return {
      term: none,
      doubts: [
        `ghi "${written}" không có đơn vị (giờ, ngày hay ngày làm việc); tạm ghi là không có thời hạn, cần bổ sung đơn vị.`,
      ],
    };
  }
  if (/\btrong (ngay|buoi)\b/.test(plain) && !/\d+ ngay\b/.test(plain)) return sameDayText(plain, written);
  const reading = readQuantity(plain, written);
  if (rule !== null && reading.term.unit === 'working_day') {
    reading.doubts.push(
      `ghi "${written}" nhưng trình tự nói trả trong ngày, sau ${rule} thì ngày làm việc tiếp theo; đã dùng "${written}".`,
    );
  }
  return reading;
}

/** The rule "received after 15 giờ: the next working day", when a description gives it for the result itself. */
function sameDayRule(context: string): string | null {
  const match =
    /sau (1[0-7]) giờ(?: (\d{2}) phút)?(?: cùng ngày)?,?(?: mà không giải quyết được ngay)? thì [^.;\n]{0,90}(?:trả kết quả|hoàn thành)[^.;\n]{0,60}ngày\s+làm việc tiếp theo/iu.exec(
      context.replace(/\s+/gu, ' '),
    );
  return match === null ? null : `${match[1]}:${match[2] ?? '00'}`;
}

function assumed(cutoff: string, found: string): TermReading {
  return {
    term: { unit: 'same_day', cutoff },
    doubts: [
      `${found}; trình tự thực hiện nói sau ${cutoff} thì trả ngày làm việc tiếp theo, nên hiểu là trong ngày.`,
    ],
  };
}

function sameDayText(plain: string, written: string): TermReading {
  const after = /sau (\d{1,2}) ?(?:gio|h)(?: ?(\d{2}))?/.exec(plain);
  const term = { unit: 'same_day', cutoff: `${(after?.[1] ?? '15').padStart(2, '0')}:${after?.[2] ?? '00'}` };
  const parsed = termSchema.safeParse(term);
  if (!parsed.success) return unreadable(written);
  const doubts = after === null ? [`ghi "${written}" nhưng không nói mốc giờ; tạm dùng 15 giờ.`] : [];
  return { term: parsed.data, doubts };
}

const quantity = /(\d+(?:p\d+)?) ?(ngay lam viec|ngay|gio lam viec|gio|thang|nam)\b/g;

function readQuantity(plain: string, written: string): TermReading {
  const found = [...plain.matchAll(quantity)];
  const first = found[0];
  if (first === undefined || /\d+ (?:den|toi|hoac)? ?\d+ /.test(plain)) return unreadable(written);
  const reading = toTerm(Number((first[1] ?? '').replace('p', '.')), first[2] ?? '', written);
  if (found.length > 1)
    reading.doubts.push(`ghi "${written}" có ${found.length} thời hạn; đã dùng thời hạn đầu tiên.`);
  return reading;
}

function toTerm(value: number, unit: string, written: string): TermReading {
  if (value === 0) return { term: none, doubts: [`ghi "${written}"; tạm ghi là không có thời hạn.`] };
  if (unit === 'ngay lam viec' && !Number.isInteger(value)) {
    const hours = Math.ceil(value * 8);
    return checked({ unit: 'working_hour', value: hours }, written, [
      `ghi "${written}"; đã đổi thành ${hours} giờ làm việc (1 ngày là 8 giờ).`,
    ]);
  }
  if (unit.startsWith('gio')) return readHours(value, unit, written);
  if (!Number.isInteger(value)) return unreadable(written);
  switch (unit) {
    case 'ngay lam viec':
      return checked({ unit: 'working_day', value }, written);
    case 'ngay':
      return checked({ unit: 'calendar_day', value }, written);
    case 'thang':
      return checked({ unit: 'month', value }, written);
    default:
      return checked({ unit: 'month', value: value * 12 }, written);
  }
}

/** Hours are working hours, except that 24 and more, not called working hours, are read as whole days of the clock. */
function readHours(value: number, unit: string, written: string): TermReading {
  if (unit === 'gio' && value >= 24) {
    const days = Math.floor(value / 24);
    return checked({ unit: 'calendar_day', value: days }, written, [
      `ghi "${written}", không nói giờ làm việc; đã hiểu là ${days} ngày liên tục, cần xác nhận.`,
    ]);
  }
  const hours = Math.ceil(value);
  const doubts = hours === value ? [] : [`ghi "${written}"; đã làm tròn thành ${hours} giờ làm việc.`];
  return checked({ unit: 'working_hour', value: hours }, written, doubts);
}

function checked(term: Term, written: string, doubts: string[] = []): TermReading {
  return termSchema.safeParse(term).success ? { term, doubts } : unreadable(written);
}

function unreadable(written: string): TermReading {
  return {
    term: none,
    doubts: [`ghi "${written.slice(0, 120)}", chưa đọc được; tạm ghi là không có thời hạn.`],
  };
}

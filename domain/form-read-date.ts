// Reads a day as people write it: 5/3/2024, 05-03-2024, 05032024, "ngày 5 tháng 3 năm 2024", "hôm qua", or only a year.

import { foldedKey } from './folding.ts';
import type { FieldOf } from './form.ts';
import { dateOfDay, dayNumber, isRealDate, type PlainDate } from './time.ts';

type DateResult = { ok: true; value: string } | { ok: false; message: string };

/** The day that was typed, as `2024-03-05`; of a partial date perhaps only `2024-03` or `2024`. */
export function readDate(
  field: Pick<FieldOf<'date'>, 'partial' | 'past'>,
  typed: string,
  today: PlainDate,
): DateResult {
  const key = foldedKey(typed);
  const relative = daysAgo.get(key);
  if (relative !== undefined) return { ok: true, value: dateOfDay(dayNumber(today) - relative) };
  if (/\b(am lich|al|thang chap|thang gieng)\b/.test(key))
    return refuse('Anh/Chị ghi giúp ngày dương lịch, như trên giấy tờ.');
  const isoParts = /^(\d{4}) (\d{1,2}) (\d{1,2})$/.exec(key);
  if (isoParts !== null) return whole(isoParts[3], isoParts[2], isoParts[1], today);
  const compact = /^(\d{2})(\d{2})(\d{4})$/.exec(key);
  if (compact !== null) return whole(compact[1], compact[2], compact[3], today);
  const parts =
    /^(?:(?:ngay|mung|mong|hom|sinh|mat|la|thu \w+|chu nhat) )*(\d{1,2}) (?:thang )?(\d{1,2}) (?:nam )?(\d{4}|\d{2})$/.exec(
      key,
    );
  if (parts !== null) return whole(parts[1], parts[2], parts[3], today);
  const monthAndYear = /^(?:thang )?(\d{1,2}) (?:nam )?(\d{4})$/.exec(key);
  const year = /^(?:nam |sinh nam )?(\d{4})$/.exec(key);
  if (field.partial === true && monthAndYear !== null)
    return Number(monthAndYear[1]) >= 1 && Number(monthAndYear[1]) <= 12
      ? { ok: true, value: `${monthAndYear[2]}-${two(monthAndYear[1])}` }
      : refuse(`Không có tháng ${monthAndYear[1]}. Xem lại tháng.`);
  if (field.partial === true && year !== null) return { ok: true, value: year[1] ?? '' };
  return refuse(
    field.partial === true
      ? 'Ghi ngày/tháng/năm, ví dụ 5/3/1990; chỉ nhớ năm thì ghi năm, ví dụ 1990.'
      : 'Ghi đủ ngày/tháng/năm, ví dụ 5/3/2024.',
  );
}

const daysAgo = new Map([
  ['hom nay', 0],
  ['bua nay', 0],
  ['hom qua', 1],
  ['bua qua', 1],
  ['hom kia', 2],
]);

function whole(day = '', month = '', typedYear = '', today: PlainDate): DateResult {
  const year = typedYear.length === 4 ? typedYear : fullYear(typedYear, today);
  if (Number(month) < 1 || Number(month) > 12)
    return refuse(`Không có tháng ${Number(month)}. Ghi ngày trước, tháng sau, ví dụ 5/3/${year}.`);
  const date = `${year}-${two(month)}-${two(day)}`;
  return isRealDate(date)
    ? { ok: true, value: date }
    : refuse(`Tháng ${Number(month)}/${year} không có ngày ${Number(day)}. Xem lại ngày.`);
}

/** A year of two digits: of this century when that is not to come, else of the last. */
function fullYear(typed: string, today: PlainDate): string {
  const century = Number(today.slice(0, 2));
  return `${Number(typed) <= Number(today.slice(2, 4)) ? century : century - 1}${typed}`;
}

function two(digits = ''): string {
  return digits.padStart(2, '0');
}

function refuse(message: string): DateResult {
  return { ok: false, message };
}

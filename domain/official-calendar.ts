// The calendar of State offices: the usual working week with the officially announced days, 2018-2027.

import type { CalendarDay, CalendarSpec, DayKind, MinuteSpan } from './calendar.ts';
import { type OfficialRow, officialRows } from './official-days.ts';
import { dateOfDay, dayNumber, type PlainDate } from './time.ts';

const officeHours: readonly MinuteSpan[] = [
  [7 * 60 + 30, 11 * 60 + 30],
  [13 * 60 + 30, 17 * 60],
];

/** Monday to Friday 07:30-11:30 and 13:30-17:00, which is what most offices publish; each may have its own. */
export const standardWeek: CalendarSpec['week'] = {
  1: officeHours,
  2: officeHours,
  3: officeHours,
  4: officeHours,
  5: officeHours,
  6: [],
  7: [],
};

/** Every announced day, one entry a day, in order. */
export const officialDays: readonly CalendarDay[] = officialRows.flatMap(daysOfRow);

export const officialCalendarSpec: CalendarSpec = { version: 1, week: standardWeek, days: officialDays };

function daysOfRow([kind, days, name, ground]: OfficialRow): CalendarDay[] {
  const [first = days, last = first] = days.split('/');
  const from = dayNumber(first);
  return Array.from({ length: dayNumber(last) - from + 1 }, (_, index) => {
    const date = dateOfDay(from + index);
    return { date, kind, name, ground: ground === undefined ? labourCodeArticle(kind, date) : ground };
  });
}

/** The Labour Code of 2019 replaced that of 2012 on 1 January 2021. */
function labourCodeArticle(kind: DayKind, date: PlainDate): string {
  if (date < '2021-01-01') {
    return kind === 'compensatory'
      ? 'Bộ luật Lao động 2012, Điều 115 khoản 3'
      : 'Bộ luật Lao động 2012, Điều 115';
  }
  return kind === 'compensatory'
    ? 'Bộ luật Lao động 2019, Điều 111 khoản 3'
    : 'Bộ luật Lao động 2019, Điều 112';
}

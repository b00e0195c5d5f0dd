// The days of a deadline's explanation: one entry a day, long plain stretches folded into one line.

import { type Calendar, dayReason, isWorkingDay, specialDay, workingMinutesBetween } from './calendar.ts';
import { dayText, lengthText } from './clock-time.ts';
import { dateOf, dateOfDay, dayNumber, type Instant, instantAt, type PlainDate, weekdayOf } from './time.ts';

/** One line of an explanation. `date` null: a remark that belongs to no single day. */
export interface TraceLine {
  date: PlainDate | null;
  /** True when the day (or stretch of days) uses up some of the term. */
  counted: boolean;
  /** Vietnamese, for the citizen. */
  text: string;
}

/** How the explanation words its days. */
export interface TraceStyle {
  /** Dates of another year than this day's are written with their year. */
  today: PlainDate;
  /** Fold stretches of plain days. */
  folded: boolean;
}

interface TraceDay {
  date: PlainDate;
  /** Days or minutes of the term this day uses; 0 when it is not counted. */
  amount: number;
  /** Why it is not counted, or what is special about it. */
  reason: string | null;
  /** A plain day, or a plain weekend, says nothing that a stretch around it does not say. */
  plain: boolean;
}

/** Working days in (after, through]. */
export function tellWorkingDays(
  cal: Calendar,
  after: PlainDate,
  through: PlainDate,
  style: TraceStyle,
): TraceLine[] {
  const days = daysOf(after, through).map((date) => describe(cal, date, isWorkingDay(cal, date) ? 1 : 0));
  return tell(
    days,
    style,
    (first, last) => `ngày làm việc thứ ${last > first ? `${first} đến thứ ${last}` : first}`,
  );
}

/** Calendar days: `length` of them after `after`, then the days off that moved the end to `through`. */
export function tellCalendarDays(
  cal: Calendar,
  after: PlainDate,
  length: number,
  through: PlainDate,
  style: TraceStyle,
): TraceLine[] {
  const days = daysOf(after, through).map((date, index) => {
    if (index >= length) return describe(cal, date, isWorkingDay(cal, date) ? 1 : 0);
    const moved = index === length - 1 && date !== through;
    return {
      date,
      amount: 1,
      plain: !moved,
      reason: moved ? `${dayReason(cal, date)}, chuyển sang ngày làm việc tiếp theo` : null,
    };
  });
  const number = (n: number) => (n > length ? 'ngày làm việc tiếp theo' : `ngày thứ ${n}`);
  return tell(days, style, (done, last) =>
    last > done ? `${number(done)} đến ${number(last)}` : number(done),
  );
}

/** Working time in [from, to), by day; `verb` says what it does: `tính`, `cộng bù`. */
export function tellHours(
  cal: Calendar,
  from: Instant,
  to: Instant,
  verb: string,
  style: TraceStyle,
): TraceLine[] {
  const days = daysOf(dateOfDay(dayNumber(dateOf(from)) - 1), dateOf(to)).map((date) => {
    const start = instantAt(date, 0);
    const end = instantAt(date, 1440);
    return describe(cal, date, workingMinutesBetween(cal, from > start ? from : start, to < end ? to : end));
  });
  const used = days.filter((day) => day.amount > 0 || !isWorkingDay(cal, day.date));
  return tell(used, style, (first, last) => {
    const amount = `${verb} ${lengthText(last - first + 1)}`;
    return first === 1 ? amount : `${amount}, tổng cộng ${lengthText(last)}`;
  });
}

/** `Thứ Sáu, 27/11`, at the beginning of a line. */
export function dayHead(date: PlainDate, today: PlainDate): string {
  const text = dayText(date, today);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function describe(cal: Calendar, date: PlainDate, amount: number): TraceDay {
  const special = specialDay(cal, date);
  if (isWorkingDay(cal, date))
    return { date, amount, reason: special?.name ?? null, plain: special === undefined };
  const weekend = special === undefined && weekdayOf(dayNumber(date)) > 5;
  return { date, amount: 0, reason: dayReason(cal, date), plain: weekend };
}

/** `say(first, last)` words a stretch by the numbers of its first and last unit, counted from 1. */
function tell(
  days: readonly TraceDay[],
  style: TraceStyle,
  say: (first: number, last: number) => string,
): TraceLine[] {
  let done = 0;
  return stretches(days, style.folded).flatMap((stretch) => {
    const amount = stretch.reduce((sum, day) => sum + day.amount, 0);
    const shown = amount > 0 ? stretch.filter((day) => day.amount > 0) : stretch;
    const [first, last = first] = [shown[0], shown.at(-1)];
    if (first === undefined || last === undefined) return [];
    const head =
      first === last
        ? dayHead(first.date, style.today)
        : `Từ ${dayText(first.date, style.today)} đến ${dayText(last.date, style.today)}`;
    const reason = first.reason;
    if (amount === 0)
      return { date: first.date, counted: false, text: `${head}: không tính, ${reason ?? ''}` };
    const text = `${head}: ${say(done + 1, done + amount)}${reason === null ? '' : `, ${reason}`}`;
    done += amount;
    return { date: first.date, counted: true, text };
  });
}

/** Neighbours that are all plain, or all off for the same reason; the last day always stands alone. */
function stretches(days: readonly TraceDay[], folded: boolean): TraceDay[][] {
  const groups: TraceDay[][] = [];
  for (const [index, day] of days.entries()) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const alike =
      before !== undefined &&
      ((day.plain && before.plain) || (day.amount + before.amount === 0 && day.reason === before.reason));
    if (folded && group && alike && index < days.length - 1) group.push(day);
    else groups.push([day]);
  }
  return groups;
}

function daysOf(after: PlainDate, through: PlainDate): PlainDate[] {
  const first = dayNumber(after) + 1;
  return Array.from({ length: Math.max(0, dayNumber(through) - first + 1) }, (_, i) => dateOfDay(first + i));
}

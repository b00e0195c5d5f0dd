// The explanation of a due date, day by day, in words a citizen can read and an auditor can check.

import { type Calendar, workingDaysBetween, workingMinutesBetween } from './calendar.ts';
import { beforeText, cutoffText, dayText, hourText, lengthText, momentText, termText } from './clock-time.ts';
import {
  type DeadlineInput,
  followDeadline,
  isLate,
  type Pause,
  remainingAt,
  type Stop,
} from './deadline.ts';
import type { Term } from './term.ts';
import { calendarDaysOf, closedReason, dayOneOf } from './term-end.ts';
import { dateOf, dayNumber, type Instant, type PlainDate } from './time.ts';
import {
  dayHead,
  type TraceLine,
  type TraceStyle,
  tellCalendarDays,
  tellHours,
  tellWorkingDays,
} from './trace-days.ts';

export type { TraceLine };

/** Beyond this many days plain stretches are folded, so that a long term still fits a page. */
const mostDaysToldSingly = 32;

const waitingFor: Record<Pause['reason'], string> = {
  supplement: 'chờ Anh/Chị bổ sung hồ sơ',
  payment: 'chờ Anh/Chị thực hiện nghĩa vụ tài chính',
};

/**
 * Every day from receipt to the due day and why it is or is not counted; then the due moment; then, when `now` is
 * given, how it stands. It tells the course the engine itself followed: pauses are listed after the days of the
 * term, as the time they add at its end.
 */
export function explainDeadline(cal: Calendar, input: DeadlineInput, now?: Instant): TraceLine[] {
  const course = followDeadline(cal, input);
  const today = dateOf(now ?? input.receivedAt);
  const end = course.due ?? course.extendedEnd ?? course.start;
  const span = dayNumber(dateOf(end)) - dayNumber(dateOf(course.start));
  const style: TraceStyle = { today, folded: span > mostDaysToldSingly };
  const lines = [tellReceipt(cal, input, today, course.restarts.length > 0)];
  for (const restart of course.restarts) lines.push(...tellRestart(restart, today));
  if (course.termEnd === null)
    return [...lines, remark('Thủ tục này không quy định thời hạn nên không có ngày hẹn')];

  const halted = course.restarts.at(-1)?.to === null;
  if (!halted) {
    if (course.stops.length > 0)
      lines.push(remark(`Thời hạn ${termText(input.term)}, tính như khi không tạm dừng:`));
    lines.push(...tellTerm(cal, course.start, input.term, course.termEnd, style));
    for (const { extension, from, end: newEnd } of course.grants) {
      const reason = extension.reason === '' ? '' : `: ${extension.reason}`;
      lines.push(
        remark(`Gia hạn thêm ${termText(extension.term)}, tính từ ${momentText(from, today)}${reason}`),
      );
      lines.push(...tellTerm(cal, from, extension.term, newEnd, style));
    }
    if (course.stops.length > 0 && course.extendedEnd !== null)
      lines.push(remark(`Khi chưa cộng thời gian tạm dừng, hạn là ${momentText(course.extendedEnd, today)}`));
    for (const stop of course.stops) lines.push(tellStop(cal, stop, today));
    if (course.due !== null && course.extendedEnd !== null && course.due > course.extendedEnd)
      lines.push(...tellHours(cal, course.extendedEnd, course.due, 'cộng bù', style));
  }
  for (const pause of input.pauses)
    if (isLate(course.due, pause.from))
      lines.push(
        remark(
          `Việc ${waitingFor[pause.reason]} từ ${momentText(pause.from, today)} bắt đầu sau ngày hẹn nên không đổi ngày hẹn`,
        ),
      );
  lines.push(
    remark(
      course.due === null
        ? `Thời hạn đang dừng${halted ? ' và được tính lại từ đầu' : ''}; ngày hẹn mới có khi Anh/Chị hoàn thành`
        : `Hẹn trả: ${beforeText(course.due, today)}`,
    ),
  );
  return now === undefined || course.due === null ? lines : [...lines, tellToday(cal, input, now)];
}

function tellReceipt(
  cal: Calendar,
  { receivedAt, term }: DeadlineInput,
  today: PlainDate,
  restarted: boolean,
): TraceLine {
  const date = dateOf(receivedAt);
  const words = [`nhận đủ hồ sơ lúc ${hourText(receivedAt)}`];
  const first = dayOneOf(cal, receivedAt, term);
  const closed = closedReason(cal, receivedAt);
  const outOfDay = closed === 'sau giờ làm việc' || closed === 'vào ngày nghỉ';
  const byClock = term.unit === 'working_hour' || term.unit === 'same_day';
  if (closed !== null && (outOfDay || term.unit === 'working_hour')) words[0] += `, ${closed}`;
  else if (term.unit === 'same_day' && first !== date) words[0] += `, sau ${cutoffText(term.cutoff)}`;
  if (!byClock && term.unit !== 'none') words.push('ngày nhận không tính');
  if (outOfDay && !restarted && term.unit !== 'none') words.push(`ngày thứ nhất là ${dayText(first, today)}`);
  return { date, counted: false, text: `${dayHead(date, today)}: ${words.join('; ')}` };
}

function tellRestart({ from, to }: Pause, today: PlainDate): TraceLine[] {
  const asked = `${dayHead(dateOf(from), today)}: yêu cầu bổ sung hồ sơ lúc ${hourText(from)}; thời hạn dừng`;
  const lines: TraceLine[] = [{ date: dateOf(from), counted: false, text: asked }];
  if (to === null) return lines;
  const again = `nhận đủ giấy tờ bổ sung lúc ${hourText(to)}; thời hạn tính lại từ đầu`;
  return [...lines, { date: dateOf(to), counted: false, text: `${dayHead(dateOf(to), today)}: ${again}` }];
}

/** The days of one term, or of one extension, from its beginning to its end. */
function tellTerm(cal: Calendar, start: Instant, term: Term, end: Instant, style: TraceStyle): TraceLine[] {
  const [after, through] = [dateOf(start), dateOf(end)];
  switch (term.unit) {
    case 'working_day':
      return tellWorkingDays(cal, after, through, style);
    case 'calendar_day':
    case 'month':
      return tellCalendarDays(cal, after, calendarDaysOf(term), through, style);
    case 'working_hour':
      return tellHours(cal, start, end, 'tính', style);
    case 'same_day': {
      const text = `${dayHead(through, style.today)}: trả kết quả trong ngày làm việc này`;
      if (after === through) return [{ date: through, counted: true, text }];
      const daysOff = tellWorkingDays(cal, after, through, style).slice(0, -1);
      return [...daysOff, { date: through, counted: true, text }];
    }
    default:
      return [];
  }
}

function tellStop(cal: Calendar, { from, to, reason }: Stop, today: PlainDate): TraceLine {
  if (to === null) return remark(`Từ ${momentText(from, today)}: tạm dừng, ${waitingFor[reason]}`);
  const length = `${lengthText(workingMinutesBetween(cal, from, to))} làm việc`;
  const days = workingDaysBetween(cal, dateOf(from), dateOf(to));
  const whole = from.slice(11, 16) === to.slice(11, 16) && days > 0;
  const words = whole ? `${String(days).padStart(2, '0')} ngày làm việc (${length})` : length;
  const when = `từ ${momentText(from, today)} đến ${momentText(to, today)}`;
  return remark(`Tạm dừng ${when}, ${waitingFor[reason]}: ${words} không tính, cộng vào sau`);
}

function tellToday(cal: Calendar, input: DeadlineInput, now: Instant): TraceLine {
  const { urgency, workingDaysLeft, lateWorkingDays } = remainingAt(cal, input, now);
  const late = lateWorkingDays > 0 ? `đã quá hạn ${lateWorkingDays} ngày làm việc` : 'đã quá hạn';
  const left = workingDaysLeft === 0 ? 'là ngày hẹn trả' : `còn ${workingDaysLeft} ngày làm việc`;
  return remark(`Hôm nay, ${dayText(dateOf(now), dateOf(now))}: ${urgency === 'late' ? late : left}`);
}

function remark(text: string): TraceLine {
  return { date: null, counted: false, text };
}

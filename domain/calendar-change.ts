// A change of the working calendar: what the new one says, whether it may be decided, and which promised dates it moves.

import { type Calendar, type CalendarDay, type CalendarSpec, isWorkingDay } from './calendar.ts';
import { dayText } from './clock-time.ts';
import { computeDeadline } from './deadline.ts';
import type { Dossier } from './dossier.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import type { Instant, PlainDate } from './time.ts';

export interface CalendarEdit {
  /** Days as they shall be; each takes the place of what the calendar said of it. */
  days: readonly CalendarDay[];
  /** Days that become ordinary again. */
  ordinary: readonly PlainDate[];
}

/** The next version of the calendar. */
export function editCalendar(spec: CalendarSpec, { days, ordinary }: CalendarEdit): CalendarSpec {
  const named = new Set([...days.map((day) => day.date), ...ordinary]);
  const kept = spec.days.filter((day) => !named.has(day.date));
  const sorted = [...kept, ...days].sort((a, b) => (a.date < b.date ? -1 : 1));
  return { version: spec.version + 1, week: spec.week, days: sorted };
}

/** Why such a change cannot be decided, with what to do instead; null when it can. */
export function whyNotEdit(calendar: Calendar, edit: CalendarEdit, today: PlainDate): string | null {
  const dates = [...edit.days.map((day) => day.date), ...edit.ordinary];
  if (dates.length === 0) return 'Chưa có ngày nào thay đổi. Xin thêm ít nhất một ngày.';
  if (new Set(dates).size !== dates.length)
    return 'Có ngày được nêu hai lần. Xin để mỗi ngày một dòng rồi xem lại.';
  const past = dates.find((date) => date < today);
  // What is over was counted as it was: a promise kept or broken then stays so.
  if (past !== undefined)
    return `${dayText(past, today)} đã qua nên không đổi được nữa. Xin chỉ chọn từ hôm nay trở đi.`;
  const far = dates.find((date) => date > '2069-12-31');
  if (far !== undefined) return 'Lịch chỉ lập đến hết năm 2069. Xin chọn ngày gần hơn.';
  const worked = edit.days.find((day) => day.kind === 'swap_work' && isWorkingDay(calendar, day.date));
  return worked === undefined
    ? null
    : `${dayText(worked.date, today)} vốn là ngày làm việc. Ngày làm bù phải là ngày đang nghỉ.`;
}

/** How a promised date moves with the calendar; null where nothing is promised, or the date stays. */
export function movedDue(
  dossier: Dossier,
  before: Calendar,
  after: Calendar,
): { oldDue: Instant; newDue: Instant } | null {
  const input = dossier.finishedAt === null && dossier.endedAt === null ? deadlineInputOf(dossier) : null;
  if (input === null) return null;
  const oldDue = computeDeadline(before, input).due;
  const newDue = computeDeadline(after, input).due;
  return oldDue === null || newDue === null || oldDue === newDue ? null : { oldDue, newDue };
}

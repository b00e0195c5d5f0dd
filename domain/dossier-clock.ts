// The clock of a dossier at a moment: due, urgency, what is left, in figures and in the short words of a list.

import type { Calendar } from './calendar.ts';
import { dayText } from './clock-time.ts';
import {
  computeDeadline,
  outcomeTimeliness,
  type Remaining,
  remainingAt,
  workingDaysEarly,
} from './deadline.ts';
import type { Dossier } from './dossier.ts';
import { deadlineInputOf, promisedInputOf } from './dossier-guard.ts';
import { statuses } from './status.ts';
import { lastUsefulMoment } from './step-plan.ts';
import { openRequest } from './supplement.ts';
import { dateOf, type Instant } from './time.ts';

export type ListUrgency = Remaining['urgency'] | 'ended' | 'not_received';

export interface DossierClock {
  due: Instant | null;
  originalDue: Instant | null;
  urgency: ListUrgency;
  remaining: Remaining | null;
  /** `còn 2 ngày làm việc`, `trễ 1 ngày làm việc`, `chờ công dân từ thứ Hai, 23/11`, `xong sớm`. */
  timeText: string;
}

/** How a dossier kept the promise made at reception. */
export interface Verdict {
  timeliness: ReturnType<typeof outcomeTimeliness>;
  workingDaysEarly: number;
}

/**
 * Judged by the first result; null before there is one. A correction has a clock of its own and never makes a late
 * dossier early.
 */
export function verdictOf(dossier: Dossier, calendar: Calendar): Verdict | null {
  const finishedAt = dossier.correction?.firstFinishedAt ?? dossier.finishedAt;
  const input = promisedInputOf(dossier);
  if (finishedAt === null || input === null) return null;
  const { due } = computeDeadline(calendar, input);
  return {
    timeliness: outcomeTimeliness(due, finishedAt),
    workingDaysEarly: workingDaysEarly(calendar, due, finishedAt),
  };
}

const timelinessWords = {
  early: 'xong sớm',
  on_time: 'xong đúng hạn',
  late: 'xong trễ hạn',
  no_term: 'đã xong',
};

/** Reads a dossier's clock. Before reception there is none: the counter's own term runs instead. */
export function readClock(dossier: Dossier, calendar: Calendar, now: Instant): DossierClock {
  const input = deadlineInputOf(dossier);
  const today = dateOf(now);
  if (input === null)
    return {
      due: null,
      originalDue: null,
      urgency: dossier.endedAt === null ? 'not_received' : 'ended',
      remaining: null,
      timeText: textBeforeReception(dossier, today),
    };
  const { due, originalDue } = computeDeadline(calendar, input);
  const verdict = verdictOf(dossier, calendar);
  if (dossier.finishedAt !== null && verdict !== null)
    return {
      due,
      originalDue,
      urgency: 'ended',
      remaining: null,
      timeText: timelinessWords[verdict.timeliness],
    };
  if (dossier.endedAt !== null)
    return {
      due,
      originalDue,
      urgency: 'ended',
      remaining: null,
      timeText: statuses[dossier.status].label.toLowerCase(),
    };
  const remaining = remainingAt(calendar, input, now, lastUsefulMoment(dossier, calendar));
  const { urgency } = remaining;
  return { due, originalDue, urgency, remaining, timeText: timeText(dossier, remaining, today) };
}

function timeText(dossier: Dossier, remaining: Remaining, today: string): string {
  const days = remaining.workingDaysLeft;
  switch (remaining.urgency) {
    case 'no_term':
      return 'không có hạn';
    case 'paused':
      return waitingText(dossier, today);
    case 'late':
      return remaining.lateWorkingDays === 0
        ? 'vừa quá hẹn'
        : `trễ ${remaining.lateWorkingDays} ngày làm việc`;
    case 'on_time':
    case 'at_risk':
      return days === 0 ? 'hẹn trả hôm nay' : `còn ${days} ngày làm việc`;
  }
}

function textBeforeReception(dossier: Dossier, today: string): string {
  if (dossier.endedAt !== null) return statuses[dossier.status].label.toLowerCase();
  return dossier.status === 'awaiting_supplement' ? waitingText(dossier, today) : 'chưa tiếp nhận';
}

function waitingText(dossier: Dossier, today: string): string {
  const request = openRequest(dossier);
  if (request?.answeredAt !== undefined) return 'công dân đã gửi đủ, chờ kiểm tra';
  const since =
    request?.requestedAt ?? dossier.payments.find((payment) => payment.paidAt === null)?.requestedAt;
  return since === undefined ? 'tạm dừng' : `chờ công dân từ ${dayText(dateOf(since), today)}`;
}

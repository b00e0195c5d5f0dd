// How much working time each step is planned to take, and the last moment at which a warning still helps.

import { addWorkingMinutes, type Calendar, workingMinutesBetween } from './calendar.ts';
import { followDeadline } from './deadline.ts';
import type { Dossier } from './dossier.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import { dateOf, type Instant } from './time.ts';
import { openingOf } from './waiting.ts';

/** Processes count a day as eight hours, however long the office is open. */
const minutesOfPlannedDay = 480;

/**
 * The working minutes of the office's own calendar that each step is planned to take. Budgets count eight hours a day:
 * they shrink with a shorter working day, and where together they promise more than the term gives, all alike.
 */
export function plannedMinutes(dossier: Dossier, calendar: Calendar, available: number | null): number[] {
  const budgets = dossier.process.steps.map((step) => step.budgetMinutes);
  const sum = total(budgets);
  const byDay = fullestDay(calendar) / minutesOfPlannedDay;
  const scale = available === null || sum === 0 ? byDay : Math.min(byDay, available / sum);
  return budgets.map((budget) => Math.floor(budget * scale));
}

/**
 * The last moment at which a warning helps: from then on less working time is left than the step at hand and those after
 * it are planned to need. While the step keeps to its plan that is when those after it would have to begin; where it
 * was reached too late, at once. At the latest the opening of the due day. Null without a due date.
 */
export function lastUsefulMoment(dossier: Dossier, calendar: Calendar): Instant | null {
  const input = deadlineInputOf(dossier);
  const course = input && followDeadline(calendar, input);
  if (!course || course.due === null || course.extendedEnd === null) return null;
  const { start, due, extendedEnd } = course;
  const { stepIndex, officerId, since } = dossier.holding;
  const planned = plannedMinutes(dossier, calendar, workingMinutesBetween(calendar, start, extendedEnd));
  const later = total(planned.slice(stepIndex + 1));
  const all = workingMinutesBetween(calendar, start, due);
  const latestEnd = addWorkingMinutes(calendar, start, all - later);
  const latestStart = addWorkingMinutes(calendar, start, all - later - (planned[stepIndex] ?? 0));
  // Who takes it moves `since`: that says nothing of when the step was reached.
  const moment = officerId === null && since > latestStart ? since : latestEnd;
  const opening = openingOf(calendar, dateOf(due));
  return dateOf(start) < dateOf(due) && opening < moment ? opening : moment;
}

/** Working minutes of the fullest day of the week. */
export function fullestDay(calendar: Calendar): number {
  return Math.max(
    ...Object.values(calendar.week).map((spans) => total(spans.map(([from, to]) => to - from))),
  );
}

function total(minutes: readonly number[]): number {
  return minutes.reduce((sum, each) => sum + each, 0);
}

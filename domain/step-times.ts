// How much working time each step used beside its plan, how much slack is left, and whose steps made a dossier late.

import { type Calendar, workingMinutesBetween } from './calendar.ts';
import { lengthText } from './clock-time.ts';
import { type DeadlineCourse, followDeadline, isLate } from './deadline.ts';
import { type Dossier, pausesOf } from './dossier.ts';
import type { Recorded } from './dossier-event.ts';
import { deadlineInputOf } from './dossier-guard.ts';
import { elsewhereText } from './dossier-place.ts';
import { placesOf, type Told, tellSteps } from './step-places.ts';
import { fullestDay, plannedMinutes } from './step-plan.ts';
import type { Instant } from './time.ts';

export interface StepTime {
  /** Working minutes of the office's calendar. Waiting for the citizen is nobody's. */
  planned: number;
  used: number;
}

/** A unit whose steps took longer than planned, or an agency whose opinion came late. */
export interface LateCause {
  unit: string;
  /** Of another agency: the unit and the agency by name. */
  place?: string;
  /** The agency that was asked and answered late. */
  asked?: string;
  /** The steps it exceeded, by index. */
  steps: number[];
  /** Working minutes beyond the plan of those steps. */
  over: number;
}

export interface TimeStory {
  steps: StepTime[];
  /** Working minutes left beyond what the rest is planned to need; negative when it lacks time; null without a date. */
  slack: number | null;
  /** Working minutes past the promised moment; 0 when in time. */
  late: number;
  /** Only when late: the units, the largest excess first. */
  causes: LateCause[];
}

/** Tells the time of a dossier by its ledger. What was used before the term began again does not make it late. */
export function tellTimes(
  history: readonly Recorded[],
  dossier: Dossier,
  calendar: Calendar,
  now: Instant,
): TimeStory {
  const input = deadlineInputOf(dossier);
  const course = input && followDeadline(calendar, input);
  const end = dossier.finishedAt ?? dossier.endedAt ?? now;
  const available =
    course && course.extendedEnd !== null
      ? workingMinutesBetween(calendar, course.start, course.extendedEnd)
      : null;
  const planned = plannedMinutes(dossier, calendar, available);
  const told = tellSteps(history);
  const usedSince = (from: Instant) => usedMinutes(told, dossier, calendar, from, end);
  const used = usedSince(dossier.receivedAt ?? dossier.submittedAt);
  const steps = planned.map((minutes, index) => ({ planned: minutes, used: used[index] ?? 0 }));
  if (!course || course.due === null) return { steps, slack: null, late: 0, causes: [] };
  const inTerm = course.start === dossier.receivedAt ? used : usedSince(course.start);
  const late = isLate(course.due, end) ? workingMinutesBetween(calendar, course.due, end) : 0;
  const causes = late > 0 ? causesOf(told, dossier, calendar, planned, inTerm, end) : [];
  return { steps, slack: slackOf(dossier, course, calendar, planned, inTerm, end), late, causes };
}

/** Sentences for the dossier's page: whose steps made it late, or how much slack there is. */
export function timeStoryText(
  { slack, late, causes }: TimeStory,
  dossier: Dossier,
  calendar: Calendar,
  unitName: (code: string) => string,
): string[] {
  const length = (minutes: number) => workLengthText(minutes, calendar);
  if (late > 0) {
    const reasons = causes.map(({ unit, place, asked, steps, over }) => {
      const names = steps.map((index) => dossier.process.steps[index]?.name ?? '').join(', ');
      if (asked !== undefined) return `${asked} trả lời ý kiến quá hạn ${length(over)} (bước ${names})`;
      return `${place ?? unitName(unit)} dùng quá kế hoạch ${length(over)} (bước ${names})`;
    });
    return [`Trễ ${length(late)} so với hẹn. Nguyên nhân:`, ...reasons];
  }
  if (slack === null || dossier.finishedAt !== null || dossier.endedAt !== null) return [];
  return slack < 0
    ? [`Các bước còn lại cần nhiều hơn thời gian còn lại ${length(-slack)}: xin ưu tiên hồ sơ này.`]
    : [`Còn dư ${length(slack)} sau khi trừ thời gian các bước còn lại cần.`];
}

/** `kế hoạch 1 ngày 2 giờ, đã dùng 3 giờ làm việc` */
export function stepTimeText({ planned, used }: StepTime, calendar: Calendar): string {
  const plan = `kế hoạch ${workLengthText(planned, calendar)}`;
  return used === 0 ? plan : `${plan}, đã dùng ${workLengthText(used, calendar)}`;
}

/** Working minutes in days of the office and hours: `2 ngày 3 giờ`, `45 phút`. */
export function workLengthText(minutes: number, calendar: Calendar): string {
  const day = fullestDay(calendar);
  const days = Math.floor(minutes / day);
  const rest = minutes % day;
  if (days === 0) return lengthText(rest);
  return rest === 0 ? `${days} ngày` : `${days} ngày ${lengthText(rest)}`;
}

function slackOf(
  { holding }: Dossier,
  { due }: DeadlineCourse,
  calendar: Calendar,
  planned: readonly number[],
  used: readonly number[],
  now: Instant,
): number | null {
  if (due === null) return null;
  const { stepIndex } = holding;
  const later = planned.slice(stepIndex + 1).reduce((sum, minutes) => sum + minutes, 0);
  const atHand = Math.max(0, (planned[stepIndex] ?? 0) - (used[stepIndex] ?? 0));
  return workingMinutesBetween(calendar, now, due) - later - atHand;
}

function causesOf(
  told: readonly Told[],
  dossier: Dossier,
  calendar: Calendar,
  planned: readonly number[],
  used: readonly number[],
  end: Instant,
): LateCause[] {
  const places = placesOf(told);
  const causes = new Map<string, LateCause>();
  const add = (key: string, index: number, over: number, names: Omit<LateCause, 'steps' | 'over'>) => {
    const cause = causes.get(key) ?? { ...names, steps: [], over: 0 };
    if (!cause.steps.includes(index)) cause.steps.push(index);
    cause.over += over;
    causes.set(key, cause);
  };
  for (const [index, step] of dossier.process.steps.entries()) {
    let over = (used[index] ?? 0) - (planned[index] ?? 0);
    if (over <= 0) continue;
    // What an asked agency took beyond its time is its own, and no longer the step's.
    for (const { agency, answerBy, closed } of (dossier.opinions ?? []).filter(
      (request) => request.stepId === step.id,
    )) {
      const late = Math.min(over, workingMinutesBetween(calendar, answerBy, closed?.at ?? end));
      if (late <= 0) continue;
      add(`asked/${agency}`, index, late, { unit: step.unit, asked: agency });
      over -= late;
    }
    const place = places.get(index);
    const names = { unit: step.unit, ...(place === undefined ? {} : { place: elsewhereText(place) }) };
    if (over > 0) add(`${place?.agencyId ?? ''}/${step.unit}`, index, over, names);
  }
  return [...causes.values()].sort((a, b) => b.over - a.over);
}

/** Working minutes that lay at each step between two moments, waiting left out. */
function usedMinutes(
  told: readonly Told[],
  dossier: Dossier,
  calendar: Calendar,
  from: Instant,
  to: Instant,
): number[] {
  const used = dossier.process.steps.map(() => 0);
  const waits = pausesOf(dossier);
  let step = told[0]?.lying.index ?? null;
  let since = from;
  const spend = (until: Instant): void => {
    // Time at a step that the process has no more is no step's.
    if (step === null) return;
    const minutes = workingMinutesBetween(calendar, since, until);
    const waited = waits.map((wait) => overlap(calendar, wait, since, until)).reduce((a, b) => a + b, 0);
    used[step] = (used[step] ?? 0) + Math.max(0, minutes - waited);
  };
  for (const { at, event, lying } of told) {
    if (!('to' in event)) continue;
    if (at > since) {
      spend(at);
      since = at;
    }
    step = lying.index;
  }
  if (to > since) spend(to);
  return used;
}

function overlap(
  calendar: Calendar,
  wait: { from: Instant; to: Instant | null },
  from: Instant,
  to: Instant,
): number {
  const begin = wait.from > from ? wait.from : from;
  const end = wait.to === null || wait.to > to ? to : wait.to;
  return workingMinutesBetween(calendar, begin, end);
}

// The one deadline engine: when a dossier is due, how much of its time is left, whether it ended in time.
//
// What the sources leave open is decided here:
// - The hour of receipt does not move day one (Bộ luật Dân sự 2015, Điều 147.2): coming at 18:00 or on a Saturday
//   neither costs nor gains a day. Some systems first move a late receipt to the next morning, and so take one
//   day more from the citizen. Only hours and the same-day cut-off look at the clock.
// - Late is judged by the day, as the statutory forms compare dates: finished at 19:00 of the due day is in time.
// - What is late stays late: a pause that begins after the due day neither stops nor restarts the term.
// - Extensions count from the end of the running term, pauses are added after them: the order in which they
//   happened cannot matter. A restart keeps a granted extension.

import { addWorkingMinutes, type Calendar, workingDaysBetween, workingMinutesBetween } from './calendar.ts';
import type { Term } from './term.ts';
import { dayOneOf, endOfTerm } from './term-end.ts';
import { dateOf, type Instant, type PlainDate } from './time.ts';

/**
 * What a completed supplement does to the term: `reset` counts it again from the beginning (Nghị định
 * 118/2025/NĐ-CP, Điều 19.5), `pause` adds exactly the working time it took (older dossiers, sector rules).
 */
export type SupplementMode = 'reset' | 'pause';

/** Time that is not the office's. `to` null: still open. A `to` before `from` counts as `from`. */
export interface Pause {
  from: Instant;
  to: Instant | null;
  reason: 'supplement' | 'payment';
  /** Always `pause` for a payment. */
  mode: SupplementMode;
}

/** One additional term, counted from the original end. Units `same_day` and `none` add nothing. */
export interface Extension {
  at: Instant;
  term: Term;
  reason: string;
}

export interface DeadlineInput {
  receivedAt: Instant;
  term: Term;
  pauses: readonly Pause[];
  extensions: readonly Extension[];
}

export interface Deadline {
  /** Null without a term, and while an open pause keeps it from being known. */
  due: Instant | null;
  /** As first printed on the receipt: without pauses, restarts and extensions. */
  originalDue: Instant | null;
  /** Day one of the running term. */
  countedFrom: PlainDate;
  /** True while a pause is open, also one that came too late to stop anything. */
  paused: boolean;
}

/** How a due date comes about, step by step: what the engine computes with and the trace tells. */
export interface DeadlineCourse {
  /** Supplements that restarted the term; an open one is the last. */
  restarts: readonly Pause[];
  /** Where the running term begins: receipt, or the end of the last restart. */
  start: Instant;
  /** The end of the term counted from `start`; then what each extension added to it; then with all of them. */
  termEnd: Instant | null;
  grants: readonly { extension: Extension; from: Instant; end: Instant }[];
  extendedEnd: Instant | null;
  /** Pauses that stopped the running term: in order, disjoint, none before `start`. */
  stops: readonly Stop[];
  /** `extendedEnd` with the working time of the stops added. */
  due: Instant | null;
}

export interface Stop {
  from: Instant;
  to: Instant | null;
  reason: Pause['reason'];
}

/** When is it due? Costs a few microseconds. RangeError outside the years the calendar covers. */
export function computeDeadline(cal: Calendar, input: DeadlineInput): Deadline {
  const { due, start, termEnd } = followDeadline(cal, input);
  const { receivedAt, term } = input;
  return {
    due,
    originalDue: start === receivedAt ? termEnd : endOfTerm(cal, receivedAt, term),
    countedFrom: dayOneOf(cal, start, term),
    paused: input.pauses.some((pause) => pause.to === null),
  };
}

/** The due date a receipt would show now. */
export function previewDue(cal: Calendar, receivedAt: Instant, term: Term): Instant | null {
  return endOfTerm(cal, receivedAt, term);
}

export type Urgency = 'on_time' | 'at_risk' | 'late' | 'paused' | 'no_term';

export interface Remaining {
  urgency: Urgency;
  /** Working days in (today, due day]; negative when late; null without a term and while paused. */
  workingDaysLeft: number | null;
  /** Working time used, 0 to 1 and more when late; stands still while paused; null without a term. */
  usedShare: number | null;
  /** Working days in (due day, today]: 0 on a Saturday after a Friday, though that is late already. */
  lateWorkingDays: number;
}

/**
 * How it stands at a moment, for display and tabs. `soonAt`: from when on it is at risk; only its process can say that
 * (`step-plan.ts`), so without it nothing is.
 */
export function remainingAt(
  cal: Calendar,
  input: DeadlineInput,
  now: Instant,
  soonAt: Instant | null = null,
): Remaining {
  const course = followDeadline(cal, input);
  const { due, start, extendedEnd } = course;
  if (extendedEnd === null)
    return { urgency: 'no_term', workingDaysLeft: null, usedShare: null, lateWorkingDays: 0 };
  const total = workingMinutesBetween(cal, start, extendedEnd);
  const used = usedMinutes(cal, course, now);
  const usedShare = used / Math.max(total, 1);
  if (due === null) return { urgency: 'paused', workingDaysLeft: null, usedShare, lateWorkingDays: 0 };
  const workingDaysLeft = workingDaysBetween(cal, dateOf(now), dateOf(due));
  if (isLate(due, now))
    return { urgency: 'late', workingDaysLeft, usedShare, lateWorkingDays: Math.abs(workingDaysLeft) };
  const urgency = soonAt !== null && now >= soonAt ? 'at_risk' : 'on_time';
  return { urgency, workingDaysLeft, usedShare, lateWorkingDays: 0 };
}

/** True from the first minute of the day after the due day. Without a due date nothing is ever late. */
export function isLate(due: Instant | null, at: Instant): boolean {
  return due !== null && dateOf(at) > dateOf(due);
}

/** Trước hạn, đúng hạn, quá hạn: the day of finishing before, on, or after the due day, as local forms count. */
export function outcomeTimeliness(
  due: Instant | null,
  finishedAt: Instant,
): 'early' | 'on_time' | 'late' | 'no_term' {
  if (due === null) return 'no_term';
  if (isLate(due, finishedAt)) return 'late';
  return dateOf(finishedAt) < dateOf(due) ? 'early' : 'on_time';
}

/** Whole working days in (finishing day, due day]; 0 when not early or without a due date. */
export function workingDaysEarly(cal: Calendar, due: Instant | null, finishedAt: Instant): number {
  return due === null ? 0 : Math.max(0, workingDaysBetween(cal, dateOf(finishedAt), dateOf(due)));
}

/** Once only, and on the day before the due day at the latest (Nghị định 118/2025/NĐ-CP, Điều 19.6). */
export function canExtend(
  cal: Calendar,
  input: DeadlineInput,
  now: Instant,
): { ok: true } | { ok: false; why: 'already_extended' | 'too_late' | 'no_term' | 'paused' } {
  if (input.term.unit === 'none') return { ok: false, why: 'no_term' };
  if (input.extensions.length > 0) return { ok: false, why: 'already_extended' };
  const { due, paused } = computeDeadline(cal, input);
  if (due === null || paused) return { ok: false, why: 'paused' };
  return dateOf(now) < dateOf(due) ? { ok: true } : { ok: false, why: 'too_late' };
}

/** Lays out how the due date comes about; `computeDeadline` and the trace both read it, so they cannot differ. */
export function followDeadline(cal: Calendar, input: DeadlineInput): DeadlineCourse {
  const pauses = input.pauses.length < 2 ? input.pauses : [...input.pauses].sort(byStart);
  const halts = pauses.filter((pause) => pause.mode === 'pause');
  const restarts: Pause[] = [];
  let run = layTerm(cal, input, input.receivedAt);
  for (const pause of pauses) {
    if (pause.mode === 'pause' || (pause.to !== null && endOf(pause, pause.to) < input.receivedAt)) continue;
    const { due } = stopTerm(cal, run, haltsBefore(halts, pause.from));
    if (isLate(due, pause.from)) break;
    restarts.push(pause);
    if (pause.to === null) return { ...run, restarts, stops: [], due: null };
    const start = endOf(pause, pause.to);
    if (start > run.start) run = layTerm(cal, input, start);
  }
  return { ...run, restarts, ...stopTerm(cal, run, halts) };
}

type Run = Pick<DeadlineCourse, 'start' | 'termEnd' | 'grants' | 'extendedEnd'>;

function layTerm(cal: Calendar, { term, extensions }: DeadlineInput, start: Instant): Run {
  const termEnd = endOfTerm(cal, start, term);
  const grants: { extension: Extension; from: Instant; end: Instant }[] = [];
  let extendedEnd = termEnd;
  for (const extension of extensions) {
    const { unit } = extension.term;
    if (extendedEnd === null || unit === 'same_day' || unit === 'none') continue;
    const from = extendedEnd;
    extendedEnd = endOfTerm(cal, from, extension.term) ?? from;
    grants.push({ extension, from, end: extendedEnd });
  }
  return { start, termEnd, grants, extendedEnd };
}

/** Adds the pauses to the end of a term. One without end, begun in time, leaves no due date. */
function stopTerm(cal: Calendar, run: Run, halts: readonly Pause[]): Pick<DeadlineCourse, 'stops' | 'due'> {
  const stops: Stop[] = [];
  let due = run.extendedEnd;
  for (const stop of disjoint(halts, run.start)) {
    if (due === null || isLate(due, stop.from)) break;
    stops.push(stop);
    due =
      stop.to === null ? null : addWorkingMinutes(cal, due, workingMinutesBetween(cal, stop.from, stop.to));
  }
  return { stops, due };
}

/** Overlapping pauses joined, so that no minute is given back twice; what lies before `start` cut off. */
function disjoint(halts: readonly Pause[], start: Instant): Stop[] {
  const stops: Stop[] = [];
  for (const pause of halts) {
    const to = pause.to === null ? null : endOf(pause, pause.to);
    if (to !== null && to <= start) continue;
    const from = pause.from > start ? pause.from : start;
    const last = stops.at(-1);
    if (last === undefined || (last.to !== null && from >= last.to))
      stops.push({ from, to, reason: pause.reason });
    else if (last.to !== null && (to === null || to > last.to)) last.to = to;
  }
  return stops;
}

/** What was known of pauses at a moment: those begun before it, cut at it. */
function haltsBefore(halts: readonly Pause[], at: Instant): Pause[] {
  return halts
    .filter((pause) => pause.from < at)
    .map((pause) => (pause.to === null || pause.to > at ? { ...pause, to: at } : pause));
}

function usedMinutes(cal: Calendar, course: DeadlineCourse, now: Instant): number {
  const open = course.restarts.at(-1);
  const until = open?.to === null && open.from < now ? open.from : now;
  let used = workingMinutesBetween(cal, course.start, until);
  for (const { from, to } of course.stops)
    if (from < until) used -= workingMinutesBetween(cal, from, to === null || to > until ? until : to);
  return used;
}

function endOf(pause: Pause, to: Instant): Instant {
  return to > pause.from ? to : pause.from;
}

function byStart(a: Pause, b: Pause): number {
  return a.from === b.from ? 0 : a.from < b.from ? -1 : 1;
}

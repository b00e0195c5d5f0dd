// Talks between citizens and officers: what is promised of an answer, who may read and answer, when a talk ends by itself.

import { type Calendar, nextWorkingDay, spansOn } from './calendar.ts';
import { momentText } from './clock-time.ts';
import type { OfficerRole } from './process.ts';
import { dateOf, type Instant, instantAt, minuteOfDay } from './time.ts';

/** How a talk ended: the officer had answered, had called, nobody wrote for a day, or the person took back the link. */
export type TalkEnd = 'answered' | 'by_phone' | 'silence' | 'left';

/** After so many hours without a word of the person, a talk that was answered goes back to the machine. */
export const silentHours = 24;

/** What the office promises of an answer: it is read from `from` on and answered by `by`. */
export interface ReplyPromise {
  from: Instant;
  by: Instant;
}

/**
 * The reply clock: 24 hours of working days. It starts at once, or with the next working hours, and ends at the same
 * hour of the next working day, or when work ends before it on that day.
 */
export function promiseReply(calendar: Calendar, at: Instant): ReplyPromise {
  const from = nextWorkingMoment(calendar, at);
  const day = nextWorkingDay(calendar, dateOf(from));
  const spans = spansOn(calendar, day);
  const minute = minuteOfDay(from);
  const inside = spans.some(([start, end]) => start <= minute && minute <= end);
  const before = spans.filter(([, end]) => end <= minute).at(-1)?.[1];
  return { from, by: instantAt(day, inside ? minute : (before ?? spans[0]?.[0] ?? minute)) };
}

/** True while somebody is there to read. */
export function isWorkingMoment(calendar: Calendar, at: Instant): boolean {
  return nextWorkingMoment(calendar, at) === at;
}

function nextWorkingMoment(calendar: Calendar, at: Instant): Instant {
  const today = dateOf(at);
  const minute = minuteOfDay(at);
  const span = spansOn(calendar, today).find(([, end]) => minute < end);
  if (span !== undefined) return minute < span[0] ? instantAt(today, span[0]) : at;
  const day = nextWorkingDay(calendar, today);
  return instantAt(day, spansOn(calendar, day)[0]?.[0] ?? 0);
}

/** The promise as a sentence for the person. */
export function promiseText({ from, by }: ReplyPromise, now: Instant): string {
  const today = dateOf(now);
  return from === now
    ? `Cán bộ trả lời tại đây trước ${momentText(by, today)}.`
    : `Bây giờ ngoài giờ làm việc: cán bộ đọc từ ${momentText(from, today)}, trả lời trước ${momentText(by, today)}.`;
}

/** Who reads the general inbox: the counter and its head. */
const counterRoles: readonly OfficerRole[] = ['clerk_in', 'clerk_out', 'centre_head'];

export function readsGeneralInbox(roles: readonly string[]): boolean {
  return counterRoles.some((role) => roles.includes(role));
}

/**
 * Whether an officer may read and answer a talk: of a dossier whoever may read the dossier (`takesPart`); of the general
 * inbox the counter of the office, and the unit it was passed to.
 */
export function mayJoinTalk(
  talk: { agencyId: string; unit: string | null; dossierId: string | null; takesPart: boolean },
  officer: { agencyId: string; unit: string; roles: readonly string[] },
): boolean {
  if (talk.dossierId !== null) return talk.takesPart;
  return (
    talk.agencyId === officer.agencyId && (readsGeneralInbox(officer.roles) || talk.unit === officer.unit)
  );
}

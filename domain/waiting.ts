// What a dossier waits for from its citizen: until when, when the citizen is warned, and from when it may be stopped.

import { type Calendar, isWorkingDay, nextWorkingDay, spansOn } from './calendar.ts';
import type { Dossier } from './dossier.ts';
import { openRequest } from './supplement.ts';
import { workingDayFrom } from './term-end.ts';
import { dateOf, dateOfDay, dayNumber, type Instant, instantAt, type PlainDate } from './time.ts';

export interface Waiting {
  about: 'supplement' | 'payment';
  requestedAt: Instant;
  /** The last day, which counts until midnight (Bộ luật Dân sự 2015, Điều 148.5); moved on when it has become a day off. */
  lastDay: PlainDate;
  /** The first moment at which the time is over: an officer may stop the dossier. */
  lapsesAt: Instant;
  /** When the citizen is warned: two working days are left. Null when so little time was given from the beginning. */
  remindAt: Instant | null;
  remindedAt: Instant | null;
  /** When the clock itself stops it: not before the working day after a warning that came late has passed. */
  stopsAt: Instant;
}

/** True while the next move is the citizen's. Whoever has answered all that was asked waits for the office. */
export function awaitsCitizen(dossier: Pick<Dossier, 'status' | 'supplements' | 'endedAt'>): boolean {
  if (dossier.status === 'awaiting_payment') return true;
  return dossier.status === 'awaiting_supplement' && openRequest(dossier)?.answeredAt === undefined;
}

/** What the dossier waits for now; null while it waits for nothing that lapses. */
export function waitingOf(dossier: Dossier, calendar: Calendar): Waiting | null {
  const asked = askedOf(dossier);
  if (asked === null) return null;
  const { about, requestedAt, until, remindedAt = null } = asked;
  const lastDay = workingDayFrom(calendar, dateOf(until));
  const lapsesAt = endOf(lastDay);
  const opening = openingOf(calendar, workingDayBefore(calendar, lastDay));
  const remindAt = opening > requestedAt ? opening : null;
  const fair = remindedAt === null ? lapsesAt : endOf(nextWorkingDay(calendar, dateOf(remindedAt)));
  const stopsAt = fair > lapsesAt ? fair : lapsesAt;
  return { about, requestedAt, lastDay, lapsesAt, remindAt, remindedAt, stopsAt };
}

/**
 * True when money was paid for it, or is owed beside what the clock waits for: what becomes of that is not for a clock
 * to decide.
 */
export function holdsMoney(dossier: Dossier): boolean {
  return dossier.payments.some((payment) => payment.paidAt !== null || !payment.stopsClock);
}

/** The moment the office opens on a working day. */
export function openingOf(calendar: Calendar, day: PlainDate): Instant {
  return instantAt(day, spansOn(calendar, day)[0]?.[0] ?? 0);
}

interface Asked {
  about: Waiting['about'];
  requestedAt: Instant;
  until: Instant;
  remindedAt?: Instant | undefined;
}

function askedOf({ status, supplements, payments }: Dossier): Asked | null {
  if (status === 'awaiting_supplement') {
    const open = supplements.find((request) => request.completedAt === null);
    // Whoever has answered waits for the office: nothing of theirs lapses.
    if (open !== undefined && open.answeredAt === undefined)
      return { about: 'supplement', ...open, until: open.answerBy };
  }
  if (status === 'awaiting_payment') {
    const open = payments.find((request) => request.paidAt === null);
    if (open?.payBy !== undefined) return { about: 'payment', ...open, until: open.payBy };
  }
  return null;
}

function endOf(day: PlainDate): Instant {
  return instantAt(day, 1440);
}

function workingDayBefore(calendar: Calendar, day: PlainDate): PlainDate {
  let number = dayNumber(day) - 1;
  while (!isWorkingDay(calendar, dateOfDay(number))) number -= 1;
  return dateOfDay(number);
}

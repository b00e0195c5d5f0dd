// When nothing comes any more: whether a silence of an Official Account is unusual for that very account.

import { type Calendar, workingMinutesBetween } from './calendar.ts';
import { type Instant, plusMinutes } from './time.ts';

export interface Liveliness {
  /** When the account was last heard of. */
  lastAt: Instant;
  /** The first event of the weeks that are looked at. */
  firstAt: Instant;
  /** Beginnings of the clock hours of those weeks in which anything came. */
  activeHours: readonly Instant[];
}

export interface Silence {
  /** Whole working hours since the last event. */
  hours: number;
  unusual: boolean;
}

/**
 * Working hours only: nights and holidays are quiet everywhere. Unusual is what lasts `alarmHours` and would, by the
 * share of working hours in which something came before, happen less than once in a thousand times. With less than two
 * working days to compare with, nothing is called unusual.
 */
export function judgeSilence(
  calendar: Calendar,
  life: Liveliness,
  now: Instant,
  alarmHours: number,
): Silence {
  const hours = Math.floor(workingMinutesBetween(calendar, life.lastAt, now) / 60);
  const known = workingMinutesBetween(calendar, life.firstAt, plusMinutes(life.lastAt, 60)) / 60;
  if (known < leastKnownHours) return { hours, unusual: false };
  const active = life.activeHours.filter((hour) => isWorking(calendar, hour)).length;
  const quiet = Math.max(0, 1 - active / known);
  return { hours, unusual: hours >= alarmHours && quiet ** hours < onceIn };
}

const leastKnownHours = 16;
const onceIn = 1 / 1000;

function isWorking(calendar: Calendar, hour: Instant): boolean {
  return workingMinutesBetween(calendar, hour, plusMinutes(hour, 60)) > 0;
}

// The working half-days by which attention is gathered: what comes up at night or on a day off waits for the next one.

import { type Calendar, spansOn } from './calendar.ts';
import { dateOf, dateOfDay, dayNumber, type Instant, instantAt, minuteOfDay } from './time.ts';

/**
 * When the working half-day began that runs, or ran last. What came up since belongs to the next: so an officer gets one
 * digest for each half-day, and none at night.
 */
export function halfDayOf(calendar: Calendar, now: Instant): Instant {
  const today = dateOf(now);
  const begun = spansOn(calendar, today).filter(([from]) => from <= minuteOfDay(now));
  const running = begun.at(-1);
  if (running !== undefined) return instantAt(today, running[0]);
  let day = dayNumber(today) - 1;
  while (spansOn(calendar, dateOfDay(day)).length === 0) day -= 1;
  const last = spansOn(calendar, dateOfDay(day)).at(-1);
  return instantAt(dateOfDay(day), last?.[0] ?? 0);
}

// When something may be sent: quiet nights, the hours of templates, and the hour that gathers small news into one message.

import { dateOf, type Instant, instantAt, minuteOfDay, plusDays, plusMinutes } from './time.ts';

/** Notices are quiet from 21:00 to 07:00 unless the person asked to be told at night too. */
export const quietFrom = 21 * 60;
export const quietUntil = 7 * 60;

/** Zalo takes templates from 6:00 to 22:00; a few minutes' distance keeps its clock and ours out of the matter. */
const templateFrom = 6 * 60 + 5;
const templateUntil = 21 * 60 + 50;

/** News that is only good to know waits until an hour after the last notice left, and goes as one message. */
const gatheringMinutes = 60;

/** The first moment from `at` on at which a notice may disturb this person. */
export function afterQuiet(at: Instant, nightAllowed: boolean): Instant {
  return nightAllowed ? at : within(at, quietUntil, quietFrom);
}

/** The first moment from `at` on at which Zalo takes a template for sure. */
export function afterTemplateNight(at: Instant): Instant {
  return within(at, templateFrom, templateUntil);
}

/** When the hour since the last notice is over; `now` when it is over already. */
export function afterGathering(now: Instant, lastToldAt: Instant | null): Instant {
  if (lastToldAt === null) return now;
  const over = plusMinutes(lastToldAt, gatheringMinutes);
  return over > now ? over : now;
}

/** `at` itself when it lies in `[from, until)` of its day, otherwise the next `from`. */
function within(at: Instant, from: number, until: number): Instant {
  const minute = minuteOfDay(at);
  if (minute < from) return instantAt(dateOf(at), from);
  return minute < until ? at : instantAt(dateOf(plusDays(at, 1)), from);
}

// Until when an answer about a dossier stays word for word the same while nothing happens to it: time itself changes words.

import type { StatusView } from './status-view.ts';
import { dateOf, type Instant, instantAt } from './time.ts';

/**
 * The next moment at which time alone may change what is said: midnight, because every sentence speaks of days, or a
 * moment that a sentence compares with now. `soonAt` is when the dossier becomes at risk; null when it never does.
 */
export function statusHoldsUntil(view: StatusView, soonAt: Instant | null, now: Instant): Instant {
  const moments = [
    soonAt,
    view.answerDue,
    view.supplement?.answerBy,
    view.result?.pickUp?.from,
    ...view.opinions.map(({ answerBy }) => answerBy),
  ];
  return moments.reduce<Instant>(
    // At the very moment it may be either side of it: an answer given then holds for no time at all.
    (until, moment) => (moment != null && moment >= now && moment < until ? moment : until),
    instantAt(dateOf(now), 24 * 60),
  );
}

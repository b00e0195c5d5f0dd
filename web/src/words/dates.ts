// Days and hours for tight places; full sentences take theirs from the domain.

import type { Instant, PlainDate } from '@motcua/domain/time';

/** `27/11` */
export function shortDay(date: PlainDate): string {
  return `${+date.slice(8, 10)}/${+date.slice(5, 7)}`;
}

/** `13:30` */
export function shortClock(at: Instant): string {
  return at.slice(11, 16);
}

/** `5/9/1986` */
export function fullDay(date: PlainDate): string {
  return `${shortDay(date)}/${date.slice(0, 4)}`;
}

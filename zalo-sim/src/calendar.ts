// Days, months and nights as a Vietnamese wall clock shows them.

const vietnamMs = 7 * 3_600_000;

/** `2026-11-23` */
export function dayOf(at: number): string {
  return new Date(at + vietnamMs).toISOString().slice(0, 10);
}

/** `2026-11` */
export function monthOf(at: number): string {
  return dayOf(at).slice(0, 7);
}

/** `23/11/2026`, as the OA API writes days. */
export function writtenDay(at: number): string {
  return dayOf(at).split('-').reverse().join('/');
}

/** 22:00–05:59. */
export function isNight(at: number): boolean {
  const hour = new Date(at + vietnamMs).getUTCHours();
  return hour >= 22 || hour < 6;
}

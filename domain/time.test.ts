// Days and moments in letters, held against the machine's own calendar.

import { assert, integer, property } from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDay, dayNumber, fromEpochMs, isRealDate } from './time.ts';

test('every day from 1900 to 2150 has the number and the letters of the machine’s calendar', () => {
  for (let day = -25_567; day < 65_744; day++) {
    const date = new Date(day * 86_400_000).toISOString().slice(0, 10);
    if (dateOfDay(day) !== date || dayNumber(date) !== day) expect.fail(`day ${day}, ${date}`);
  }
});

test('a moment is the second that was reached, on Vietnam’s clock', () => {
  assert(
    property(integer({ min: -2_208_988_800_000, max: 5_000_000_000_000 }), (ms) => {
      const there = new Date(ms + 7 * 3_600_000).toISOString().slice(0, 19);
      return fromEpochMs(ms) === `${there}+07:00`;
    }),
  );
});

test.each([
  '2026-02-29',
  '2026-02-30',
  '2026-13-01',
  '2026-00-10',
  '2026-0a-01',
  '2026-01-00',
  '2026-1-01',
  '',
])('no such day: %s', (text) => expect(isRealDate(text)).toBe(false));

test('a moment that is none is refused, not written', () => {
  expect(() => fromEpochMs(Number.NaN)).toThrow(RangeError);
  expect(isRealDate('2024-02-29')).toBe(true);
});

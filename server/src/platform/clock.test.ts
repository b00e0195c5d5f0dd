// The clock that stands still until told.

import { expect, test } from 'vitest';
import { systemClock, virtualClock } from './clock.ts';

test('the virtual clock stands still, moves when told, and never back', () => {
  const clock = virtualClock('2026-02-13T16:30:00+07:00');
  expect(clock.now()).toBe('2026-02-13T16:30:00+07:00');
  clock.advance(45);
  expect(clock.now()).toBe('2026-02-13T17:15:00+07:00');
  clock.set('2026-02-23T08:00:00+07:00');
  expect(clock.now()).toBe('2026-02-23T08:00:00+07:00');
  expect(() => clock.set('2026-02-22T08:00:00+07:00')).toThrow(RangeError);
});

test('the machine’s clock speaks Vietnamese time', () => {
  expect(systemClock.now()).toMatch(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+07:00$/);
  expect(Math.abs(Date.parse(systemClock.now()) - Date.now())).toBeLessThan(5_000);
});

// A silence is judged by the account's own liveliness and by working hours alone.

import { expect, test } from 'vitest';
import { compileCalendar, workingMinutesBetween } from './calendar.ts';
import { judgeSilence, type Liveliness } from './silence.ts';
import { type Instant, plusMinutes } from './time.ts';

const day = [
  [450, 690],
  [810, 1050],
] as const;
const week = { 1: day, 2: day, 3: day, 4: day, 5: day, 6: [], 7: [] } as const;
const calendar = compileCalendar({ version: 1, week, days: [] });

/** Four weeks in which every `nth` working hour brings something; the last is Friday 27 November, 16:00. */
function life(nth: number): Liveliness {
  const firstAt = '2026-11-02T07:30:00+07:00';
  const lastAt = '2026-11-27T16:00:00+07:00';
  const hours: Instant[] = [];
  for (let hour: Instant = '2026-11-02T07:00:00+07:00'; hour <= lastAt; hour = plusMinutes(hour, 60))
    if (workingMinutesBetween(calendar, hour, plusMinutes(hour, 60)) > 0) hours.push(hour);
  return { firstAt, lastAt, activeHours: hours.filter((_, at) => at % nth === 0) };
}

test.each([
  ['a lively account, after the weekend', 1, '2026-11-30T10:00:00+07:00', { hours: 4, unusual: false }],
  ['a lively account, six working hours', 1, '2026-11-30T14:30:00+07:00', { hours: 6, unusual: true }],
  ['every other hour: six hours may be chance', 2, '2026-11-30T14:30:00+07:00', { hours: 6, unusual: false }],
  ['every other hour, two days', 2, '2026-12-01T16:00:00+07:00', { hours: 16, unusual: true }],
  ['twice a week, three days', 20, '2026-12-02T16:00:00+07:00', { hours: 24, unusual: false }],
] as const)('%s', (_, nth, now, silence) => {
  expect(judgeSilence(calendar, life(nth), now, 6)).toEqual(silence);
});

test('a new account has nothing to compare with', () => {
  const young = { ...life(1), firstAt: '2026-11-27T07:30:00+07:00' } as const;
  expect(judgeSilence(calendar, young, '2026-12-04T16:00:00+07:00', 6)).toMatchObject({ unusual: false });
});

test('the operator says how long is long', () => {
  expect(judgeSilence(calendar, life(1), '2026-11-30T14:30:00+07:00', 12)).toMatchObject({ unusual: false });
});

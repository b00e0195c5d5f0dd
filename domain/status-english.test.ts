// The status in English: every status has a sentence, no Vietnamese but names, days as English speakers write them.

import { expect, test } from 'vitest';
import { statuses } from './status.ts';
import { englishMoment, englishStatus } from './status-english.ts';
import { finished, now, twoItems, view } from './status-view.fixture.ts';

test('days are written out, with the year when it is another', () => {
  expect(englishMoment('2026-11-25T17:00:00+07:00', now)).toBe('Wednesday, 25 November, 17:00');
  expect(englishMoment('2027-01-04T08:30:00+07:00', now)).toBe('Monday, 4 January 2027, 08:30');
});

test('whatever the status, an English reader learns whose move it is', () => {
  for (const status of Object.keys(statuses) as (keyof typeof statuses)[]) {
    const told = englishStatus({ ...view, status, step: null }, now);
    expect(told.awaited).not.toBe('');
    expect(told.sentence).toMatch(/\.$/);
    expect(told.sentence).not.toMatch(/Anh\/Chị/);
  }
  expect(englishStatus(view, now).sentence).toContain('promised by Wednesday, 25 November, 17:00');
  expect(englishStatus({ ...view, status: 'awaiting_supplement', supplement: twoItems }, now)).toMatchObject({
    awaited: 'Waiting for you',
  });
  expect(englishStatus({ ...view, ...finished() }, now).sentence).toContain('Collect it at Quầy 3');
});

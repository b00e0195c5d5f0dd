// Whom an officer has to call: whoever must act or was promised otherwise, and nobody who holds it in writing already.

import { expect, it } from 'vitest';
import { importanceOf, needsTelling } from './delivery-importance.ts';
import type { NoticeKind } from './status-notice.ts';
import { finished, view } from './status-view.fixture.ts';

const counter = { channel: 'counter', correction: null } as const;
const online = { channel: 'online', correction: null } as const;

it('decides for every kind', () => {
  const called = (Object.keys(importanceOf) as NoticeKind[]).filter((kind) =>
    needsTelling(kind, counter, view),
  );
  expect(called).toEqual([
    'intake_refused',
    'supplement_requested',
    'supplement_returned',
    'payment_requested',
    'extended',
    'stopped',
    'rating_answered',
    'correction_opened',
    'reminded',
    'undone',
  ]);
  // Whoever must be called is never told something of little weight, but for the receipt that is not in the hand.
  for (const kind of called) expect(importanceOf[kind]).toBe('important');
});
it('gives the receipt to who filed from afar', () => {
  expect(needsTelling('accepted', online, view)).toBe(true);
  expect(needsTelling('accepted', counter, view)).toBe(false);
});
it('calls for a result only where the receipt does not say it', () => {
  const tell = (
    more: Parameters<typeof finished>[0],
    outcome: 'granted' | 'refused' = 'granted',
    to = counter,
  ) => needsTelling('finished', to, { ...view, ...finished(more), outcome });
  expect(tell({})).toBe(false);
  expect(tell({ timeliness: 'late' })).toBe(true);
  expect(tell({ timeliness: 'no_term' })).toBe(true);
  expect(tell({ timeliness: 'late', delivery: 'post' })).toBe(false);
  expect(tell({ delivery: 'post' }, 'refused')).toBe(true);
  const corrected = { reopenedAt: '', reason: '', count: 1, firstFinishedAt: '' };
  expect(needsTelling('finished', { ...counter, correction: corrected }, { ...view, ...finished({}) })).toBe(
    true,
  );
});
